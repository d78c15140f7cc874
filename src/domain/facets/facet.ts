/** Facets of rows, as columns: few distinct sets of values, and for each row the number of its set. */

export interface FacetValue {
  /** As it stands in an address: `economic-buyer`. */
  id: string;
  label: string;
}

export interface Facet {
  /** As it stands in an address: `persona`. */
  name: string;
  /** In the order in which they are shown. */
  values: readonly FacetValue[];
  /** Every combination that rows have, as places in `values`. */
  sets: readonly (readonly number[])[];
  /** Of each row, the place of its combination in `sets`. */
  column: readonly number[];
  /** A row without any value fits all of them: an asset that names no industry is for every one. */
  fitsAll: boolean;
}

/** What rows have of a facet: the ids of each. Ids that are no value of the facet are left out. */
export const toFacet = (
  { name, values, fitsAll }: Pick<Facet, 'name' | 'values' | 'fitsAll'>,
  idsOfRows: Iterable<readonly string[]>,
): Facet => {
  const places = new Map(values.map(({ id }, i) => [id, i]));
  const sets: number[][] = [];
  const known = new Map<string, number>();
  const column: number[] = [];
  for (const ids of idsOfRows) {
    const set = [...new Set(ids.flatMap((id) => places.get(id) ?? []))].sort((a, b) => a - b);
    const key = set.join();
    const place = known.get(key) ?? sets.push(set) - 1;
    known.set(key, place);
    column.push(place);
  }
  return { name, values, sets, column, fitsAll };
};

/** Places of the values that a row has; none where it fits all of them. */
export const valuesOfRow = ({ sets, column }: Facet, row: number): readonly number[] => sets[column[row] ?? -1] ?? [];

/** Labels of the values that a row has. */
export const labelsOfRow = (facet: Facet, row: number): string[] =>
  valuesOfRow(facet, row).flatMap((place) => facet.values[place]?.label ?? []);
