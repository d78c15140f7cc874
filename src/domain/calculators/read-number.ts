/**
 * What a person types into a field → a number, or what to say about it. Read by the rules of the page's
 * locale; where a text could mean two things it is asked for, never guessed, and nothing is clamped.
 */
import type { Unit } from '../../schemas/assets/calculator.ts';

export interface NumberField {
  unit: Unit;
  min?: number | undefined;
  max?: number | undefined;
  /** Fractions are refused. */
  integer?: boolean | undefined;
  /** False: an empty field counts as 0. */
  required?: boolean | undefined;
  /** A number for the words "for example". */
  default: number;
}

export interface ReadOptions {
  locale: string;
  /** The model's currency, EUR: its sign may be written, another one's may not. */
  currency: string;
}

/** A percentage is given as a share: `22 %` is 0.22. */
export type ReadNumber =
  | { kind: 'number'; value: number }
  /** Empty, a word, `1e309`, `NaN`: ask for a number, with an example. */
  | { kind: 'not a number'; example: number }
  /** It could be any of these: let the reader choose. */
  | { kind: 'ambiguous'; readings: readonly number[] }
  | { kind: 'out of range'; value: number; min: number | undefined; max: number | undefined }
  | { kind: 'not whole'; value: number; example: number }
  /** An amount with the sign of another currency: amounts are never converted. */
  | { kind: 'other currency'; currency: string };

/** Beyond this a spreadsheet has no digits left to count with. */
export const LARGEST_NUMBER = 1e15;

const LONGEST_ENTRY = 40;

export const readNumber = (text: string, field: NumberField, options: ReadOptions): ReadNumber => {
  const typed = text.normalize('NFKC').trim().replaceAll('−', '-');
  const notANumber: ReadNumber = { kind: 'not a number', example: field.default };
  if (typed.length > LONGEST_ENTRY) return notANumber;
  if (typed === '') return field.required === false ? judge([0], field) : notANumber;
  const amount = withoutCurrency(typed, field, options);
  if (typeof amount !== 'string') return amount ?? notANumber;
  const shape =
    /^(?<sign>[+-]?)(?<digits>[\d.,'’ ]*\d[.,]?|[.,]\d+)(?<power>e[+-]?\d{1,3})?\s*(?<factor>k|m|bn)?\s*(?<percent>%?)$/iu.exec(
      amount,
    );
  const { sign = '', digits = '', power = '', factor = '', percent = '' } = shape?.groups ?? {};
  if (!shape || (percent !== '' && field.unit !== 'percent' && field.unit !== 'ratio')) return notANumber;

  const scale = FACTORS[factor.toLowerCase()] ?? 1;
  const readings = readingsOf(digits, options.locale).map(
    (plain) => Number(`${sign === '-' ? '-' : ''}${plain}${power}`) * scale,
  );
  if (readings.length === 0 || !readings.every((value) => Math.abs(value) <= LARGEST_NUMBER)) return notANumber;
  return judge(asShares(readings, percent !== '', field), field);
};

const FACTORS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9 };

/** A sign or a code of a currency before or after a number; what stands between is judged later. */
const WITH_MARK =
  /^(?<sign>[+-]?)\s*(?<before>\p{Sc}|[A-Z]{3})?\s*(?<rest>[+-]?[\d.,].*?)\s*(?<after>\p{Sc}|[A-Z]{3})?$/u;

/** Without the mark of the model's own currency; undefined where one stands that makes no sense. */
const withoutCurrency = (typed: string, field: NumberField, options: ReadOptions): string | ReadNumber | undefined => {
  const { sign = '', before, rest = '', after } = WITH_MARK.exec(typed)?.groups ?? {};
  const mark = before ?? after;
  if (mark === undefined) return typed;
  if (field.unit !== 'currency' || (before !== undefined && after !== undefined)) return undefined;
  const own = [options.currency, ...signsOf(options.currency, options.locale)];
  return own.includes(mark) ? `${sign}${rest}` : { kind: 'other currency', currency: options.currency };
};

const signsOf = (currency: string, locale: string): string[] =>
  (['symbol', 'narrowSymbol'] as const).flatMap((currencyDisplay) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay })
      .formatToParts(1)
      .filter(({ type }) => type === 'currency')
      .flatMap(({ value }) => [value, ...(value.match(/\p{Sc}/gu) ?? [])]),
  );

interface Separators {
  group: string;
  decimal: string;
}

const separatorsOf = (locale: string): Separators => {
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.5);
  const find = (type: string) => parts.find((part) => part.type === type)?.value.normalize('NFKC') ?? '';
  return { group: find('group'), decimal: find('decimal') };
};

const escaped = (character: string): string => character.replace(/[.]/u, '\\$&');

/** Digits in groups of three; in India, of two after the first three. */
const grouped = (group: string): string => {
  const g = escaped(group);
  return `(?:[1-9]\\d{0,2}(?:${g}\\d{3})+|[1-9]\\d?(?:${g}\\d{2})*${g}\\d{3})`;
};

/** `1.234,5` → what it can mean, each as digits with a point; the meaning in the page's locale comes first. */
const readingsOf = (digits: string, locale: string): string[] => {
  const own = separatorsOf(locale);
  const inOwn = readWith(digits, own.decimal, [own.group, ' ', "'", '’']);
  const point = readWith(digits, '.', [',', ' ', "'", '’']);
  const comma = readWith(digits, ',', ['.', ' ', "'", '’']);
  const all = [...new Set([inOwn, point, comma].filter((reading) => reading !== undefined))];
  // A group sign in its place is what the locale says it is; a lone point or comma before three digits is not as clear.
  if (inOwn !== undefined && !hasDecimal(digits, own.decimal)) return [inOwn];
  return all;
};

const hasDecimal = (digits: string, decimal: string): boolean => digits.includes(decimal);

const readWith = (digits: string, decimal: string, groups: readonly string[]): string | undefined => {
  for (const group of groups) {
    if (group === decimal || group === '') continue;
    const pattern = new RegExp(`^(?:\\d+|${grouped(group)})?(?:${escaped(decimal)}\\d*)?$`, 'u');
    if (!pattern.test(digits)) continue;
    const plain = digits.replaceAll(group, '').replace(decimal, '.');
    if (/\d/.test(plain)) return plain;
  }
  return undefined;
};

/** In a field of percentages a bare 22 is 22%; a bare 0.22 could be 0.22% or 22%. */
const asShares = (readings: readonly number[], hasSign: boolean, { unit, min, max }: NumberField): number[] => {
  if (unit === 'ratio') return readings.map((value) => (hasSign ? value / 100 : value));
  if (unit !== 'percent') return [...readings];
  const fits = (value: number) => value >= (min ?? -Infinity) && value <= (max ?? Infinity);
  return readings.flatMap((value) => {
    const share = value / 100;
    const isFraction = !hasSign && value !== 0 && Math.abs(value) < 1;
    return isFraction && fits(value) ? (fits(share) ? [share, value] : [value]) : [share];
  });
};

const judge = (values: readonly number[], field: NumberField): ReadNumber => {
  const distinct = [...new Set(values)].map((value) => value + 0);
  // People are counted in whole ones: 1.234 of them can only be 1,234.
  const whole = field.integer === true ? distinct.filter(Number.isInteger) : [];
  const readings = whole.length > 0 ? whole : distinct;
  const [only] = readings;
  if (readings.length > 1) return { kind: 'ambiguous', readings };
  if (only === undefined) return { kind: 'not a number', example: field.default };
  return problemOf(only, field) ?? { kind: 'number', value: only };
};

/** Says why a number cannot be used for an input; undefined where it can. Links and scripts are held to it too. */
export const problemOf = (
  value: number,
  { min, max, integer, default: example }: NumberField,
): ReadNumber | undefined => {
  if (!Number.isFinite(value) || Math.abs(value) > LARGEST_NUMBER) return { kind: 'not a number', example };
  if (value < (min ?? -Infinity) || value > (max ?? Infinity)) return { kind: 'out of range', value, min, max };
  return integer === true && !Number.isInteger(value) ? { kind: 'not whole', value, example } : undefined;
};
