/** How far an asset's last review can still be trusted. Days are texts (`2026-03-15`), compared as such. */

export type FreshnessState = 'fresh' | 'due' | 'overdue' | 'unreviewed';

export interface Freshness {
  state: FreshnessState;
  /** Day of the next review; empty when it was never reviewed. */
  due_on: string;
}

const DAY = 86_400_000;

/** The day `days` after `day`. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

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
