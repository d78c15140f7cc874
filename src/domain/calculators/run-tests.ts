/** The cases an author has written down with their results: run by the check, so that no build has a wrong one. */
import { calculate, type Model } from './calculate.ts';
import type { Choices, TestDefinition } from './definition.ts';
import { isError, type Value } from './values.ts';

/** One expectation that does not hold. */
export interface TestFailure {
  /** Place in the list of tests, and the test's name. */
  index: number;
  test: string;
  name: string;
  expected: string;
  actual: string;
}

/** By how much of itself a number may differ where a test says nothing. */
const USUAL_TOLERANCE = 1e-6;

export const runModelTests = (model: Model): TestFailure[] =>
  model.definition.tests.flatMap((test, index) => runTest(model, test, index));

const choicesOf = (test: TestDefinition): Choices => ({
  inputs: test.inputs ?? {},
  series: test.series ?? {},
  switches: Object.fromEntries([
    ...test.off.map((id) => [id, false] as const),
    ...test.on.map((id) => [id, true] as const),
  ]),
  discountRate: test.discount_rate,
  scenario: test.scenario,
});

const runTest = (model: Model, test: TestDefinition, index: number): TestFailure[] => {
  const { values } = calculate(model, choicesOf(test));
  return Object.entries(test.expect).flatMap(([name, expected]): TestFailure[] => {
    const actual = values.get(name);
    const isRight = actual !== undefined && !isList(actual) && agrees(actual, expected, test.tolerance);
    return isRight ? [] : [{ index, test: test.name, name, expected: String(expected), actual: textOf(actual) }];
  });
};

const isList = (value: Value | readonly Value[]): value is readonly Value[] => Array.isArray(value);

/** `22%` in an expectation is 0.22, as everywhere in a definition. */
const expectedNumber = (expected: number | string): number | undefined => {
  if (typeof expected === 'number') return expected;
  return /^-?\d+(?:\.\d+)?\s?%$/.test(expected) ? Number(expected.replace(/\s?%$/, '')) / 100 : undefined;
};

const agrees = (actual: Value, expected: number | string, tolerance: number | undefined): boolean => {
  const number = expectedNumber(expected);
  if (isError(actual)) return actual.error === expected;
  if (number === undefined) return String(actual) === String(expected);
  if (typeof actual !== 'number') return false;
  return Math.abs(actual - number) <= (tolerance ?? Math.max(1e-9, Math.abs(number) * USUAL_TOLERANCE));
};

const textOf = (value: Value | readonly Value[] | undefined): string => {
  if (value === undefined) return 'nothing: there is no such name';
  if (isList(value)) return `a value for each year: ${value.map(textOf).join(', ')}`;
  return isError(value) ? value.error : String(value);
};
