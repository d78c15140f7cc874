/**
 * A schema as what a form has to ask: one tree of fields for the widgets, for the values that travel
 * through them, and for the tests. Whatever cannot be asked for stops here, with the field's name.
 */
import type { z } from 'zod';
import { isRecord } from '../../src/domain/guards.ts';
import type { FieldGroup, ReferenceTarget } from '../../src/schemas/fields.ts';
import { jsonSchemaOf, MESSAGE_KEY, META_KEY, type SchemaNode } from '../../src/schemas/json-schema.ts';

/** What the author must write, and what is said to whoever writes something else. */
export interface Pattern {
  source: string;
  message: string;
}

interface Asked {
  name: string;
  label: string;
  hint: string | undefined;
  /** Must be there in the reading that the plan was made of. */
  required: boolean;
  group: FieldGroup | undefined;
  /** What is meant when it is left out, where that is something. */
  absent: string | number | boolean | undefined;
}

/** What one field asks for. */
export type Question =
  | { kind: 'text'; long: boolean; pattern: Pattern | undefined }
  | { kind: 'markdown'; pattern: Pattern | undefined }
  | { kind: 'option'; options: readonly string[] }
  | { kind: 'options'; options: readonly string[]; most: number | undefined }
  | { kind: 'number'; whole: boolean; min: number | undefined; max: number | undefined }
  /** A number or a text, such as 22%: one text field, see `numberOrText` of the field's meta. */
  | { kind: 'number-or-text'; pattern: Pattern | undefined }
  | { kind: 'flag' }
  | { kind: 'day' }
  | { kind: 'moment' }
  | { kind: 'image' }
  | { kind: 'file' }
  | { kind: 'reference'; target: ReferenceTarget; many: boolean; most: number | undefined }
  | { kind: 'constant'; value: string | number | boolean }
  | { kind: 'list'; item: PlannedQuestion; most: number | undefined }
  | { kind: 'group'; fields: readonly PlannedQuestion[] }
  /** A group whose keys the author chooses. */
  | { kind: 'pairs'; value: PlannedQuestion };

export type PlannedQuestion = Asked & Question;

/** A field that no widget can ask for. `field` says which: `tests.*.inputs`. */
export class UnmappableField extends Error {
  readonly field: string;
  constructor(owner: string, path: readonly string[], reason: string) {
    const field = path.join('.');
    super(`${owner}: the field "${field}" cannot be shown in a form: ${reason}.`);
    this.field = field;
  }
}

/**
 * The fields of a schema, in its order.
 * @param owner how the thing is called in messages: `battlecards`
 * @throws UnmappableField
 */
export const planForm = (owner: string, schema: z.ZodType): readonly PlannedQuestion[] => {
  const node = jsonSchemaOf(schema);
  if (!node.properties) throw new UnmappableField(owner, [], 'it has no fields of its own');
  return fieldsOf(owner, node, []);
};

const fieldsOf = (owner: string, node: SchemaNode, path: readonly string[]): PlannedQuestion[] =>
  Object.entries(node.properties ?? {}).map(([name, child]) =>
    planned(owner, child, [...path, name], node.required?.includes(name) === true),
  );

const planned = (owner: string, node: SchemaNode, path: readonly string[], required: boolean): PlannedQuestion => {
  const meta = node[META_KEY];
  const name = path.at(-1) ?? '';
  return {
    name,
    label: meta?.label ?? readable(name),
    hint: meta?.hint,
    required: required || meta?.required === true,
    group: meta?.group,
    absent: meta?.absent,
    ...question(owner, node, path),
  };
};

/** `company_sizes` → `Company sizes`. */
const readable = (name: string): string => {
  const words = name.replaceAll(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const question = (owner: string, node: SchemaNode, path: readonly string[]): Question => {
  const meta = node[META_KEY];
  if (meta?.numberOrText) return { kind: 'number-or-text', pattern: numberOrTextPattern(node) };
  if (meta?.refersTo !== undefined) return { kind: 'reference', target: meta.refersTo, many: false, most: undefined };
  if (typeof node.const === 'string' || typeof node.const === 'number' || typeof node.const === 'boolean')
    return { kind: 'constant', value: node.const };
  if (node.enum) return { kind: 'option', options: node.enum };
  switch (node.type) {
    case 'string':
      return textQuestion(node);
    case 'number':
    case 'integer':
      return { kind: 'number', whole: node.type === 'integer', min: bound(node.minimum), max: bound(node.maximum) };
    case 'boolean':
      return { kind: 'flag' };
    case 'array':
      return listQuestion(owner, node, path);
    case 'object':
      return objectQuestion(owner, node, path);
    default:
      throw new UnmappableField(owner, path, reasonWhyNot(node));
  }
};

const reasonWhyNot = (node: SchemaNode): string =>
  node.anyOf || Array.isArray(node.type)
    ? 'it may be of several kinds, and its meta data do not say how to ask for them'
    : `there is no widget for ${node.type ?? 'a field of any kind'}`;

/** A whole number without limits of its own has those of the machine, which say nothing to an author. */
const bound = (limit: number | undefined): number | undefined =>
  limit === undefined || Math.abs(limit) === Number.MAX_SAFE_INTEGER ? undefined : limit;

/** Longer texts get a field of several lines. */
const ONE_LINE = 200;

const textQuestion = (node: SchemaNode): Question => {
  const { format, mostWords } = node[META_KEY] ?? {};
  if (node.format === 'date') return { kind: 'day' };
  if (node.format === 'date-time') return { kind: 'moment' };
  if (format === 'image' || format === 'file') return { kind: format };
  const pattern = mostWords === undefined ? textPattern(node) : wordsPattern(mostWords);
  if (format === 'markdown') return { kind: 'markdown', pattern };
  const long = format === 'text' && (mostWords !== undefined || (node.maxLength ?? Infinity) > ONE_LINE);
  return { kind: 'text', long, pattern };
};

/** The form has one pattern a field and no flags: what needs more is judged before saving, by the schema itself. */
const textPattern = ({ pattern, minLength, maxLength, [MESSAGE_KEY]: message }: SchemaNode): Pattern | undefined => {
  if (pattern !== undefined && !NEEDS_FLAG.test(pattern))
    return { source: pattern, message: message ?? 'must have the form that the hint describes' };
  if (maxLength === undefined) return undefined;
  const least = Math.max(minLength ?? 0, 0);
  return { source: `^[\\s\\S]{${least},${maxLength}}$`, message: `${maxLength} characters at most` };
};

const NEEDS_FLAG = /\\[pP]\{|\\u\{/;

/** Counts as {@link countWords} does. */
const wordsPattern = (most: number): Pattern => ({
  source: `^\\s*(?:\\S+(?:\\s+\\S+){0,${most - 1}})?\\s*$`,
  message: `${most} words at most`,
});

const NUMBER = '\\s*-?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?\\s*';

const numberOrTextPattern = (node: SchemaNode): Pattern | undefined => {
  const written = node.anyOf?.find((alternative) => alternative.pattern !== undefined)?.pattern;
  if (written === undefined) return undefined;
  return { source: `^${NUMBER}$|${written}`, message: 'a number such as 600 or 0.22, or a percentage such as 22%' };
};

/** What the one field of a list's item is called, and the two of a pair. */
const ITEM = 'item';
export const KEY = 'key';
export const VALUE = 'value';

const listQuestion = (owner: string, node: SchemaNode, path: readonly string[]): Question => {
  if (!node.items) throw new UnmappableField(owner, path, 'nothing is known of the items of this list');
  const item = planned(owner, node.items, [...path, '*'], false);
  const most = node.maxItems;
  if (item.kind === 'reference') return { kind: 'reference', target: item.target, many: true, most };
  if (item.kind === 'option') return { kind: 'options', options: item.options, most };
  // A list of lists would come back as one: its editor joins the items.
  if (item.kind === 'list') throw new UnmappableField(owner, path, 'it is a list of lists');
  return { kind: 'list', item: { ...item, name: ITEM, label: node[META_KEY]?.label ?? readable(ITEM) }, most };
};

const objectQuestion = (owner: string, node: SchemaNode, path: readonly string[]): Question => {
  if (node.properties) return { kind: 'group', fields: fieldsOf(owner, node, path) };
  const keys = node.propertyNames?.enum;
  const value = node.additionalProperties;
  if (!isRecord(value)) throw new UnmappableField(owner, path, 'nothing is known of its fields');
  // A record with known keys is a group.
  if (keys) {
    const required = new Set(node.required);
    return { kind: 'group', fields: keys.map((key) => planned(owner, value, [...path, key], required.has(key))) };
  }
  return {
    kind: 'pairs',
    value: { ...planned(owner, value, [...path, '*'], false), name: VALUE, label: readable(VALUE) },
  };
};
