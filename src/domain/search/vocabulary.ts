/**
 * Every word of an index, with how often it occurs: what spelling and ranking go by. Made from the
 * finished index, so that it never drifts from it. Front-coded: of 30,000 words, 90 kB go over the line.
 */
import { z } from 'zod/mini';
import { textWords } from './words.ts';

export interface Vocabulary {
  /** Pages in the index. */
  pages: number;
  /** Sorted by code unit. */
  words: readonly string[];
  /** Of each word: floor of log2 of the number of pages that have it. */
  frequency: readonly number[];
}

const FORMAT = 1;

const fileSchema = z.object({
  format: z.literal(FORMAT),
  pages: z.int().check(z.nonnegative()),
  /** A line a word: how many letters it shares with the one before (base 36), the others, the frequency as a letter. */
  words: z.string(),
});

const SHORTEST = 2;
const LONGEST = 24;
/** A digit of base 36 tells how much is shared. */
const MOST_SHARED = 35;
const LETTER_A = 65;

/** Numbers alone are not spelt wrongly. */
const isWord = (word: string): boolean => word.length >= SHORTEST && word.length <= LONGEST && /\p{L}/u.test(word);

/** @param pages the texts of each page */
export const collectVocabulary = (pages: Iterable<readonly string[]>): Vocabulary => {
  const counts = new Map<string, number>();
  let count = 0;
  for (const texts of pages) {
    count += 1;
    const words = new Set(texts.flatMap(textWords));
    for (const word of words) if (isWord(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = [...counts.keys()].sort();
  return { pages: count, words, frequency: words.map((word) => Math.floor(Math.log2(counts.get(word) ?? 1))) };
};

const sharedLetters = (a: string, b: string): number => {
  let shared = 0;
  while (shared < MOST_SHARED && shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
  return shared;
};

export const encodeVocabulary = ({ pages, words, frequency }: Vocabulary): string => {
  const lines = words.map((word, i) => {
    const shared = sharedLetters(words[i - 1] ?? '', word);
    return shared.toString(36) + word.slice(shared) + String.fromCharCode(LETTER_A + (frequency[i] ?? 0));
  });
  return JSON.stringify({ format: FORMAT, pages, words: lines.join('\n') });
};

const decodeLines = (lines: string): Pick<Vocabulary, 'words' | 'frequency'> => {
  const words: string[] = [];
  const frequency: number[] = [];
  let before = '';
  for (const line of lines === '' ? [] : lines.split('\n')) {
    const shared = Number.parseInt(line.charAt(0), 36);
    const log = line.charCodeAt(line.length - 1) - LETTER_A;
    // A file that was cut short ends in half a line.
    if (Number.isNaN(shared) || !(log >= 0 && log < 26)) throw new Error('The vocabulary is not as it should be.');
    before = before.slice(0, shared) + line.slice(1, -1);
    words.push(before);
    frequency.push(log);
  }
  return { words, frequency };
};

/** What was downloaded → the vocabulary; throws where it is of another build, or broken. */
export const parseVocabulary = (file: unknown): Vocabulary => {
  const { pages, words } = fileSchema.parse(file);
  return { pages, ...decodeLines(words) };
};

export const NO_VOCABULARY: Vocabulary = { pages: 0, words: [], frequency: [] };
