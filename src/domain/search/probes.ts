/** What the engine is asked for one query: its words, in the ways in which they may have been meant. */
import type { Selection } from './engine.ts';
import type { NamedFacet } from './facet-words.ts';
import type { Candidate } from './speller.ts';
import type { Replaced } from './synonyms.ts';
import { meaningful } from './words.ts';

/** A query once it is spelt. */
export interface Asked {
  words: readonly string[];
  /** Words that are searched although they are stop words. */
  needed: ReadonlySet<string>;
  selection: Selection;
}

/** One question to the engine. */
export interface Probe {
  /** What is asked; null: every page. */
  query: string | null;
  /** The words by which its hits are ranked. */
  words: readonly string[];
  weight: number;
  /** Facets that a hit must have, instead of words. */
  facets: readonly NamedFacet[];
  added?: Added;
}

/** Words that the reader has not typed. */
export interface Added {
  phrase: string;
  /** It stands for a query of one word. */
  standsForOne: boolean;
}

/** How much a word tells. */
type WeightOf = (word: string) => number;

const SYNONYM_WEIGHT = 0.8;
/** Of a query with a word that is one slip away from what was typed. */
const NEAR_WEIGHT = 0.7;
/** The query with its stop words is the better match, where there is one. */
const EXACT_WEIGHT = 1.05;
/** Of a page that has nothing of the query but one facet. */
const ONE_FACET_WEIGHT = 0.3;

export const sumOf = (words: readonly string[], weightOf: WeightOf): number =>
  words.reduce((sum, word) => sum + weightOf(word), 0);

export const toQuery = (words: readonly string[]): string => words.join(' ');

const without = (words: readonly string[], facets: readonly NamedFacet[]): string[] => {
  const taken = new Set(facets.flatMap(({ at }) => at));
  return words.filter((_, i) => !taken.has(i));
};

/** As it was typed, and without its stop words. */
export const textProbes = ({ words, needed }: Asked): Probe[] => {
  const base = meaningful(words, needed);
  const probe = { query: toQuery(base), words: base, weight: 1, facets: [] };
  return base.length === words.length ? [probe] : [probe, { ...probe, query: toQuery(words), weight: EXACT_WEIGHT }];
};

/** Each facet may be meant as one, or as text: all of them, and each alone. */
export const facetProbes = ({ words, needed }: Asked, named: readonly NamedFacet[], weightOf: WeightOf): Probe[] => {
  if (named.length === 0) return [];
  const choices = named.length === 1 ? [named] : [named, ...named.map((facet) => [facet])];
  const all = meaningful(words, needed);
  return choices.map((facets) => {
    const rest = without(words, facets);
    const asked = rest.length > 0 ? meaningful(rest, needed) : [];
    // The facet stands for words: a page that has it is as good as one that has them.
    const weight = sumOf(all, weightOf) / (sumOf(asked, weightOf) || 1);
    if (asked.length > 0) return { query: toQuery(asked), words: all, weight: Math.max(1, weight), facets };
    // One facet alone may be all of a type; pages that have the word in their text come first.
    return { query: null, words: all, weight: facets.length > 1 ? 1 : ONE_FACET_WEIGHT, facets };
  });
};

/** With a synonym. More words add up to a higher score: a phrase for one word must not win by that. */
export const synonymProbe = (
  { words, needed }: Asked,
  { words: replaced, by }: Replaced,
  weightOf: WeightOf,
): Probe => {
  const base = meaningful(replaced, needed);
  const typed = meaningful(words, needed);
  const weight = SYNONYM_WEIGHT * Math.min(1, sumOf(typed, weightOf) / (sumOf(base, weightOf) || 1));
  const added = { phrase: by, standsForOne: typed.length === 1 && base.length > 1 };
  return { query: toQuery(base), words: base, weight, facets: [], added };
};

/** With words near one of them: `data used tran` begins `transit`, and may be `train`. */
export const nearProbes = ({ words, needed }: Asked, word: string, near: readonly Candidate[]): Probe[] =>
  near.map(({ word: other }) => {
    const replaced = meaningful(words, needed).map((typed) => (typed === word ? other : typed));
    const added = { phrase: other, standsForOne: false };
    return { query: toQuery(replaced), words: replaced, weight: NEAR_WEIGHT, facets: [], added };
  });

export const dropSame = (probes: readonly Probe[]): Probe[] => {
  const seen = new Set<string>();
  return probes.filter(({ query, facets }) => {
    const key = JSON.stringify([query, facets.map(({ facet }) => facet)]);
    return !seen.has(key) && seen.add(key);
  });
};
