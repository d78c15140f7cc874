/** How far an asset's last review can still be trusted. Days are texts (`2026-03-15`), compared as such. */

export type FreshnessState = 'fresh' | 'due' | 'overdue' | 'unreviewed';

export interface Freshness {
  state: FreshnessState;
  /** Day of the next review; empty when it was never reviewed. */
  due_on: string;
}

const DAY = 86_400_000;

/** Later days would have five digits in the year, and no longer sort as texts. */
const LAST_DAY = Date.UTC(9999, 11, 31);

/** Is it a day of the calendar, written as `2026-03-15`? */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

/** The day `days` after `day`; at most the last day of the year 9999. */
export const addDays = (day: string, days: number): string =>
  new Date(Math.min(Date.parse(`${day}T00:00:00Z`) + days * DAY, LAST_DAY)).toISOString().slice(0, 10);

/**
 * @param reviewedOn day of the last review, or empty
 * @param every days between reviews
 * @param notice days before the due day at which the state turns to `due`
 */
export const freshness = (reviewedOn: string, every: number, notice: number, today: string): Freshness => {
  if (reviewedOn === '') return { state: 'unreviewed', due_on: '' };
  const due_on = addDays(reviewedOn, every);
  if (due_on < today) return { state: 'overdue', due_on };
  return { state: addDays(today, notice) >= due_on ? 'due' : 'fresh', due_on };
};
