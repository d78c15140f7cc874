/** The whole engine on one case: figures, scenarios, switches, errors, links, texts. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { calculate, compile, type Result } from '../../../../src/domain/calculators/calculate.ts';
import type { Choices } from '../../../../src/domain/calculators/definition.ts';
import { explain } from '../../../../src/domain/calculators/explain.ts';
import {
  entryMessage,
  formatNamed,
  formatPayback,
  formatRoi,
  formatValue,
  type Formatting,
} from '../../../../src/domain/calculators/format.ts';
import { readNumber } from '../../../../src/domain/calculators/read-number.ts';
import { readLink, writeLink } from '../../../../src/domain/calculators/share-link.ts';
import { isError, type Value } from '../../../../src/domain/calculators/values.ts';
import { labelsSchema } from '../../../../src/schemas/labels.ts';
import { definition, SPEND } from '../../../fixtures/calculators.ts';

const model = compile(definition(SPEND));
const labels = labelsSchema.parse(load(readFileSync('content/labels/en.yml', 'utf8')));
const EUR: Formatting = { locale: 'en-GB', currency: 'EUR', labels };

/** A model with one of SPEND's parts exchanged. */
const changed = (part: Readonly<Record<string, unknown>>) => compile(definition({ ...SPEND, ...part }));

describe('figures', () => {
  const result = calculate(model);

  test('benefits are ramped and reduced by their risk, costs raised by theirs', () => {
    const full = 600 * 8 * 0.5 * 0.4 * 60;
    const [time] = result.benefits;
    expect(time?.full).toBeCloseTo(full, 6);
    [0.6, 0.9, 1].forEach((ramp, year) => expect(time?.byYear[year]).toBeCloseTo(full * ramp * 0.8, 6));
    expect(result.benefits[1]?.byYear[0]).toBeCloseTo(41_000 * 0.5 * 0.6, 6);
    expect(result.benefits[2]).toMatchObject({ isOn: false, byYear: [0, 0, 0], full: 9000 });
    expect(result.costs[0]).toMatchObject({ initial: 0, byYear: [25_200, 25_200, 25_200] });
    expect(result.costs[1]?.initial).toBeCloseTo((18 * 60 + 4000) * 1.1, 6);
  });

  test('the flows add up, and the present values with them', () => {
    const { cashFlow, figures } = result;
    const net = cashFlow?.net.map(Number) ?? [];
    expect(net).toHaveLength(4);
    expect(cashFlow?.cumulative.at(-1)).toBeCloseTo(
      net.reduce((a, b) => a + b, 0),
      6,
    );
    expect(figures?.npv).toBeCloseTo(
      net.reduce((sum, flow, t) => sum + flow / 1.1 ** t, 0),
      6,
    );
    expect(figures?.roi).toBeCloseTo(Number(figures?.npv) / Number(figures?.costsPv), 12);
    expect(result.benefits.reduce((sum, { pv }) => sum + Number(pv), 0)).toBeCloseTo(Number(figures?.benefitsPv), 6);
    expect(result.costs.reduce((sum, { pv }) => sum + Number(pv), 0)).toBeCloseTo(Number(figures?.costsPv), 6);
  });

  test('waiting costs the first year’s net by twelve, stands beside the return, and never below nothing', () => {
    const [, first = 0] = result.cashFlow?.net.map(Number) ?? [];
    expect(result.costOfInaction).toMatchObject({
      mode: 'net_first_year',
      perMonth: first / 12,
      delayMonths: 0,
      ofDelay: 0,
    });
    const delayed = calculate(model, { delayMonths: 3 });
    expect(delayed.costOfInaction?.ofDelay).toBeCloseTo(first / 4, 6);
    expect(delayed.figures).toEqual(result.figures);
    expect(calculate(model, { inputs: { seat_price: 100 } }).costOfInaction?.perMonth).toBe(0);
  });

  test('the tornado has the widest bar first and leaves out what changes nothing', () => {
    const swings = result.tornado.map(({ swing }) => swing);
    expect(swings).toEqual([...swings].sort((a, b) => b - a));
    expect(result.tornado[0]).toMatchObject({ input: 'share_saved', low: { input: 0.2 }, high: { input: 0.6 } });
    const bar = result.tornado.find(({ input }) => input === 'seat_price');
    expect(bar?.high.result).toBeCloseTo(Number(calculate(model, { inputs: { seat_price: 15.4 } }).figures?.npv), 6);
  });

  test('a model without benefits and costs has outputs and nothing else', () => {
    const metrics = calculate(
      compile(
        definition({
          inputs: [
            { id: 'arpu', label: 'Revenue an account', unit: 'currency', default: 50 },
            { id: 'churn', label: 'Churn', unit: 'percent', default: '5%', min: 0, max: 1 },
          ],
          outputs: [{ id: 'ltv', label: 'Lifetime value', formula: 'arpu * 75% / churn', format: 'currency' }],
        }),
      ),
    );
    expect(metrics).toMatchObject({
      figures: undefined,
      cashFlow: undefined,
      costOfInaction: undefined,
      headlines: ['ltv'],
      tornadoOf: 'ltv',
    });
    expect(metrics.outputs[0]?.value).toBe(750);
  });
});

describe('errors reach only what depends on them', () => {
  const broken = changed({
    lines: [
      ...SPEND.lines,
      { id: 'per_person', label: 'A person', formula: 'hourly_cost / (employees - 600)', unit: 'currency' },
    ],
    benefits: [...SPEND.benefits, { id: 'odd', label: 'Odd', kind: 'risk', formula: 'per_person * 2' }],
  });

  test('and say where they began', () => {
    const result = calculate(broken);
    expect(result.figures?.npv).toEqual({ error: '#DIV/0!', from: 'per_person', position: 12 });
    expect(result.figures?.costsPv).toBeTypeOf('number');
    expect(result.benefits[0]?.pv).toBeTypeOf('number');
    expect(explain(broken, result.values, 'net_present_value')?.brokenAt).toEqual({
      name: 'per_person',
      label: 'A person',
    });
    expect(formatValue(result.figures?.npv, 'currency', EUR)).toBe('—');
  });

  test('a benefit that is switched off spoils nothing', () => {
    expect(calculate(broken, { switches: { odd: false } }).figures?.npv).toBeTypeOf('number');
  });

  test('without costs there is no ROI, and the net present value stands', () => {
    const free = calculate(changed({ costs: [], outputs: [] }));
    expect(formatRoi(free.figures?.roi ?? 0, EUR)).toBe('ROI needs a cost');
    expect(free.figures?.npv).toBeTypeOf('number');
  });
});

describe('scenarios', () => {
  const npvs = (result: Result) => result.scenarios.map(({ figures }) => Number(figures?.npv));

  test('are the whole model with other inputs, the cautious one first', () => {
    const result = calculate(model);
    expect(result.scenarios.map(({ scenario }) => scenario)).toEqual(['conservative', 'expected', 'optimistic']);
    const [low] = npvs(result);
    expect(low).toBeCloseTo(
      Number(calculate(model, { inputs: { hours_per_request: 0.4, share_saved: 0.3 } }).figures?.npv),
      6,
    );
    expect(calculate(model, { scenario: 'conservative' }).figures?.npv).toBe(low);
  });

  test('keep their distance from a reader’s own number, within its range', () => {
    const { inputs } = calculate(model, { inputs: { share_saved: 0.9, employees: 1200 } });
    const share = inputs.find(({ id }) => id === 'share_saved')?.inScenario;
    expect(share).toMatchObject({ expected: 0.9, optimistic: 1 });
    expect(share?.conservative).toBeCloseTo(0.675, 12);
    expect(inputs.find(({ id }) => id === 'employees')?.inScenario).toEqual({
      conservative: 1200,
      expected: 1200,
      optimistic: 1200,
    });
  });

  test('are in order whatever a reader enters', () => {
    fc.assert(
      fc.property(choicesArbitrary, (choices) => {
        const [low = 0, middle = 0, high = 0] = npvs(calculate(model, choices));
        expect(low).toBeLessThanOrEqual(middle + 1e-6);
        expect(middle).toBeLessThanOrEqual(high + 1e-6);
      }),
    );
  });
});

const choicesArbitrary: fc.Arbitrary<Choices> = fc.record(
  {
    inputs: fc.record(
      {
        employees: fc.integer({ min: 1, max: 100_000 }),
        hours_per_request: fc.double({ min: 0, max: 8, noNaN: true }),
        hourly_cost: fc.double({ min: 1, max: 500, noNaN: true }),
        share_saved: fc.double({ min: 0, max: 1, noNaN: true }),
        seat_price: fc.double({ min: 0, max: 100, noNaN: true }),
      },
      { requiredKeys: [] },
    ),
    series: fc.record(
      { adoption: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }) },
      { requiredKeys: [] },
    ),
    switches: fc.record(
      { time_saved: fc.boolean(), late_fees: fc.boolean(), more_revenue: fc.boolean() },
      { requiredKeys: [] },
    ),
    discountRate: fc.double({ min: 0, max: 0.3, noNaN: true }),
    scenario: fc.constantFrom('conservative' as const, 'expected' as const, 'optimistic' as const),
    delayMonths: fc.integer({ min: 0, max: 24 }),
  },
  { requiredKeys: [] },
);

const isYears = (cell: Value | readonly Value[] | undefined): cell is readonly Value[] => Array.isArray(cell);

/** Every text that a screen makes of a result. */
const shownTexts = (result: Result): string[] => {
  const context = { ...EUR, figures: result.figures, years: result.years };
  return [...model.cells.values()].flatMap(({ name, unit }) => {
    const cell = result.values.get(name);
    const values: readonly (Value | undefined)[] = isYears(cell) ? cell : [cell];
    return (['full', 'headline', 'exact'] as const).flatMap((style) =>
      values.map((value) => formatNamed(name, value, unit, context, style)),
    );
  });
};

describe('whatever is entered', () => {
  test('no screen shows NaN or Infinity, and every number of a result is finite', () => {
    const wild = fc.oneof(fc.double(), fc.constantFrom(0, -0, 1e308, -1e308, 5e-324, NaN, Infinity, -Infinity));
    const anything = fc.record({
      inputs: fc.record({
        employees: wild,
        hours_per_request: wild,
        hourly_cost: wild,
        share_saved: wild,
        seat_price: wild,
      }),
      series: fc.record({ adoption: fc.array(wild, { maxLength: 4 }) }),
      discountRate: wild,
      delayMonths: wild,
    });
    fc.assert(
      fc.property(anything, (choices) => {
        for (const text of shownTexts(calculate(model, choices))) expect(text).not.toMatch(/NaN|Infinity|∞/);
      }),
      { numRuns: 300 },
    );
  });

  test('the order of inputs, lines, benefits and costs never matters', () => {
    const shuffled = fc.tuple(
      fc.shuffledSubarray([...SPEND.inputs], { minLength: 5 }),
      fc.shuffledSubarray([...SPEND.lines], { minLength: 2 }),
      fc.shuffledSubarray([...SPEND.outputs], { minLength: 2 }),
      choicesArbitrary,
    );
    fc.assert(
      fc.property(shuffled, ([inputs, lines, outputs, choices]) => {
        const other = calculate(changed({ inputs, lines, outputs }), choices);
        expect(other.figures).toEqual(calculate(model, choices).figures);
        expect(new Map([...other.values].sort())).toEqual(new Map([...calculate(model, choices).values].sort()));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a shared link', () => {
  test('gives the same result, and holds nothing but what was changed', () => {
    fc.assert(
      fc.property(choicesArbitrary, (choices) => {
        const { choices: read, notices } = readLink(model, `#${writeLink(model, choices)}`);
        expect(notices).toEqual([]);
        expect(calculate(model, read).values).toEqual(calculate(model, choices).values);
      }),
    );
    expect(writeLink(model, {})).toBe('');
    expect(writeLink(model, { inputs: { employees: 600, seat_price: 20 }, delayMonths: 2 })).toBe(
      'v=3&i.seat_price=20&delay=2',
    );
  });

  test('that is foreign, old or altered is read as far as it makes sense', () => {
    expect(readLink(model, '#v=2&i.employees=50&i.seats=3&utm_source=mail&i.seat_price=1e999&b.time_saved=2')).toEqual({
      choices: { inputs: { employees: 50 } },
      notices: [
        { kind: 'other version', made: '2', now: 3 },
        { kind: 'unknown', key: 'i.seats' },
        { kind: 'unknown', key: 'utm_source' },
        { kind: 'refused', key: 'i.seat_price', text: '1e999' },
        { kind: 'refused', key: 'b.time_saved', text: '2' },
      ],
    });
  });

  test.each([
    'i.__proto__=1',
    '__proto__=1',
    'i.constructor=1',
    'i.employees=NaN',
    'i.employees=Infinity',
    'i.employees=-5',
    'i.employees=2.5',
    'i.employees=0x10',
    'i.employees=',
    'i.employees=%3D1%2B1',
    's.adoption=0.1',
    's.adoption=0.1_0.2_2',
    's.adoption=a_b_c',
    'rate=5',
    'case=__proto__',
    'delay=1000',
    'b.time_saved=true',
    '%',
    '=',
    'x'.repeat(9_000),
  ])('%s changes nothing', (fragment) => {
    const { choices, notices } = readLink(model, fragment);
    expect(choices).toEqual({});
    expect(notices).toHaveLength(1);
    expect(JSON.stringify(notices).length).toBeLessThan(200);
  });

  test('any text at all is read without an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readLink(model, text)));
  });
});

test('inputs of any name are looked up among the model’s own only', () => {
  const choices: Choices = {
    inputs: Object.fromEntries([
      ['__proto__', 5],
      ['constructor', 7],
      ['employees', 10],
    ]),
    switches: Object.fromEntries([['__proto__', true]]),
  };
  expect(calculate(model, choices).figures).toEqual(calculate(model, { inputs: { employees: 10 } }).figures);
});

describe('texts', () => {
  test.each<[number, number | undefined, string]>([
    [0, undefined, 'nothing to pay back'],
    [3.08, undefined, 'under 6 months'],
    [6, undefined, '6 months'],
    [12, undefined, '12 months'],
    [12.000_000_000_1, undefined, '12 months'],
    [12.1, undefined, '13 months'],
    [8, 27, '8 months, and for good after 27 months'],
  ])('a payback of %s', (months, lastMonths, text) => expect(formatPayback({ months, lastMonths }, 3, EUR)).toBe(text));

  test('no payback within the horizon', () => {
    const { figures } = calculate(model, { inputs: { seat_price: 100 } });
    expect(figures && formatPayback(figures.payback, 3, EUR)).toBe('not within 36 months');
    expect(isError(figures?.irr)).toBe(true);
  });

  test.each([
    [1_234_567, 'currency', 'headline', '€1,230,000'],
    [1_234_567.4, 'currency', 'full', '€1,234,567'],
    [12.5, 'currency', 'full', '€12.50'],
    [-0.001, 'currency', 'full', '€0.00'],
    [0.2213, 'percent', 'full', '22.1%'],
    [3.2867, 'percent', 'headline', '329%'],
    [1, 'hours', 'full', '1 hour'],
    [2.25, 'months', 'full', '2.3 months'],
    [Number.NaN, 'count', 'full', '—'],
    [Infinity, 'currency', 'headline', '—'],
  ] as const)('%s as %s, %s', (value, unit, style, text) => expect(formatValue(value, unit, EUR, style)).toBe(text));

  test('entries that cannot be used are answered', () => {
    const field = { unit: 'currency', default: 50, min: 0, max: 1000 } as const;
    const say = (text: string) => entryMessage(readNumber(text, field, EUR), 'currency', EUR);
    expect(say('')).toBe('Enter a number, for example 50');
    expect(say('1e309')).toBe('Enter a number, for example 50');
    expect(say('2000')).toBe('Enter a number from €0 to €1,000');
    expect(say('1.234')).toBe('Do you mean €1.234 or €1,234?');
    expect(say('$5')).toBe('Amounts here are in EUR and are not converted. Enter EUR');
    expect(say('7')).toBeUndefined();
  });
});

test('a figure explains itself down to its inputs', () => {
  const { values } = calculate(model);
  expect(explain(model, values, 'hours_saved')).toMatchObject({
    formula: 'requests * hours_per_request * share_saved',
    names: [
      { name: 'requests', value: 4800, hasFormula: true },
      { name: 'hours_per_request', value: 0.5, hasFormula: false },
      { name: 'share_saved', value: 0.4 },
    ],
  });
  expect(explain(model, values, 'time_saved')?.formula).toBe(
    'IF(time_saved_on = 1, time_saved_full * adoption * (1 - 0.2), 0)',
  );
  expect(explain(model, values, 'net_present_value')?.formula).toBe('benefits_pv - costs_pv');
  expect(explain(model, values, 'payback_months')).toMatchObject({ formula: undefined, procedure: 'payback' });
  expect(explain(model, values, 'employees')?.source).toMatchObject({ text: 'Your own figure' });
  expect(explain(model, values, '__proto__')).toBeUndefined();
});
