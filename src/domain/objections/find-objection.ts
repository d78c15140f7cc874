/**
 * A sentence of a prospect → the objections it may be, the likeliest first. Nobody says it in the words of the
 * library, so a few words in common are enough; what decides is how telling they are, and whether they stand in one
 * sentence that was heard before. Words of the trade stand for each other, as everywhere in the search.
 */
import { createSpeller } from '../search/speller.ts';
import { createSynonyms, type SynonymGroup } from '../search/synonyms.ts';
import { collectVocabulary, type Vocabulary } from '../search/vocabulary.ts';
import { capitalsIn, meaningful, queryWords, stem, textWords } from '../search/words.ts';
import type { HeardObjection } from './objection-file.ts';

/** Where a text stands decides how much it tells. */
const TITLE = 1;
const SAID = 1;
const KEYWORD = 0.8;
const CONCERN = 0.5;

/** A word that begins so, or was put right. */
const NEARLY = 0.8;
/** What one sentence that says it all is worth beside the same words scattered. */
const TOGETHER = 1.5;
/** A sentence with a synonym in it. */
const SYNONYM = 0.8;
const MOST_SYNONYMS = 6;
/** Less than this part of the best is no answer to the same question. */
const LEAST_SHARE = 0.3;
const SHORTEST_BEGINNING = 3;

/** A text of an objection. */
interface Text {
  objection: number;
  weight: number;
  /** The sentence as it was heard; undefined for what was not. */
  said: string | undefined;
  /** How many different words it has. */
  size: number;
}

export interface FoundObjection {
  /** Its place in the list. */
  objection: number;
  score: number;
  /** The sentence that was heard and is most like it, where one is. */
  said: string | undefined;
}

export type FindObjection = (sentence: string) => FoundObjection[];

const textsOf = ({ title, said, concern, keywords }: HeardObjection) => [
  { text: title, weight: TITLE, said: undefined },
  ...said.map((text) => ({ text, weight: SAID, said: text })),
  ...keywords.map((text) => ({ text, weight: KEYWORD, said: undefined })),
  { text: concern, weight: CONCERN, said: undefined },
];

const stemsOf = (text: string): Set<string> => new Set(meaningful(textWords(text), capitalsIn(text)).map(stem));

/** The words of all texts, for putting others right. */
const vocabularyOf = (objections: readonly HeardObjection[]): Vocabulary =>
  collectVocabulary(objections.map((heard) => textsOf(heard).map(({ text }) => text)));

interface Index {
  texts: readonly Text[];
  /** Stem → the texts that have it. */
  places: ReadonlyMap<string, readonly number[]>;
  /** How much a stem tells: the fewer objections have it, the more. */
  weightOf: (found: readonly number[]) => number;
}

const indexTexts = (objections: readonly HeardObjection[]): Index => {
  const texts: Text[] = [];
  const places = new Map<string, number[]>();
  for (const [objection, heard] of objections.entries()) {
    for (const { text, weight, said } of textsOf(heard)) {
      const stems = stemsOf(text);
      const at = texts.push({ objection, weight, said, size: stems.size }) - 1;
      for (const found of stems) {
        const list = places.get(found);
        if (list) list.push(at);
        else places.set(found, [at]);
      }
    }
  }
  const weightOf = (found: readonly number[]): number => {
    const having = new Set(found.map((at) => texts[at]?.objection)).size;
    return Math.log(1 + objections.length / (having + 0.5));
  };
  return { texts, places, weightOf };
};

/** A word of the sentence, with the texts that have it and how well. */
interface Heard {
  weight: number;
  texts: ReadonlyMap<number, number>;
}

/** @param groups what stands for each other: acronyms, names of a rival */
export const createFindObjection = (
  objections: readonly HeardObjection[],
  groups: readonly SynonymGroup[] = [],
): FindObjection => {
  const { texts, places, weightOf } = indexTexts(objections);
  const synonyms = createSynonyms(groups);
  const speller = createSpeller(vocabularyOf(objections), synonyms.words);

  const exact = (word: string): readonly number[] => places.get(stem(word)) ?? [];

  /** Only the word that is still being typed may be the beginning of another. */
  const begun = (word: string): number[] =>
    word.length < SHORTEST_BEGINNING ? [] : [...places].flatMap(([found, at]) => (found.startsWith(word) ? at : []));

  const hear = (word: string, isUnfinished: boolean): Heard => {
    const found = exact(word);
    const nearly = isUnfinished ? begun(word) : [];
    const isKnown = found.length > 0 || nearly.length > 0 || speller.has(word);
    const corrected = isKnown ? undefined : speller.suggest({ word, isUnfinished }, 'everywhere')[0]?.word;
    const others = corrected === undefined ? nearly : exact(corrected);
    const heard = new Map(others.map((at) => [at, NEARLY]));
    for (const at of found) heard.set(at, 1);
    return { weight: weightOf([...heard.keys()]), texts: heard };
  };

  return (sentence) => {
    const needed = capitalsIn(sentence);
    const last = /[\s.?!]$/u.test(sentence) ? undefined : queryWords(sentence).at(-1);
    const find = (words: readonly string[]): FoundObjection[] => {
      const telling = [...new Set(meaningful(words, needed))];
      const heard = telling.map((word, i) => hear(word, word === last && i === telling.length - 1));
      return scoreTexts(heard, texts);
    };
    const words = queryWords(sentence);
    const withSynonyms = synonyms.replacements(words, MOST_SYNONYMS).flatMap((replaced) => find(replaced.words));
    return likeliest([...find(words), ...withSynonyms.map((found) => ({ ...found, score: found.score * SYNONYM }))]);
  };
};

/** Each objection once, the likeliest first, as long as they are any answer to the same question. */
const likeliest = (found: readonly FoundObjection[]): FoundObjection[] => {
  const best = new Map<number, FoundObjection>();
  for (const one of found) if (one.score > (best.get(one.objection)?.score ?? 0)) best.set(one.objection, one);
  const sorted = [...best.values()].sort((a, b) => b.score - a.score || a.objection - b.objection);
  const least = (sorted[0]?.score ?? 0) * LEAST_SHARE;
  return sorted.filter(({ score }) => score >= least);
};

const scoreTexts = (heard: readonly Heard[], texts: readonly Text[]): FoundObjection[] => {
  const all = heard.reduce((sum, { weight }) => sum + weight, 0);
  if (all === 0) return [];
  /** Objection → how much of the sentence any of its texts has. */
  const scattered = new Map<number, number>();
  /** Text → how much of the sentence it has, and how many of its words that takes. */
  const inText = new Map<number, { told: number; words: number }>();
  for (const { weight, texts: having } of heard) {
    const best = new Map<number, number>();
    for (const [at, quality] of having) {
      const text = texts[at];
      if (!text) continue;
      const told = weight * quality;
      const before = inText.get(at) ?? { told: 0, words: 0 };
      inText.set(at, { told: before.told + told, words: before.words + 1 });
      best.set(text.objection, Math.max(best.get(text.objection) ?? 0, told * text.weight));
    }
    for (const [objection, told] of best) scattered.set(objection, (scattered.get(objection) ?? 0) + told);
  }
  const closest = new Map<number, { share: number; said: string | undefined }>();
  for (const [at, { told, words }] of inText) {
    const text = texts[at];
    if (!text) continue;
    const share = (told / all) * (0.5 + (0.5 * words) / text.size) * text.weight;
    if (share > (closest.get(text.objection)?.share ?? 0)) closest.set(text.objection, { share, said: text.said });
  }
  return [...scattered].map(([objection, told]) => ({
    objection,
    score: told / all + TOGETHER * (closest.get(objection)?.share ?? 0),
    said: closest.get(objection)?.said,
  }));
};
