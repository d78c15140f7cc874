/**
 * How well an asset fits a deal, and why. Points are added up, so that whatever is better for one reason alone is
 * better as a whole; docs/deal-desk.md tells readers the same numbers.
 */
import { freshnessOfRow } from '../facets/library-columns.ts';
import { CRITERIA, type Criterion, type DealContext } from './context.ts';
import { facetOf, placeOf, type Desk, type DeskFacet } from './desk.ts';
import type { Facet } from '../facets/facet.ts';

/**
 * `same`: it names what the deal says. `all`: it names nothing of the kind, so it suits every deal. `other`: it names
 * something else. `only`: it is for this member and nobody else. `always`: doing nothing is a rival in every deal.
 */
export type Fit = 'same' | 'all' | 'other' | 'only' | 'always' | 'overdue' | 'prefilled';

export interface Reason {
  criterion: Criterion | 'persona' | 'stage' | 'review' | 'numbers';
  fit: Fit;
}

/** Added where an asset names the same as the deal, taken off where it names another; nothing where it names none. */
export const POINTS: Readonly<Record<Criterion, number>> = {
  industry: 5,
  competitor: 4,
  use: 4,
  product: 3,
  pipeline: 3,
  size: 2,
  region: 2,
};

/** It is for this member of the committee alone. */
export const ONLY_READER = 2;
/** Nobody has looked at it since the day on which it was due, or ever. */
export const OVERDUE = -4;
/** Objections and calculators are not bound to a stage: being made for it is a help. */
export const SAME_STAGE = 3;
/** A calculator has the numbers of this industry. */
export const PREFILLED = 3;

export interface Ranked {
  /** Its place in the desk. */
  row: number;
  points: number;
  reasons: readonly Reason[];
}

type CriterionFit = 'same' | 'all' | 'other';

/** For each set of the facet, how it fits. */
const fitsOfSets = (facet: Facet, wanted: string, neutral: readonly string[]): CriterionFit[] => {
  const place = placeOf(facet, wanted);
  const suitsAll = neutral.map((id) => placeOf(facet, id)).filter((known) => known >= 0);
  return facet.sets.map((set) => {
    if (set.includes(place)) return 'same';
    return set.length === 0 || set.some((other) => suitsAll.includes(other)) ? 'all' : 'other';
  });
};

const POINTS_OF: Readonly<Record<CriterionFit, number>> = { same: 1, all: 0, other: -1 };

interface Measure {
  criterion: Criterion;
  column: readonly number[];
  fits: readonly CriterionFit[];
  points: readonly number[];
}

/** The answer to a deal, as far as it is the same for every member and stage: made once a change. */
export interface Weighed {
  desk: Desk;
  context: DealContext;
  /** Of each row, its points. */
  points: Int16Array;
  /** Of each row: nobody has looked at it in time. */
  overdue: Uint8Array;
  measures: readonly Measure[];
}

/** @param today the reader's day */
export const weigh = (desk: Desk, context: DealContext, today: string): Weighed => {
  const measures = CRITERIA.flatMap((criterion): Measure[] => {
    const wanted = context[criterion];
    if (wanted === undefined) return [];
    const facet = facetOf(desk, criterion);
    // What is made against doing nothing serves against anybody: doing nothing is a rival in every deal.
    const fits = fitsOfSets(facet, wanted, criterion === 'competitor' ? desk.statusQuo : []);
    const points = fits.map((fit) => POINTS_OF[fit] * POINTS[criterion]);
    return [{ criterion, column: facet.column, fits, points }];
  });
  const points = new Int16Array(desk.rows);
  const overdue = overdueRows(desk, today);
  for (let row = 0; row < desk.rows; row++) {
    let sum = overdue[row] === 1 ? OVERDUE : 0;
    for (const { column, points: ofSet } of measures) sum += ofSet[column[row] ?? -1] ?? 0;
    points[row] = sum;
  }
  return { desk, context, points, overdue, measures };
};

/** They change once a day, and not with the deal. */
const overdueOn = new WeakMap<Desk, { today: string; rows: Uint8Array }>();

const overdueRows = (desk: Desk, today: string): Uint8Array => {
  const known = overdueOn.get(desk);
  if (known?.today === today) return known.rows;
  const rows = new Uint8Array(desk.rows);
  for (let row = 0; row < desk.rows; row++) {
    const { state } = freshnessOfRow(desk, row, today);
    if (state === 'overdue' || state === 'unreviewed') rows[row] = 1;
  }
  overdueOn.set(desk, { today, rows });
  return rows;
};

/** What of the deal it names, in the order in which a deal is told. */
export const reasonsOf = ({ measures }: Weighed, row: number): Reason[] =>
  measures.map(({ criterion, column, fits }) => ({ criterion, fit: fits[column[row] ?? -1] ?? 'all' }));

export const isOverdue = ({ overdue }: Weighed, row: number): boolean => overdue[row] === 1;

/** Said last, and of every kind of asset. */
export const OVERDUE_REASON: Reason = { criterion: 'review', fit: 'overdue' };

/** Rows whose asset has one of these values, as a test of a row. @param emptyFits a row without any value passes */
export const having = (
  desk: Desk,
  name: DeskFacet,
  ids: readonly string[],
  emptyFits = false,
): ((row: number) => boolean) => {
  const facet = facetOf(desk, name);
  const places = ids.map((id) => placeOf(facet, id));
  const passes = facet.sets.map((set) => (set.length === 0 ? emptyFits : set.some((place) => places.includes(place))));
  return (row) => passes[facet.column[row] ?? -1] === true;
};

/** Rows whose asset has this value and no other. */
export const havingOnly = (desk: Desk, name: DeskFacet, id: string): ((row: number) => boolean) => {
  const facet = facetOf(desk, name);
  const place = placeOf(facet, id);
  const passes = facet.sets.map((set) => set.length === 1 && set[0] === place);
  return (row) => passes[facet.column[row] ?? -1] === true;
};

export interface Best {
  rows: { row: number; points: number }[];
  /** How many there are, listed or not. */
  count: number;
}

/**
 * The best of some rows: by points, and with equal points the most lately reviewed, which is the row's own order. No
 * two rows are equal, so the same deal always has the same answer.
 * @param rows in ascending order
 */
export const bestOf = (
  rows: Iterable<number>,
  passes: (row: number) => boolean,
  pointsOf: (row: number) => number,
  most: number,
): Best => {
  const best: Best['rows'] = [];
  let count = 0;
  for (const row of rows) {
    if (!passes(row)) continue;
    count += 1;
    const points = pointsOf(row);
    const last = best[best.length - 1];
    if (best.length >= most && (last === undefined || points <= last.points)) continue;
    let at = best.length;
    while (at > 0 && (best[at - 1]?.points ?? 0) < points) at -= 1;
    best.splice(at, 0, { row, points });
    if (best.length > most) best.pop();
  }
  return { rows: best, count };
};
