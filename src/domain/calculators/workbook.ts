/**
 * A result as a workbook that goes on calculating: a plain description of sheets, cells and names, which
 * a writer turns into a file. Every figure carries its formula and the value that the engine found, so
 * that a spreadsheet can be asked whether it comes to the same.
 */
import type { Scenario, Unit } from '../../schemas/assets/calculator.ts';
import { switchName } from './cells.ts';
import { discountRateOf, type Choices } from './definition.ts';
import { formatValue, withNote, type Formatting } from './format.ts';
import { labelOf } from './labels.ts';
import type { Model } from './model.ts';
import { headlinesOf } from './calculate.ts';
import { isOn, singleOf, valuesIn, yearsOf, type Values } from './recompute.ts';
import { chosenInput, chosenSeries, inputIn, SCENARIOS_IN_ORDER, seriesIn, seriesRange } from './scenarios.ts';
import { absolute, address, SheetPlan, type WorkbookPlan } from './workbook-sheet.ts';
import { ModelBlock, type Entered } from './workbook-model.ts';
import { isError, type Value } from './values.ts';

export type { WorkbookPlan } from './workbook-sheet.ts';

export interface WorkbookContext extends Formatting {
  /** Where the calculator can be found, for the first and the last sheet; left out, nothing is said. */
  address?: string | undefined;
}

/** Where a scenario's number stands among the choices of CHOOSE. */
const CASE_CELL = 'scenario_shown';

export const planWorkbook = (model: Model, choices: Choices, context: WorkbookContext): WorkbookPlan =>
  new WorkbookPlanner(model, choices, context).plan();

/** Cells of the sheet Inputs that one input or series has: for each scenario, and in use. */
interface InputCells {
  inUse: string;
  byScenario: Readonly<Record<Scenario, string>>;
}

class WorkbookPlanner {
  readonly #model: Model;
  readonly #choices: Choices;
  readonly #context: WorkbookContext;
  readonly #shown: Scenario;
  readonly #names: { name: string; ref: string }[] = [];
  /** Cells of inputs, by id; of series, by id and year. */
  readonly #inputs = new Map<string, InputCells>();
  readonly #series = new Map<string, InputCells[]>();
  #years: string[] = [];

  readonly #summary: SheetPlan;
  readonly #entry: SheetPlan;
  readonly #work: SheetPlan;
  readonly #cases: SheetPlan;
  readonly #method: SheetPlan;

  constructor(model: Model, choices: Choices, context: WorkbookContext) {
    this.#model = model;
    this.#choices = choices;
    this.#context = context;
    this.#shown = choices.scenario ?? 'expected';
    const words = context.labels.calculator;
    this.#summary = new SheetPlan(words.sheet_summary, [44, 18, 18, 18, 18, 18, 18]);
    this.#entry = new SheetPlan(words.sheet_inputs, [44, 16, 16, 16, 16, 16, 20, 60, 28]);
    this.#work = new SheetPlan(words.sheet_model, [44, 28, 44, 18, 18, 18, 18]);
    this.#cases = new SheetPlan(words.sheet_scenarios, [44, 28, 44, 18, 18, 18, 18]);
    this.#method = new SheetPlan(words.sheet_method, [120]);
  }

  plan(): WorkbookPlan {
    this.#planInputs();
    const values = valuesIn(this.#model, this.#choices, this.#shown);
    const block = this.#planModel(values);
    this.#planScenarios();
    this.#planSummary(block, values);
    this.#planMethod();
    const sheets = [this.#summary, this.#entry, this.#work, this.#cases, this.#method];
    return { title: this.#model.definition.title, currency: this.#context.currency, sheets, names: this.#names };
  }

  #name(name: string, ref: string): void {
    this.#names.push({ name, ref });
  }

  #planInputs(): void {
    const sheet = this.#entry;
    const { definition, years } = this.#model;
    const { labels } = this.#context;
    const words = labels.calculator_workbook;
    sheet.title(definition.title);
    sheet.note(words.inputs_note);
    sheet.skip();

    const number = SCENARIOS_IN_ORDER.indexOf(this.#shown) + 1;
    const choice = sheet.row([
      { text: words.scenario_shown },
      { value: number, unit: 'count', entry: true },
      { text: this.#caseList(), quiet: true },
    ]);
    this.#name(CASE_CELL, sheet.ref(choice, 1));
    const rate = this.#choices.discountRate ?? discountRateOf(definition).default;
    for (const [name, value, unit] of [
      ['discount_rate', rate, 'percent'],
      ['delay_months', this.#choices.delayMonths ?? 0, 'months'],
    ] as const) {
      const row = sheet.row([{ text: labelOf(this.#model, name, labels) }, { value, unit, entry: true }]);
      this.#name(name, sheet.ref(row, 1));
    }
    const horizon = sheet.row([
      { text: labelOf(this.#model, 'horizon_years', labels) },
      { value: years, unit: 'count' },
    ]);
    this.#name('horizon_years', sheet.ref(horizon, 1));
    sheet.skip();
    this.#planInputRows();
    this.#planSeriesRows();
    this.#planSwitches();
  }

  /** `1 Cautious, 2 Expected, 3 Hopeful`. */
  #caseList(): string {
    return SCENARIOS_IN_ORDER.map((scenario, i) => `${i + 1} ${this.#context.labels.scenarios[scenario]}`).join(', ');
  }

  #planInputRows(): void {
    const { definition } = this.#model;
    if (definition.inputs.length === 0) return;
    const sheet = this.#entry;
    const { labels } = this.#context;
    const words = labels.calculator_workbook;
    const cases = SCENARIOS_IN_ORDER.map((scenario) => labels.scenarios[scenario]);
    sheet.heading([words.input, words.in_use, words.yours, ...cases, words.range, words.source, words.id]);
    for (const input of definition.inputs) {
      const { id, unit, source } = input;
      const row = sheet.nextRow;
      const yours = address(row, 2);
      const byCase = SCENARIOS_IN_ORDER.map((scenario) => ({
        value: inputIn(input, this.#choices, scenario),
        formula: caseFormula(
          yours,
          input.default,
          scenario === 'expected' ? undefined : input.scenarios?.[scenario],
          input,
          input.integer,
        ),
        unit,
      }));
      sheet.row([
        { text: withNote(input.label, input.unit_note === undefined ? undefined : `(${input.unit_note})`) },
        {
          value: inputIn(input, this.#choices, this.#shown),
          formula: `CHOOSE(${CASE_CELL},${address(row, 3)},${address(row, 4)},${address(row, 5)})`,
          unit,
        },
        { value: chosenInput(input, this.#choices), unit, entry: true },
        ...byCase,
        { text: this.#rangeText(input.min, input.max, unit), quiet: true },
        {
          text: source === undefined ? '' : [source.text, source.url, source.dated].filter(Boolean).join(' · '),
          quiet: true,
        },
        { text: id, quiet: true },
      ]);
      this.#name(id, sheet.ref(row, 1));
      const at = (column: number) => sheet.ref(row, column);
      this.#inputs.set(id, { inUse: id, byScenario: { conservative: at(3), expected: at(4), optimistic: at(5) } });
    }
    sheet.skip();
  }

  #rangeText(min: number | undefined, max: number | undefined, unit: Unit): string {
    const show = (value: number | undefined) =>
      value === undefined ? '' : formatValue(value, unit, this.#context, 'exact');
    return min === undefined && max === undefined ? '' : `${show(min)} – ${show(max)}`;
  }

  #planSeriesRows(): void {
    const { definition, years } = this.#model;
    const sheet = this.#entry;
    const { labels } = this.#context;
    const words = labels.calculator_workbook;
    sheet.heading([words.by_year, ...this.#yearHeadings(), words.case]);
    const yearRow = sheet.row([
      { text: labelOf(this.#model, 'year', labels) },
      ...Array.from({ length: years }, (_, i) => ({ value: i + 1, unit: 'count' as const })),
    ]);
    this.#years = Array.from({ length: years }, (_, i) => sheet.ref(yearRow, i + 1));
    for (const series of definition.series) {
      const top = sheet.nextRow;
      const own = chosenSeries(series, this.#choices, years);
      const usual = chosenSeries(series, {}, years);
      const { unit } = series;
      const line = (scenario: Scenario, inUse: boolean) =>
        seriesIn(series, this.#choices, scenario, years).map((value, i) => {
          const cells = [2, 3, 4].map((offset) => address(top + offset, i + 1)).join(',');
          const yours = address(top + 1, i + 1);
          const varied = scenario === 'expected' ? undefined : seriesIn(series, {}, scenario, years)[i];
          const isVaried = scenario !== 'expected' && series.scenarios?.[scenario] !== undefined;
          const formula = inUse
            ? `CHOOSE(${CASE_CELL},${cells})`
            : caseFormula(yours, usual[i] ?? 0, isVaried ? varied : undefined, seriesRange(series), false);
          return { value, formula, unit };
        });
      sheet.row([{ text: series.label }, ...line(this.#shown, true), { text: words.in_use, quiet: true }]);
      sheet.row([
        { text: '' },
        ...own.map((value) => ({ value, unit, entry: true })),
        { text: words.yours, quiet: true },
      ]);
      for (const scenario of SCENARIOS_IN_ORDER)
        sheet.row([{ text: '' }, ...line(scenario, false), { text: labels.scenarios[scenario], quiet: true }]);
      this.#name(series.id, sheet.range(top, 1, years));
      this.#series.set(
        series.id,
        own.map((_, i) => ({
          inUse: sheet.ref(top, i + 1),
          byScenario: {
            conservative: sheet.ref(top + 2, i + 1),
            expected: sheet.ref(top + 3, i + 1),
            optimistic: sheet.ref(top + 4, i + 1),
          },
        })),
      );
    }
    sheet.skip();
  }

  #yearHeadings(): string[] {
    const { year } = this.#context.labels.calculator_figures;
    return Array.from({ length: this.#model.years }, (_, i) => `${year} ${i + 1}`);
  }

  #planSwitches(): void {
    const { benefits } = this.#model.definition;
    if (benefits.length === 0) return;
    const sheet = this.#entry;
    sheet.heading([this.#context.labels.calculator_workbook.counted, '']);
    for (const benefit of benefits) {
      const value = isOn(benefit, this.#choices) ? 1 : 0;
      const row = sheet.row([{ text: benefit.label }, { value, unit: 'count', entry: true }]);
      this.#name(switchName(benefit.id), sheet.ref(row, 1));
    }
  }

  /** How a model's block finds what is entered: as in use, or as one scenario has it. */
  #entered(scenario: Scenario | undefined): Entered {
    const pick = (cells: InputCells): string => (scenario === undefined ? cells.inUse : cells.byScenario[scenario]);
    return {
      single: (name) => {
        const input = this.#inputs.get(name);
        return input ? pick(input) : name;
      },
      year: (name, year) => {
        if (name === 'year') return this.#years[year] ?? name;
        const cells = this.#series.get(name)?.[year];
        return cells ? pick(cells) : name;
      },
      years: (name) => {
        const cells = name === 'year' ? this.#years : (this.#series.get(name) ?? []).map(pick);
        return joinRange(cells);
      },
    };
  }

  #planModel(values: Values): ModelBlock {
    const sheet = this.#work;
    const { labels } = this.#context;
    sheet.title(this.#model.definition.title);
    sheet.note(labels.calculator_workbook.model_note);
    sheet.skip();
    const block = new ModelBlock(this.#model, values, sheet, this.#entered(undefined), labels);
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
    sheet.heading(['', '', '', ...SCENARIOS_IN_ORDER.map((scenario) => labels.scenarios[scenario])]);
    const first = sheet.reserve(compared.length + 1);
    const blocks = SCENARIOS_IN_ORDER.map((scenario) => {
      sheet.heading([labels.scenarios[scenario]]);
      const values = valuesIn(this.#model, this.#choices, scenario);
      const block = new ModelBlock(this.#model, values, sheet, this.#entered(scenario), labels);
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
      sheet.rowAt(first + i, [{ text: labelOf(this.#model, name, labels) }, { text: '' }, { text: '' }, ...figures]);
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
    sheet.row([
      { text: words.scenario_shown },
      {
        value: labels.scenarios[this.#shown],
        formula: `CHOOSE(${CASE_CELL},${SCENARIOS_IN_ORDER.map((scenario) => quoted(labels.scenarios[scenario])).join(',')})`,
      },
    ]);
    sheet.row([{ text: words.model_version }, { value: definition.model_version, unit: 'count' }]);
    sheet.row([{ text: words.currency }, { text: definition.currency }]);
    if (this.#context.address !== undefined) sheet.row([{ text: words.address }, { text: this.#context.address }]);
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
      sheet.row(flow(id, { value: singleOf(values, `${id}_initial`), formula: block.single(`${id}_initial`) }));
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

interface Range {
  min?: number | undefined;
  max?: number | undefined;
}

/** The formula of `inProportion`: a scenario's number beside the reader's own. */
const caseFormula = (
  yours: string,
  usual: number,
  varied: number | undefined,
  { min, max }: Range,
  integer: boolean,
): string => {
  if (varied === undefined) return yours;
  const moved = usual === 0 ? `${yours}+${varied}` : `${yours}*${varied}/${usual}`;
  const raised = min === undefined ? moved : `MAX(${min},${moved})`;
  const held = max === undefined ? raised : `MIN(${max},${raised})`;
  const chosen = `IF(${yours}=${usual},${varied},${held})`;
  return integer ? `ROUND(${chosen},0)` : chosen;
};

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Cells that stand beside each other, as a range; they always do. */
const joinRange = (cells: readonly string[]): string => {
  const [first = '', last = ''] = [cells[0], cells.at(-1)];
  return first === last ? first : `${first}:${absolute(last)}`;
};

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
