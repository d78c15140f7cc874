/** Sheets of a workbook as plain values, and the addresses of their cells. */
import type { Unit } from '../../schemas/assets/calculator.ts';
import { isError, type ErrorCode, type Value } from './values.ts';

/** What a cell is for, which decides how it looks. */
export type CellRole = 'title' | 'heading' | 'number heading' | 'text' | 'quiet' | 'note' | 'entry' | 'figure';

export interface PlannedCell {
  role: CellRole;
  /** A text is a text, whatever it begins with: only `formula` is ever worked out. */
  value: number | string | boolean | undefined;
  /** The value is this error, and `value` is undefined. */
  error: ErrorCode | undefined;
  /** Without `=`. */
  formula: string | undefined;
  unit: Unit | undefined;
}

export interface WorkbookPlan {
  title: string;
  currency: string;
  sheets: readonly SheetPlan[];
  /** Names for the whole workbook. */
  names: readonly { name: string; ref: string }[];
}

/** What one gives for a cell. */
export type CellInput =
  { text: string; quiet?: boolean } | { value: Value; formula?: string; unit?: Unit; entry?: boolean };

const LETTERS = 26;

const columnName = (column: number): string =>
  (column >= LETTERS ? columnName(Math.floor(column / LETTERS) - 1) : '') +
  String.fromCharCode(65 + (column % LETTERS));

/** `D12`; rows and columns are counted from 0. */
export const address = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** `'Inputs'!$B$3` → `$B$3`. */
export const absolute = (ref: string): string => ref.slice(ref.indexOf('!') + 1);

/** What a spreadsheet allows as the name of a sheet. */
const sheetName = (name: string): string =>
  name
    .replaceAll(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, 31) || 'Sheet';

export class SheetPlan {
  readonly name: string;
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  readonly #rows = new Map<number, readonly PlannedCell[]>();
  #next = 0;

  constructor(name: string, widths: readonly number[]) {
    this.name = sheetName(name);
    this.widths = widths;
  }

  /** Rows from 0; those between have nothing in them. */
  get rows(): ReadonlyMap<number, readonly PlannedCell[]> {
    return this.#rows;
  }

  get nextRow(): number {
    return this.#next;
  }

  title(text: string): void {
    this.#put([{ ...plain(text), role: 'title' }]);
  }

  /** A paragraph, in as many rows as it needs: heights of rows are not known before a spreadsheet opens them. */
  note(text: string): void {
    for (const line of broken(text)) this.#put([{ ...plain(line), role: 'note' }]);
  }

  /** @param numbers from and to which column numbers stand below */
  heading(texts: readonly string[], numbers: readonly [number, number] = [1, texts.length - 1]): void {
    const [from, to] = numbers;
    this.#put(
      texts.map((text, column) => ({
        ...plain(text),
        role: column >= from && column <= to ? 'number heading' : 'heading',
      })),
    );
  }

  /** Gives the row that was written. */
  row(cells: readonly CellInput[]): number {
    return this.#put(cells.map(toCell));
  }

  rowAt(row: number, cells: readonly CellInput[]): void {
    this.#rows.set(row, cells.map(toCell));
  }

  skip(rows = 1): void {
    this.#next += rows;
  }

  /** Keeps rows free to be written later; gives the first. */
  reserve(rows: number): number {
    const first = this.#next;
    this.#next += rows;
    return first;
  }

  /** `'Inputs'!$B$3`. */
  ref(row: number, column: number): string {
    return `'${this.name}'!$${columnName(column)}$${row + 1}`;
  }

  /** Cells of one row beside each other. */
  range(row: number, column: number, count: number): string {
    const first = this.ref(row, column);
    return count === 1 ? first : `${first}:${absolute(this.ref(row, column + count - 1))}`;
  }

  #put(cells: readonly PlannedCell[]): number {
    this.#rows.set(this.#next, cells);
    return this.#next++;
  }
}

const LONGEST_LINE = 120;

const broken = (text: string): string[] => {
  const lines = [''];
  for (const word of text.split(/\s+/u)) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length >= LONGEST_LINE) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
};

const plain = (text: string): PlannedCell => ({
  role: 'text',
  value: text,
  error: undefined,
  formula: undefined,
  unit: undefined,
});

const toCell = (input: CellInput): PlannedCell => {
  if ('text' in input) return { ...plain(input.text), role: input.quiet === true ? 'quiet' : 'text' };
  const { value, formula, unit, entry } = input;
  return {
    role: entry === true ? 'entry' : 'figure',
    value: isError(value) ? undefined : value,
    error: isError(value) ? value.error : undefined,
    formula,
    unit,
  };
};
