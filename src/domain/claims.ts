/** Claims inside texts: `{claim:invoice-cycle-time}` shows the claim's value with its unit. */
import type { ContentEntry } from './entries.ts';

const INLINE_CLAIM = /\{claim:([^{}\s]+)\}/g;

/** Ids of the claims that a text shows. */
export const claimsIn = (text: string): string[] =>
  [...text.matchAll(INLINE_CLAIM)].flatMap((match) => match.slice(1, 2));

/** @param replace what to write for a claim; told where in the text it is named, and over how many characters */
export const replaceClaims = (text: string, replace: (id: string, offset: number, length: number) => string): string =>
  text.includes('{claim:')
    ? text.replaceAll(INLINE_CLAIM, (found, id: string, offset: number) => replace(id, offset, found.length))
    : text;

/** Units such as FTE look like the code of a currency, and are none. */
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

const amountFormat = (locale: string, currency: string, digits: number): Intl.NumberFormat =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 0,
    maximumFractionDigits: digits,
  });

/** Making a format takes a hundred times as long as using it. */
const formats = new Map<string, Intl.NumberFormat>();

const formatFor = (locale: string, currency: string | undefined, digits: number): Intl.NumberFormat => {
  const key = `${locale} ${currency} ${digits}`;
  const known = formats.get(key);
  if (known) return known;
  const format =
    currency === undefined
      ? new Intl.NumberFormat(locale, { maximumFractionDigits: digits })
      : amountFormat(locale, currency, digits);
  formats.set(key, format);
  return format;
};

/** `6.5` and `days` → `6.5 days`; `38` and `%` → `38%`; `120000` and `USD` → `$120,000`. */
export const formatQuantity = (value: number, unit: string | undefined, locale: string): string => {
  if (unit !== undefined && CURRENCIES.has(unit)) {
    return formatFor(locale, unit, Number.isInteger(value) ? 0 : 2).format(value);
  }
  const number = formatFor(locale, undefined, 6).format(value);
  if (unit === undefined) return number;
  return /^[%×x°]/.test(unit) ? `${number}${unit}` : `${number} ${unit}`;
};

/** What stands in a text for the claim: its value, or the whole statement of a claim without one. */
export const claimText = (claim: Pick<ContentEntry, 'data'>, locale: string): string => {
  const { value, unit, statement } = claim.data;
  if (typeof value === 'number') return formatQuantity(value, typeof unit === 'string' ? unit : undefined, locale);
  return typeof statement === 'string' ? statement : '';
};
