/**
 * The kind of result that a case study tells of, worked out from what was measured and in which unit. Units and
 * currencies decide where they can; words of the measure only where units cannot tell, and those are English.
 */
import type { Outcome } from '../../schemas/assets/case-study.ts';

export interface Result {
  metric: string;
  before?: string | undefined;
  after?: string | undefined;
  unit?: string | undefined;
}

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

const isMoney = (values: string): boolean =>
  /\p{Sc}/u.test(values) || (values.match(/\b[A-Z]{3}\b/g) ?? []).some((code) => CURRENCIES.has(code));

const TIME = /\b(?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?|quarters?|years?)\b/i;
/** Time within time is work: hours a month, days per quarter. */
const TIME_IN_TIME = /\b(?:minutes?|hours?|days?)\s*(?:an?|per|every|each|\/)\s*\w+/i;
const WORK = /\b(?:working time|hours? (?:saved|spent)|manual|effort|workload)\b/i;
const PEOPLE = /\b(?:FTEs?|full-time)\b/i;
const FAULTS = /\b(?:errors?|mistakes?|findings?|incidents?|defects?|complaints?|violations?|breaches?|duplicates?)\b/i;
const SPENDING = /\b(?:spend|spending|costs?|fees?|price|savings?)\b/i;
const IS_LESS = /^\s*[-−–]/;

/** Rules from the surest to the least sure. */
export const outcomeOf = ({ metric, before = '', after = '', unit = '' }: Result): Outcome => {
  const values = `${before} ${after} ${unit}`;
  if (isMoney(values)) return 'money';
  if (values.includes('%')) return SPENDING.test(metric) && IS_LESS.test(after) ? 'money' : 'rate';
  if (FAULTS.test(metric) || FAULTS.test(unit)) return 'quality';
  if (TIME_IN_TIME.test(unit) || PEOPLE.test(unit)) return 'effort';
  if (TIME.test(values)) return WORK.test(metric) ? 'effort' : 'speed';
  return 'other';
};

/** A result in a line: `From receipt to approval: 14.5 → 3.8 days`. */
export const resultLine = ({ metric, before, after, unit }: Result): string => {
  const change = [before, after].filter(Boolean).join(' → ');
  if (change === '') return metric;
  const joint = unit?.startsWith('%') ? '' : ' ';
  return `${metric}: ${change}${unit ? `${joint}${unit}` : ''}`;
};
