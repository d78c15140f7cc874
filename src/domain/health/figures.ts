/** Figures that somebody has typed: a number with its unit, as readers of the site's language write it. */

export interface Figure {
  value: number;
  /** As it stands in the text. */
  text: string;
  /** Where it begins. */
  at: number;
}

/** What a currency's code looks like in a text. */
const SIGNS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', CHF: 'CHF' };

const NUMBER = String.raw`(?<![\p{L}\p{N}.,:/-])(\d{1,3}(?:[ ,.’']\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?![\p{N}:/])`;

/** Decimal marks of languages, made once each. */
const marks = new Map<string, string>();

const decimalOf = (locale: string): string => {
  const mark =
    marks.get(locale) ??
    new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ??
    '.';
  marks.set(locale, mark);
  return mark;
};

/** `1,250.5` → 1250.5, by the marks of the language. */
const parseNumber = (text: string, locale: string): number => {
  const decimal = decimalOf(locale);
  const plain = [...text].filter((char) => /\d/.test(char) || char === decimal).join('');
  return Number(plain.replace(decimal, '.'));
};

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** `hours a month` also as `hour a month`. */
const wordPattern = (word: string): string => {
  const stem = word.replace(/s$/, '');
  return `${escape(stem)}s?`;
};

/** Patterns of units, made once each: a library has few. */
const patterns = new Map<string, RegExp>();

const makePattern = (unit: string): RegExp => {
  if (unit === '%') return new RegExp(`${NUMBER}\\s?(?:%|per ?cent\\b)`, 'giu');
  const sign = SIGNS[unit];
  if (sign !== undefined) return new RegExp(`${escape(sign)}\\s?${NUMBER.replace(/^\(\?<!.*?\]\)/, '')}`, 'gu');
  const words = unit.split(/\s+/).map(wordPattern).join('\\s+');
  return new RegExp(`${NUMBER}[\\s-]${words}(?![\\p{L}\\p{N}])`, 'giu');
};

const patternOf = (unit: string): RegExp => {
  const pattern = patterns.get(unit) ?? makePattern(unit);
  patterns.set(unit, pattern);
  return pattern;
};

/** All figures of a text that have this unit. */
export const figuresWith = (text: string, unit: string, locale: string): Figure[] =>
  [...text.matchAll(patternOf(unit))].map((match) => ({
    value: parseNumber(match[1] ?? '', locale),
    text: match[0].trim(),
    at: match.index,
  }));

const BARE = new RegExp(NUMBER, 'gu');

/** All numbers of a text, whatever their unit. */
export const numbersIn = (text: string, locale: string): number[] =>
  [...text.matchAll(BARE)].map((match) => parseNumber(match[1] ?? '', locale));
