/** What a mapping's source holds in one row. */
import { isRecord } from '../entries.ts';
import type { Source } from './mapping.ts';
import type { ImportRow, ImportTools } from './row.ts';

export interface Found {
  value: unknown;
  /** Markdown, whatever it was before. */
  isMarkup: boolean;
}

const plain = (value: unknown): Found => ({ value, isMarkup: false });
const markup = (value: string): Found => ({ value, isMarkup: true });

const isSomething = (value: unknown): boolean =>
  value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');

/** Lists on the way are opened, with or without a `*`. */
export const valuesOf = (data: unknown, path: readonly string[]): unknown[] => {
  const [step, ...rest] = path;
  if (Array.isArray(data)) {
    const own: unknown = step !== undefined && /^\d+$/.test(step) ? data[Number(step)] : undefined;
    if (own !== undefined) return valuesOf(own, rest);
    return data.flatMap((item) => valuesOf(item, step === '*' ? rest : path));
  }
  if (step === undefined) return isSomething(data) ? [data] : [];
  if (step === '*') return isRecord(data) ? Object.values(data).flatMap((item) => valuesOf(item, rest)) : [];
  return isRecord(data) && Object.hasOwn(data, step) ? valuesOf(data[step], rest) : [];
};

const pathOf = (field: string): string[] => field.split('.');

export const readSource = (source: Source, row: ImportRow, tools: ImportTools): Found[] => {
  if (source.field !== undefined) return valuesOf(row.data, pathOf(source.field)).map(plain);
  if (source.column !== undefined) {
    const value = isRecord(row.data) && Object.hasOwn(row.data, source.column) ? row.data[source.column] : undefined;
    return isSomething(value) ? [plain(value)] : [];
  }
  if (source.file !== undefined) return [plain(row.file[source.file])].filter(({ value }) => isSomething(value));
  if (source.body === true) return row.body === '' ? [] : [markup(row.body)];
  if (source.constant !== undefined) return [plain(source.constant)];
  if (source.html !== undefined) return row.select(source.html, source.labelled).filter(isSomething).map(markup);
  if (source.section !== undefined) {
    const text = sectionOf(row.body, source.section, tools);
    return text === undefined ? [] : [markup(text)];
  }
  return templateText(source.template ?? '', row);
};

/** Nothing where one of its places is empty: half a template would be invented text. */
const templateText = (template: string, row: ImportRow): Found[] => {
  let isComplete = true;
  const text = template.replaceAll(/\{([^{}]+)\}/g, (_, place: string) => {
    const fact = /^\$file\.(path|name|stem|parent|extension)$/.exec(place)?.[1];
    const [value] = fact === undefined ? valuesOf(row.data, pathOf(place)) : valuesOf(row.file, [fact]);
    if (!isSomething(value) || isRecord(value)) isComplete = false;
    return String(value);
  });
  return isComplete ? [plain(text)] : [];
};

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;

const fold = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The text from a heading to the next of its own level or above. */
const sectionOf = (body: string, name: string, tools: ImportTools): string | undefined => {
  const lines = body.split('\n');
  const levelOf = (line: string): number => HEADING.exec(line)?.[1]?.length ?? 0;
  const start = lines.findIndex(
    (line) => levelOf(line) > 0 && fold(tools.toText(HEADING.exec(line)?.[2] ?? '')) === fold(name),
  );
  if (start === -1) return undefined;
  const level = levelOf(lines[start] ?? '');
  const length = lines.slice(start + 1).findIndex((line) => levelOf(line) > 0 && levelOf(line) <= level);
  const text = lines
    .slice(start + 1, length === -1 ? undefined : start + 1 + length)
    .join('\n')
    .trim();
  return text === '' ? undefined : text;
};
