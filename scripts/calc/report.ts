/** A result as text for people, or as JSON for programs. */
import type { Result } from '../../src/domain/calculators/calculate.ts';
import { formatNamed, formatValue, NO_VALUE, withNote, type Formatting } from '../../src/domain/calculators/format.ts';
import { labelOf } from '../../src/domain/calculators/labels.ts';
import type { Model } from '../../src/domain/calculators/model.ts';
import { singleOf } from '../../src/domain/calculators/recompute.ts';
import type { Value } from '../../src/domain/calculators/values.ts';

export const asJson = (result: Result): string =>
  JSON.stringify({ ...result, values: Object.fromEntries(result.values) }, undefined, 2);

type Row = readonly string[];

/** Columns of a width each, the first to the left and the others to the right. */
const table = (title: string, rows: readonly Row[]): string[] => {
  if (rows.length === 0) return [];
  const widths = Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: Row): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return ['', title, ...rows.map((row) => `  ${line(row)}`)];
};

export const asTable = (model: Model, result: Result, formatting: Formatting): string => {
  const { labels } = formatting;
  const label = (name: string): string => labelOf(model, name, labels);
  const money = (value: Value | undefined): string => formatValue(value, 'currency', formatting);
  const context = { ...formatting, figures: result.figures, years: result.years };
  const years = Array.from({ length: result.years }, (_, i) => `${labels.calculator_figures.year} ${i + 1}`);
  const named = (name: string): string => {
    const cell = model.cells.get(name);
    return cell ? formatNamed(name, singleOf(result.values, name), cell.unit, context, 'headline') : NO_VALUE;
  };
  const changed = result.inputs.filter(({ isChanged }) => isChanged);
  return [
    `${model.definition.title} (model ${result.modelVersion}), ${labels.scenarios[result.scenario].toLowerCase()}`,
    ...table(
      'Results',
      result.headlines.map((name) => [label(name), named(name)]),
    ),
    ...table(
      'Changed',
      changed.map(({ label: name, value, unit, unitNote }) => [
        name,
        withNote(formatValue(value, unit, formatting, 'exact'), unitNote),
      ]),
    ),
    ...table('Benefits', [
      ...(result.benefits.length > 0 ? [['', ...years]] : []),
      ...result.benefits.map(({ label: name, byYear, isOn }) => [isOn ? name : `(${name})`, ...byYear.map(money)]),
    ]),
    ...table('Costs', [
      ...(result.costs.length > 0 ? [['', labels.calculator_figures.initial_costs, ...years]] : []),
      ...result.costs.map(({ label: name, initial, byYear }) => [name, money(initial), ...byYear.map(money)]),
    ]),
    ...table(
      'Cash flow',
      result.cashFlow
        ? [
            ['', ...result.cashFlow.net.map(money)],
            ['Added up', ...result.cashFlow.cumulative.map(money)],
          ]
        : [],
    ),
    ...table(
      'Outputs',
      result.outputs.map(({ label: name, value, unit, unitNote }) => [
        name,
        withNote(formatValue(value, unit, formatting), unitNote),
      ]),
    ),
    ...table('Scenarios', result.hasScenarios ? scenarioRows(model, result, formatting) : []),
    ...table(
      `What matters most${result.tornadoOf === undefined ? '' : `, for ${label(result.tornadoOf)}`}`,
      result.tornado.slice(0, 8).map(({ label: name, low, high }) => {
        const unit = model.cells.get(result.tornadoOf ?? '')?.unit ?? 'count';
        return [name, formatValue(low.result, unit, formatting), '…', formatValue(high.result, unit, formatting)];
      }),
    ),
    ...table(
      labels.calculator_figures.inaction_per_month,
      result.costOfInaction ? [[money(result.costOfInaction.perMonth)]] : [],
    ),
  ].join('\n');
};

const scenarioRows = (model: Model, result: Result, formatting: Formatting): Row[] => {
  const { labels } = formatting;
  const head = ['', ...result.scenarios.map(({ scenario }) => labels.scenarios[scenario])];
  const figures = (['net_present_value', 'roi', 'payback_months', 'internal_rate_of_return'] as const).flatMap(
    (name): Row[] => {
      if (!model.isCase) return [];
      const unit = model.cells.get(name)?.unit ?? 'count';
      const texts = result.scenarios.map(({ figures: own }) => {
        const value =
          own &&
          {
            net_present_value: own.npv,
            roi: own.roi,
            payback_months: own.payback.months,
            internal_rate_of_return: own.irr,
          }[name];
        return formatNamed(name, value, unit, { ...formatting, figures: own, years: result.years });
      });
      return [[labelOf(model, name, labels), ...texts]];
    },
  );
  const outputs = result.outputs.map(({ label, unit }, i): Row => [
    label,
    ...result.scenarios.map((own) => formatValue(own.outputs[i]?.value, unit, formatting)),
  ]);
  return [head, ...figures, ...outputs];
};
