/** Words of the trade: a term and what stands for it, either way round. */
import { phraseForms, queryWords } from './words.ts';

/** The term first, then what stands for it: `['SSO', 'single sign-on', 'SAML']`. */
export type SynonymGroup = readonly string[];

export interface Replaced {
  words: readonly string[];
  /** What was put in: `single sign-on`. */
  by: string;
}

export interface Synonyms {
  /** Every word that occurs in a phrase: known, whatever the pages say. */
  words: ReadonlySet<string>;
  /** The query with one phrase replaced, the longest phrases first. */
  replacements: (words: readonly string[], most: number) => Replaced[];
}

const LONGEST_PHRASE = 4;

/**
 * The term stands for each of its expansions and each of them for the term; two expansions do not stand for
 * each other: `SAML` and `OpenID Connect` are both single sign-on, but they are not the same.
 */
const pairsOf = (group: SynonymGroup): [string, string][] => {
  const [term, ...expansions] = group;
  if (term === undefined) return [];
  return expansions.flatMap((expansion): [string, string][] => [
    ...phraseForms(term).map((phrase): [string, string] => [phrase, expansion]),
    ...phraseForms(expansion).map((phrase): [string, string] => [phrase, term]),
  ]);
};

export const createSynonyms = (groups: readonly SynonymGroup[]): Synonyms => {
  const byPhrase = new Map<string, string[]>();
  for (const [phrase, other] of groups.flatMap(pairsOf)) {
    if (phraseForms(other).includes(phrase)) continue;
    const others = byPhrase.get(phrase);
    if (others) others.push(other);
    else byPhrase.set(phrase, [other]);
  }
  const standFor = (phrase: string): readonly string[] =>
    byPhrase.get(phrase) ?? byPhrase.get(phrase.replace(/s$/, '')) ?? [];

  const replacements = (words: readonly string[], most: number): Replaced[] => {
    const found: Replaced[] = [];
    for (let length = Math.min(LONGEST_PHRASE, words.length); length >= 1; length--) {
      for (let at = 0; at + length <= words.length; at++) {
        for (const by of standFor(words.slice(at, at + length).join(' '))) {
          if (found.length === most) return found;
          found.push({ words: [...words.slice(0, at), ...queryWords(by), ...words.slice(at + length)], by });
        }
      }
    }
    return found;
  };

  return { words: new Set([...byPhrase.keys()].flatMap((phrase) => phrase.split(' '))), replacements };
};
