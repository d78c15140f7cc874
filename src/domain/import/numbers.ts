/** Numbers as people write them → a number, or why not. What is rough, or counts something else, is never guessed. */
import type { ReadValue } from './dates.ts';

const WHOLE = /^[+-]?\d+$/;
const GROUPED = /^[+-]?\d{1,3}(?:([,.'’ \u00a0\u202f])\d{3})(?:\1\d{3})*$/u;
const DECIMAL = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)\.\d+$/;
const NUMBER = /[+-]?\d[\d,.'’\u00a0\u202f]*(?: \d{3}(?!\d))*/gu;

const MULTIPLES: Readonly<Record<string, number>> = { k: 1_000, thousand: 1_000, m: 1_000_000, million: 1_000_000 };

/**
 * @param written `13,000`, `13 000`, `12.5`, `2 million`
 * @param of words that may stand beside it, such as employees: "13,000 students" is no head count
 */
export const readAmount = (written: string, of: readonly string[] = []): ReadValue<number> => {
  const text = written.trim().replaceAll(/\s+/g, ' ');
  const numbers = text.match(NUMBER) ?? [];
  const [digits] = numbers;
  if (digits === undefined) return { reason: 'has no number' };
  if (numbers.length > 1) return { reason: 'has several numbers' };
  const words = text
    .replace(digits, ' ')
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
  const [multiple] = words.filter((word) => Object.hasOwn(MULTIPLES, word));
  const allowed = new Set([...of.flatMap((word) => word.toLowerCase().split(' ')), multiple]);
  const foreign = words.filter((word) => !allowed.has(word));
  if (foreign.length > 0) return { reason: `says “${foreign.join(' ')}” beside the number` };
  const value = plainNumber(digits.replace(/[.,]$/, ''));
  if (value === undefined) return { reason: 'is a number that could be read in two ways' };
  return { value: multiple === undefined ? value : value * (MULTIPLES[multiple] ?? 1) };
};

/** `1.234` is a thousand to some and one and a bit to others: only what all read alike is read. */
const plainNumber = (digits: string): number | undefined => {
  if (WHOLE.test(digits)) return Number(digits);
  const mark = GROUPED.exec(digits)?.[1];
  const isThousands = mark !== undefined && (mark !== '.' || digits.split('.').length > 2);
  if (isThousands) return Number(digits.replaceAll(mark, ''));
  return mark === undefined && DECIMAL.test(digits) ? Number(digits.replaceAll(',', '')) : undefined;
};
