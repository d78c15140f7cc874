/** All assets of a build as columns: what the library page counts and filters by, without any of their texts. */
import { dayNumber, dayText } from './day-number.ts';
import { toFacet, type Facet } from './facet.ts';
import { decodeFacets, encodeFacet } from './facet-file.ts';
import { isBelow, isCount, isCounts, isRecord, isText, mustBe } from '../guards.ts';

/** Every facet that a library can have, in the order of the page; `freshness` depends on the reader's day. */
export const FACET_NAMES = [
  'type',
  'stage',
  'persona',
  'industry',
  'size',
  'region',
  'product',
  'use',
  'competitor',
  'audience',
  'owner',
  'freshness',
] as const;
export type FacetName = (typeof FACET_NAMES)[number];

const FORMAT = 1;

/** Assets of one file of cards. Few, because the hits of a query lie scattered over all files. */
export const CARDS_A_FILE = 40;

/** When rows were reviewed. Whether that still holds depends on the reader's day: a build ages. */
export interface ReviewColumns {
  /** Day of the last review, as its number; 0 for none. */
  reviewed: readonly number[];
  /** Days between reviews. */
  every: readonly number[];
  /** Days before a review is due at which it is said. */
  notice: number;
}

export interface LibraryColumns extends ReviewColumns {
  /** Of the library they are made of: cards with another one belong to another build. */
  stamp: string;
  /** How many assets. */
  rows: number;
  facets: readonly Facet[];
}

/** Rows are in the order of reviews, so the steps between their days are small. */
export const toSteps = (days: readonly number[]): number[] =>
  days.map((day, i) => (i === 0 ? day : (days[i - 1] ?? 0) - day));

export const fromSteps = (numbers: readonly number[]): number[] => {
  let day = 0;
  return numbers.map((step, i) => (day = i === 0 ? step : day - step));
};

export const encodeColumns = ({ facets, reviewed, ...columns }: LibraryColumns): unknown => ({
  format: FORMAT,
  ...columns,
  facets: facets.map(encodeFacet),
  reviewed: toSteps(reviewed),
});

/** What was downloaded → the columns. @throws {Error} where it is broken, or of another format */
export const parseColumns = (file: unknown): LibraryColumns => {
  const name = 'The list of assets';
  mustBe(isRecord(file) && file['format'] === FORMAT, name);
  const { stamp, rows, reviewed, every, notice } = file;
  mustBe(isText(stamp) && isCount(rows) && isCount(notice) && isCounts(reviewed) && isCounts(every), name);
  mustBe(reviewed.length === rows && every.length === rows, name);
  const facets = decodeFacets(file['facets'], rows);
  mustBe(facets !== undefined, name);
  return { stamp, rows, facets, reviewed: fromSteps(reviewed), every, notice };
};

export const FRESHNESS = ['fresh', 'due', 'overdue', 'unreviewed'] as const;
export type FreshnessId = (typeof FRESHNESS)[number];

/** As `freshness` of `domain/freshness.ts` has it, for days as numbers. */
const freshnessOf = (reviewed: number, every: number, notice: number, today: number): FreshnessId => {
  if (reviewed === 0) return 'unreviewed';
  const due = reviewed + every;
  if (due < today) return 'overdue';
  return today + notice >= due ? 'due' : 'fresh';
};

export interface RowFreshness {
  state: FreshnessId;
  /** Day of the next review; empty when it was never reviewed. */
  due_on: string;
}

/** @param today the reader's day, `2026-03-15` */
export const freshnessOfRow = (
  { reviewed, every, notice }: ReviewColumns,
  row: number,
  today: string,
): RowFreshness => {
  const day = reviewed[row] ?? 0;
  const days = every[row] ?? 0;
  return { state: freshnessOf(day, days, notice, dayNumber(today)), due_on: day === 0 ? '' : dayText(day + days) };
};

/** The facet that a build cannot know. @param labels of the states, by id. @param today the reader's day */
export const freshnessFacet = (
  { reviewed, every, notice }: ReviewColumns,
  labels: Readonly<Record<FreshnessId, string>>,
  today: string,
): Facet => {
  const day = dayNumber(today);
  const states = reviewed.map((number, i) => freshnessOf(number, every[i] ?? 0, notice, day));
  const values = FRESHNESS.filter((id) => id !== 'unreviewed' || states.includes(id)).map((id) => ({
    id,
    label: labels[id],
  }));
  return toFacet(
    { name: 'freshness', values, fitsAll: false },
    states.map((state) => [state]),
  );
};

/** The order by title: which row comes first, second, … @throws {Error} where it is broken or of another build */
export const parseOrder = (file: unknown, { stamp, rows }: LibraryColumns): readonly number[] => {
  const name = 'The order by title';
  mustBe(isRecord(file) && file['stamp'] === stamp, name);
  const { order } = file;
  mustBe(isCounts(order) && order.length === rows && isBelow(order, rows) && new Set(order).size === rows, name);
  return order;
};
