/** What the engine needs of a calculator's entry, and what a person may change of it. */
import type { Scenario } from '../../schemas/assets/calculator.ts';
import type { DataOf } from '../../schemas/index.ts';

type Calculator = DataOf<'calculators'>;

/** The part of an entry that is a model. Titles, tags and review dates are no concern of the engine. */
export type Definition = Pick<
  Calculator,
  | 'title'
  | 'model_version'
  | 'locale'
  | 'currency'
  | 'horizon_years'
  | 'discount_rate'
  | 'inputs'
  | 'series'
  | 'lines'
  | 'benefits'
  | 'costs'
  | 'outputs'
  | 'headlines'
  | 'cost_of_inaction'
  | 'methodology'
  | 'disclosure'
  | 'tests'
>;

export type InputDefinition = Definition['inputs'][number];
export type SeriesDefinition = Definition['series'][number];
export type LineDefinition = Definition['lines'][number];
export type BenefitDefinition = Definition['benefits'][number];
export type CostDefinition = Definition['costs'][number];
export type OutputDefinition = Definition['outputs'][number];
export type SourceDefinition = NonNullable<InputDefinition['source']>;
export type TestDefinition = Definition['tests'][number];

/** What a person has changed; whatever is not named is as the definition says. */
export interface Choices {
  /** Inputs by id. A percentage is a share: 0.22. */
  readonly inputs?: Readonly<Record<string, number>>;
  /** Series by id, one value for each year. */
  readonly series?: Readonly<Record<string, readonly number[]>>;
  /** Benefits by id: whether they count. */
  readonly switches?: Readonly<Record<string, boolean>>;
  /** A share: 0.1. */
  readonly discountRate?: number;
  /** The scenario shown in detail; `expected` when left out. */
  readonly scenario?: Scenario;
  /** Whole months that the start is put off by: 0 to {@link LONGEST_DELAY}. */
  readonly delayMonths?: number;
}

/** Two years: who waits longer is asking another question. */
export const LONGEST_DELAY = 24;

export const DISCOUNT_RATE = { default: 0.1, min: 0, max: 0.3 } as const;

/** The rate a definition starts with, and the range a reader may choose from. */
export const discountRateOf = (definition: Pick<Definition, 'discount_rate'>) => ({
  default: definition.discount_rate?.default ?? DISCOUNT_RATE.default,
  min: definition.discount_rate?.min ?? DISCOUNT_RATE.min,
  max: definition.discount_rate?.max ?? DISCOUNT_RATE.max,
});
