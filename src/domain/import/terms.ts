/** Words of another house → terms of ours: by label, synonym or the mapping's own table. Nothing is invented. */
import type { CollectionName } from '../../schemas/index.ts';
import { isRecord, textOf, type ContentEntry, type Library } from '../entries.ts';

/** Words that say no more than which taxonomy it is: "retail industry". */
const EMPTY_WORDS = new Set(['industry', 'industries', 'sector', 'the', 'and']);

/** `Pharma & Life Sciences` → `pharma life science`: no case, accents, punctuation or plural. */
export const foldTerm = (words: string): string =>
  words
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word))
    .map(singular)
    .join(' ');

const singular = (word: string): string =>
  word.length < 4 || word.endsWith('ss')
    ? word
    : word
        .replace(/ies$/, 'y')
        .replace(/(ch|sh|x|ss)es$/, '$1')
        .replace(/s$/, '');

export type TermMatch =
  | { kind: 'found'; id: string }
  | { kind: 'none' }
  /** Several terms have this name. */
  | { kind: 'several'; ids: readonly string[] }
  /** The mapping says that it has no term. */
  | { kind: 'left out' }
  /** The mapping names a term that does not exist. */
  | { kind: 'wrong alias'; id: string };

export type TermMatcher = (collection: CollectionName, words: string) => TermMatch;

type Aliases = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

const namesOf = (term: ContentEntry): string[] => [
  term.id,
  textOf(term, 'label') ?? '',
  ...textsIn(term.data['synonyms']),
  // Personas: job titles that stand for them.
  ...textsIn(term.data['titles']),
];

/** @param aliases the mapping's `terms`: taxonomy → words → id, or null for what has no term here */
export const termMatcher = (library: Pick<Library, 'entries'>, aliases: Aliases): TermMatcher => {
  const indexes = new Map<CollectionName, { names: Map<string, Set<string>>; aliases: Map<string, string | null> }>();
  const indexOf = (collection: CollectionName) => {
    const known = indexes.get(collection);
    if (known) return known;
    const index = {
      names: indexNames([...(library.entries.get(collection)?.values() ?? [])]),
      aliases: new Map(Object.entries(aliases[collection] ?? {}).map(([words, id]) => [foldTerm(words), id])),
    };
    indexes.set(collection, index);
    return index;
  };
  return (collection, words) => {
    const index = indexOf(collection);
    const folded = foldTerm(words);
    const alias = index.aliases.get(folded);
    if (alias === null) return { kind: 'left out' };
    if (alias !== undefined) {
      const isThere = library.entries.get(collection)?.has(alias) === true;
      return isThere ? { kind: 'found', id: alias } : { kind: 'wrong alias', id: alias };
    }
    const ids = [...(index.names.get(folded) ?? [])];
    const [id] = ids;
    if (id === undefined) return sizeMatch(library, collection, words);
    return ids.length === 1 ? { kind: 'found', id } : { kind: 'several', ids };
  };
};

const indexNames = (terms: readonly ContentEntry[]): Map<string, Set<string>> => {
  const names = new Map<string, Set<string>>();
  for (const term of terms)
    for (const name of namesOf(term).map(foldTerm)) {
      if (name !== '') names.set(name, (names.get(name) ?? new Set()).add(term.id));
    }
  return names;
};

/** A head count names a size of company. */
const sizeMatch = ({ entries }: Pick<Library, 'entries'>, collection: CollectionName, words: string): TermMatch => {
  if (collection !== 'company-sizes' || !/^\d+$/.test(words)) return { kind: 'none' };
  const employees = Number(words);
  const size = [...(entries.get(collection)?.values() ?? [])].find(({ data }) => isBetween(data, employees));
  return size ? { kind: 'found', id: size.id } : { kind: 'none' };
};

const isBetween = (data: unknown, employees: number): boolean => {
  if (!isRecord(data)) return false;
  const { employees_from: from, employees_to: to } = data;
  return typeof from === 'number' && employees >= from && (typeof to !== 'number' || employees <= to);
};
