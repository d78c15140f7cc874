/**
 * Values as people read them. Nothing is rounded before this, and NaN or Infinity never gets past it:
 * what is no number is "—".
 */
import type { Unit } from '../../schemas/assets/calculator.ts';
import { fill } from '../ui.ts';
import type { CaseFigures, PaybackResult } from './calculate.ts';
import type { CalculatorLabels } from './labels.ts';
import type { ReadNumber } from './read-number.ts';
import { isError, type Figure, type Value } from './values.ts';

export interface Formatting {
  locale: string;
  currency: string;
  labels: CalculatorLabels;
}

/** `full`: as in a table; `headline`: three significant figures, for what stands large; `exact`: all digits, as in a field. */
export type Style = 'full' | 'headline' | 'exact';

export const NO_VALUE = '—';

const HEADLINE_DIGITS = 3;

/** Making a format takes a hundred times as long as using it. */
const formats = new Map<string, Intl.NumberFormat>();

const formatFor = (locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(locale, options);
  formats.set(key, format);
  return format;
};

/** Digits after the point that say something about a number of this size in this unit. */
const fractionDigits = (value: number, unit: Unit): number => {
  const size = Math.abs(value);
  if (unit === 'currency') return size >= 100 || value === 0 ? 0 : 2;
  if (unit === 'percent') return size >= 1 ? 0 : 1;
  if (unit === 'ratio') return 2;
  return size >= 100 ? 0 : size >= 1 ? 1 : 2;
};

const unitOptions = (unit: Unit, currency: string): Intl.NumberFormatOptions => {
  if (unit === 'currency') return { style: 'currency', currency, currencyDisplay: 'narrowSymbol' };
  return unit === 'percent' ? { style: 'percent' } : {};
};

const numberFormat = (value: number, unit: Unit, style: Style, { locale, currency }: Formatting): Intl.NumberFormat => {
  // What rounds to nothing is nothing: "0", not "-0".
  const kind: Intl.NumberFormatOptions = { signDisplay: 'negative', ...unitOptions(unit, currency) };
  const digits = fractionDigits(value, unit);
  switch (style) {
    case 'headline':
      return formatFor(locale, { ...kind, maximumSignificantDigits: HEADLINE_DIGITS });
    case 'exact':
      return formatFor(locale, { ...kind, minimumFractionDigits: 0, maximumFractionDigits: 10 });
    case 'full':
      return formatFor(locale, {
        ...kind,
        minimumFractionDigits: unit === 'currency' ? digits : 0,
        maximumFractionDigits: digits,
      });
  }
};

/** Any value of a model as text; an error, and anything that is no finite number, as "—". */
export const formatValue = (
  value: Value | undefined,
  unit: Unit,
  formatting: Formatting,
  style: Style = 'full',
): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return formatting.labels.calculator[value ? 'yes' : 'no'];
  if (typeof value !== 'number' || !Number.isFinite(value)) return NO_VALUE;
  const shown = numberFormat(value, unit, style, formatting).format(value);
  const { labels } = formatting;
  if (unit === 'hours') return fill(labels.calculator[value === 1 ? 'hours_one' : 'hours_many'], { count: shown });
  if (unit === 'months') return fill(labels.calculator[value === 1 ? 'months_one' : 'months_many'], { count: shown });
  return shown;
};

/** With the author's own words after the number, where there are any: "€14 a user a month". */
export const withNote = (text: string, note: string | undefined): string =>
  note === undefined || text === NO_VALUE ? text : `${text} ${note}`;

/** As it stands in a field: all digits, without the sign of a unit. */
export const formatEntry = (value: number, unit: Unit, locale: string): string =>
  formatFor(locale, { maximumFractionDigits: 10, useGrouping: 'min2' }).format(
    unit === 'percent' ? Number((value * 100).toPrecision(12)) : value,
  );

/** Under six months is as exact as anyone can be about the first ones. */
const SOON = 6;

/** "14 months", "under 6 months", "not within 36 months"; months are rounded up. */
export const formatPayback = (
  { months, lastMonths }: PaybackResult,
  years: number,
  { labels, locale }: Formatting,
): string => {
  const words = labels.calculator;
  const number = (value: number) => formatFor(locale, { maximumFractionDigits: 0 }).format(value);
  if (isError(months))
    return months.from === 'payback_months' ? fill(words.payback_never, { months: years * 12 }) : NO_VALUE;
  if (!Number.isFinite(months)) return NO_VALUE;
  if (lastMonths !== undefined)
    return fill(words.payback_again, { months: number(wholeMonths(months)), again: number(wholeMonths(lastMonths)) });
  if (months === 0) return words.payback_at_once;
  return months < SOON
    ? fill(words.payback_soon, { months: SOON })
    : fill(words.payback_months, { months: number(wholeMonths(months)) });
};

/** Rounded up, but not for the noise of binary fractions: 12.0000000001 months are twelve. */
const wholeMonths = (months: number): number => Math.ceil(months - 1e-9);

/** ROI as text: "329%", or that it needs a cost. */
export const formatRoi = (roi: Figure, formatting: Formatting, style: Style = 'full'): string => {
  if (isError(roi) && roi.error === '#DIV/0!' && roi.from === 'roi') return formatting.labels.calculator.roi_needs_cost;
  return formatValue(roi, 'percent', formatting, style);
};

/** A rate that exists, or "not meaningful". */
export const formatIrr = (irr: Figure, formatting: Formatting): string =>
  isError(irr) && irr.from === 'internal_rate_of_return'
    ? formatting.labels.calculator.not_meaningful
    : formatValue(irr, 'percent', formatting);

/** Any named figure as text: the standard ones have words of their own. */
export const formatNamed = (
  name: string,
  value: Value | undefined,
  unit: Unit,
  context: Formatting & { figures: CaseFigures | undefined; years: number },
  style: Style = 'full',
): string => {
  if (name === 'payback_months' && context.figures)
    return formatPayback(context.figures.payback, context.years, context);
  if (name === 'roi' && context.figures) return formatRoi(context.figures.roi, context, style);
  if (name === 'internal_rate_of_return' && context.figures) return formatIrr(context.figures.irr, context);
  return formatValue(value, unit, context, style);
};

/** What to say about an entry that cannot be used; undefined for one that can. */
export const entryMessage = (read: ReadNumber, unit: Unit, formatting: Formatting): string | undefined => {
  const words = formatting.labels.calculator;
  const show = (value: number): string => formatValue(value, unit, formatting, 'exact');
  switch (read.kind) {
    case 'number':
      return undefined;
    case 'not a number':
      return fill(words.not_a_number, { example: formatEntry(read.example, unit, formatting.locale) });
    case 'ambiguous':
      return fill(words.ambiguous, { readings: read.readings.map(show).join(` ${words.or} `) });
    case 'not whole':
      return fill(words.not_whole, { example: formatEntry(Math.round(read.example), unit, formatting.locale) });
    case 'other currency':
      return fill(words.other_currency, { currency: read.currency });
    case 'out of range':
      if (read.min === undefined) return fill(words.at_most, { max: show(read.max ?? read.value) });
      if (read.max === undefined) return fill(words.at_least, { min: show(read.min) });
      return fill(words.out_of_range, { min: show(read.min), max: show(read.max) });
  }
};
