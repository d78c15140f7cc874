/** Published figures and worked examples, reproduced. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { calculate, compile } from '../../../../src/domain/calculators/calculate.ts';
import { evaluate } from '../../../../src/domain/calculators/evaluate.ts';
import { meaningfulRate, payback } from '../../../../src/domain/calculators/finance.ts';
import { parseOwn } from '../../../../src/domain/calculators/parse.ts';
import { isError, type Value } from '../../../../src/domain/calculators/values.ts';
import { definition } from '../../../fixtures/calculators.ts';
import { sharedText } from '../../../fixtures/shared.ts';

const teiText = sharedText('reference/tei-salesloft.json');
const vectorsText = sharedText('reference/finance-vectors.json');
const NOT_THERE = 'the reference figures are not beside this checkout (set DEALSHELF_SHARED to their folder)';

const run = (formula: string, inputs: Readonly<Record<string, number>> = {}): Value =>
  evaluate(parseOwn(formula), { cells: new Map(Object.entries(inputs)), year: 0, from: 'test' });

const flowsSchema = z.object({ initial: z.number(), years: z.array(z.number()), total: z.number(), pv: z.number() });

const publishedStudies = (text: string): void => {
  const { studies, worked_examples } = z
    .object({
      studies: z.array(
        z.object({
          discount_rate: z.number(),
          costs: flowsSchema,
          benefits: flowsSchema,
          net: z.object({ initial: z.number(), years: z.array(z.number()), total: z.number(), npv: z.number() }),
          roi_pct: z.number(),
        }),
      ),
      worked_examples: z.array(
        z.object({
          id: z.string(),
          initial: z.number(),
          annual_cost: z.number(),
          annual_benefit: z.number(),
          computed: z.object({
            costs_pv: z.number(),
            benefits_pv: z.number(),
            npv: z.number(),
            roi_pct_pv: z.number(),
            payback_months: z.number(),
          }),
        }),
      ),
    })
    .parse(JSON.parse(text));

  test.each(studies)('a study with an ROI of $roi_pct%', ({ costs, benefits, net, roi_pct, discount_rate }) => {
    const result = calculate(
      compile(
        definition({
          series: [
            { id: 'gains', label: 'Benefits', unit: 'currency', values: benefits.years },
            { id: 'spending', label: 'Costs', unit: 'currency', values: costs.years },
          ],
          benefits: [{ id: 'all_benefits', label: 'Benefits', kind: 'cost', formula: 'gains' }],
          costs: [{ id: 'all_costs', label: 'Costs', initial: costs.initial, annual: 'spending' }],
        }),
      ),
      { discountRate: discount_rate },
    );
    const near = (figure: unknown, published: number) =>
      expect(Math.abs(Number(figure) - published)).toBeLessThanOrEqual(1);
    near(result.figures?.benefitsPv, benefits.pv);
    near(result.figures?.costsPv, costs.pv);
    near(result.figures?.npv, net.npv);
    near(result.benefits[0]?.total, benefits.total);
    near(result.costs[0]?.total, costs.total);
    near(result.cashFlow?.net[0], net.initial);
    net.years.forEach((flow, i) => near(result.cashFlow?.net[i + 1], flow));
    near(result.cashFlow?.cumulative.at(-1), net.total);
    expect(Math.abs(Number(result.figures?.roi) * 100 - roi_pct)).toBeLessThanOrEqual(0.5);
    expect(Number(result.figures?.payback.months)).toBeLessThan(6);
  });

  test.each(worked_examples)('$id', ({ initial, annual_cost, annual_benefit, computed }) => {
    const { figures } = calculate(
      compile(
        definition({
          benefits: [{ id: 'gain', label: 'Benefit', kind: 'cost', formula: annual_benefit }],
          costs: [{ id: 'spending', label: 'Cost', initial, annual: annual_cost }],
        }),
      ),
    );
    expect(figures?.costsPv).toBeCloseTo(computed.costs_pv, 1);
    expect(figures?.benefitsPv).toBeCloseTo(computed.benefits_pv, 1);
    expect(figures?.npv).toBeCloseTo(computed.npv, 1);
    expect(Number(figures?.roi) * 100).toBeCloseTo(computed.roi_pct_pv, 3);
    expect(figures?.payback.months).toBeCloseTo(computed.payback_months, 9);
  });
};

const workedExamples = (text: string): void => {
  const expected = z.union([z.number(), z.string(), z.boolean()]);
  const vectors = z
    .object({
      excel: z.array(z.object({ f: z.string(), expect: expected, tol: z.number().optional() })),
      spreadsheet_semantics: z.array(z.object({ f: z.string(), expect: expected })),
      metrics: z.array(
        z.object({ id: z.string(), f: z.string(), inputs: z.record(z.string(), z.number()), expect: z.number() }),
      ),
      payback: z.array(
        z.object({ net: z.array(z.number()), expect: z.number().nullable(), note: z.string().optional() }),
      ),
    })
    .parse(JSON.parse(text));

  /** MIRR and MOD are no functions of the language: the list of its functions is fixed. */
  const inLanguage = ({ f }: { f: string }): boolean => !/^(?:MIRR|MOD)\(/.test(f);

  test.each([...vectors.excel, ...vectors.spreadsheet_semantics].filter(inLanguage))('$f', (vector) => {
    const value = run(vector.f);
    if (vector.f === 'IRR(-100,230,-132)') {
      expect(value).toBeCloseTo(0.1, 9);
      expect(meaningfulRate([-100, 230, -132])).toBeUndefined();
    } else if (typeof vector.expect === 'number') expect(value).toBeCloseTo(vector.expect, 6);
    else if (isError(value)) expect(value.error).toBe(vector.expect);
    else expect(value).toBe(vector.expect);
  });

  test('metrics', () => {
    let formula = '';
    for (const metric of vectors.metrics) {
      formula = metric.f === 'same' ? formula : metric.f;
      expect(run(formula, metric.inputs), metric.id).toBeCloseTo(metric.expect, 9);
    }
  });

  test.each(vectors.payback)('payback of $net', ({ net, expect: months, note }) => {
    const found = payback(net);
    if (months === null) expect(found.months).toBeUndefined();
    else expect(found.months).toBeCloseTo(months, 9);
    expect(found.lastMonths).toBe(note === undefined ? undefined : 27);
  });
};

describe('published studies', () => {
  if (teiText === undefined) test.skip(NOT_THERE, () => undefined);
  else publishedStudies(teiText);
});

describe('worked examples of functions and metrics', () => {
  if (vectorsText === undefined) test.skip(NOT_THERE, () => undefined);
  else workedExamples(vectorsText);
});
