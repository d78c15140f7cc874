/**
 * Words that equal a facet's value are an intent, not text: who types "battlecard corvane pricing" wants the
 * battlecard against Corvane, at pricing. Such a page need not have the word "battlecard".
 */
import { phraseForms, queryWords } from './words.ts';

/** A value of a facet, and what people call it. */
export interface FacetValue {
  /** Name of the filter: `type`, `competitor`. */
  facet: string;
  /** The value as the filter has it: `Battlecard`. */
  value: string;
  words: readonly string[];
}

/** A facet that a query names. */
export interface NamedFacet {
  facet: string;
  /** Any of these. */
  values: readonly string[];
  /** The words of the query that name it, as places in the list of words. */
  at: readonly number[];
}

export interface FacetWords {
  words: ReadonlySet<string>;
  find: (words: readonly string[]) => NamedFacet[];
}

const LONGEST_PHRASE = 5;
const MOST_FACETS = 4;

const singular = (phrase: string): string => phrase.replace(/ies$/, 'y').replace(/s$/, '');

export const createFacetWords = (values: readonly FacetValue[]): FacetWords => {
  const byPhrase = new Map<string, FacetValue[]>();
  for (const value of values) {
    for (const phrase of new Set([value.value, ...value.words].flatMap(phraseForms).map(singular))) {
      const others = byPhrase.get(phrase);
      if (others) others.push(value);
      else byPhrase.set(phrase, [value]);
    }
  }

  /** The longest phrases win, and no word is used twice. */
  const phrasesIn = (words: readonly string[]): { at: number[]; named: FacetValue[] }[] => {
    const used = new Set<number>();
    const found: { at: number[]; named: FacetValue[] }[] = [];
    for (let length = Math.min(LONGEST_PHRASE, words.length); length >= 1; length--) {
      for (let from = 0; from + length <= words.length; from++) {
        const at = Array.from({ length }, (_, i) => from + i);
        const named = byPhrase.get(singular(words.slice(from, from + length).join(' ')));
        if (!named || at.some((place) => used.has(place))) continue;
        for (const place of at) used.add(place);
        found.push({ at, named });
      }
    }
    return found;
  };

  /** Two values of one facet are an either-or; a word that two facets share names the first of them. */
  const find = (words: readonly string[]): NamedFacet[] => {
    const facets = new Map<string, NamedFacet>();
    for (const { at, named } of phrasesIn(words)) {
      const facet = named[0]?.facet ?? '';
      const same = named.filter((value) => value.facet === facet).map(({ value }) => value);
      const before = facets.get(facet);
      if (!before && facets.size === MOST_FACETS) continue;
      facets.set(facet, {
        facet,
        values: [...new Set([...(before?.values ?? []), ...same])],
        at: [...(before?.at ?? []), ...at],
      });
    }
    return [...facets.values()];
  };

  return {
    words: new Set(values.flatMap(({ value, words }) => [value, ...words].flatMap(phraseForms).flatMap(queryWords))),
    find,
  };
};
