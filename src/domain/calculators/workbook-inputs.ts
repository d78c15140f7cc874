/**
 * The sheet Inputs: what a reader can change, what each scenario makes of it, and what is in use. All other
 * sheets are worked out from it.
 */
import type { Scenario, Unit } from '../../schemas/assets/calculator.ts';
import { switchName } from './cells.ts';
import { discountRateOf, type Choices } from './definition.ts';
import { formatValue, withNote, type Formatting } from './format.ts';
import { labelOf } from './labels.ts';
import type { Model } from './model.ts';
import { isOn } from './recompute.ts';
import { chosenInput, chosenSeries, inputIn, SCENARIOS_IN_ORDER, seriesIn, seriesRange } from './scenarios.ts';
import type { Entered } from './workbook-model.ts';
import { absolute, address, SheetPlan } from './workbook-sheet.ts';

/** The name of the cell that says which scenario is in use: 1, 2 or 3. */
export const CASE_CELL = 'scenario_shown';

/** Cells that one input or series has: for each scenario, and in use. */
interface InputCells {
  inUse: string;
  byScenario: Readonly<Record<Scenario, string>>;
}

export class InputsSheet {
  readonly sheet: SheetPlan;
  readonly #model: Model;
  readonly #choices: Choices;
  readonly #context: Formatting;
  readonly #shown: Scenario;
  readonly #define: (name: string, ref: string) => void;
  /** Cells of inputs, by id; of series, by id and year. */
  readonly #inputs = new Map<string, InputCells>();
  readonly #series = new Map<string, InputCells[]>();
  #years: string[] = [];

  /** @param define where names of cells are kept */
  constructor(model: Model, choices: Choices, context: Formatting, define: (name: string, ref: string) => void) {
    this.#model = model;
    this.#choices = choices;
    this.#context = context;
    this.#shown = choices.scenario ?? 'expected';
    this.#define = define;
    this.sheet = new SheetPlan(context.labels.calculator.sheet_inputs, [58, 17, 17, 17, 17, 17, 26, 24, 100]);
  }

  write(): void {
    const { sheet } = this;
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
    this.#define(CASE_CELL, sheet.ref(choice, 1));
    const rate = this.#choices.discountRate ?? discountRateOf(definition).default;
    for (const [name, value, unit] of [
      ['discount_rate', rate, 'percent'],
      ['delay_months', this.#choices.delayMonths ?? 0, 'months'],
    ] as const) {
      const row = sheet.row([{ text: labelOf(this.#model, name, labels) }, { value, unit, entry: true }]);
      this.#define(name, sheet.ref(row, 1));
    }
    const horizon = sheet.row([
      { text: labelOf(this.#model, 'horizon_years', labels) },
      { value: years, unit: 'count' },
    ]);
    this.#define('horizon_years', sheet.ref(horizon, 1));
    sheet.skip();
    this.#writeInputs();
    this.#writeSeries();
    this.#writeSwitches();
  }

  /** `1 Cautious, 2 Expected, 3 Hopeful`. */
  #caseList(): string {
    return SCENARIOS_IN_ORDER.map((scenario, i) => `${i + 1} ${this.#context.labels.scenarios[scenario]}`).join(', ');
  }

  #writeInputs(): void {
    const { definition } = this.#model;
    if (definition.inputs.length === 0) return;
    const { sheet } = this;
    const { labels } = this.#context;
    const words = labels.calculator_workbook;
    const cases = SCENARIOS_IN_ORDER.map((scenario) => labels.scenarios[scenario]);
    sheet.heading([words.input, words.in_use, words.yours, ...cases, words.range, words.id, words.source], [1, 5]);
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
        { text: id, quiet: true },
        {
          text: source === undefined ? '' : [source.text, source.url, source.dated].filter(Boolean).join(' · '),
          quiet: true,
        },
      ]);
      this.#define(id, sheet.ref(row, 1));
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

  #writeSeries(): void {
    const { definition, years } = this.#model;
    const { sheet } = this;
    const { labels } = this.#context;
    const words = labels.calculator_workbook;
    sheet.heading([words.by_year, ...this.#yearHeadings(), words.case], [1, years]);
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
      this.#define(series.id, sheet.range(top, 1, years));
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

  #writeSwitches(): void {
    const { benefits } = this.#model.definition;
    if (benefits.length === 0) return;
    const { sheet } = this;
    sheet.heading([this.#context.labels.calculator_workbook.counted, '']);
    for (const benefit of benefits) {
      const value = isOn(benefit, this.#choices) ? 1 : 0;
      const row = sheet.row([{ text: benefit.label }, { value, unit: 'count', entry: true }]);
      this.#define(switchName(benefit.id), sheet.ref(row, 1));
    }
  }

  /** How a model's block finds what is entered: as in use, or as one scenario has it. */
  entered(scenario: Scenario | undefined): Entered {
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

/** Cells that stand beside each other, as a range; they always do. */
const joinRange = (cells: readonly string[]): string => {
  const [first = '', last = ''] = [cells[0], cells.at(-1)];
  return first === last ? first : `${first}:${absolute(last)}`;
};
