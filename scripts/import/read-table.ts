/** CSV, with commas, semicolons or tabs. */
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Refusal } from '../../src/domain/import/plan-import.ts';
import type { ReadFile } from './read-rows.ts';
import { Unreadable } from './unreadable.ts';

const DELIMITERS = [',', ';', '\t'];

/** The one that the head has most of, outside quotation marks. */
const delimiterOf = (text: string): string => {
  const head = (text.split('\n').find((line) => line.trim() !== '') ?? '').replaceAll(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((mark) => head.split(mark).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
};

/** Of two columns with one name the second is called `Name (2)`. */
const distinctNames = (names: readonly string[]): string[] => {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
};

const recordsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

export const readTable = (text: string): ReadFile => {
  const refused: Refusal[] = [];
  const records = recordsSchema.parse(
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      trim: true,
      on_skip: (error) => {
        const line: unknown = error?.['lines'];
        const from = typeof line === 'number' ? `line ${line}` : 'a line';
        refused.push({ from, reason: `cannot be read: ${error?.message ?? ''}` });
      },
    }),
  );
  const [head, ...body] = records;
  if (!head) throw new Unreadable('has no row of column names');
  const names = distinctNames(head.record);
  const rows = body.flatMap(({ record, info }) => {
    const part = `line ${info.lines}`;
    if (record.length > names.length && record.slice(names.length).some((cell) => cell !== '')) {
      refused.push({ from: part, reason: `has ${record.length} cells under ${names.length} column names` });
      return [];
    }
    return [{ part, data: Object.fromEntries(names.map((name, i) => [name, record[i] ?? ''])) }];
  });
  return { rows, refused };
};
