/**
 * Every word of an index, with how often it occurs: what spelling and ranking go by. Made from the same
 * pages as the index, by the same rules.
 */
import { textWords } from './words.ts';

export interface Vocabulary {
  /** Pages in the index. */
  pages: number;
  /** Sorted by code unit. */
  words: readonly string[];
  /** Of each word: floor of log2 of the number of pages that have it. */
  frequency: readonly number[];
}

const SHORTEST = 2;
const LONGEST = 24;

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

export const NO_VOCABULARY: Vocabulary = { pages: 0, words: [], frequency: [] };
