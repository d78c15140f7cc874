/** What was downloaded is checked before it is used: a file may be cut short, or be of another build. */

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText = (value: unknown): value is string => typeof value === 'string';

/** A whole number from 0 on. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

export const isListOf =
  <T>(isItem: (item: unknown) => item is T) =>
  (value: unknown): value is readonly T[] =>
    Array.isArray(value) && value.every(isItem);

export const isTexts = isListOf(isText);
export const isCounts = isListOf(isCount);

export const isBelow = (numbers: readonly number[], end: number): boolean => numbers.every((number) => number < end);

/** @throws {Error} that says which file is not as it should be */
export const mustBe: (fine: boolean, file: string) => asserts fine = (fine, file) => {
  if (!fine) throw new Error(`${file} is not as it should be: cut short, or of another build.`);
};
