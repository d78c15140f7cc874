/**
 * A definition as a flat list of named values: what is entered, and what is worked out from it. The
 * standard figures (present values, ROI …) are formulas in the same language, so they are explained,
 * checked and exported like any other.
 */
import type { Unit } from '../../schemas/assets/calculator.ts';
import type { BenefitDefinition, CostDefinition, Definition } from './definition.ts';

export type CellKind =
  'input' | 'series' | 'setting' | 'switch' | 'line' | 'full' | 'benefit' | 'initial' | 'cost' | 'output' | 'standard';

/** Worked out by a function of finance.ts, because no formula of a line says it. */
export type Procedure = 'payback' | 'internal rate' | 'first year of benefits' | 'first year of costs';

export interface CellSource {
  name: string;
  kind: CellKind;
  label: string;
  unit: Unit;
  /** Has a value for each year whatever its formula says. */
  yearly: boolean;
  /** What it is worked out from; undefined for what is entered. */
  formula?: string;
  procedure?: Procedure;
  /** A share by which the formula's result is raised, because it may cost more. */
  surcharge?: number;
  /** Where the author wrote it, `benefits.0.formula`; undefined for the engine's own. */
  field?: string;
}

/** Names the engine gives to values of its own; no id may be one of them. */
export const STANDARD_NAMES = [
  'year',
  'horizon_years',
  'discount_rate',
  'delay_months',
  'benefits_by_year',
  'costs_by_year',
  'net_by_year',
  'initial_costs',
  'benefits_pv',
  'costs_pv',
  'net_present_value',
  'roi',
  'payback_months',
  'internal_rate_of_return',
  'benefits_first_year',
  'costs_first_year',
  'status_quo_per_year',
  'inaction_per_month',
  'cost_of_delay',
] as const;
export type StandardName = (typeof STANDARD_NAMES)[number];

/** What a benefit would be worth at full effect; whether it is counted; a cost's first payment. */
export const fullName = (benefit: string): string => `${benefit}_full`;
export const switchName = (benefit: string): string => `${benefit}_on`;
export const initialName = (cost: string): string => `${cost}_initial`;

/** The author's id that a name of the engine's was made from. */
export const authorsName = (cell: Pick<CellSource, 'name' | 'kind'>): string =>
  cell.kind === 'full' || cell.kind === 'switch' || cell.kind === 'initial'
    ? cell.name.replace(/_(?:full|on|initial)$/, '')
    : cell.name;

/** True where there is something to invest in: present value, ROI and payback mean something. */
export const isCase = (definition: Pick<Definition, 'benefits' | 'costs'>): boolean =>
  definition.benefits.length > 0 || definition.costs.length > 0;

export const cellsOf = (definition: Definition): CellSource[] => [
  ...settingCells(),
  ...definition.inputs.map(({ id, label, unit }): CellSource => ({
    name: id,
    kind: 'input',
    label,
    unit,
    yearly: false,
  })),
  ...definition.series.map(({ id, label, unit }): CellSource => ({
    name: id,
    kind: 'series',
    label,
    unit,
    yearly: true,
  })),
  ...definition.lines.map(({ id, label, unit, formula }, i): CellSource => ({
    ...{ name: id, kind: 'line', label, unit, formula },
    ...{ yearly: false, field: `lines.${i}.formula` },
  })),
  ...definition.benefits.flatMap((benefit, i) => benefitCells(benefit, i, definition.series)),
  ...definition.costs.flatMap(costCells),
  ...standardCells(definition),
  ...definition.outputs.map(({ id, label, format, formula }, i): CellSource => ({
    ...{ name: id, kind: 'output', label, unit: format, formula },
    ...{ yearly: false, field: `outputs.${i}.formula` },
  })),
];

/** Labels of the engine's own values are labels of the interface; here they have only their names. */
const own = (
  name: StandardName,
  kind: 'setting' | 'standard',
  unit: Unit,
  rest: Partial<CellSource> = {},
): CellSource => ({
  name,
  kind,
  label: name,
  unit,
  yearly: false,
  ...rest,
});

const settingCells = (): CellSource[] => [
  own('year', 'setting', 'count', { yearly: true }),
  own('horizon_years', 'setting', 'count'),
  own('discount_rate', 'setting', 'percent'),
  own('delay_months', 'setting', 'months'),
];

const benefitCells = (benefit: BenefitDefinition, i: number, series: readonly { id: string }[]): CellSource[] => {
  const { id, label, formula, ramp, risk } = benefit;
  const field = `benefits.${i}.formula`;
  const factors = [
    fullName(id),
    ...series.filter((known) => known.id === ramp).map((known) => known.id),
    ...(risk ? [`(1 - ${risk})`] : []),
  ];
  return [
    { name: switchName(id), kind: 'switch', label, unit: 'count', yearly: false },
    { name: fullName(id), kind: 'full', label, unit: 'currency', yearly: false, formula, field },
    {
      ...{ name: id, kind: 'benefit', label, unit: 'currency', yearly: true },
      // A switch by IF and not by a product: what is off may be in error without spoiling the rest.
      formula: `IF(${switchName(id)} = 1, ${factors.join(' * ')}, 0)`,
    },
  ];
};

const costCells = ({ id, label, initial = '0', annual = '0', risk }: CostDefinition, i: number): CellSource[] => {
  const common = { label, unit: 'currency', surcharge: risk } as const;
  return [
    {
      ...common,
      ...{ name: initialName(id), kind: 'initial', yearly: false, formula: initial, field: `costs.${i}.initial` },
    },
    { ...common, ...{ name: id, kind: 'cost', yearly: true, formula: annual, field: `costs.${i}.annual` } },
  ];
};

const sum = (names: readonly string[]): string => (names.length === 0 ? '0' : names.join(' + '));

const standardCells = (definition: Definition): CellSource[] => [
  ...(isCase(definition) ? caseCells(definition) : []),
  ...inactionCells(definition),
];

const caseCells = ({ benefits, costs }: Definition): CellSource[] => {
  const money = (name: StandardName, formula: string, yearly = false) =>
    own(name, 'standard', 'currency', { formula, yearly });
  return [
    money('benefits_by_year', sum(benefits.map(({ id }) => id)), true),
    money('costs_by_year', sum(costs.map(({ id }) => id)), true),
    money('net_by_year', 'benefits_by_year - costs_by_year', true),
    money('initial_costs', sum(costs.map(({ id }) => initialName(id)))),
    money('benefits_pv', 'NPV(discount_rate, benefits_by_year)'),
    money('costs_pv', 'initial_costs + NPV(discount_rate, costs_by_year)'),
    money('net_present_value', 'benefits_pv - costs_pv'),
    own('roi', 'standard', 'percent', { formula: 'net_present_value / costs_pv' }),
    own('payback_months', 'standard', 'months', { procedure: 'payback' }),
    own('internal_rate_of_return', 'standard', 'percent', { procedure: 'internal rate' }),
    own('benefits_first_year', 'standard', 'currency', { procedure: 'first year of benefits' }),
    own('costs_first_year', 'standard', 'currency', { procedure: 'first year of costs' }),
  ];
};

/** What a month of waiting costs, never below nothing, and never a part of the return. */
const inactionCells = (definition: Definition): CellSource[] => {
  const money = (name: StandardName, formula: string, field?: string) =>
    own(name, 'standard', 'currency', { formula, field });
  const statusQuo = definition.cost_of_inaction?.status_quo_formula;
  const byStatusQuo = definition.cost_of_inaction?.mode === 'status_quo' && statusQuo !== undefined;
  if (!byStatusQuo && !isCase(definition)) return [];
  return [
    ...(byStatusQuo ? [money('status_quo_per_year', statusQuo, 'cost_of_inaction.status_quo_formula')] : []),
    money(
      'inaction_per_month',
      byStatusQuo ? 'MAX(0, status_quo_per_year) / 12' : 'MAX(0, benefits_first_year - costs_first_year) / 12',
    ),
    money('cost_of_delay', 'inaction_per_month * delay_months'),
  ];
};
