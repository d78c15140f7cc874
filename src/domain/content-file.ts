/** The text of a content file → its fields and its body, or the reason why not. */
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { isRecord } from './entries.ts';
import type { Problem, ProblemCode } from './problems.ts';

export interface ParsedFile {
  data: Record<string, unknown>;
  body: string;
  /** Paths of fields that held nothing and were dropped, `strengths.*.claim`: cleared, or misspelt. */
  emptied: readonly string[];
}

export interface ParseResult {
  parsed?: ParsedFile;
  problems: Problem[];
}

/** Far above any real entry; stops a file whose YAML anchors multiply into millions of values. */
const MOST_VALUES = 20_000;

/** Deeper than any schema. An anchor that contains itself has no end at all. */
const MOST_LEVELS = 100;

export const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)(?<=\n)---[ \t]*(?:\n|$)([\s\S]*)$/;

/**
 * Parses a Markdown file with front matter, or a whole YAML file.
 * @param text the decoded text, possibly with a byte order mark or CRLF: both are reported and mended
 */
export const parseContentFile = (file: string, text: string): ParseResult => {
  const problems: Problem[] = [];
  const report = (code: ProblemCode, rest: Partial<Problem> = {}) => problems.push({ code, file, args: {}, ...rest });

  let source = text;
  if (source.startsWith('\uFEFF')) {
    report('BYTE_ORDER_MARK');
    source = source.slice(1);
  }
  if (source.includes('\r')) {
    report('WINDOWS_LINE_ENDS');
    source = source.replaceAll(/\r\n?/g, '\n');
  }
  if (source.trim() === '') {
    report('FILE_EMPTY');
    return { problems };
  }

  const isYaml = /\.ya?ml$/.test(file);
  const match = isYaml ? undefined : FRONT_MATTER.exec(source);
  if (match === null) {
    report('NO_FRONT_MATTER');
    return { problems };
  }
  const yaml = match?.[1] ?? source;
  const body = match?.[2] ?? '';
  const firstLine = isYaml ? 1 : 2;

  try {
    const value = load(yaml, { schema: CORE_SCHEMA });
    const pruning = { left: MOST_VALUES, emptied: new Set<string>() };
    const pruned = prune(value, pruning);
    if (pruning.left < 0) {
      report('INVALID_YAML', {
        args: { reason: `it has more than ${MOST_VALUES} values, or one that contains itself` },
      });
    } else if (pruned === undefined) {
      report('FILE_EMPTY');
    } else if (!isRecord(pruned)) {
      report('INVALID_YAML', { args: { reason: 'it is not a list of fields such as "title: …"' } });
    } else {
      return { parsed: { data: pruned, body: body.trim(), emptied: [...pruning.emptied] }, problems };
    }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    problems.push(yamlProblem(file, error, yaml, firstLine));
  }
  return { problems };
};

/** The name of the field that a line begins with, also as the first of a list's item. */
const KEY = /^\s*(?:-\s+)*(\w[\w-]*)\s*:/;

const yamlProblem = (file: string, error: YAMLException, yaml: string, firstLine: number): Problem => {
  // A few of the parser's complaints are about the whole text and have no place.
  if (!error.mark) return { code: 'INVALID_YAML', file, args: { reason: error.reason } };
  const at = error.mark.line;
  const written = yaml.split('\n')[at] ?? '';
  const place = { file, field: KEY.exec(written)?.[1], line: at + firstLine };
  if (error.reason.includes('duplicated mapping key')) return { code: 'DUPLICATE_KEY', ...place, args: {} };
  if (error.reason.includes('tab character') || /^ *\t/.test(written))
    return { code: 'TAB_INDENTATION', ...place, args: {} };
  return { code: 'INVALID_YAML', ...place, args: { reason: `${error.reason} in line ${place.line}` } };
};

interface Pruning {
  /** Values that may still be visited. */
  left: number;
  /** Paths of the fields that held nothing, `*` for an item of a list. */
  emptied: Set<string>;
}

/** The fields without those that hold nothing, as reading a file would give them. */
export const pruneBlank = (data: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const pruned = prune(data, { left: Infinity, emptied: new Set() });
  return isRecord(pruned) ? pruned : {};
};

/**
 * Drops what a form leaves behind when a field is cleared: empty texts, nulls, and lists and objects
 * that hold nothing else. What is left was meant.
 */
const prune = (value: unknown, pruning: Pruning, path: readonly string[] = []): unknown => {
  if (path.length > MOST_LEVELS) pruning.left = 0;
  if (--pruning.left < 0) return undefined;
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value)) {
    const items = value.map((item) => prune(item, pruning, [...path, '*'])).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).flatMap(([key, item]) => {
    const left = prune(item, pruning, [...path, key]);
    if (left === undefined) pruning.emptied.add([...path, key].join('.'));
    return left === undefined ? [] : [[key, left] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
};
