/**
 * Writes an entry back into the text of its file: what has not changed keeps its line breaks, quotes
 * and comments to the letter. A field that has changed is written anew, as far as it has changed, with
 * the comments inside it.
 */
import { isSame } from './equal.ts';
import { CORE_SCHEMA, load } from 'js-yaml';
import { Document, isMap, isNode, isScalar, isSeq, parseDocument, Scalar, YAMLMap, YAMLSeq, type Node } from 'yaml';
import { FRONT_MATTER, parseContentFile } from '../../src/domain/content-file.ts';
import { isRecord } from '../../src/domain/guards.ts';
import { ID_PATTERN } from '../../src/schemas/fields.ts';
import type { Data } from './values.ts';

export type Ending = 'md' | 'yml';

export interface Content {
  data: Data;
  /** Markdown below the fields. Empty where there is none. */
  body: string;
}

/** A file that cannot be read must not be written over. */
export class UnreadableFile extends Error {}

/** The text of a new file. @param order names of fields, in the order in which they are written */
export const writeContent = (ending: Ending, { data, body }: Content, order: readonly string[]): string =>
  assemble(ending, writeFields(data, order), body === '' ? '' : `\n${body}\n`);

/**
 * The text of a file that has been changed.
 * @param source the text as it was
 * @param before what the site reads in it
 */
export const rewriteContent = (
  ending: Ending,
  source: string,
  before: Content,
  after: Content,
  order: readonly string[],
): string => {
  const sameBody = before.body === after.body;
  if (sameBody && isSame(before.data, after.data)) return source;
  const text = source.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const parts = ending === 'md' ? FRONT_MATTER.exec(text) : [text, text, ''];
  if (!parts) throw new UnreadableFile('it has no front matter');
  const [, yaml = '', body = ''] = parts;
  const newBody = sameBody ? body : after.body === '' ? '' : `\n${after.body}\n`;
  const patched = assemble(ending, patchFields(yaml, before.data, after.data, order), newBody);
  // Whatever is odd in a file, an anchor used by two fields: what was meant counts, not how it looked.
  const read = parseContentFile(`file.${ending}`, patched).parsed;
  return read && isSame(read.data, after.data) ? patched : assemble(ending, writeFields(after.data, order), newBody);
};

const assemble = (ending: Ending, fields: string, body: string): string =>
  ending === 'md' ? `---\n${fields}---\n${body}` : fields;

const YAML_OPTIONS = { schema: 'core', version: '1.2' } as const;
/** Lines are as long as their texts: a line break inside a text would move with every word. */
const TEXT_OPTIONS = { lineWidth: 0, flowCollectionPadding: false } as const;

const writeFields = (data: Data, order: readonly string[]): string =>
  Object.entries(data)
    .toSorted(([a], [b]) => placeIn(order, a) - placeIn(order, b))
    .map(([key, value]) => writeField(key, value))
    .join('');

const placeIn = (order: readonly string[], key: string): number => {
  const place = order.indexOf(key);
  return place < 0 ? order.length : place;
};

const writeField = (key: string, value: unknown): string => {
  const document = new Document(undefined, YAML_OPTIONS);
  const map = new YAMLMap();
  map.set(plainText(key), nodeOf(value));
  document.contents = map;
  return document.toString(TEXT_OPTIONS);
};

/** A top-level field of a file: comments above it, its own text, and the blank lines below. */
interface Chunk {
  key: string;
  above: string;
  own: string;
  below: string;
}

const patchFields = (yaml: string, before: Data, after: Data, order: readonly string[]): string => {
  const split = splitFields(yaml);
  if (!split) return writeFields(after, order);
  const { head, chunks } = split;
  const written = chunks.flatMap((chunk) => {
    const { key } = chunk;
    // What held nothing, and still does, stays as it is.
    if (!Object.hasOwn(after, key)) return Object.hasOwn(before, key) ? [] : [chunk];
    if (isSame(before[key], after[key])) return [chunk];
    return [{ ...chunk, own: patchField(chunk, before[key], after[key]) }];
  });
  for (const [key, value] of Object.entries(after)) {
    if (chunks.some((chunk) => chunk.key === key)) continue;
    const chunk = { key, above: '', own: writeField(key, value), below: '' };
    written.splice(placeFor(key, written, order), 0, chunk);
  }
  return head + written.map(({ above, own, below }) => above + endLine(own) + below).join('');
};

const endLine = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** Behind the field that is the nearest one before it in the form; at the end where none is. */
const placeFor = (key: string, chunks: readonly Chunk[], order: readonly string[]): number => {
  const place = placeIn(order, key);
  const places = chunks.map((chunk) => placeIn(order, chunk.key)).map((other) => (other < place ? other : -1));
  const nearest = Math.max(-1, ...places);
  return nearest < 0 ? chunks.length : places.lastIndexOf(nearest) + 1;
};

/** undefined for a file that is no plain list of fields. */
const splitFields = (yaml: string): { head: string; chunks: Chunk[] } | undefined => {
  const document = parseDocument(yaml, YAML_OPTIONS);
  const { contents } = document;
  if (document.errors.length > 0 || !isMap(contents) || contents.flow) return undefined;
  const starts: { key: string; at: number }[] = [];
  for (const { key } of contents.items) {
    if (!isScalar(key) || !key.range || (key.range[0] > 0 && yaml[key.range[0] - 1] !== '\n')) return undefined;
    starts.push({ key: String(key.value), at: key.range[0] });
  }
  const [first] = starts;
  if (!first) return undefined;
  const bounds = starts.map(({ at }, i) => (i === 0 ? at : aboveOf(yaml, at)));
  return {
    head: yaml.slice(0, first.at),
    chunks: starts.map(({ key, at }, i) => {
      const text = yaml.slice(at, bounds[i + 1] ?? yaml.length);
      const below = /\n((?:[ \t]*\n)*[ \t]*)$/.exec(text)?.[1] ?? '';
      return { key, above: yaml.slice(bounds[i], at), own: text.slice(0, text.length - below.length), below };
    }),
  };
};

/** Where the comments begin that stand right above a field. */
const aboveOf = (yaml: string, at: number): number => {
  const comments = /(?:^|\n)((?: *#[^\n]*\n)+)$/.exec(yaml.slice(0, at))?.[1] ?? '';
  return at - comments.length;
};

/** Brackets as they are in the text at hand: `{ a: b }` or `{a: b}`. */
const styleOf = (text: string) => ({ ...TEXT_OPTIONS, flowCollectionPadding: /[{[] /.test(text) });

const patchField = ({ key, own }: Chunk, before: unknown, after: unknown): string => {
  const document = parseDocument(own, YAML_OPTIONS);
  const map: unknown = document.contents;
  if (document.errors.length > 0 || !isMap(map)) return writeField(key, after);
  const node = map.get(key, true);
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after)) {
    const patched = patchItems(own, node, before, after);
    if (patched !== undefined) return patched;
  }
  map.set(key, isNode(node) ? mend(node, before, after) : nodeOf(after));
  return document.toString(styleOf(own));
};

/** A list with an item a line: items that have only moved keep their text. undefined for any other list. */
const patchItems = (
  own: string,
  list: YAMLSeq,
  before: readonly unknown[],
  after: readonly unknown[],
): string | undefined => {
  const starts = list.items.flatMap((item) => (isNode(item) && item.range ? [dashBefore(own, item.range[0])] : []));
  const [first] = starts;
  if (list.flow || first === undefined || starts.length !== before.length || starts.includes(-1)) return undefined;
  const bounds = starts.map((at, i) => (i === 0 ? at : aboveOf(own, at)));
  const texts = starts.map((_, i) => endLine(own.slice(bounds[i], bounds[i + 1] ?? own.length)));
  const indent = /^ */.exec(own.slice(first))?.[0] ?? '';
  const flow = list.items.some((item) => isMap(item) && item.flow === true);
  const items = matchItems(before, after).map(({ from, value }) => {
    const text = from === undefined ? undefined : texts[from];
    if (text === undefined || from === undefined) return writeItem(value, indent, flow);
    return isSame(before[from], value) ? text : patchItem(text, indent, before[from], value);
  });
  return own.slice(0, first) + items.join('');
};

/** Where the line begins that holds the dash of an item; -1 where the item shares its line. */
const dashBefore = (text: string, at: number): number => {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return /^ *- +$/.test(text.slice(start, at)) ? start : -1;
};

const patchItem = (text: string, indent: string, before: unknown, after: unknown): string => {
  const [, above = '', own = ''] = /^((?: *#[^\n]*\n| *\n)*)([\s\S]*)$/.exec(text) ?? [];
  const document = parseDocument(own, YAML_OPTIONS);
  const list: unknown = document.contents;
  const item = isSeq(list) ? list.items[0] : undefined;
  if (document.errors.length > 0 || !isSeq(list) || !isNode(item)) return above + writeItem(after, indent, false);
  list.items[0] = mend(item, before, after);
  return above + indented(document.toString(styleOf(own)), indent);
};

const writeItem = (value: unknown, indent: string, flow: boolean): string => {
  const list = new YAMLSeq();
  const item = nodeOf(value);
  if (flow && isMap(item)) item.flow = true;
  list.items = [item];
  const document = new Document(undefined, YAML_OPTIONS);
  document.contents = list;
  return indented(document.toString({ ...TEXT_OPTIONS, flowCollectionPadding: true }), indent);
};

const indented = (text: string, indent: string): string => text.replaceAll(/^(?=[^\n])/gm, indent);

/** The node with as much of it changed as has to be. */
const mend = (node: Node, before: unknown, after: unknown): Node => {
  if (isSame(before, after)) return node;
  if (isMap(node) && isRecord(before) && isRecord(after)) return mendMap(node, before, after);
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after) && node.items.length === before.length)
    return mendList(node, before, after);
  const fresh = nodeOf(after);
  if (isScalar(node) && isScalar(fresh)) {
    if (node.comment !== undefined) fresh.comment = node.comment;
    if (node.commentBefore !== undefined) fresh.commentBefore = node.commentBefore;
    if (node.spaceBefore) fresh.spaceBefore = true;
  }
  return fresh;
};

const mendMap = (node: YAMLMap, before: Data, after: Data): Node => {
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) node.delete(key);
  for (const [key, value] of Object.entries(after)) {
    const old = node.get(key, true);
    if (isNode(old) && Object.hasOwn(before, key)) node.set(key, mend(old, before[key], value));
    else node.set(plainText(key), nodeOf(value));
  }
  return node;
};

/** Items that have only moved keep their text; one that has changed is mended where it stands. */
const mendList = (node: YAMLSeq, before: readonly unknown[], after: readonly unknown[]): Node => {
  const old = [...node.items];
  node.items = matchItems(before, after).map(({ from, value }) => {
    const item = from === undefined ? undefined : old[from];
    return isNode(item) && from !== undefined ? mend(item, before[from], value) : nodeOf(value);
  });
  return node;
};

/** For each new item, which of the old ones it is: the same one, wherever it was, or else what stood in its place. */
const matchItems = (
  before: readonly unknown[],
  after: readonly unknown[],
): { from: number | undefined; value: unknown }[] => {
  const free = new Set(before.keys());
  const take = (i: number | undefined): number | undefined => (i !== undefined && free.delete(i) ? i : undefined);
  const same = after.map((value, i) =>
    take(free.has(i) && isSame(before[i], value) ? i : [...free].find((j) => isSame(before[j], value))),
  );
  return after.map((value, i) => ({ from: same[i] ?? take(i), value }));
};

const nodeOf = (value: unknown): Node => {
  if (Array.isArray(value)) return listNode(value);
  if (isRecord(value)) {
    const map = new YAMLMap();
    for (const [key, one] of Object.entries(value)) map.set(plainText(key), nodeOf(one));
    return map;
  }
  return typeof value === 'string' ? plainText(value) : new Scalar(value);
};

/** Ids and other short words stand on one line, as an author would write them. */
const LINE = 100;

const listNode = (values: readonly unknown[]): Node => {
  const list = new YAMLSeq();
  list.items = values.map(nodeOf);
  const ids = values.filter((value) => typeof value === 'string' && ID_PATTERN.test(value));
  if (ids.length === values.length && ids.join(', ').length < LINE) list.flow = true;
  return list;
};

/** Quoted where the site would read something else without, and in lines of its own where it has several. */
const plainText = (text: string): Scalar<string> => {
  const scalar = new Scalar(text);
  if (text.includes('\n')) scalar.type = 'BLOCK_LITERAL';
  else if (!isPlain(text)) scalar.type = text.includes("'") ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE';
  return scalar;
};

const isPlain = (text: string): boolean => {
  try {
    return load(text, { schema: CORE_SCHEMA }) === text;
  } catch {
    return false;
  }
};
