/** Days as people write them → `2026-03-15`, or why not. What could mean two days is never guessed. */
import { isDay } from '../freshness.ts';

/** Which of the numbers comes first in `03/04/2026`. */
export const DATE_ORDERS = ['day first', 'month first'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

export type ReadValue<T> = { value: T; reason?: undefined } | { value?: undefined; reason: string };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '([a-z]{3,9})\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';

const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[t ].*)?$/i;
const NUMBERS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?: .*)?$/;
const DAY_MONTH = new RegExp(`^(?:[a-z]{3,9},? )?${DAY}[ -]${MONTH},?[ -](\\d{4})(?: .*)?$`, 'i');
const MONTH_DAY = new RegExp(`^(?:[a-z]{3,9},? )?${MONTH} ${DAY},? (\\d{4})(?: .*)?$`, 'i');

const monthNumber = (name: string): number => {
  const found = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return FULL_MONTHS.test(name) ? found + 1 : 0;
};
const FULL_MONTHS =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/i;

const dayOf = (year: string, month: number | string, day: string): ReadValue<string> => {
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? { value: text } : { reason: 'is no day of the calendar' };
};

/**
 * @param written `2021-08-22T13:23:41.000Z`, `22 Aug 2021`, `August 22nd, 2021`, `22.08.2021`; a time is left out
 * @param order for dates such as `03/04/2026`; left out, those that could mean two days are refused
 */
export const readDay = (written: string, order?: DateOrder): ReadValue<string> => {
  const text = written.trim().replaceAll(/\s+/g, ' ');
  const iso = ISO.exec(text);
  if (iso) return dayOf(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '');
  const dayMonth = DAY_MONTH.exec(text);
  if (dayMonth) return named(dayMonth[3], dayMonth[2], dayMonth[1]);
  const monthDay = MONTH_DAY.exec(text);
  if (monthDay) return named(monthDay[3], monthDay[1], monthDay[2]);
  const numbers = NUMBERS.exec(text);
  if (numbers) return fromNumbers(numbers, order);
  if (/^\d{4}$|^[a-z]{3,9}\.? \d{4}$/i.test(text)) return { reason: 'names no day' };
  return { reason: 'is no date' };
};

const named = (year = '', month = '', day = ''): ReadValue<string> => {
  const number = monthNumber(month);
  return number === 0 ? { reason: 'is no date' } : dayOf(year, number, day);
};

const fromNumbers = ([, first = '', mark, second = '', year = '']: RegExpExecArray, order?: DateOrder) => {
  // With full stops the day comes first wherever people write so.
  const isDayFirst = mark === '.' || Number(first) > 12 || (order === 'day first' && Number(second) <= 12);
  const isMonthFirst = Number(second) > 12 || order === 'month first' || first === second;
  if (isDayFirst) return dayOf(year, second, first);
  if (isMonthFirst) return dayOf(year, first, second);
  return { reason: 'could mean two days; write "date: day first" or "date: month first" in the mapping' };
};
