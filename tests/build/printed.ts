/** What a PDF holds, as a reader finds it: words, where they stand, structure, bookmarks. */
import { getDocument, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString, type PDFObject } from '@cantoo/pdf-lib';

/** A run of text and the box it stands in, in points from the lower left corner. */
export interface Run {
  text: string;
  left: number;
  right: number;
  bottom: number;
  top: number;
}

export interface PrintedPage {
  width: number;
  height: number;
  runs: Run[];
}

export interface Printed {
  pages: PrintedPage[];
  /** All of its text, as it stands in the file. */
  text: string;
  /** All of its words, without what separates them, and without the numbers of sources. */
  letters: string;
  outline: string[];
}

/** Letters and digits only: spaces, hyphens and ligatures are set differently on paper. */
export const lettersOf = (text: string): string => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');

const readPage = async (document: PDFDocumentProxy, number: number): Promise<PrintedPage> => {
  const page = await document.getPage(number);
  const [, , width = 0, height = 0] = page.view;
  const { items } = await page.getTextContent();
  const runs = items.flatMap((item): Run[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform.map(Number);
    const size = Math.hypot(a, b);
    // Ascenders and descenders of two lines may meet; what a line is read by may not.
    return [{ text: item.str, left: x, right: x + item.width, bottom: y, top: y + 0.45 * size }];
  });
  return { width, height, runs };
};

const bookmarkSchema = z.object({
  title: z.string(),
  get items() {
    return z.array(bookmarkSchema);
  },
});

const SOURCE_MARK = /\u2060?\[\s*\d+\s*(?:inside)?\s*\]/g;

const titlesIn = (bookmarks: unknown): string[] =>
  z
    .array(bookmarkSchema)
    .parse(bookmarks ?? [])
    .flatMap(({ title, items }) => [title, ...titlesIn(items)]);

export const readPdf = async (bytes: Uint8Array): Promise<Printed> => {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  const document = await task.promise;
  try {
    const pages: PrintedPage[] = [];
    for (let number = 1; number <= document.numPages; number++) pages.push(await readPage(document, number));
    const outline = await document.getOutline();
    const text = pages.flatMap(({ runs }) => runs.map((run) => run.text)).join('');
    return {
      pages,
      text,
      letters: lettersOf(text.replaceAll(SOURCE_MARK, '')),
      outline: titlesIn(outline),
    };
  } finally {
    await task.destroy();
  }
};

const POINTS_A_MM = 72 / 25.4;
/** Nothing is printed nearer to the edge: most printers could not. */
const EDGE = 3.5 * POINTS_A_MM;

/** Text that stands outside of the sheet, or too near to its edge. */
export const spilled = ({ width, height, runs }: PrintedPage): string[] =>
  runs
    .filter(
      ({ left, right, bottom, top }) => left < EDGE || right > width - EDGE || bottom < EDGE || top > height - EDGE,
    )
    .map(({ text }) => text);

const TOUCH = 1;

const overlap = (a: Run, b: Run): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > TOUCH &&
  Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom) > TOUCH;

/** Pairs of texts that stand on one another. */
export const overlapping = ({ runs }: PrintedPage): string[] =>
  runs.flatMap((run, i) =>
    runs
      .slice(i + 1)
      // The halo of a number in a chart is the same text a second time.
      .filter((other) => overlap(run, other) && other.text !== run.text)
      .map((other) => `${run.text} | ${other.text}`),
  );

export interface Structure {
  isMarked: boolean;
  language: string;
  title: string;
  /** Types of its elements: `H1`, `P`, `Table` … */
  types: Set<string>;
  /** Elements that hold something of a page, or other elements. */
  elements: number;
}

const textOf = (value: PDFObject | undefined): string =>
  value instanceof PDFString || value instanceof PDFHexString || value instanceof PDFName ? value.decodeText() : '';

const countElements = (element: PDFObject | undefined, structure: Structure): void => {
  if (element instanceof PDFArray) for (let i = 0; i < element.size(); i++) countElements(element.lookup(i), structure);
  if (!(element instanceof PDFDict)) return;
  const type = textOf(element.lookup(PDFName.of('S')));
  if (type === '') return;
  structure.types.add(type);
  structure.elements += 1;
  countElements(element.lookup(PDFName.of('K')), structure);
};

export const readStructure = async (bytes: Uint8Array): Promise<Structure> => {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { catalog } = document;
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const structure: Structure = {
    isMarked: String(catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.get(PDFName.of('Marked'))) === 'true',
    language: textOf(catalog.lookup(PDFName.of('Lang'))),
    title: document.getTitle() ?? '',
    types: new Set(),
    elements: 0,
  };
  countElements(root?.lookup(PDFName.of('K')), structure);
  return structure;
};
