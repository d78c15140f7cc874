/** Which words of the index may have been meant: candidates within one or two slips of the fingers. */
import type { Vocabulary } from './vocabulary.ts';
import { stem } from './words.ts';

export interface Candidate {
  word: string;
  /** Less is better; only differences between candidates of one word mean something. */
  cost: number;
  /** Of the fingers, between it and what was typed. */
  slips: number;
}

export interface Typed {
  word: string;
  /** It is still being typed: words that begin so count, too. */
  isUnfinished: boolean;
}

/** Where candidates are looked for: slips in the first letter are rare. */
export type Reach = 'same letter' | 'everywhere';

export interface Speller {
  has: (word: string) => boolean;
  /** log2 of the pages that have the most frequent word with this beginning; -1 where there is none. */
  beginningOf: (letters: string) => number;
  /** How much a word tells: the rarer, the more. */
  weightOf: (word: string) => number;
  /** Best first. */
  suggest: (typed: Typed, reach: Reach) => Candidate[];
}

/** Candidates of one word. */
const MOST_CANDIDATES = 4;
/** Words with one beginning that are looked at for the most frequent. */
const MOST_WITH_BEGINNING = 200;
/** From so many letters on, two slips are as likely as one. */
const LONG = 8;
/** From so many letters on, it tells something that words begin with them. */
export const SHORTEST_BEGINNING = 4;
/** How much worse than a whole word one is that only begins so. */
const ONLY_BEGINS = 0.6;

/**
 * Slips between two words: letters added, left out, mistaken, or two exchanged (optimal string alignment).
 * More than `most` are told as `most + 1`.
 */
export const slipsBetween = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let slips = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (exchanged) slips = Math.min(slips, (beforeLast[j - 2] ?? 0) + 1);
      row[j] = slips;
      if (slips < least) least = slips;
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
};

/** Slips at the beginning of a longer word: the one that is typed may have a letter more or less by now. */
const slipsAtBeginning = (typed: string, word: string): number =>
  Math.min(...[0, 1, -1].map((difference) => slipsBetween(typed, word.slice(0, typed.length + difference), 1)));

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

const sortedLetters = (word: string): string => [...word].sort().join('');

const groupBy = (
  words: readonly string[],
  keyOf: (word: string) => string | number,
): Map<string | number, number[]> => {
  const groups = new Map<string | number, number[]>();
  for (const [i, word] of words.entries()) {
    const group = groups.get(keyOf(word));
    if (group) group.push(i);
    else groups.set(keyOf(word), [i]);
  }
  return groups;
};

/** @param alsoKnown words that are right although no page has them: synonyms, names of facets */
export const createSpeller = (vocabulary: Vocabulary, alsoKnown: Iterable<string> = []): Speller => {
  const { words, frequency, pages } = vocabulary;
  const extra = new Set(alsoKnown);
  // Most queries are spelt as they should be, and never ask for candidates.
  const byLength = once(() => groupBy(words, (word) => word.length));
  const byFirstLetter = once(() => groupBy(words, (word) => word.charAt(0)));

  const firstFrom = (letters: string): number => {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[middle] ?? '') < letters) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const placeOf = (word: string): number | undefined => {
    const place = firstFrom(word);
    return words[place] === word ? place : undefined;
  };

  const beginningOf = (letters: string): number => {
    let best = -1;
    const from = firstFrom(letters);
    for (let i = from; i < from + MOST_WITH_BEGINNING && words[i]?.startsWith(letters); i++)
      best = Math.max(best, frequency[i] ?? 0);
    return best;
  };

  const weightOf = (word: string): number => {
    const place = placeOf(word) ?? placeOf(stem(word));
    if (place === undefined) return Math.log(1 + Math.max(pages, 1));
    return Math.log(1 + pages / 2 ** ((frequency[place] ?? 0) + 0.5));
  };

  const candidate = (typed: string, place: number, slips: number, isBeginning = false): Candidate => {
    const word = words[place] ?? '';
    const otherStart = typed.charAt(0) === word.charAt(0) ? 0 : 1;
    const sameLetters = sortedLetters(typed) === sortedLetters(word) ? 0.5 : 0;
    const distance = slips + (isBeginning ? ONLY_BEGINS : 0);
    return { word, slips, cost: distance * 3 - (frequency[place] ?? 0) * 0.35 + otherStart - sameLetters };
  };

  const sameLetter = (typed: string): readonly number[] => byFirstLetter().get(typed.charAt(0)) ?? [];

  const similarLength = (typed: string, most: number): number[] =>
    Array.from({ length: 2 * most + 1 }, (_, i) => byLength().get(typed.length - most + i) ?? []).flat();

  const wholeWords = (typed: string, reach: Reach): Candidate[] => {
    const most = typed.length < LONG ? 1 : 2;
    const places = reach === 'everywhere' ? similarLength(typed, most) : sameLetter(typed);
    return places.flatMap((place) => {
      const slips = slipsBetween(typed, words[place] ?? '', most);
      return slips <= most ? [candidate(typed, place, slips)] : [];
    });
  };

  /** Only words with the same first letter: to look at all would take longer than a key press may. */
  const beginnings = (typed: string): Candidate[] => {
    if (typed.length < SHORTEST_BEGINNING) return [];
    return sameLetter(typed).flatMap((place) => {
      const word = words[place] ?? '';
      if (word.length <= typed.length + 1) return [];
      const slips = slipsAtBeginning(typed, word);
      return slips <= 1 ? [candidate(typed, place, slips, true)] : [];
    });
  };

  return {
    has: (word) => placeOf(word) !== undefined || extra.has(word),
    beginningOf,
    weightOf,
    suggest: ({ word, isUnfinished }, reach) =>
      [...wholeWords(word, reach), ...(isUnfinished ? beginnings(word) : [])]
        .sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1))
        .filter(({ word: found }, i, all) => all.findIndex((other) => other.word === found) === i)
        .slice(0, MOST_CANDIDATES),
  };
};
