/** What the library page shows, as the query part of its address, and back. */
import { readSelection, writeSelection, type UnknownValue } from './address.ts';
import type { Selection } from './count.ts';
import type { Facet } from './facet.ts';

export const SORTS = ['relevance', 'review', 'title'] as const;
export type Sort = (typeof SORTS)[number];

export const isSort = (text: string | null): text is Sort => SORTS.some((sort) => sort === text);

export interface LibraryState {
  query: string;
  /** The words as they were typed, no spelling. */
  literal: boolean;
  selection: Selection;
  sort: Sort;
}

/** Words are sorted by how well they fit, a mere selection by review. */
export const defaultSort = (query: string): Sort => (query === '' ? 'review' : 'relevance');

const LONGEST_QUERY = 400;

export const readLibraryState = (
  address: URLSearchParams,
  names: readonly string[],
  facets: readonly Facet[],
): { state: LibraryState; unknown: readonly UnknownValue[] } => {
  const query = (address.get('q') ?? '').slice(0, LONGEST_QUERY).trim();
  const { selection, unknown } = readSelection(address, names, facets);
  const sort = address.get('sort');
  const isUsable = isSort(sort) && (sort !== 'relevance' || query !== '');
  const state = { query, literal: address.has('literal'), selection, sort: isUsable ? sort : defaultSort(query) };
  return { state, unknown };
};

export const writeLibraryState = (
  { query, literal, selection, sort }: LibraryState,
  facets: readonly Facet[],
): URLSearchParams => {
  const address = new URLSearchParams();
  if (query) address.set('q', query);
  if (query && literal) address.set('literal', '');
  writeSelection(address, selection, facets);
  if (sort !== defaultSort(query)) address.set('sort', sort);
  return address;
};
