/** Of the ways in which a query may have been meant, the one whose words really occur together. */
import type { GrowingSpeller } from './growing-speller.ts';
import { SHORTEST_BEGINNING, slipsBetween, type Candidate, type Reach, type Speller, type Typed } from './speller.ts';
import { isStopWord, meaningful, stem } from './words.ts';

/** Spellings of a whole query that are thought of, and that the engine is asked about. */
const MOST_SPELLINGS = 6;
const MOST_PROBES = 4;
/** From so many pages on (log2), a beginning is a beginning and no slip. */
const COMMON_BEGINNING = 2;
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

/** The spellings of one word. */
type Alternatives = readonly Spelling[];

const asTyped = (word: string): Spelling => ({ words: [word], cost: 0 });

const WORD_AND_NUMBER = /^(\p{L}+)(\d+)$/u;

/** `soc2` → `soc 2`, where the word is known. */
const beforeNumber = (word: string, speller: Speller): Spelling => {
  const [, letters = '', digits = ''] = WORD_AND_NUMBER.exec(word) ?? [];
  return digits !== '' && speller.has(letters) && !speller.has(word)
    ? { words: [letters, digits], cost: 0 }
    : asTyped(word);
};

/** Neither a word of the index nor the beginning of many: it may have been meant otherwise. */
const isUnknown = (word: string, speller: Speller): boolean =>
  word.length >= SHORTEST_BEGINNING &&
  /\p{L}/u.test(word) &&
  !WORD_AND_NUMBER.test(word) &&
  !isStopWord(word) &&
  !speller.has(word) &&
  speller.beginningOf(word) < COMMON_BEGINNING;

/** It may be right all the same: rare words begin with it, or it is another form of a known one. */
const isDoubtful = (word: string, speller: Speller): boolean =>
  speller.beginningOf(word) >= 0 || (stem(word) !== word && speller.has(stem(word)));

/** `followup` → `follow up`: two words that are known, written as one. */
const halves = (word: string, speller: Speller): Spelling[] => {
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

/** None where it cannot be told yet: without a near word of the same first letter, others have to be looked at. */
const alternativesOf = (typed: Typed, speller: Speller, reach: Reach): Alternatives => {
  const { word } = typed;
  if (!isUnknown(word, speller)) return [beforeNumber(word, speller)];
  const suggested = /^\p{L}+$/u.test(word) ? speller.suggest(typed, reach) : [];
  if (reach === 'same letter' && !suggested.some(({ slips }) => slips === 1)) return [];
  const candidates = [...toSpellings(suggested), ...(reach === 'everywhere' ? halves(word, speller) : [])];
  if (candidates.length === 0) return [asTyped(word)];
  if (!isDoubtful(word, speller)) return candidates;
  return [asTyped(word), ...candidates.map(({ words, cost }) => ({ words, cost: cost + DOUBT }))];
};

/** Spellings of the whole query, the likeliest first. */
const combine = (words: readonly Alternatives[]): Spelling[] =>
  words.reduce<Spelling[]>(
    (before, spellings) =>
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
  const first = alternatives?.[0]?.words ?? [word];
  const isSure = word.length >= LONG_ENOUGH && first.length === 1 && slipsBetween(word, first[0] ?? '', 1) <= 1;
  return isSure || first.length > 1 ? first : [word];
};

/** The spelling whose words best occur together; undefined where those of none do. */
const bestTogether = async (
  spellings: readonly Spelling[],
  bestScore: BestScore,
): Promise<readonly string[] | undefined> => {
  const scored = await Promise.all(
    spellings.slice(0, MOST_PROBES).map(async ({ words, cost }) => ({
      words,
      score: (await bestScore(meaningful(words))) * Math.exp(-cost * COST_WEIGHT),
    })),
  );
  const best = Math.max(...scored.map(({ score }) => score));
  return best > 0 ? scored.find(({ score }) => score === best)?.words : undefined;
};

/** @param isUnfinished the last word is still being typed */
export const chooseSpelling = async (
  typed: readonly string[],
  speller: GrowingSpeller,
  isUnfinished: boolean,
  bestScore: BestScore,
): Promise<readonly string[]> => {
  const unknown = typed.filter((word) => isUnknown(word, speller));
  const known = typed.flatMap((word) => beforeNumber(word, speller).words);
  if (unknown.length === 0) return known;
  // The engine takes a word as the beginning of a longer one: what it finds so needs no other spelling.
  const areDoubtful = unknown.every((word) => isDoubtful(word, speller));
  if (areDoubtful && (await bestScore(meaningful(typed))) > 0) return known;

  const alternativesWithin = async (reach: Reach): Promise<Alternatives[]> => {
    await speller.learnAround(unknown, reach);
    return typed.map((word, i) =>
      alternativesOf({ word, isUnfinished: isUnfinished && i === typed.length - 1 }, speller, reach),
    );
  };

  const nearby = await bestTogether(combine(await alternativesWithin('same letter')), bestScore);
  if (nearby) return nearby;
  const alternatives = await alternativesWithin('everywhere');
  const spellings = combine(alternatives);
  const [only, ...others] = spellings;
  if (only && others.length === 0) return only.words;
  // No spelling makes them occur together: the words may well be right, and the library has no such page.
  return (await bestTogether(spellings, bestScore)) ?? typed.flatMap((word, i) => surest(word, alternatives[i]));
};
