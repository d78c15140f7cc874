/**
 * A model's formulas as rows of a sheet, one a name, years beside each other. Written once with names for
 * the sheet Model, and once for each scenario with cells, so that all of them go on calculating.
 */
import type { Unit } from '../../schemas/assets/calculator.ts';
import { evaluate } from './evaluate.ts';
import { labelOf, type CalculatorLabels } from './labels.ts';
import type { Model, ModelCell } from './model.ts';
import { printFormula, type Tree } from './parse.ts';
import { singleOf, yearsOf, type Values } from './recompute.ts';
import { addNearly, isError, type Value } from './values.ts';
import { address, type CellInput, type SheetPlan } from './workbook-sheet.ts';

/** How what is entered is written in a formula: a name, or a cell. */
export interface Entered {
  single: (name: string) => string;
  year: (name: string, year: number) => string;
  /** All years, as a range. */
  years: (name: string) => string;
}

type Call = Extract<Tree, { kind: 'call' }>;

/** Columns: what it is, its id, then the value or the years, and the formula as text last. */
const FIRST = 2;

/** A number that is none: how a formula says `#NUM!`. */
const NO_NUMBER = 'SQRT(-1)';

export class ModelBlock {
  readonly #model: Model;
  readonly #values: Values;
  readonly #sheet: SheetPlan;
  readonly #entered: Entered;
  readonly #labels: CalculatorLabels;
  readonly #rows = new Map<string, number>();
  /** Rows that some formulas need beside them; written below the others. */
  readonly #helpers: (() => void)[] = [];
  #isNamed = false;

  constructor(model: Model, values: Values, sheet: SheetPlan, entered: Entered, labels: CalculatorLabels) {
    this.#model = model;
    this.#values = values;
    this.#sheet = sheet;
    this.#entered = entered;
    this.#labels = labels;
  }

  /** @param define where names are kept; left out, formulas refer to cells */
  write(define?: (name: string, ref: string) => void): void {
    const words = this.#labels.calculator_workbook;
    const { year } = this.#labels.calculator_figures;
    const { order, years } = this.#model;
    this.#isNamed = define !== undefined;
    const sheet = this.#sheet;
    const heads = Array.from({ length: years }, (_, i) => `${year} ${i + 1}`);
    sheet.heading([words.what, words.id, ...heads, words.formula], [FIRST, FIRST + years - 1]);
    const first = sheet.reserve(order.length);
    order.forEach(({ name }, i) => this.#rows.set(name, first + i));
    for (const cell of order) {
      const row = this.#rowOf(cell.name);
      const figures = this.#cellsOf(cell);
      sheet.rowAt(row, [
        { text: labelOf(this.#model, cell.name, this.#labels) },
        { text: cell.name, quiet: true },
        ...figures,
        ...Array.from({ length: years - figures.length }, () => ({ text: '' })),
        { text: cell.tree ? printFormula(cell.tree) : words.procedure, quiet: true },
      ]);
      define?.(cell.name, sheet.range(row, FIRST, cell.yearly ? years : 1));
    }
    for (const helper of this.#helpers) helper();
  }

  /** A name with one value, as a formula of another sheet refers to it. */
  single(name: string): string {
    const row = this.#rows.get(name);
    return row === undefined ? this.#entered.single(name) : this.#sheet.ref(row, FIRST);
  }

  /** One year of a name, from 0. */
  year(name: string, year: number): string {
    const row = this.#rows.get(name);
    return row === undefined ? this.#entered.year(name, year) : this.#sheet.ref(row, FIRST + year);
  }

  #rowOf(name: string): number {
    return this.#rows.get(name) ?? 0;
  }

  #cellsOf(cell: ModelCell): CellInput[] {
    const { tree, name, unit, yearly } = cell;
    if (!tree) return [{ value: singleOf(this.#values, name), formula: this.#procedure(cell), unit }];
    if (!yearly) return [{ value: singleOf(this.#values, name), formula: this.#formula(tree, 0, name), unit }];
    return yearsOf(this.#values, name).map((value, year) => ({
      value,
      formula: this.#formula(tree, year, name),
      unit,
    }));
  }

  #formula(tree: Tree, year: number, from: string): string {
    return printFormula(tree, {
      name: (name) => this.#reference(name, year),
      call: (call, print) => this.#call(call, print, year, from),
    });
  }

  #reference(name: string, year: number): string {
    const isComputed = this.#rows.has(name);
    if (this.#model.cells.get(name)?.yearly === true)
      return isComputed ? address(this.#rowOf(name), FIRST + year) : this.#entered.year(name, year);
    if (!isComputed) return this.#entered.single(name);
    return this.#isNamed ? name : this.#cell(name);
  }

  /** A cell of this block that does not move: `$D$12`. */
  #cell(name: string, year = 0): string {
    return this.#sheet.ref(this.#rowOf(name), FIRST + year).replace(/^.*!/, '');
  }

  #range(name: string): string {
    if (!this.#rows.has(name)) return this.#isNamed && name !== 'year' ? name : this.#entered.years(name);
    return this.#isNamed ? name : this.#sheet.range(this.#rowOf(name), FIRST, this.#model.years).replace(/^.*!/, '');
  }

  #isSeries(arg: Tree): arg is Extract<Tree, { kind: 'name' }> {
    return arg.kind === 'name' && this.#model.cells.get(arg.name)?.yearly === true;
  }

  #call(call: Call, print: (tree: Tree) => string, year: number, from: string): string | undefined {
    const args = () => call.args.map((arg) => (this.#isSeries(arg) ? this.#range(arg.name) : print(arg)));
    switch (call.name) {
      case 'TOTAL':
        return `SUM(${args().join(', ')})`;
      case 'NPV':
        return `NPV(${args().join(', ')})`;
      case 'IRR': {
        const [only, ...more] = call.args;
        return only && more.length === 0 && this.#isSeries(only)
          ? `IRR(${this.#range(only.name)})`
          : this.#rateOf(call, print, year, from);
      }
      default:
        return undefined;
    }
  }

  /** A spreadsheet's IRR takes cells and no list: its flows are put into a row of their own. */
  #rateOf(call: Call, print: (tree: Tree) => string, year: number, from: string): string {
    const flows = call.args.flatMap((arg) => {
      if (this.#isSeries(arg))
        return yearsOf(this.#values, arg.name).map((value, i) => ({ value, formula: this.#reference(arg.name, i) }));
      return [{ value: evaluate(arg, { cells: this.#values, year, from }), formula: print(arg) }];
    });
    const row = this.#helper(this.#labels.calculator_workbook.flows, 'currency', flows);
    return rateFormula(row, flows.length);
  }

  /** A row below the block; gives its place at once, and is written when the block is. */
  #helper(label: string, unit: Unit, cells: readonly { value: Value; formula: string }[]): number {
    const row = this.#sheet.reserve(1);
    this.#helpers.push(() => {
      const figures = cells.map((cell) => ({ ...cell, unit }));
      this.#sheet.rowAt(row, [{ text: label, quiet: true }, { text: '' }, ...figures]);
    });
    return row;
  }

  #procedure({ procedure }: ModelCell): string {
    switch (procedure) {
      case 'first year of benefits':
        return this.#cell('benefits_by_year');
      case 'first year of costs':
        return this.#cell('costs_by_year');
      case 'payback':
        return this.#payback();
      case 'internal rate':
        return this.#internalRate();
      case undefined:
        return '0';
    }
  }

  /** What was paid first and each year's net, in a row; the same that finance.ts is given. */
  #netRow(): { row: number; flows: readonly Value[]; count: number } {
    const { years } = this.#model;
    const initial = singleOf(this.#values, 'initial_costs');
    const flows: Value[] = [isError(initial) ? initial : 0 - Number(initial), ...yearsOf(this.#values, 'net_by_year')];
    const formulas = [
      `-${this.#reference('initial_costs', 0)}`,
      ...Array.from({ length: years }, (_, i) => this.#cell('net_by_year', i)),
    ];
    const row = this.#helper(
      this.#labels.calculator_workbook.flows,
      'currency',
      flows.map((value, i) => ({ value, formula: formulas[i] ?? '0' })),
    );
    return { row, flows, count: years + 1 };
  }

  /** Running sums, and for each year the month in which they leave the negative. */
  #payback(): string {
    const { flows, row, count } = this.#netRow();
    const words = this.#labels.calculator_workbook;
    const at = (of: number, t: number): string => address(of, FIRST + t);
    const sums: Value[] = [];
    for (const [t, flow] of flows.entries()) sums.push(plus(sums[t - 1] ?? 0, flow));
    const sumRow = this.#helper(
      words.added_up,
      'currency',
      sums.map((value, t) => ({
        value,
        formula: t === 0 ? at(row, 0) : `${at(this.#sheet.nextRow, t - 1)}+${at(row, t)}`,
      })),
    );
    const crossings = flows.map((flow, t) => crossing(sums[t - 1], sums[t], flow, t));
    const crossingRow = this.#helper(
      words.crossing,
      'months',
      crossings.map((value, t) => ({
        value,
        formula:
          t === 0
            ? '""'
            : `IF(AND(${at(sumRow, t - 1)}<0,${at(sumRow, t)}>=0),(${t - 1}-${at(sumRow, t - 1)}/${at(row, t)})*12,"")`,
      })),
    );
    const range = (of: number) => `${at(of, 0)}:${at(of, count - 1)}`;
    const never = `OR(${at(sumRow, count - 1)}<0,COUNTIF(${range(row)},0)=${count})`;
    const atOnce = `AND(${at(row, 0)}>=0,${at(row, 1)}>=0)`;
    return `IF(${never},${NO_NUMBER},IF(${atOnce},0,IF(COUNT(${range(crossingRow)})=0,${NO_NUMBER},MIN(${range(crossingRow)}))))`;
  }

  /** The internal rate where the flows change sign once and it is no more than 1,000%. */
  #internalRate(): string {
    const { flows, row, count } = this.#netRow();
    const words = this.#labels.calculator_workbook;
    const at = (of: number, t: number): string => address(of, FIRST + t);
    const signs: Value[] = [];
    for (const [t, flow] of flows.entries())
      signs.push(isError(flow) ? flow : Math.sign(Number(flow)) || (signs[t - 1] ?? 0));
    const signRow = this.#helper(
      words.sign,
      'count',
      signs.map((value, t) => ({
        value,
        formula:
          t === 0 ? `SIGN(${at(row, 0)})` : `IF(${at(row, t)}=0,${at(this.#sheet.nextRow, t - 1)},SIGN(${at(row, t)}))`,
      })),
    );
    const changeRow = this.#helper(
      words.sign_change,
      'count',
      signs.map((value, t) => ({
        value: changed(signs[t - 1], value),
        formula: t === 0 ? '0' : `IF(AND(${at(signRow, t - 1)}<>0,${at(signRow, t - 1)}<>${at(signRow, t)}),1,0)`,
      })),
    );
    const rate = rateFormula(row, count);
    return `IF(SUM(${at(changeRow, 0)}:${at(changeRow, count - 1)})=1,IF(${rate}>10,${NO_NUMBER},${rate}),${NO_NUMBER})`;
  }
}

/** With a guess near the answer: from the usual 10% LibreOffice runs off to rates below -100% where much is lost. */
const rateFormula = (row: number, count: number): string => {
  const [first, second, last] = [0, 1, count - 1].map((t) => address(row, FIRST + t));
  if (count < 2) return `IRR(${first}:${last})`;
  return `IRR(${first}:${last},IFERROR((SUM(${second}:${last})/-${first})^(1/${count - 1})-1,10%))`;
};

const plus = (a: Value, b: Value): Value => (isError(a) ? a : isError(b) ? b : addNearly(Number(a), Number(b)));

const crossing = (before: Value | undefined, after: Value | undefined, flow: Value, t: number): Value => {
  if (t === 0 || before === undefined || after === undefined) return '';
  if (isError(before)) return before;
  if (isError(after)) return after;
  return Number(before) < 0 && Number(after) >= 0 ? (t - 1 - Number(before) / Number(flow)) * 12 : '';
};

const changed = (before: Value | undefined, sign: Value): Value => {
  if (before === undefined) return 0;
  if (isError(before)) return before;
  if (isError(sign)) return sign;
  return before !== 0 && before !== sign ? 1 : 0;
};
