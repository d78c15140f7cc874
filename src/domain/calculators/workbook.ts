/**
 * A result as a workbook that goes on calculating: a plain description of sheets, cells and names, which
 * a writer turns into a file. Every figure carries its formula and the value that the engine found, so
 * that a spreadsheet can be asked whether it comes to the same.
 */
import type { Scenario } from '../../schemas/assets/calculator.ts';
import { initialName } from './cells.ts';
import type { Choices } from './definition.ts';
import type { Formatting } from './format.ts';
import { labelOf } from './labels.ts';
import type { Model } from './model.ts';
import { headlinesOf } from './calculate.ts';
import { singleOf, valuesIn, yearsOf, type Values } from './recompute.ts';
import { SCENARIOS_IN_ORDER } from './scenarios.ts';
import { address, SheetPlan, type WorkbookPlan } from './workbook-sheet.ts';
import { CASE_CELL, InputsSheet } from './workbook-inputs.ts';
import { ModelBlock } from './workbook-model.ts';
import { isError, type Value } from './values.ts';

export type { WorkbookPlan } from './workbook-sheet.ts';

export interface WorkbookContext extends Formatting {
  /** Where the calculator can be found, for the first and the last sheet; left out, nothing is said. */
  address?: string | undefined;
}

export const planWorkbook = (model: Model, choices: Choices, context: WorkbookContext): WorkbookPlan =>
  new WorkbookPlanner(model, choices, context).plan();

class WorkbookPlanner {
  readonly #model: Model;
  readonly #choices: Choices;
  readonly #context: WorkbookContext;
  readonly #shown: Scenario;
  readonly #names: { name: string; ref: string }[] = [];

  readonly #summary: SheetPlan;
  readonly #entry: InputsSheet;
  readonly #work: SheetPlan;
  readonly #cases: SheetPlan;
  readonly #method: SheetPlan;

  constructor(model: Model, choices: Choices, context: WorkbookContext) {
    this.#model = model;
    this.#choices = choices;
    this.#context = context;
    this.#shown = choices.scenario ?? 'expected';
    const words = context.labels.calculator;
    this.#summary = new SheetPlan(words.sheet_summary, [58, 18, ...this.#yearWidths()]);
    this.#entry = new InputsSheet(model, choices, context, (name, ref) => this.#name(name, ref));
    this.#work = new SheetPlan(words.sheet_model, [58, 30, ...this.#yearWidths(), 100]);
    this.#cases = new SheetPlan(words.sheet_scenarios, [58, 30, ...this.#yearWidths(), 100]);
    this.#method = new SheetPlan(words.sheet_method, [120]);
  }

  #yearWidths(): number[] {
    return Array.from({ length: this.#model.years }, () => 18);
  }

  #yearHeadings(): string[] {
    const { year } = this.#context.labels.calculator_figures;
    return Array.from({ length: this.#model.years }, (_, i) => `${year} ${i + 1}`);
  }

  plan(): WorkbookPlan {
    this.#entry.write();
    const values = valuesIn(this.#model, this.#choices, this.#shown);
    const block = this.#planModel(values);
    this.#planScenarios();
    this.#planSummary(block, values);
    this.#planMethod();
    const sheets = [this.#summary, this.#entry.sheet, this.#work, this.#cases, this.#method];
    return { title: this.#model.definition.title, currency: this.#context.currency, sheets, names: this.#names };
  }

  #name(name: string, ref: string): void {
    this.#names.push({ name, ref });
  }

  #planModel(values: Values): ModelBlock {
    const sheet = this.#work;
    const { labels } = this.#context;
    sheet.title(this.#model.definition.title);
    sheet.note(labels.calculator_workbook.model_note);
    sheet.skip();
    const block = new ModelBlock(this.#model, values, sheet, this.#entry.entered(undefined), labels);
    block.write((name, ref) => this.#name(name, ref));
    return block;
  }

  #planScenarios(): void {
    const sheet = this.#cases;
    const { labels } = this.#context;
    const words = labels.calculator_workbook;
    sheet.title(labels.calculator.sheet_scenarios);
    sheet.note(words.scenarios_note);
    sheet.skip();
    const compared = this.#comparedNames();
    sheet.heading(['', '', ...SCENARIOS_IN_ORDER.map((scenario) => labels.scenarios[scenario])]);
    const first = sheet.reserve(compared.length + 1);
    const blocks = SCENARIOS_IN_ORDER.map((scenario) => {
      sheet.heading([labels.scenarios[scenario]]);
      const values = valuesIn(this.#model, this.#choices, scenario);
      const block = new ModelBlock(this.#model, values, sheet, this.#entry.entered(scenario), labels);
      block.write();
      sheet.skip();
      return { block, values };
    });
    for (const [i, name] of compared.entries()) {
      const unit = this.#model.cells.get(name)?.unit ?? 'count';
      const figures = blocks.map(({ block, values }) => ({
        value: singleOf(values, name),
        formula: block.single(name),
        unit,
      }));
      sheet.rowAt(first + i, [{ text: labelOf(this.#model, name, labels) }, { text: '' }, ...figures]);
    }
  }

  /** What scenarios and the summary show: standard figures and outputs. */
  #comparedNames(): string[] {
    const standard = [
      'net_present_value',
      'roi',
      'payback_months',
      'internal_rate_of_return',
      'benefits_pv',
      'costs_pv',
    ];
    const names = [
      ...headlinesOf(this.#model),
      ...standard,
      'inaction_per_month',
      ...this.#model.definition.outputs.map(({ id }) => id),
    ];
    return [...new Set(names)].filter((name) => this.#model.cells.get(name)?.yearly === false);
  }

  #planSummary(block: ModelBlock, values: Values): void {
    const sheet = this.#summary;
    const { definition, isCase, years } = this.#model;
    const { labels } = this.#context;
    const words = labels.calculator_workbook;
    sheet.title(definition.title);
    if (this.#context.address !== undefined) sheet.note(this.#context.address);
    sheet.row([
      { text: words.scenario_shown },
      {
        value: labels.scenarios[this.#shown],
        formula: `CHOOSE(${CASE_CELL},${SCENARIOS_IN_ORDER.map((scenario) => quoted(labels.scenarios[scenario])).join(',')})`,
      },
    ]);
    sheet.row([{ text: words.model_version }, { value: definition.model_version, unit: 'count' }]);
    sheet.row([{ text: words.currency }, { text: definition.currency }]);
    sheet.skip();
    sheet.heading([words.figures, '']);
    for (const name of this.#comparedNames()) {
      const unit = this.#model.cells.get(name)?.unit ?? 'count';
      sheet.row([
        { text: labelOf(this.#model, name, labels) },
        { value: singleOf(values, name), formula: block.single(name), unit },
      ]);
    }
    sheet.skip();
    if (isCase) this.#planCashFlow(block, values, years);
    if (definition.disclosure !== undefined) sheet.note(definition.disclosure);
  }

  #planCashFlow(block: ModelBlock, values: Values, years: number): void {
    const sheet = this.#summary;
    const { labels } = this.#context;
    const words = labels.calculator_workbook;
    const flow = (name: string, initial?: { value: Value; formula: string }) => [
      { text: labelOf(this.#model, name, labels) },
      initial ? { ...initial, unit: 'currency' as const } : { text: '' },
      ...yearsOf(values, name).map((value, year) => ({
        value,
        formula: block.year(name, year),
        unit: 'currency' as const,
      })),
    ];
    sheet.heading([words.cash_flow, words.start, ...this.#yearHeadings()]);
    for (const { id } of this.#model.definition.benefits) sheet.row(flow(id));
    for (const { id } of this.#model.definition.costs)
      sheet.row(flow(id, { value: singleOf(values, initialName(id)), formula: block.single(initialName(id)) }));
    const start = singleOf(values, 'initial_costs');
    const before: Value = isError(start) ? start : 0 - Number(start);
    const net = sheet.row(flow('net_by_year', { value: before, formula: `-${block.single('initial_costs')}` }));
    const sums = runningSums([before, ...yearsOf(values, 'net_by_year')]);
    const added = sheet.nextRow;
    sheet.row([
      { text: words.added_up },
      ...sums.map((value, i) => ({
        value,
        formula: i === 0 ? address(net, 1) : `${address(added, i)}+${address(net, i + 1)}`,
        unit: 'currency' as const,
      })),
    ]);
    sheet.skip(years > 0 ? 1 : 0);
  }

  #planMethod(): void {
    const sheet = this.#method;
    const { definition } = this.#model;
    const words = this.#context.labels.calculator_workbook;
    sheet.title(this.#context.labels.calculator.sheet_method);
    sheet.note(words.conventions);
    sheet.skip();
    for (const line of plainLines(definition.methodology ?? '')) sheet.note(line);
    if (definition.disclosure !== undefined) sheet.note(definition.disclosure);
    if (this.#context.address !== undefined) sheet.note(this.#context.address);
  }
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const runningSums = (values: readonly Value[]): Value[] => {
  const sums: Value[] = [];
  let sum: Value = 0;
  for (const value of values) {
    sum = isError(sum) ? sum : isError(value) ? value : Number(sum) + Number(value);
    sums.push(sum);
  }
  return sums;
};

/** Markdown without its marks, a line each: a cell shows plain text. */
const plainLines = (markdown: string): string[] =>
  markdown
    .split('\n')
    .map((line) =>
      line
        .replaceAll(/\[([^\]]*)\]\(([^)\s]*)\)/g, '$1')
        .replaceAll(/\*\*|__|`/g, '')
        .replace(/^\s*[-*]\s+/, '• ')
        .replace(/^#+\s+/, '')
        .trim(),
    )
    .filter((line) => line !== '');
