/** A model and the numbers entered → the value of every name in it. */
import type { Scenario } from '../../schemas/assets/calculator.ts';
import { switchName } from './cells.ts';
import { discountRateOf, type BenefitDefinition, type Choices } from './definition.ts';
import { evaluate, type Cell } from './evaluate.ts';
import { meaningfulRate, payback } from './finance.ts';
import type { Model, ModelCell } from './model.ts';
import { enteredIn } from './scenarios.ts';
import { isError, type FormulaError, type Value } from './values.ts';

export type Values = Map<string, Cell>;

export const isOn = (benefit: BenefitDefinition, choices: Choices): boolean => {
  const { switches } = choices;
  return (switches && Object.hasOwn(switches, benefit.id) ? switches[benefit.id] : undefined) ?? benefit.on_by_default;
};

/** Everything worked out for one scenario. */
export const valuesIn = (model: Model, choices: Choices, scenario: Scenario): Values => {
  const values: Values = new Map<string, Cell>([
    ['year', Array.from({ length: model.years }, (_, i) => i + 1)],
    ['horizon_years', model.years],
    ['discount_rate', choices.discountRate ?? discountRateOf(model.definition).default],
    ['delay_months', choices.delayMonths ?? 0],
    ...enteredIn(model, choices, scenario),
    ...model.definition.benefits.map((benefit) => [switchName(benefit.id), isOn(benefit, choices) ? 1 : 0] as const),
  ]);
  recompute(model, model.order, values);
  return values;
};

/** Works one figure out again and again with one input changed each time; the rest stays as it was. */
export class WhatIf {
  readonly #model: Model;
  readonly #base: Values;
  readonly #result: string;
  readonly #needed: ReadonlySet<string>;
  /** Always as `#base`, but while a change is tried. */
  readonly #values: Values;

  /** @param base everything worked out; @param result the name of the figure that is watched */
  constructor(model: Model, base: Values, result: string) {
    this.#model = model;
    this.#base = base;
    this.#result = result;
    this.#needed = neededFor(model, result);
    this.#values = new Map(base);
  }

  /** The figure if `input` were `value`: only what stands between the two is worked out. */
  resultWith(input: string, value: number): Value {
    const between = (this.#model.dependents.get(input) ?? []).filter(({ name }) => this.#needed.has(name));
    this.#values.set(input, value);
    recompute(this.#model, between, this.#values);
    const result = singleOf(this.#values, this.#result);
    for (const name of [input, ...between.map((cell) => cell.name)]) this.#values.set(name, this.#base.get(name) ?? 0);
    return result;
  }
}

/** Everything that a figure is worked out from, itself included. */
const neededFor = (model: Model, result: string): Set<string> => {
  const needed = new Set([result]);
  for (const cell of model.order.toReversed())
    if (needed.has(cell.name)) for (const name of cell.needs) needed.add(name);
  return needed;
};

const recompute = (model: Model, order: readonly ModelCell[], values: Values): void => {
  for (const cell of order) values.set(cell.name, cellValue(model, cell, values));
};

const cellValue = (model: Model, cell: ModelCell, cells: Values): Cell => {
  const { tree, name } = cell;
  if (!tree) return byProcedure(cell, cells);
  if (!cell.yearly) return evaluate(tree, { cells, year: 0, from: name });
  return Array.from({ length: model.years }, (_, year) => evaluate(tree, { cells, year, from: name }));
};

const byProcedure = ({ procedure, name }: ModelCell, cells: Values): Value => {
  switch (procedure) {
    case 'first year of benefits':
      return yearsOf(cells, 'benefits_by_year')[0] ?? 0;
    case 'first year of costs':
      return yearsOf(cells, 'costs_by_year')[0] ?? 0;
    case 'payback':
      return ofFlows(cells, name, (net) => payback(net).months);
    case 'internal rate':
      return ofFlows(cells, name, meaningfulRate);
    case undefined:
      return { error: '#VALUE!', from: name, position: 0 };
  }
};

/** Something found from the case's net flows; `#NUM!` where there is no such thing. */
const ofFlows = (cells: Values, name: string, find: (net: readonly number[]) => number | undefined): Value => {
  const net = netFlows(cells);
  return isError(net) ? net : (find(net) ?? { error: '#NUM!', from: name, position: 0 });
};

/** Flows at times 0…n, or the first error among them. */
export const netFlows = (cells: Values): number[] | FormulaError => {
  const flows: number[] = [];
  for (const value of [singleOf(cells, 'initial_costs'), ...yearsOf(cells, 'net_by_year')]) {
    if (isError(value)) return value;
    flows.push(Number(value));
  }
  return flows.map((flow, t) => (t === 0 ? 0 - flow : flow));
};

const isYears = (cell: Cell | undefined): cell is readonly Value[] => Array.isArray(cell);

/** The value of each year; none for a name that has one value only. */
export const yearsOf = (cells: Values, name: string): readonly Value[] => {
  const cell = cells.get(name);
  return isYears(cell) ? cell : [];
};

/** The one value of a name; nothing for a name that the model does not have. */
export const singleOf = (cells: Values, name: string): Value => {
  const cell = cells.get(name);
  return cell === undefined || isYears(cell) ? 0 : cell;
};
