/** A result as one table of plain text, for who has no spreadsheet, or whose download of one has failed. */
import type { Choices } from './definition.ts';
import { labelOf } from './labels.ts';
import type { Model } from './model.ts';
import { printFormula } from './parse.ts';
import { valuesIn } from './recompute.ts';
import { isError, type Value } from './values.ts';
import type { WorkbookContext } from './workbook.ts';

export const CSV_TYPE = 'text/csv;charset=utf-8';

/** A row a name: what it is, its id, its unit, its value or one for each year, its formula. Numbers are plain. */
export const writeCsv = (model: Model, choices: Choices, { labels }: WorkbookContext): string => {
  const values = valuesIn(model, choices, choices.scenario ?? 'expected');
  const words = labels.calculator_workbook;
  const years = Array.from({ length: model.years }, (_, i) => `${labels.calculator_figures.year} ${i + 1}`);
  const head = [words.label, words.id, words.unit, words.value, ...years, words.formula];
  const rows = [...model.cells.values()].map((cell) => {
    const value = values.get(cell.name);
    const byYear = isYears(value) ? value : [];
    return [
      labelOf(model, cell.name, labels),
      cell.name,
      cell.unit === 'currency' ? model.definition.currency : cell.unit,
      isYears(value) ? '' : plain(value),
      ...years.map((_, i) => plain(byYear[i])),
      cell.tree ? printFormula(cell.tree) : '',
    ];
  });
  // A byte order mark tells a spreadsheet that this is UTF-8.
  return `\uFEFF${[head, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
};

const isYears = (value: Value | readonly Value[] | undefined): value is readonly Value[] => Array.isArray(value);

const plain = (value: Value | undefined): string | number =>
  value === undefined
    ? ''
    : isError(value)
      ? value.error
      : typeof value === 'number'
        ? Number.isFinite(value)
          ? value
          : ''
        : String(value);

/** What a spreadsheet takes for the beginning of a formula. */
const DANGEROUS = /^[=+\-@\t\r|]/;

/** A text that would become a formula is told to be a text; numbers are numbers, negative ones too. */
const field = (content: string | number): string => {
  if (typeof content === 'number') return String(content);
  const safe = DANGEROUS.test(content.trimStart()) || DANGEROUS.test(content) ? `'${content}` : content;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
};
