/**
 * Every word of an index, with how often it occurs: what spelling and ranking go by. Made from the same
 * pages as the index, by the same rules. Front-coded: a word takes three to four bytes on the line.
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
  /** Of each word: how many letters it shares with the one before, as a capital, then the others. */
  words: z.string(),
  /** Of each word: its frequency, as a capital. Apart from the words it packs better. */
  frequency: z.string(),
});

const SHORTEST = 2;
const LONGEST = 24;
const MOST_SHARED = 25;
const LETTER_A = 65;

/** Numbers alone are not spelt wrongly. */
const isWord = (word: string): boolean => word.length >= SHORTEST && word.length <= LONGEST && /\p{L}/u.test(word);

/** Texts repeat the same pieces over and over: each is taken apart once. */
const rememberWords = (): ((piece: string) => readonly string[]) => {
  const known = new Map<string, readonly string[]>();
  return (piece) => {
    const words = known.get(piece) ?? textWords(piece).filter(isWord);
    known.set(piece, words);
    return words;
  };
};

export interface VocabularyCollector {
  /** @param texts of one page */
  add: (texts: readonly string[]) => void;
  end: () => Vocabulary;
}

/** Collects the words of one page after another. */
export const startVocabulary = (): VocabularyCollector => {
  const counts = new Map<string, number>();
  const wordsOf = rememberWords();
  let pages = 0;
  return {
    add: (texts) => {
      pages += 1;
      const pieces = new Set(texts.flatMap((text) => text.split(/\s/)));
      const words = new Set<string>();
      for (const piece of pieces) for (const word of wordsOf(piece)) words.add(word);
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    },
    end: () => {
      const words = [...counts.keys()].sort();
      return { pages, words, frequency: words.map((word) => Math.floor(Math.log2(counts.get(word) ?? 1))) };
    },
  };
};

/** @param pages the texts of each page */
export const collectVocabulary = (pages: Iterable<readonly string[]>): Vocabulary => {
  const vocabulary = startVocabulary();
  for (const texts of pages) vocabulary.add(texts);
  return vocabulary.end();
};

const sharedLetters = (a: string, b: string): number => {
  let shared = 0;
  while (shared < MOST_SHARED && shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
  return shared;
};

/** Words of the index are folded: a capital is never part of one. */
const toCapital = (number: number): string => String.fromCharCode(LETTER_A + Math.min(number, MOST_SHARED));
const fromCapital = (text: string): number => text.charCodeAt(0) - LETTER_A;

export const encodeVocabulary = ({ pages, words, frequency }: Vocabulary): string => {
  const coded = words.map((word, i) => {
    const shared = sharedLetters(words[i - 1] ?? '', word);
    return toCapital(shared) + word.slice(shared);
  });
  return JSON.stringify({
    format: FORMAT,
    pages,
    words: coded.join(''),
    frequency: frequency.map(toCapital).join(''),
  });
};

const decodeWords = (coded: string): string[] => {
  let before = '';
  return (coded.match(/[A-Z][^A-Z]*/g) ?? []).map((part) => {
    before = before.slice(0, fromCapital(part)) + part.slice(1);
    return before;
  });
};

/** What was downloaded → the vocabulary; throws where it is of another build, or broken. */
export const parseVocabulary = (file: unknown): Vocabulary => {
  const { pages, words: coded, frequency } = fileSchema.parse(file);
  const words = decodeWords(coded);
  if (words.length !== frequency.length) throw new Error('The vocabulary is not as it should be.');
  return { pages, words, frequency: Array.from(frequency, fromCapital) };
};

export const NO_VOCABULARY: Vocabulary = { pages: 0, words: [], frequency: [] };
