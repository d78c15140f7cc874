/**
 * Which rows a selection leaves, and how many each value would have: within a facet any of its chosen values, of all
 * facets. A facet's own counts ignore its own selection, because another of its values would be added to it.
 */
import type { Facet } from './facet.ts';

/** Facet → ids of the chosen values. A facet without any is not there. */
export type Selection = ReadonlyMap<string, ReadonlySet<string>>;

export interface Counted {
  /** The rows that are left, in the order in which they were given. */
  rows: readonly number[];
  /** Facet → how many rows each of its values has, under the query and the other facets. */
  counts: ReadonlyMap<string, readonly number[]>;
  /** Facet → rows that fit all of its values, and are counted in each. */
  fitting: ReadonlyMap<string, number>;
  /** Facet with a selection → how many rows there would be without it. */
  without: ReadonlyMap<string, number>;
}

/** Whether a row of each set has one of the chosen values; undefined where none is chosen. */
const matchingSets = ({ values, sets, fitsAll }: Facet, chosen: ReadonlySet<string> | undefined) => {
  if (!chosen || chosen.size === 0) return undefined;
  const isChosen = values.map(({ id }) => chosen.has(id));
  return sets.map((set) => (set.length === 0 ? fitsAll : set.some((place) => isChosen[place])));
};

const fittingAll = ({ sets, fitsAll }: Facet, bySet: Uint32Array): number =>
  fitsAll ? (bySet[sets.findIndex((set) => set.length === 0)] ?? 0) : 0;

/** Rows of each set → rows of each value. */
const spread = ({ values, sets, fitsAll }: Facet, bySet: Uint32Array): number[] => {
  const counts = values.map(() => 0);
  for (const [i, set] of sets.entries()) {
    const count = bySet[i] ?? 0;
    const places = set.length === 0 && fitsAll ? counts.keys() : set;
    for (const place of places) counts[place] = (counts[place] ?? 0) + count;
  }
  return counts;
};

/**
 * One pass over the rows: a row that fails no facet counts everywhere, one that fails a single facet counts for that
 * facet's own values, any other nowhere.
 * @param rows candidates: the hits of a query, or all rows
 */
export const countFacets = (facets: readonly Facet[], selection: Selection, rows: Iterable<number>): Counted => {
  const parts = facets.map((facet) => ({
    facet,
    matches: matchingSets(facet, selection.get(facet.name)),
    bySet: new Uint32Array(facet.sets.length),
    without: 0,
  }));
  const selected = parts.filter(({ matches }) => matches !== undefined);
  const left: number[] = [];
  const tally = ({ facet, bySet }: (typeof parts)[number], row: number): void => {
    const set = facet.column[row] ?? 0;
    bySet[set] = (bySet[set] ?? 0) + 1;
  };
  for (const row of rows) {
    let failed: (typeof parts)[number] | undefined;
    let failures = 0;
    for (const part of selected) {
      if (part.matches?.[part.facet.column[row] ?? -1]) continue;
      failed = part;
      failures += 1;
      if (failures > 1) break;
    }
    if (failures > 1) continue;
    if (failed) {
      tally(failed, row);
      failed.without += 1;
    } else {
      left.push(row);
      for (const part of parts) tally(part, row);
    }
  }
  return {
    rows: left,
    counts: new Map(parts.map(({ facet, bySet }) => [facet.name, spread(facet, bySet)])),
    fitting: new Map(parts.map(({ facet, bySet }) => [facet.name, fittingAll(facet, bySet)])),
    without: new Map(selected.map(({ facet, without }) => [facet.name, without + left.length])),
  };
};

/** The facet whose removal would show most, with the number; undefined where no single removal shows anything. */
export const bestRelaxation = ({ without }: Counted): { facet: string; count: number } | undefined =>
  [...without]
    .map(([facet, count]) => ({ facet, count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)[0];

/** A selection with a value added, or taken out where it was in. */
export const toggled = (selection: Selection, facet: string, id: string): Selection => {
  const values = new Set(selection.get(facet));
  if (!values.delete(id)) values.add(id);
  return withValues(selection, facet, values);
};

export const withValues = (selection: Selection, facet: string, values: ReadonlySet<string>): Selection => {
  const changed = new Map(selection);
  if (values.size > 0) changed.set(facet, values);
  else changed.delete(facet);
  return changed;
};
