/**
 * What the inputs are in each scenario. A scenario is the whole model again with other inputs, never a
 * factor on its result. Where a reader has put in a number of their own, the scenario keeps its distance
 * from it in proportion: a default of 40 with a cautious 30 makes a cautious 45 of the reader's 60.
 */
import type { Scenario } from '../../schemas/assets/calculator.ts';
import type { Choices, InputDefinition, SeriesDefinition } from './definition.ts';
import type { Model } from './model.ts';

/** The order in which scenarios stand beside each other: the cautious one first. */
export const SCENARIOS_IN_ORDER: readonly Scenario[] = ['conservative', 'expected', 'optimistic'];

interface Range {
  min?: number | undefined;
  max?: number | undefined;
}

/** What stands at `varied` when the default is used, carried over to a reader's own number, within the range. */
export const inProportion = (own: number, usual: number, varied: number, { min, max }: Range): number => {
  if (own === usual) return varied;
  const moved = usual === 0 ? own + varied : (own * varied) / usual;
  return Math.max(min ?? -Infinity, Math.min(max ?? Infinity, moved));
};

/** The number that an input has before any scenario: the reader's, or the default. */
export const chosenInput = (input: InputDefinition, choices: Choices): number =>
  ownValue(choices.inputs, input.id) ?? input.default;

/** The values that a series has before any scenario, one for each year; a missing year repeats the last. */
export const chosenSeries = (series: SeriesDefinition, choices: Choices, years: number): number[] =>
  filled(ownValue(choices.series, series.id) ?? series.values, years);

const ownValue = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;

const filled = (values: readonly number[], years: number): number[] =>
  Array.from({ length: years }, (_, year) => values[year] ?? values.at(-1) ?? 0);

export const inputIn = (input: InputDefinition, choices: Choices, scenario: Scenario): number => {
  const own = chosenInput(input, choices);
  const varied = scenario === 'expected' ? undefined : input.scenarios?.[scenario];
  if (varied === undefined) return own;
  const value = inProportion(own, input.default, varied, input);
  return input.integer ? Math.round(value) : value;
};

export const seriesIn = (series: SeriesDefinition, choices: Choices, scenario: Scenario, years: number): number[] => {
  const own = chosenSeries(series, choices, years);
  const varied = scenario === 'expected' ? undefined : series.scenarios?.[scenario];
  if (varied === undefined) return own;
  const usual = filled(series.values, years);
  const range = seriesRange(series);
  return filled(varied, years).map((value, year) => inProportion(own[year] ?? 0, usual[year] ?? 0, value, range));
};

/** Shares of an effect lie between none and all of it, unless the series says otherwise. */
export const seriesRange = ({ unit, min, max }: SeriesDefinition): { min: number; max: number | undefined } => ({
  min: min ?? 0,
  max: max ?? (unit === 'percent' ? 1 : undefined),
});

/** All that is entered, by name, as one scenario has it. */
export const enteredIn = (model: Model, choices: Choices, scenario: Scenario): Map<string, number | number[]> => {
  const { definition, years } = model;
  return new Map<string, number | number[]>([
    ...definition.inputs.map((input) => [input.id, inputIn(input, choices, scenario)] as const),
    ...definition.series.map((series) => [series.id, seriesIn(series, choices, scenario, years)] as const),
  ]);
};
