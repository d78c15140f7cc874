/** What is too long for its paper: not only that there is a page too many, but which part of the card takes it. */
import type { PrintRule } from '../../src/domain/paper.ts';
import { countWords } from '../../src/schemas/fields.ts';
import type { ShownField } from './printer.ts';

/** The text of each page, as a reader would find it in the file. */
export const pageTexts = async (pdf: Uint8Array): Promise<string[]> => {
  // Loaded only where something is too long.
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  const document = await task.promise;
  try {
    const texts: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
    }
    return texts;
  } finally {
    await task.destroy();
  }
};

/** Letters and digits only: spaces, hyphens and ligatures are set differently on paper. */
const lettersOf = (text: string): string => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');

/** So many letters at the end of a part tell it from others. */
const TELLING = [48, 24, 12];

/** The page on which a part ends, from 1; undefined where its end cannot be told. */
const endPage = (field: ShownField, pages: readonly string[]): number | undefined => {
  const letters = lettersOf(field.text);
  for (const length of TELLING) {
    const page = pages.findLastIndex((text) => text.includes(letters.slice(-length)));
    if (page !== -1) return page + 1;
  }
  return undefined;
};

const nameOf = ({ name, heading }: ShownField): string => (heading === '' ? name : `“${heading}” (${name})`);

const describe = (field: ShownField): string => `${nameOf(field)}, ${countWords(field.text)} words`;

interface Side {
  name: string;
  fields: readonly ShownField[];
  /** The page that it must end on. */
  last: number;
}

const sidesOf = (fields: readonly ShownField[], pages: number): Side[] => {
  const front = fields.filter(({ isFront }) => isFront);
  if (front.length === 0) return [{ name: 'the page', fields, last: pages }];
  const back = fields.filter(({ isFront }) => !isFront);
  return [
    { name: 'the front', fields: front, last: 1 },
    { name: 'the back', fields: back, last: pages },
  ];
};

/** What of one side does not fit, and what takes most of its room. */
const overOn = ({ name, fields, last }: Side, pages: readonly string[]): string[] => {
  const over = fields.filter((field) => (endPage(field, pages) ?? 0) > last);
  const longest = fields.toSorted((a, b) => countWords(b.text) - countWords(a.text))[0];
  if (over.length === 0 || !longest) return [];
  return [`${name} is too long: ${over.map(nameOf).join(', ')} does not fit. Longest there: ${describe(longest)}.`];
};

/**
 * @param pages text of each page
 * @returns a sentence for each side that is too long; none where the paper is as it must be
 */
export const whatIsOver = (rule: PrintRule, fields: readonly ShownField[], pages: readonly string[]): string[] => {
  const limit = rule.pages;
  if (limit === undefined || pages.length === limit) return [];
  if (pages.length < limit) return [`it has ${pages.length} of ${limit} pages.`];
  const letters = pages.map(lettersOf);
  const [front, ...others] = sidesOf(fields, limit);
  const frontOver = front ? overOn(front, letters) : [];
  // A front that is too long moves the back: that side is judged by its own length.
  const frontEnd = Math.max(1, ...(front?.fields ?? []).map((field) => endPage(field, letters) ?? 1));
  const moved = others.length > 0 ? frontEnd - 1 : 0;
  const over = [...frontOver, ...others.flatMap((side) => overOn({ ...side, last: side.last + moved }, letters))];
  return over.length > 0 ? over : [`it has ${pages.length} pages in place of ${limit}; the sources alone do not fit.`];
};
