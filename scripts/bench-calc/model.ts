/** A model of the size that the largest real ones have. */
import type { Definition } from '../../src/domain/calculators/definition.ts';
import { collections } from '../../src/schemas/index.ts';

export const INPUTS = 20;
const LINES = 14;
const BENEFITS = 8;
const COSTS = 4;
const OUTPUTS = 4;
export const FORMULAS = LINES + BENEFITS + COSTS + OUTPUTS;

const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i + 1));

export const benchModel = (): Definition =>
  collections.calculators.draft.parse({
    title: 'Bench',
    inputs: times(INPUTS, (i) => ({
      ...{ id: `input_${i}`, label: `Input ${i}`, unit: i % 3 === 0 ? 'percent' : 'count' },
      ...(i % 3 === 0
        ? { default: 0.2, min: 0, max: 1, scenarios: { conservative: 0.1, optimistic: 0.3 } }
        : { default: 100 * i, min: 0, max: 1e6 }),
    })),
    series: [
      { id: 'adoption', label: 'Adoption', values: [0.5, 0.8, 1], scenarios: { conservative: [0.4, 0.7, 0.9] } },
      { id: 'growth', label: 'Growth', unit: 'ratio', values: [1, 1.05, 1.1], max: 2 },
    ],
    lines: times(LINES, (i) => ({
      ...{ id: `line_${i}`, label: `Line ${i}`, unit: 'ratio' },
      formula: `ROUND(IF(input_${i} > 50, input_${i} * input_${i + 3} * (1 - input_3), input_${i + 1} / 12) + MAX(0, input_${i + 2} - 10)${i > 1 ? ` + line_${i - 1} / 7` : ''}${i % 4 === 0 ? ' * growth' : ''}, 2)`,
    })),
    benefits: times(BENEFITS, (i) => ({
      ...{ id: `benefit_${i}`, label: `Benefit ${i}`, kind: 'cost', ramp: 'adoption', risk: 0.15 },
      formula: `line_${i} * input_${i} * 3 + MIN(input_${i + 4}, 1000) * 2`,
    })),
    costs: times(COSTS, (i) => ({
      ...{ id: `cost_${i}`, label: `Cost ${i}`, risk: 0.1 },
      initial: `input_${i} * 40 + 5000`,
      annual: `input_${i + 1} * 12 * growth`,
    })),
    outputs: times(OUTPUTS, (i) => ({
      ...{ id: `output_${i}`, label: `Output ${i}`, format: 'ratio' },
      formula: `IFERROR(TOTAL(benefit_${i}) / TOTAL(cost_${i}), 0) + SQRT(ABS(input_${i + 2} + benefits_pv))`,
    })),
  });
