/** What an author is told of a model that does not hold together. */
import { describe, expect, test } from 'vitest';
import { checkIndustryNumbers, checkModel } from '../../../../src/domain/calculators/check-model.ts';
import { compile, ModelError } from '../../../../src/domain/calculators/model.ts';
import { whyNoId } from '../../../../src/domain/calculators/reserved.ts';
import { fixOf, reasonOf } from '../../../../src/domain/problems.ts';
import { collections } from '../../../../src/schemas/index.ts';
import { definition, SPEND } from '../../../fixtures/calculators.ts';

const said = (given: Readonly<Record<string, unknown>>): string[] =>
  checkModel('content/calculators/a.yml', definition(given), given).map(
    (problem) => `${problem.code} ${problem.field}: ${reasonOf(problem)}. ${fixOf(problem)}`,
  );

const INPUTS = [
  { id: 'seats', label: 'Seats', default: 100 },
  { id: 'seat_price', label: 'Price', unit: 'currency', default: 14 },
  { id: 'hours_a_week', label: 'Hours', unit: 'hours', default: 3 },
  { id: 'churn', label: 'Churn', unit: 'percent', default: 0.05 },
];
const SERIES = [{ id: 'adoption', label: 'Adoption', values: [0.5, 0.8, 1] }];

const line = (formula: string, unit = 'count') => ({
  inputs: INPUTS,
  series: SERIES,
  lines: [{ id: 'a_line', label: 'A line', formula, unit }],
});

test('a sound model has no problems', () => expect(said(SPEND)).toEqual([]));

describe('words', () => {
  test('an unknown name', () => {
    expect(said(line('seat * 2'))).toEqual([
      'FORMULA_UNKNOWN_NAME lines.0.formula: at character 1: unknown name "seat". Did you mean "seats"?',
    ]);
  });

  test('a ring, with its way round', () => {
    const lines = [
      { id: 'first_one', label: 'A', formula: 'second_one' },
      { id: 'second_one', label: 'B', formula: 'third_one + 1' },
      { id: 'third_one', label: 'C', formula: 'first_one' },
    ];
    expect(said({ lines })).toEqual([
      'FORMULA_CYCLE lines.0.formula: is worked out from itself: first_one → second_one → third_one → first_one. Break the ring: one of these must not need the next.',
    ]);
  });

  test('a ring through a standard figure, in the author’s ids', () => {
    const benefits = [{ id: 'gain', label: 'Gain', kind: 'cost', formula: 'net_present_value * 2' }];
    expect(said({ benefits })[0]).toContain('gain → net_present_value → benefits_pv → benefits_by_year → gain');
  });

  test('a formula that needs itself', () => {
    expect(said(line('a_line + 1'))[0]).toContain('a_line → a_line');
  });

  test('an output must be one figure', () => {
    const outputs = [{ id: 'by_year', label: 'A', formula: 'adoption * 2', format: 'percent' }];
    expect(said({ series: SERIES, outputs })[0]).toContain(
      'FORMULA_YEARS outputs.0.formula: at character 1 gives a value for each year',
    );
  });

  test('all problems of a model at once', () => {
    const lines = [
      { id: 'one_line', label: 'A', formula: 'seats +' },
      { id: 'two_lines', label: 'B', formula: 'SUMM(seats, prize)' },
    ];
    expect(said({ inputs: INPUTS, lines }).map((text) => text.split(' ')[0])).toEqual([
      'FORMULA_SYNTAX',
      'FORMULA_UNKNOWN_FUNCTION',
      'FORMULA_UNKNOWN_NAME',
    ]);
  });

  test('a cost cannot break out of its brackets', () => {
    const costs = [{ id: 'licence', label: 'Licence', annual: 'seats) + (seats', risk: 0.1 }];
    expect(said({ inputs: INPUTS, costs })[0]).toContain('FORMULA_SYNTAX costs.0.annual: at character 6 has ")"');
  });
});

describe('one word for one mistake', () => {
  test('an id that is none, of a benefit whose formulas the engine makes', () => {
    const benefits = [{ id: "=CMD|' /C calc'!A0", label: 'A', kind: 'cost', formula: '1' }];
    expect(said({ benefits }).map((text) => text.split(':')[0])).toEqual(['CALCULATOR_ID benefits.0.id']);
  });

  test.each(['adoptoin', 'adoption * 5', '1) + (1'])('a ramp %s that is no series', (ramp) => {
    const benefits = [{ id: 'gain', label: 'A', kind: 'cost', formula: '1', ramp }];
    expect(said({ series: SERIES, benefits }).map((text) => text.split(':')[0])).toEqual([
      'CALCULATOR_UNKNOWN_ID benefits.0.ramp',
    ]);
  });
});

describe('units', () => {
  test.each([
    ['hours_a_week + seat_price', 'adds hours (hours_a_week) and money (seat_price)'],
    ['seat_price - churn', 'subtracts money (seat_price) and a percentage (churn)'],
    ['IF(seats > seat_price, 1, 2)', 'compares a count (seats) and money (seat_price)'],
    ['MAX(hours_a_week, seats)', 'mixes hours (hours_a_week) and a count (seats)'],
    ['hours_a_week * 52', 'gives hours where money should be'],
    ['seats & " people"', 'gives a text where money should be'],
  ])('%s', (formula, reason) => expect(said(line(formula, 'currency'))[0]).toContain(reason));

  test.each([
    'seats * seat_price * 12',
    'hours_a_week * seat_price * churn',
    'seat_price * churn / 3 + 100',
    'seat_price / churn',
    'MAX(0, seat_price - 5)',
    'IF(seats > 100, seat_price, seat_price * 90%)',
    'seat_price * (1 + churn) ^ 2',
    'seats * seat_price / hours_a_week',
    'ROUND(seat_price, 2) + seat_price',
  ])('%s is money', (formula) => expect(said(line(formula, 'currency'))).toEqual([]));

  test('a truth is no number to add up', () => {
    const lines = [
      { id: 'is_large', label: 'A', formula: 'seats > 500' },
      { id: 'how_many', label: 'B', formula: 'SUM(is_large, 1)' },
    ];
    expect(said({ inputs: INPUTS, lines })[0]).toContain(
      'counts is_large, which is TRUE or FALSE. Write IF(is_large, 1, 0).',
    );
  });
});

describe('ids', () => {
  test.each([
    'a1',
    'xfd1048576',
    'fy26',
    'r1c1',
    'r',
    'c',
    'r2',
    'c12',
    'true',
    'false',
    'sum',
    'price',
    'npv',
    'total',
    'year',
    'roi',
    'constructor',
    'prototype',
    '__proto__',
    'toString',
    'Seats',
    '1st',
    'a-b',
    'a b',
    '=a',
    'saved_on',
    'licence_initial',
    'é',
  ])('%s is none', (id) => expect(whyNoId(id)).toBeDefined());

  test.each(['seats', 'hours_per_request', 'price_2027', 'seat_price', 'first_year_share', 'c_level'])(
    '%s is one',
    (id) => expect(whyNoId(id)).toBeUndefined(),
  );
});

describe('numbers', () => {
  const value = (input: Readonly<Record<string, unknown>>) =>
    said({ inputs: [{ id: 'an_input', label: 'A', ...input }] });

  test('a bare 22 of a percentage is 2,200%, which nobody means', () => {
    expect(value({ unit: 'percent', default: 22 })).toEqual([
      'CALCULATOR_VALUE inputs.0.default: is 22, which is 2200%. Write 22% or 0.22.',
    ]);
    expect(value({ unit: 'percent', default: '22%' })).toEqual([]);
  });

  test('defaults and scenarios lie within the range', () => {
    expect(value({ default: 5, min: 10, scenarios: { optimistic: 9 } })).toHaveLength(2);
    expect(value({ default: 5, min: 10, max: 1 })[0]).toContain('Swap the two');
    expect(value({ default: 1.5, integer: true })[0]).toContain('no whole number');
    expect(value({ default: 5, min: 1, required: false })[0]).toContain('outside its range');
  });

  test('a series has a value for each year', () => {
    expect(said({ series: [{ id: 'adoption', label: 'A', values: [0.5] }] })[0]).toContain(
      'has 1 values where the horizon has 3 years',
    );
  });
});

test('a test of the model that fails names what was expected and what came out', () => {
  const tests = [{ name: 'By hand', inputs: { seat_price: 20 }, expect: { roi: '12%' } }];
  expect(said({ ...SPEND, tests })[0]).toMatch(
    /^CALCULATOR_TEST_FAILED tests\.0: "By hand": roi should be 12% and is 0\.\d+/,
  );
});

test('a model that is not sound does not compile', () => {
  expect(() => compile(definition(line('seat * 2')))).toThrow(ModelError);
});

describe('numbers of an industry', () => {
  const inputs = [
    { id: 'seats', label: 'Seats', default: 100, max: 500, integer: true },
    { id: 'churn', label: 'Churn', unit: 'percent', default: 0.05 },
  ];
  const saidOf = (by_industry: readonly object[]): string[] =>
    checkIndustryNumbers('content/calculators/a.yml', {
      ...definition({ inputs }),
      by_industry: collections.calculators.draft.parse({ title: 'A', inputs, by_industry }).by_industry,
    }).map((problem) => `${problem.field}: ${reasonOf(problem)}. ${fixOf(problem)}`);
  const numbers = (input: string, value: number | string) => [{ industry: 'health', values: [{ input, value }] }];

  test('fine', () => expect(saidOf([...numbers('seats', 20), { industry: 'retail', values: [] }])).toEqual([]));
  test.each([
    [
      'seat',
      20,
      'by_industry.0.values.0.input: names the input "seat", which this calculator does not have. Did you mean "seats"?',
    ],
    ['seats', 501, 'by_industry.0.values.0.value: is 501, above the highest number 500. Correct it, or the range.'],
    ['seats', 1.5, 'by_industry.0.values.0.value: is 1.5, no whole number. Round it.'],
    ['churn', 22, 'by_industry.0.values.0.value: is 22, above the highest number 1. Correct it, or the range.'],
  ])('%s %s', (input, value, words) => {
    expect(saidOf(numbers(input, value))).toEqual([words]);
  });
  test('an industry twice', () => {
    expect(saidOf([...numbers('seats', 1), ...numbers('seats', 2)])[0]).toContain('which has numbers above');
  });
});
