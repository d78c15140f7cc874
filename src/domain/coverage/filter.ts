/** The part of the library that is looked at: for an audience, about a product, of a type. */
import { countFacets, type Selection } from '../facets/count.ts';
import type { Facet } from '../facets/facet.ts';

/** Names as they stand in an address, on this page as on the library's. */
export const FILTERS = ['audience', 'product', 'type'] as const;
export type FilterName = (typeof FILTERS)[number];

/** One value a filter; what is left out does not narrow anything. */
export type Filter = Readonly<Partial<Record<FilterName, string>>>;

/** What a reader of an audience can see: all that is open to them. */
const OPEN_TO: Readonly<Record<string, readonly string[]>> = {
  public: ['public'],
  partner: ['public', 'partner'],
};

/** The values of the library's facet that a filter stands for. */
export const facetValues = (name: FilterName, value: string): readonly string[] =>
  name === 'audience' ? (OPEN_TO[value] ?? []) : [value];

/** Rows that a filter leaves, as the library page would leave them. */
export const filteredRows = (facets: readonly Facet[], rows: number, filter: Filter): readonly number[] => {
  // Where no asset has any value of a facet, none has the one that is asked for.
  if (FILTERS.some((name) => filter[name] !== undefined && !facets.some((facet) => facet.name === name))) return [];
  const selection: Selection = new Map(
    FILTERS.flatMap((name) => {
      const value = filter[name];
      const values = value === undefined ? [] : facetValues(name, value);
      return values.length === 0 ? [] : [[name, new Set(values)] as const];
    }),
  );
  return countFacets(facets, selection, Array(rows).keys()).rows;
};

/** The same as parameters of the library's address, after those that it has. */
export const addFilter = (address: URLSearchParams, filter: Filter): void => {
  for (const name of FILTERS) {
    const value = filter[name];
    for (const one of value === undefined ? [] : facetValues(name, value)) address.append(name, one);
  }
};
