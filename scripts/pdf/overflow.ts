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

/** So many letters tell the beginning or the end of a part from other text. */
const TELLING = 32;
/** What the browser counts as text and does not print, such as words for screen readers only. */
const UNPRINTED = 60;

/** A part, and the page on which it ends, from 1. */
interface PlacedField {
  field: ShownField;
  end: number;
}

/**
 * Parts are printed in their order, so that each is looked for behind the one before: two that say the
 * same are told apart. One that cannot be found ends where the one before it does.
 */
const placeFields = (fields: readonly ShownField[], pages: readonly string[]): PlacedField[] => {
  const all = pages.join('');
  const ends = pages.map((_, i) => pages.slice(0, i + 1).join('').length);
  let cursor = 0;
  return fields.map((field) => {
    const letters = lettersOf(field.text);
    const begin = Math.max(cursor, all.indexOf(letters.slice(0, TELLING), cursor));
    const tail = letters.slice(-TELLING);
    const expected = begin + letters.length - tail.length;
    const exactly = all.indexOf(tail, Math.max(begin, expected));
    const at = exactly === -1 ? all.indexOf(tail, Math.max(begin, expected - UNPRINTED)) : exactly;
    if (at !== -1) cursor = at + tail.length;
    return { field, end: ends.findIndex((end) => cursor <= end) + 1 };
  });
};

const nameOf = ({ name, heading }: ShownField): string => (heading === '' ? name : `“${heading}” (${name})`);

const describe = (field: ShownField): string => `${nameOf(field)}, ${countWords(field.text)} words`;

interface Side {
  name: string;
  fields: readonly PlacedField[];
  /** The page that it must end on. */
  last: number;
}

const sidesOf = (fields: readonly PlacedField[], pages: number): Side[] => {
  const front = fields.filter(({ field }) => field.isFront);
  if (front.length === 0) return [{ name: 'the page', fields, last: pages }];
  const back = fields.filter(({ field }) => !field.isFront);
  return [
    { name: 'the front', fields: front, last: 1 },
    { name: 'the back', fields: back, last: pages },
  ];
};

/** What of one side does not fit, and what takes most of its room. */
const overOn = ({ name, fields, last }: Side): string[] => {
  const over = fields.filter(({ end }) => end > last).map(({ field }) => nameOf(field));
  const longest = fields.map(({ field }) => field).toSorted((a, b) => b.text.length - a.text.length)[0];
  if (over.length === 0 || !longest) return [];
  return [`${name} is too long by ${over.join(', ')}. Longest there: ${describe(longest)}.`];
};

/**
 * @param texts of each page
 * @returns a sentence for each side that is too long; none where the paper is as it must be
 */
export const whatIsOver = (rule: PrintRule, fields: readonly ShownField[], texts: readonly string[]): string[] => {
  const limit = rule.pages;
  if (limit === undefined || texts.length === limit) return [];
  if (texts.length < limit) return [`it has ${texts.length} of ${limit} pages.`];
  const [front, ...others] = sidesOf(placeFields(fields, texts.map(lettersOf)), limit);
  const frontOver = front ? overOn(front) : [];
  // A front that is too long moves the back: that side is judged by its own length.
  const moved = others.length > 0 ? Math.max(1, ...(front?.fields ?? []).map(({ end }) => end)) - 1 : 0;
  const over = [...frontOver, ...others.flatMap((side) => overOn({ ...side, last: side.last + moved }))];
  return over.length > 0 ? over : [`it has ${texts.length} pages in place of ${limit}.`];
};
