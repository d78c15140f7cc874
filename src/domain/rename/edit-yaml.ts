/** Changes to a YAML text that leave everything else in it, comments and spacing included, as it was written. */
import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, type Document, type Scalar, type YAMLSeq } from 'yaml';
import type { Path } from '../entries.ts';

/** A piece of the text, by its offsets, and what stands there instead. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

export const applyEdits = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, text: piece }) => {
      return result.slice(0, start) + piece + result.slice(end);
    }, text);

/** A text that is no longer a text when it stands without quotes, such as `2026` or `null`. */
const needsQuotes = (id: string): boolean => {
  const value: unknown = parseDocument(id).toJS();
  return value !== id;
};

/**
 * @param rewrite given the text as it stands in the file, which of a block or a quoted text is only nearly its value
 * @returns undefined where the text is not written at this place: it is behind a YAML anchor
 */
export const editScalar = (
  yaml: string,
  document: Document,
  at: Path,
  rewrite: (text: string) => string,
): Edit | undefined => {
  const node = document.getIn(at, true);
  if (!isScalar(node) || !node.range) return undefined;
  const [start, end] = node.range;
  const raw = yaml.slice(start, end);
  const value = String(node.value);
  if (rewrite(value) !== value && raw.trim() === value) {
    const text = rewrite(value);
    return { start, end: start + raw.trimEnd().length, text: needsQuotes(text) ? `'${text}'` : text };
  }
  return { start, end, text: rewriteInside(raw, node, rewrite) };
};

const rewriteInside = (raw: string, { type }: Scalar, rewrite: (text: string) => string): string => {
  const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
  return isQuoted ? raw.slice(0, 1) + rewrite(raw.slice(1, -1)) + raw.slice(-1) : rewrite(raw);
};

/** Adds a former id to `aliases`, and takes out the one that is now the entry's own. */
export const editAliases = (yaml: string, document: Document, add: string, remove: string): Edit[] => {
  const { contents } = document;
  if (!isMap(contents)) return [];
  const pair = contents.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === 'aliases');
  const list = pair?.value;
  if (isAlias(list)) return [];
  if (!isSeq(list)) {
    const key = pair?.key;
    if (isScalar(key) && key.range) {
      const colon = yaml.indexOf(':', key.range[1]) + 1;
      return [{ start: colon, end: colon, text: ` [${add}]` }];
    }
    return [endLine(yaml, document, `aliases: [${add}]\n`)];
  }
  const mine = list.items.filter((item) => !(isScalar(item) && item.value === remove));
  const hasIt = mine.some((item) => isScalar(item) && item.value === add);
  if (mine.length === list.items.length) return hasIt ? [] : [addItem(yaml, list, add)];
  // One former id takes the place of the other.
  const old = list.items.find((item) => isScalar(item) && item.value === remove);
  return isScalar(old) && old.range && !hasIt ? [{ start: old.range[0], end: old.range[1], text: add }] : [];
};

/** Behind the last field, but before an end mark. */
const endLine = (yaml: string, document: Document, line: string): Edit => {
  const end = document.contents?.range?.[1] ?? yaml.length;
  const after = yaml.indexOf('\n', Math.max(0, end - 1));
  const at = after === -1 ? yaml.length : after + 1;
  return { start: at, end: at, text: yaml.slice(0, at).endsWith('\n') ? line : `\n${line}` };
};

const addItem = (yaml: string, list: YAMLSeq, id: string): Edit => {
  const [start = 0, end = 0] = list.range ?? [];
  const last = list.items.at(-1);
  if (list.flow === true || !isScalar(last) || !last.range) {
    const at = yaml.lastIndexOf(']', end);
    return { start: at, end: at, text: last === undefined ? id : `, ${id}` };
  }
  const lineStart = yaml.lastIndexOf('\n', last.range[0]) + 1;
  const dash = /^\s*-\s+/.exec(yaml.slice(Math.max(lineStart, 0)))?.[0] ?? yaml.slice(start, start);
  const [, valueEnd] = last.range;
  return { start: valueEnd, end: valueEnd, text: `\n${dash}${id}` };
};
