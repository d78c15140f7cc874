/**
 * The engine's front door: `compile` a definition once, `calculate` as often as something changes. A
 * result is plain data and holds all that a screen, a print and a workbook show.
 */
import type { BenefitKind, Scenario, Unit } from '../../schemas/assets/calculator.ts';
import { fullName, initialName } from './cells.ts';
import { costOfInaction, figureOf, type CostOfInaction } from './cost-of-inaction.ts';
import { discountRateOf, type Choices, type SourceDefinition } from './definition.ts';
import { payback } from './finance.ts';
import type { Model } from './model.ts';
import { isOn, netFlows, singleOf, valuesIn, yearsOf, type Values } from './recompute.ts';
import { chosenInput, chosenSeries, SCENARIOS_IN_ORDER } from './scenarios.ts';
import { tornado, type TornadoBar } from './sensitivity.ts';
import { isError, type Figure, type FormulaError, type Value } from './values.ts';

export { compile, ModelError, type Model } from './model.ts';

export interface InputResult {
  id: string;
  label: string;
  unit: Unit;
  unitNote: string | undefined;
  group: string | undefined;
  /** The number the reader sees in the field. */
  value: number;
  default: number;
  isChanged: boolean;
  /** The number as each scenario has it. */
  inScenario: Readonly<Record<Scenario, number>>;
  source: SourceDefinition | undefined;
}

export interface SeriesResult {
  id: string;
  label: string;
  unit: Unit;
  values: number[];
  isChanged: boolean;
  editable: boolean;
  source: SourceDefinition | undefined;
}

export interface LineResult {
  id: string;
  label: string;
  unit: Unit;
  formula: string;
  /** The author wants it among the results. */
  show: boolean;
  /** One value, or one for each year. */
  value: Value | readonly Value[];
}

export interface BenefitResult {
  id: string;
  label: string;
  kind: BenefitKind;
  isOn: boolean;
  /** In a year at full effect, before ramp, risk and switch. */
  full: Figure | readonly Figure[];
  byYear: readonly Figure[];
  total: Figure;
  pv: Figure;
  risk: number;
  source: SourceDefinition | undefined;
}

export interface CostResult {
  id: string;
  label: string;
  initial: Figure;
  byYear: readonly Figure[];
  /** Initial and all years, undiscounted. */
  total: Figure;
  pv: Figure;
  risk: number;
  source: SourceDefinition | undefined;
}

/** Figures of the case; entry 0 of each list is the start, entry n the end of year n. */
export interface CashFlow {
  benefits: readonly Figure[];
  costs: readonly Figure[];
  net: readonly Figure[];
  cumulative: readonly Figure[];
}

/** Months until the money is back, or why there is no such number. */
export interface PaybackResult {
  months: Figure;
  /** The sum falls below zero again: months until it is back for good. */
  lastMonths: number | undefined;
}

export interface CaseFigures {
  benefitsPv: Figure;
  costsPv: Figure;
  npv: Figure;
  /** A share: 3.29 is 329%. `#DIV/0!` where nothing is paid. */
  roi: Figure;
  payback: PaybackResult;
  /** `#NUM!` where it means nothing. */
  irr: Figure;
}

export interface OutputResult {
  id: string;
  label: string;
  unit: Unit;
  unitNote: string | undefined;
  help: string | undefined;
  formula: string;
  value: Value;
}

export interface ScenarioResult {
  scenario: Scenario;
  /** Undefined for a model without benefits and costs. */
  figures: CaseFigures | undefined;
  inactionPerMonth: Figure | undefined;
  outputs: readonly OutputResult[];
}

export interface Result {
  scenario: Scenario;
  modelVersion: number;
  currency: string;
  years: number;
  discountRate: number;
  inputs: readonly InputResult[];
  series: readonly SeriesResult[];
  lines: readonly LineResult[];
  benefits: readonly BenefitResult[];
  costs: readonly CostResult[];
  /** Undefined for a model without benefits and costs, as are the figures. */
  cashFlow: CashFlow | undefined;
  figures: CaseFigures | undefined;
  costOfInaction: CostOfInaction | undefined;
  outputs: readonly OutputResult[];
  /** Ids of outputs and standard figures to be shown largest. */
  headlines: readonly string[];
  scenarios: readonly ScenarioResult[];
  /** False where no input and no series says what it is in another scenario: all three are the same then. */
  hasScenarios: boolean;
  /** The figure that the tornado watches, by name, and its bars with the widest first. */
  tornadoOf: string | undefined;
  tornado: readonly TornadoBar[];
  /** Every value by name, for explanations and workbooks. */
  values: Values;
}

/** Works everything out. Never throws for numbers, whatever they are. */
export const calculate = (model: Model, choices: Choices = {}): Result => {
  const { definition } = model;
  const all = new Map(SCENARIOS_IN_ORDER.map((scenario) => [scenario, valuesIn(model, choices, scenario)]));
  const shown = choices.scenario ?? 'expected';
  const values = all.get(shown) ?? valuesIn(model, choices, shown);
  const headlines = headlinesOf(model);
  const tornadoOf = watched(model, headlines);
  return {
    scenario: shown,
    modelVersion: definition.model_version,
    currency: definition.currency,
    years: model.years,
    discountRate: choices.discountRate ?? discountRateOf(definition).default,
    inputs: inputResults(model, choices, all),
    series: seriesResults(model, choices, values),
    lines: definition.lines.map(({ id, label, unit, formula, show }) => ({
      ...{ id, label, unit, formula, show },
      value: values.get(id) ?? 0,
    })),
    benefits: benefitResults(model, choices, values),
    costs: costResults(model, values),
    cashFlow: model.isCase ? cashFlowOf(values) : undefined,
    figures: figuresOf(model, values),
    costOfInaction: costOfInaction(model, values),
    outputs: outputResults(model, values),
    headlines,
    hasScenarios: [...definition.inputs, ...definition.series].some(({ scenarios }) => scenarios !== undefined),
    scenarios: [...all].map(([scenario, own]) => ({
      scenario,
      figures: figuresOf(model, own),
      inactionPerMonth: costOfInaction(model, own)?.perMonth,
      outputs: outputResults(model, own),
    })),
    tornadoOf,
    tornado: tornadoOf === undefined ? [] : tornado(model, choices, values, tornadoOf),
    values,
  };
};

/** What is shown largest: what the author names; else the standard figures; else the first outputs. */
export const headlinesOf = ({ definition, isCase }: Model): readonly string[] => {
  if (definition.headlines.length > 0) return definition.headlines;
  if (isCase) return ['net_present_value', 'roi', 'payback_months'];
  return definition.outputs.slice(0, 3).map(({ id }) => id);
};

/** The tornado watches the net present value; a model without one, its first headline that is one figure. */
const watched = (model: Model, headlines: readonly string[]): string | undefined =>
  model.isCase ? 'net_present_value' : headlines.find((name) => model.cells.get(name)?.yearly === false);

type AllValues = ReadonlyMap<Scenario, Values>;

const inputResults = (model: Model, choices: Choices, all: AllValues): InputResult[] => {
  const inScenario = (id: string, scenario: Scenario): number => {
    const values = all.get(scenario);
    return values ? Number(singleOf(values, id)) : 0;
  };
  return model.definition.inputs.map((input) => {
    const value = chosenInput(input, choices);
    const { id, label, unit, group, source } = input;
    return {
      ...{ id, label, unit, group, source, value },
      unitNote: input.unit_note,
      default: input.default,
      isChanged: value !== input.default,
      inScenario: {
        conservative: inScenario(id, 'conservative'),
        expected: inScenario(id, 'expected'),
        optimistic: inScenario(id, 'optimistic'),
      },
    };
  });
};

const seriesResults = (model: Model, choices: Choices, values: Values): SeriesResult[] =>
  model.definition.series.map((series) => {
    const { id, label, unit, editable, source } = series;
    const own = chosenSeries(series, choices, model.years);
    const usual = chosenSeries(series, {}, model.years);
    const isChanged = own.some((value, year) => value !== usual[year]);
    return { id, label, unit, editable, source, isChanged, values: yearsOf(values, id).map(Number) };
  });

const benefitResults = (model: Model, choices: Choices, values: Values): BenefitResult[] =>
  model.definition.benefits.map((benefit) => {
    const { id, label, kind, source, risk = 0 } = benefit;
    const byYear = yearsOf(values, id).map(figureOf);
    const full = values.get(fullName(id)) ?? 0;
    return {
      ...{ id, label, kind, source, risk, byYear },
      isOn: isOn(benefit, choices),
      full: isList(full) ? full.map(figureOf) : figureOf(full),
      total: sumOf(byYear),
      pv: discounted(values, byYear),
    };
  });

const isList = (value: Value | readonly Value[]): value is readonly Value[] => Array.isArray(value);

const costResults = (model: Model, values: Values): CostResult[] =>
  model.definition.costs.map(({ id, label, source, risk = 0 }) => {
    const byYear = yearsOf(values, id).map(figureOf);
    const initial = figureOf(singleOf(values, initialName(id)));
    return {
      ...{ id, label, source, risk, initial, byYear },
      total: sumOf([initial, ...byYear]),
      pv: sumOf([initial, discounted(values, byYear)]),
    };
  });

/** A sum in which the first error is the result. */
const sumOf = (figures: readonly Figure[]): Figure => {
  let sum = 0;
  for (const figure of figures) {
    if (isError(figure)) return figure;
    sum += figure;
  }
  return Number.isFinite(sum) ? sum : { error: '#NUM!', from: '', position: 0 };
};

const discounted = (values: Values, byYear: readonly Figure[]): Figure => {
  const rate = Number(singleOf(values, 'discount_rate'));
  return sumOf(byYear.map((figure, i) => (isError(figure) ? figure : figure / (1 + rate) ** (i + 1))));
};

const cashFlowOf = (values: Values): CashFlow => {
  const initial = figureOf(singleOf(values, 'initial_costs'));
  const benefits = [0, ...yearsOf(values, 'benefits_by_year').map(figureOf)];
  const costs = [initial, ...yearsOf(values, 'costs_by_year').map(figureOf)];
  const net = [isError(initial) ? initial : 0 - initial, ...yearsOf(values, 'net_by_year').map(figureOf)];
  return { benefits, costs, net, cumulative: net.map((_, i) => sumOf(net.slice(0, i + 1))) };
};

const figuresOf = (model: Model, values: Values): CaseFigures | undefined => {
  if (!model.isCase) return undefined;
  const figure = (name: string): Figure => figureOf(singleOf(values, name));
  const net: readonly number[] | FormulaError = netFlows(values);
  return {
    benefitsPv: figure('benefits_pv'),
    costsPv: figure('costs_pv'),
    npv: figure('net_present_value'),
    roi: figure('roi'),
    payback: {
      months: figure('payback_months'),
      lastMonths: isError(net) ? undefined : payback(net).lastMonths,
    },
    irr: figure('internal_rate_of_return'),
  };
};

const outputResults = (model: Model, values: Values): OutputResult[] =>
  model.definition.outputs.map((output) => {
    const { id, label, format, formula, help } = output;
    return { id, label, help, formula, unit: format, unitNote: output.unit_note, value: singleOf(values, id) };
  });
