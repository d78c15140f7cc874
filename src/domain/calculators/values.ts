/**
 * What a formula can give: a number, a text, a truth, or an error that knows where it began. Only what
 * depends on an error is in error; nothing throws, and no NaN or Infinity is ever a value.
 */

/** The spreadsheet's own names for what went wrong. */
export type ErrorCode = '#DIV/0!' | '#VALUE!' | '#NUM!';

export interface FormulaError {
  readonly error: ErrorCode;
  /** The name whose formula it began in; empty where there is none. */
  readonly from: string;
  /** Position in that formula, from 0. */
  readonly position: number;
}

export type Value = number | string | boolean | FormulaError;

/** A number, or why there is none. */
export type Figure = number | FormulaError;

export const isError = (value: unknown): value is FormulaError =>
  typeof value === 'object' && value !== null && 'error' in value;

/** Any result of arithmetic: what left the range of numbers is `#NUM!`; minus nothing is nothing. */
export const finite = (value: number, from: string, position: number): Figure =>
  Number.isFinite(value) ? value + 0 : { error: '#NUM!', from, position };

/** `"12.5"` as a spreadsheet reads it inside a sum; undefined for what is no plain number. */
export const numberInText = (text: string): number | undefined => {
  if (!/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?\s*$/i.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
};

/** 2^-44 and 2^-48: how near two numbers must be to be one, as spreadsheets see it. */
const NEAR = 2 ** -44;
const NEARER = 2 ** -48;

/** True for numbers that differ only by the noise of binary fractions: `0.1 + 0.2` and `0.3`. */
export const nearlyEqual = (a: number, b: number): boolean => {
  if (a === b) return true;
  if (a === 0 || b === 0) return false;
  const difference = Math.abs(a - b);
  const [x, y] = [Math.abs(a), Math.abs(b)];
  if (difference > x * NEAR || difference > y * NEAR) return false;
  if (Number.isInteger(a) && Number.isInteger(b)) return false;
  return difference < x * NEARER && difference < y * NEARER;
};

/** A sum in which what is nothing but noise is nothing, as spreadsheets do: `0.1 + 0.2 - 0.3` is 0. */
export const addNearly = (a: number, b: number): number =>
  (a < 0 && b > 0) || (a > 0 && b < 0) ? (nearlyEqual(a, -b) ? 0 : a + b) : a + b;
