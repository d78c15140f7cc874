/** Everything that a reader can put a number into: one list, whatever kind of thing it is. */
import type { Unit } from '../../schemas/assets/calculator.ts';
import {
  discountRateOf,
  type Choices,
  type Definition,
  type SourceDefinition,
} from '../../domain/calculators/definition.ts';
import type { Model } from '../../domain/calculators/model.ts';
import type { NumberField } from '../../domain/calculators/read-number.ts';
import { chosenInput, chosenSeries, seriesRange } from '../../domain/calculators/scenarios.ts';
import { fill } from '../../domain/ui.ts';
import type { CalculatorWords } from './props.ts';

export interface Field extends NumberField {
  /** Unique on the page: `i.seats`, `s.adoption.0`, `rate`. */
  key: string;
  label: string;
  unit: Unit;
  unitNote?: string | undefined;
  help?: string | undefined;
  whoKnows?: string | undefined;
  source?: SourceDefinition | undefined;
  /** How far an arrow key goes. */
  step: number;
  valueIn: (choices: Choices) => number;
  /** The same choices with this number put in. */
  put: (choices: Choices, value: number) => Choices;
}

export interface FieldGroup {
  label: string;
  help?: string | undefined;
  source?: SourceDefinition | undefined;
  fields: Field[];
}

/** Where an author names no step: a hundredth of what is there, as a power of ten. */
const usualStep = (value: number): number => (value === 0 ? 1 : 10 ** Math.floor(Math.log10(Math.abs(value)) - 1));

const inputField = (input: Definition['inputs'][number]): Field => ({
  ...input,
  key: `i.${input.id}`,
  unitNote: input.unit_note,
  whoKnows: input.who_knows_this,
  step: input.step ?? (input.integer ? Math.max(1, usualStep(input.default)) : usualStep(input.default)),
  valueIn: (choices) => chosenInput(input, choices),
  put: (choices, value) => ({ ...choices, inputs: { ...choices.inputs, [input.id]: value } }),
});

const seriesFields = (series: Definition['series'][number], years: number, words: CalculatorWords): Field[] =>
  Array.from({ length: years }, (_, year) => ({
    ...seriesRange(series),
    key: `s.${series.id}.${year}`,
    label: fill(words.calculator_page.year_of, { year: year + 1 }),
    unit: series.unit,
    default: chosenSeries(series, {}, years)[year] ?? 0,
    step: series.unit === 'percent' ? 0.05 : 1,
    valueIn: (choices) => chosenSeries(series, choices, years)[year] ?? 0,
    put: (choices, value) => ({
      ...choices,
      series: { ...choices.series, [series.id]: chosenSeries(series, choices, years).with(year, value) },
    }),
  }));

const rateField = (definition: Definition, words: CalculatorWords): Field => {
  const rate = discountRateOf(definition);
  return {
    ...rate,
    key: 'rate',
    label: words.calculator_figures.discount_rate,
    unit: 'percent',
    step: 0.01,
    valueIn: (choices) => choices.discountRate ?? rate.default,
    put: (choices, value) => ({ ...choices, discountRate: value }),
  };
};

/** In the author's order: groups of inputs, then what differs by year, then the discount rate where it matters. */
export const fieldGroups = ({ definition, years, isCase }: Model, words: CalculatorWords): FieldGroup[] => {
  const groups = Map.groupBy(definition.inputs, ({ group }) => group ?? words.calculator_page.inputs);
  return [
    ...[...groups].map(([label, inputs]) => ({ label, fields: inputs.map(inputField) })),
    ...definition.series
      .filter(({ editable }) => editable)
      .map((series) => ({
        label: series.label,
        help: series.help,
        source: series.source,
        fields: seriesFields(series, years, words),
      })),
    ...(isCase ? [{ label: words.calculator_page.finance_group, fields: [rateField(definition, words)] }] : []),
  ];
};
