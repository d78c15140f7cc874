/** Of the ways in which a query may have been meant, the one whose words really occur together. */
import { slipsBetween, type Candidate, type Speller } from './speller.ts';
import { isStopWord, meaningful, stem } from './words.ts';

/** Spellings of a whole query that are thought of, and that the engine is asked about. */
const MOST_SPELLINGS = 6;
const MOST_PROBES = 4;
/** From so many pages on (log2), a beginning is a beginning and no slip. */
const COMMON_BEGINNING = 2;
const SHORTEST_CHECKED = 4;
const SHORTEST_HALF = 3;
/** From so many letters on, a word with one slip is recognised without others. */
const LONG_ENOUGH = 6;
/** What a word that may be right as it is has ahead of its candidates. */
const DOUBT = 1;
/** How much a spelling loses for each unit of its cost. */
const COST_WEIGHT = 0.25;
const SPLIT_COST = 1;

export interface Spelling {
  words: readonly string[];
  cost: number;
}

interface Alternatives {
  spellings: readonly Spelling[];
  /** The word may be right as it is. */
  isDoubtful: boolean;
}

const asTyped = (word: string): Alternatives => ({ spellings: [{ words: [word], cost: 0 }], isDoubtful: false });

/** `soc2` → `soc 2`, `followup` → `follow up`: two words that are known, written as one. */
const halves = (word: string, speller: Speller): Spelling[] => {
  const [, letters = '', digits = ''] = /^(\p{L}+)(\d+)$/u.exec(word) ?? [];
  if (digits !== '') return speller.has(letters) ? [{ words: [letters, digits], cost: 0 }] : [];
  for (let at = SHORTEST_HALF; at <= word.length - SHORTEST_HALF + 1; at++) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    if (speller.has(left) && speller.has(right)) return [{ words: [left, right], cost: SPLIT_COST }];
  }
  return [];
};

const toSpellings = (candidates: readonly Candidate[]): Spelling[] => {
  const least = candidates[0]?.cost ?? 0;
  return candidates.map(({ word, cost }) => ({ words: [word], cost: cost - least }));
};

const alternativesOf = (word: string, speller: Speller, isUnfinished: boolean): Alternatives => {
  if (speller.has(word) || isStopWord(word)) return asTyped(word);
  const split = halves(word, speller);
  if (!/^\p{L}+$/u.test(word)) return split.length > 0 ? { spellings: split, isDoubtful: false } : asTyped(word);
  if (word.length < SHORTEST_CHECKED) return asTyped(word);
  const beginning = speller.beginningOf(word);
  if (beginning >= COMMON_BEGINNING) return asTyped(word);
  const candidates = [...toSpellings(speller.suggest(word, isUnfinished)), ...split];
  if (candidates.length === 0) return asTyped(word);
  const isDoubtful = beginning >= 0 || (stem(word) !== word && speller.has(stem(word)));
  if (!isDoubtful) return { spellings: candidates, isDoubtful };
  const doubted = candidates.map(({ words, cost }) => ({ words, cost: cost + DOUBT }));
  return { spellings: [{ words: [word], cost: 0 }, ...doubted], isDoubtful };
};

/** Spellings of the whole query, the likeliest first. */
const combine = (words: readonly Alternatives[]): Spelling[] =>
  words.reduce<Spelling[]>(
    (before, { spellings }) =>
      before
        .flatMap((start) =>
          spellings.map((next) => ({ words: [...start.words, ...next.words], cost: start.cost + next.cost })),
        )
        .sort((a, b) => a.cost - b.cost)
        .slice(0, MOST_SPELLINGS),
    [{ words: [], cost: 0 }],
  );

/** The engine's best score for words that must all occur; 0 where it has no hit. */
export type BestScore = (words: readonly string[]) => Promise<number>;

/** A long word with a slip is still recognised by itself; a short one could be many. */
const surest = (word: string, alternatives: Alternatives | undefined): readonly string[] => {
  const first = alternatives?.spellings[0]?.words ?? [word];
  const isSure = word.length >= LONG_ENOUGH && first.length === 1 && slipsBetween(word, first[0] ?? '', 1) <= 1;
  return isSure || first.length > 1 ? first : [word];
};

/** @param isUnfinished the last word is still being typed */
export const chooseSpelling = async (
  typed: readonly string[],
  speller: Speller,
  isUnfinished: boolean,
  bestScore: BestScore,
): Promise<readonly string[]> => {
  const alternatives = typed.map((word, i) => alternativesOf(word, speller, isUnfinished && i === typed.length - 1));
  const spellings = combine(alternatives);
  const likeliest = spellings[0]?.words ?? typed;
  if (spellings.length < 2) return likeliest;
  // The engine takes a word as the beginning of a longer one: what it finds so needs no other spelling.
  const isDoubtful = alternatives.some((word) => word.isDoubtful);
  if (isDoubtful && (await bestScore(meaningful(typed))) > 0) return likeliest;
  const scores = await Promise.all(
    spellings.slice(0, MOST_PROBES).map(async ({ words, cost }) => ({
      words,
      score: (await bestScore(meaningful(words))) * Math.exp(-cost * COST_WEIGHT),
    })),
  );
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  // No spelling makes them occur together: the words may well be right, and the library has no such page.
  return best.score > 0 ? best.words : typed.flatMap((word, i) => surest(word, alternatives[i]));
};
