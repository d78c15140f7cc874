/** A selection as the query part of an address, and back: `?stage=decision&persona=legal&persona=champion`. */
import type { Selection } from './count.ts';
import type { Facet } from './facet.ts';

/** A value that an address names and this build does not have. */
export interface UnknownValue {
  facet: string;
  value: string;
}

export interface ReadSelection {
  selection: Selection;
  unknown: readonly UnknownValue[];
}

/** Of a hostile address, so many unknown values are told. */
const MOST_TOLD = 3;
const LONGEST_TOLD = 40;

/**
 * @param names of all facets that there can be; other parameters of an address are none of our business
 * @param facets those that this build has
 */
export const readSelection = (
  address: URLSearchParams,
  names: readonly string[],
  facets: readonly Facet[],
): ReadSelection => {
  const selection = new Map<string, Set<string>>();
  const unknown: UnknownValue[] = [];
  for (const name of names) {
    const known = new Set(facets.find((facet) => facet.name === name)?.values.map(({ id }) => id));
    for (const value of new Set(address.getAll(name))) {
      if (!known.has(value)) unknown.push({ facet: name, value: value.slice(0, LONGEST_TOLD) });
      else if (!selection.get(name)?.add(value)) selection.set(name, new Set([value]));
    }
  }
  return { selection, unknown: unknown.slice(0, MOST_TOLD) };
};

/** Adds a selection to an address, always in the same order, so that the same list has one address. */
export const writeSelection = (address: URLSearchParams, selection: Selection, facets: readonly Facet[]): void => {
  for (const { name, values } of facets)
    for (const { id } of values) if (selection.get(name)?.has(id)) address.append(name, id);
};
