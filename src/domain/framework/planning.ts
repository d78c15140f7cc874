/** When a layer of the framework is planned next. Days are texts (`2026-03-15`). */
import type { Rhythm } from '../../schemas/framework.ts';
import { addDays } from '../freshness.ts';

const MONTHS = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 } as const satisfies Partial<
  Record<Rhythm, number>
>;

/** The same day so many months later; where that month is shorter, its last day. */
export const addMonths = (day: string, months: number): string => {
  const date = new Date(`${day}T00:00:00Z`);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return date.toISOString().slice(0, 10);
};

export const nextPlanning = (plannedOn: string, rhythm: Rhythm): string =>
  rhythm === 'weekly' ? addDays(plannedOn, 7) : addMonths(plannedOn, MONTHS[rhythm]);
