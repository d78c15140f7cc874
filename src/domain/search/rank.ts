/** The order of the hits that are shown: does the title say it, do the words stand together, is it kept true. */
import { fold, isStopWord, stem, textWords } from './words.ts';

/** A word of the query, as it is looked for in titles and texts. */
export interface Wanted {
  word: string;
  /** What a word begins with that counts as the same; undefined: only the word itself. */
  beginning: string | undefined;
  /** How much it tells. */
  weight: number;
}

const SHORTEST_BEGINNING = 4;

/** @param isWhole the word is known as it is: `poc` is not the beginning of another */
export const wantedWord = (word: string, weight: number, isWhole: boolean): Wanted => ({
  word,
  beginning: isWhole && word.length < SHORTEST_BEGINNING ? undefined : stem(word),
  weight,
});

const isSame = (found: string, { word, beginning }: Wanted): boolean =>
  found === word || (beginning !== undefined && found.startsWith(beginning));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** A word in another form counts a little less. */
const OTHER_FORM = 0.9;

/** 0 to 1: how far a title is what the query says, and nothing else. */
export const titleOverlap = (query: readonly Wanted[], title: string): number => {
  const words = textWords(title).filter((word) => !isStopWord(word));
  if (words.length === 0 || query.length === 0) return 0;
  const found = query.map((wanted) => {
    if (words.includes(wanted.word)) return wanted.weight;
    return words.some((word) => isSame(word, wanted)) ? wanted.weight * OTHER_FORM : 0;
  });
  const recall = sum(found) / (sum(query.map(({ weight }) => weight)) || 1);
  const precision = words.filter((word) => query.some((wanted) => isSame(word, wanted))).length / words.length;
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

const placesIn = (query: readonly Wanted[], text: string): Place[] => {
  const places: Place[] = [];
  let at = 0;
  for (const [part] of fold(text).matchAll(/\S+/gu)) {
    for (const word of textWords(part)) {
      const which = query.findIndex((wanted) => isSame(word, wanted));
      if (which >= 0) places.push({ at, which });
    }
    at += 1;
    if (at > MOST_READ) break;
  }
  return places;
};

/** 0 to 1: how many of the words stand together somewhere, and how closely. */
export const closeness = (query: readonly Wanted[], text: string): number => {
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
  tags: string;
  content: string;
  /** Day of the next review; undefined for what is not reviewed. */
  dueOn: string | undefined;
}

const TITLE = 2;
const KEYWORDS = 0.7;
const TOGETHER = 4;
/** What is overdue comes after its equals, but a good answer stays above a bad one. */
const OVERDUE = 0.75;
/** The engine takes an acronym for the beginning of a word, too: a page that only has such words comes later. */
const WITHOUT_ACRONYM = 0.3;

const lacksAcronym = (query: readonly Wanted[], { title, keywords, tags, content }: Rankable): boolean => {
  const acronyms = query.filter(({ beginning }) => beginning === undefined);
  if (acronyms.length === 0) return false;
  const words = new Set(textWords([title, ...keywords, tags, content].join(' ')));
  return acronyms.some(({ word }) => !words.has(word));
};

export const isOverdue = (dueOn: string | undefined, today: string): boolean => dueOn !== undefined && dueOn < today;

/** What the engine's score is multiplied by. @param standsForOne the words are a phrase for the one that was typed */
export const rankFactor = (query: readonly Wanted[], page: Rankable, today: string, standsForOne: boolean): number => {
  const title = Math.max(
    titleOverlap(query, page.title),
    ...page.keywords.map((keyword) => KEYWORDS * titleOverlap(query, keyword)),
  );
  const close = closeness(query, page.content);
  // One word cannot stand together with another: its phrase must not win by that, and is none when it is scattered.
  const said = standsForOne ? (1 + TITLE * title) * close : 1 + TITLE * title + TOGETHER * close;
  const kept = isOverdue(page.dueOn, today) ? OVERDUE : 1;
  return said * kept * (lacksAcronym(query, page) ? WITHOUT_ACRONYM : 1);
};
