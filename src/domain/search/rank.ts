/** The order of the hits that are shown: does the title say it, do the words stand together, is it kept true. */
import { fold, isStopWord, stem, textWords } from './words.ts';

/** How much a word tells. */
export type WeightOf = (word: string) => number;

const isSame = (word: string, other: string, otherStem: string): boolean =>
  word === other || word.startsWith(otherStem);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** A word in another form counts a little less. */
const OTHER_FORM = 0.9;

/** 0 to 1: how far a title is what the query says, and nothing else. */
export const titleOverlap = (query: readonly string[], title: string, weightOf: WeightOf): number => {
  const words = textWords(title).filter((word) => !isStopWord(word));
  if (words.length === 0 || query.length === 0) return 0;
  const wanted = query.map((word) => ({ word, stem: stem(word), weight: weightOf(word) }));
  const found = wanted.map(({ word, stem: root, weight }) => {
    const same = words.find((other) => isSame(other, word, root));
    return same === undefined ? 0 : same === word ? weight : weight * OTHER_FORM;
  });
  const recall = sum(found) / (sum(wanted.map(({ weight }) => weight)) || 1);
  const precision =
    words.filter((other) => wanted.some(({ word, stem: root }) => isSame(other, word, root))).length / words.length;
  return recall > 0 && precision > 0 ? ((2 * recall * precision) / (recall + precision)) * recall : 0;
};

/** Words of a text that are looked at. */
const MOST_READ = 20_000;
/** How many words may stand between before it counts. */
const SLACK = 20;

interface Place {
  at: number;
  /** Which word of the query stands there. */
  which: number;
}

const placesIn = (query: readonly string[], text: string): Place[] => {
  const wanted = query.map((word) => ({ word, root: stem(word) }));
  const places: Place[] = [];
  let at = 0;
  for (const [part] of fold(text).matchAll(/\S+/gu)) {
    for (const word of textWords(part)) {
      const which = wanted.findIndex((one) => isSame(word, one.word, one.root));
      if (which >= 0) places.push({ at, which });
    }
    at += 1;
    if (at > MOST_READ) break;
  }
  return places;
};

/** 0 to 1: how many of the words stand together somewhere, and how closely. */
export const closeness = (query: readonly string[], text: string): number => {
  if (query.length < 2) return 0;
  const places = placesIn(query, text);
  const counts = query.map(() => 0);
  let together = 0;
  let first = 0;
  let best = 0;
  for (const { at, which } of places) {
    counts[which] = (counts[which] ?? 0) + 1;
    if (counts[which] === 1) together += 1;
    for (let start = places[first]; start && (counts[start.which] ?? 0) > 1; start = places[first]) {
      counts[start.which] = (counts[start.which] ?? 0) - 1;
      first += 1;
    }
    if (together < 2) continue;
    const width = at - (places[first]?.at ?? at) + 1;
    best = Math.max(best, (together / query.length) ** 2 * Math.min(1, (together + SLACK) / (width + SLACK)));
  }
  return best;
};

/** What of a page its order depends on. */
export interface Rankable {
  title: string;
  /** Words that editors gave it: each is a little title. */
  keywords: readonly string[];
  content: string;
  /** Day of the next review; undefined for what is not reviewed. */
  dueOn: string | undefined;
}

const TITLE = 2;
const KEYWORDS = 0.7;
const TOGETHER = 4;
/** What is overdue comes after its equals, but a good answer stays above a bad one. */
const OVERDUE = 0.75;

export const isOverdue = (dueOn: string | undefined, today: string): boolean => dueOn !== undefined && dueOn < today;

/** What the engine's score is multiplied by. */
export const rankFactor = (query: readonly string[], page: Rankable, weightOf: WeightOf, today: string): number => {
  const named = Math.max(
    titleOverlap(query, page.title, weightOf),
    ...page.keywords.map((keyword) => KEYWORDS * titleOverlap(query, keyword, weightOf)),
  );
  const factor = 1 + TITLE * named + TOGETHER * closeness(query, page.content);
  return isOverdue(page.dueOn, today) ? factor * OVERDUE : factor;
};
