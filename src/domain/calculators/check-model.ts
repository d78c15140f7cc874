/** Everything that can be wrong with a calculator's model, all at once, in words for its author. */
import type { DataOf } from '../../schemas/index.ts';
import { valuesAt, isRecord, type Path } from '../entries.ts';
import { fieldName, type Problem } from '../problems.ts';
import { suggest } from '../suggest.ts';
import { STANDARD_NAMES } from './cells.ts';
import { discountRateOf, type Definition, type InputDefinition, type SeriesDefinition } from './definition.ts';
import { FUNCTIONS } from './functions.ts';
import { analyse, type Model, type ModelIssue } from './model.ts';
import { whyNoId } from './reserved.ts';
import { runModelTests } from './run-tests.ts';
import { seriesRange } from './scenarios.ts';
import { unitIssues, type UnitIssue } from './units.ts';

/**
 * @param definition as the schema reads it
 * @param data as the author wrote it: the schema no longer knows `22` from `2200%`
 */
export const checkModel = (file: string, definition: Definition, data: unknown): Problem[] => {
  const { model, issues } = analyse(definition);
  const ids = idProblems(file, definition);
  // A formula of the engine's own can only be wrong by an id that is: one word about it is enough.
  const ofAuthor = issues.filter(({ field }) => ids.length === 0 || field.includes('.'));
  const problems = [
    ...ids,
    ...percentProblems(file, data),
    ...valueProblems(file, definition),
    ...nameProblems(file, definition, model),
    ...ofAuthor.map((issue) => issueProblem(file, issue, model)),
  ];
  // Units and tests of a model that does not hold together would only repeat what is said already.
  if (problems.length > 0) return problems;
  const units = unitIssues(model);
  if (units.length > 0) return units.map((issue) => unitProblem(file, issue));
  return runModelTests(model).map(({ index, test, name, expected, actual }) => ({
    code: 'CALCULATOR_TEST_FAILED',
    file,
    field: `tests.${index}`,
    args: { test, name, expected, actual },
  }));
};

const LISTS = ['inputs', 'series', 'lines', 'benefits', 'costs', 'outputs'] as const;

const idsOf = (definition: Definition): { id: string; field: string }[] =>
  LISTS.flatMap((list) => definition[list].map(({ id }, i) => ({ id, field: `${list}.${i}.id` })));

const idProblems = (file: string, definition: Definition): Problem[] => {
  const owners = new Map<string, string>();
  return idsOf(definition).flatMap(({ id, field }): Problem[] => {
    const why = whyNoId(id);
    if (why !== undefined) return [{ code: 'CALCULATOR_ID', file, field, args: { id, why } }];
    const owner = owners.get(id);
    if (owner !== undefined) return [{ code: 'CALCULATOR_DUPLICATE_ID', file, field, args: { id, other: owner } }];
    owners.set(id, field);
    return [];
  });
};

/** Fields of an input or a series that hold numbers of its unit. */
const PERCENT_FIELDS: readonly Path[] = [
  ['default'],
  ['min'],
  ['max'],
  ['step'],
  ['scenarios', 'conservative'],
  ['scenarios', 'optimistic'],
  ['sensitivity', 'low'],
  ['sensitivity', 'high'],
];

/** A bare 22 where percentages stand is 2,200%, which nobody means. */
const percentProblems = (file: string, data: unknown): Problem[] =>
  [...valuesAt(data, ['inputs', '*'])].flatMap(({ value: input, at }) => {
    if (!isRecord(input) || input['unit'] !== 'percent') return [];
    return PERCENT_FIELDS.flatMap((path) => [...valuesAt(input, path.map(String))]).flatMap((found): Problem[] => {
      const { value } = found;
      if (typeof value !== 'number' || Math.abs(value) <= 1) return [];
      const args = { reason: `is ${value}, which is ${value * 100}%`, fix: `Write ${value}% or ${value / 100}.` };
      return [{ code: 'CALCULATOR_VALUE', file, field: fieldName([...at, ...found.at]), args }];
    });
  });

const valueProblems = (file: string, definition: Definition): Problem[] => {
  const rate = discountRateOf(definition);
  const found = [
    ...definition.inputs.flatMap((input, i) => inputProblems(input, `inputs.${i}`)),
    ...definition.series.flatMap((series, i) => seriesProblems(series, `series.${i}`, definition.horizon_years)),
    ...(definition.discount_rate ? outside(rate.default, rate, 'discount_rate.default') : []),
  ];
  return found.map(({ field, reason, fix }) => ({ code: 'CALCULATOR_VALUE', file, field, args: { reason, fix } }));
};

interface ValueIssue {
  field: string;
  reason: string;
  fix: string;
}

interface Range {
  min?: number | undefined;
  max?: number | undefined;
}

const outside = (value: number | undefined, { min, max }: Range, field: string): ValueIssue[] => {
  if (value === undefined) return [];
  if (min !== undefined && value < min)
    return [{ field, reason: `is ${value}, below the lowest number ${min}`, fix: 'Correct it, or the range.' }];
  if (max !== undefined && value > max)
    return [{ field, reason: `is ${value}, above the highest number ${max}`, fix: 'Correct it, or the range.' }];
  return [];
};

const inputProblems = (input: InputDefinition, field: string): ValueIssue[] => {
  const { min, max, scenarios, sensitivity, step, integer, required } = input;
  if (min !== undefined && max !== undefined && min > max)
    return [{ field: `${field}.min`, reason: `is ${min}, above the highest number ${max}`, fix: 'Swap the two.' }];
  const numbers: [string, number | undefined][] = [
    ['default', input.default],
    ['scenarios.conservative', scenarios?.conservative],
    ['scenarios.optimistic', scenarios?.optimistic],
    ['sensitivity.low', sensitivity?.low],
    ['sensitivity.high', sensitivity?.high],
  ];
  const issues = numbers.flatMap(([name, value]) => outside(value, input, `${field}.${name}`));
  if (integer && !Number.isInteger(input.default))
    issues.push({
      field: `${field}.default`,
      reason: `is ${input.default}, no whole number`,
      fix: 'Round it, or remove "integer".',
    });
  if (step !== undefined && step <= 0)
    issues.push({ field: `${field}.step`, reason: `is ${step}`, fix: 'Write a number above 0, or leave it out.' });
  if (!required && ((min ?? 0) > 0 || (max ?? 0) < 0))
    issues.push({
      field: `${field}.required`,
      reason: 'lets the field be empty, which counts as 0, outside its range',
      fix: 'Remove "required: false", or widen the range.',
    });
  const { low, high } = sensitivity ?? {};
  if (low !== undefined && high !== undefined && low > high)
    issues.push({
      field: `${field}.sensitivity`,
      reason: `has a low of ${low} above its high of ${high}`,
      fix: 'Swap the two.',
    });
  return issues;
};

const seriesProblems = (series: SeriesDefinition, field: string, years: number): ValueIssue[] => {
  const lists: [string, readonly number[] | undefined][] = [
    ['values', series.values],
    ['scenarios.conservative', series.scenarios?.conservative],
    ['scenarios.optimistic', series.scenarios?.optimistic],
  ];
  return lists.flatMap(([name, values]): ValueIssue[] => {
    if (values === undefined) return [];
    if (values.length !== years)
      return [
        {
          field: `${field}.${name}`,
          reason: `has ${values.length} values where the horizon has ${years} years`,
          fix: 'Write one value for each year.',
        },
      ];
    return values.flatMap((value, i) => outside(value, seriesRange(series), `${field}.${name}.${i}`));
  });
};

/** What is named outside formulas: ramps, headlines, and what tests set and expect. */
const nameProblems = (file: string, definition: Definition, model: Model): Problem[] => {
  const unknown = (field: string, kind: string, id: string, known: readonly string[]): Problem[] =>
    known.includes(id)
      ? []
      : [{ code: 'CALCULATOR_UNKNOWN_ID', file, field, args: { kind, id, suggestion: suggest(id, known) } }];
  const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
  const inputs = ids(definition.inputs);
  const series = ids(definition.series);
  const benefits = ids(definition.benefits);
  const results = [...STANDARD_NAMES.filter((name) => model.cells.has(name)), ...ids(definition.outputs)];
  const anything = [...model.cells.keys()];
  return [
    ...definition.benefits.flatMap(({ ramp }, i) =>
      ramp === undefined ? [] : unknown(`benefits.${i}.ramp`, 'series', ramp, series),
    ),
    ...definition.headlines.flatMap((id, i) => unknown(`headlines.${i}`, 'output', id, results)),
    ...definition.tests.flatMap((test, i) => [
      ...Object.keys(test.inputs ?? {}).flatMap((id) => unknown(`tests.${i}.inputs.${id}`, 'input', id, inputs)),
      ...Object.keys(test.series ?? {}).flatMap((id) => unknown(`tests.${i}.series.${id}`, 'series', id, series)),
      ...[...test.off, ...test.on].flatMap((id) => unknown(`tests.${i}`, 'benefit', id, benefits)),
      ...Object.keys(test.expect).flatMap((id) => unknown(`tests.${i}.expect.${id}`, 'name', id, anything)),
    ]),
  ];
};

type IndustryNumbers = DataOf<'calculators'>['by_industry'];

/** Numbers of an industry: of inputs that there are, within their ranges, and one list for each industry. */
export const checkIndustryNumbers = (
  file: string,
  { inputs, by_industry }: Pick<Definition, 'inputs'> & { by_industry: IndustryNumbers },
): Problem[] => {
  const ids = inputs.map(({ id }) => id);
  const seen = new Set<string>();
  return by_industry.flatMap(({ industry, values }, i): Problem[] => {
    const field = `by_industry.${i}`;
    const wrong = (at: string, reason: string, fix: string): Problem => {
      return { code: 'CALCULATOR_VALUE', file, field: at, args: { reason, fix } };
    };
    const twice = seen.has(industry)
      ? [wrong(`${field}.industry`, `is ${industry}, which has numbers above`, 'Put both into one.')]
      : [];
    seen.add(industry);
    const ofValues = values.flatMap(({ input: id, value }, j): Problem[] => {
      const at = `${field}.values.${j}`;
      const input = inputs.find((known) => known.id === id);
      if (!input) {
        const args = { kind: 'input', id, suggestion: suggest(id, ids) };
        return [{ code: 'CALCULATOR_UNKNOWN_ID', file, field: `${at}.input`, args }];
      }
      const range = { min: input.min, max: input.max ?? (input.unit === 'percent' ? 1 : undefined) };
      const issues = outside(value, range, `${at}.value`).map((issue) => wrong(issue.field, issue.reason, issue.fix));
      const isFraction = input.integer && !Number.isInteger(value);
      return isFraction ? [...issues, wrong(`${at}.value`, `is ${value}, no whole number`, 'Round it.')] : issues;
    });
    return [...twice, ...ofValues];
  });
};

/** Positions are counted from 1, as an editor does. */
const characterOf = (position: number): number => position + 1;

const issueProblem = (file: string, issue: ModelIssue, model: Model): Problem => {
  const { code, field } = issue;
  const position = characterOf(issue.position);
  switch (issue.code) {
    case 'FORMULA_SYNTAX':
    case 'FORMULA_TOO_LONG':
    case 'FORMULA_TOO_DEEP':
    case 'FORMULA_YEARS':
      return { code, file, field, args: { position, reason: issue.reason, fix: issue.fix } };
    case 'FORMULA_UNKNOWN_NAME':
      return {
        code,
        file,
        field,
        args: { position, name: issue.name, suggestion: suggest(issue.name, model.cells.keys()) },
      };
    case 'FORMULA_UNKNOWN_FUNCTION':
      return {
        ...{ code, file, field },
        args: {
          position,
          name: issue.name,
          suggestion: suggest(issue.name, FUNCTIONS.keys()),
          known: [...FUNCTIONS.keys()].join(' '),
        },
      };
    case 'FORMULA_ARGUMENTS':
      return { code, file, field, args: { position, name: issue.name, count: issue.count, usage: issue.usage } };
    case 'FORMULA_CYCLE':
      return { code, file, field, args: { path: issue.path.join(' → ') } };
  }
};

const unitProblem = (file: string, { code, field, position, reason, fix }: UnitIssue): Problem => ({
  code,
  file,
  field,
  args: { position: characterOf(position), reason, fix },
});
