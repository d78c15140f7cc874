/** One row and a mapping → a draft, with a note for everything that did not arrive as it was. */
import { fieldPlan, type PlannedField } from '../../schemas/field-plan.ts';
import { collections, type CollectionName } from '../../schemas/index.ts';
import { parseContentFile } from '../content-file.ts';
import { editAt } from '../edit.ts';
import { isRecord, valuesAt, type ContentEntry, type Library } from '../entries.ts';
import { reasonOf } from '../problems.ts';
import { toId } from '../to-id.ts';
import { validateData, validateEntry } from '../validate.ts';
import type { Groups, Mapping, Reading, Rule } from './mapping.ts';
import { readSource, type Found } from './read-source.ts';
import type { ImportRow, ImportTools, NewMedia, Note, Say } from './row.ts';
import { settleClaims, settleHref, settleMarkdown, type Settling } from './settle-links.ts';
import { shorten, takeSteps, wordsOf } from './steps.ts';
import type { TermMatch, TermMatcher } from './terms.ts';

export interface Draft {
  entry: ContentEntry;
  title: string;
  /** The text of its file. */
  text: string;
  media: NewMedia[];
  notes: Note[];
  /** Fields of the mapping for which the row has nothing. */
  empty: string[];
  from: string;
}

export interface Making {
  collection: CollectionName;
  mapping: Mapping;
  library: Library;
  tools: ImportTools;
  match: TermMatcher;
  /** How the content folder is called in messages. */
  folder: string;
  /** Told of words that have no term, for the list at the end. */
  unmatched: (taxonomy: CollectionName, words: string) => void;
}

export type MadeDraft = { draft: Draft; reason?: undefined } | { draft?: undefined; reason: string };

const LONGEST_ID = 80;

export const makeDraft = (row: ImportRow, making: Making): MadeDraft => {
  const unwanted = whyUnwanted(row, making);
  if (unwanted !== undefined) return { reason: unwanted };
  const notes: Note[] = [...row.notes];
  const say: Say = (note) => notes.push(note);
  const nameField = nameFieldOf(making.collection);
  const [name] = readTexts(making.mapping.fields[nameField]?.reading, row, making, nameField, () => undefined);
  const [written = name] = readTexts(making.mapping.id, row, making, 'id', say);
  if (written === undefined)
    return { reason: `has no ${nameField}: ${whatWasTried(making.mapping.fields[nameField])}` };
  const id = cutId(toId(written));
  if (id === '') return { reason: `its name “${shorten(written)}” has no letters that an id could be made of` };

  const filling: Filling = { ...making, row, id, say, media: [] };
  const read = fillFields(filling);
  if ('reason' in read) return read;
  const data = inSchemaOrder(making.collection, {
    ...dropInvalid(read.data, filling),
    ...draftStatus(making.collection),
  });
  if (typeof data[nameField] !== 'string')
    return { reason: `has no ${nameField}: ${whatWasTried(making.mapping.fields[nameField])}` };
  return finishDraft(data, fillBody(filling), notes, filling);
};

interface Filling extends Making {
  row: ImportRow;
  id: string;
  say: Say;
  media: NewMedia[];
}

const whyUnwanted = (row: ImportRow, making: Making): string | undefined =>
  making.mapping.skip.find(({ reading, matches, empty }) => {
    const texts = readTexts(reading, row, making, 'skip', () => undefined);
    return empty === true ? texts.length === 0 : texts.some((text) => matches?.test(text));
  })?.reason;

const NAME_FIELDS = ['title', 'label', 'statement'];

const nameFieldOf = (collection: CollectionName): string =>
  NAME_FIELDS.find((name) => fieldPlan(collection).some(({ path }) => path.length === 1 && path[0] === name)) ??
  'title';

const draftStatus = (collection: CollectionName): Record<string, string> =>
  collections[collection].kind === 'taxonomy' ? {} : { status: 'draft' };

const whatWasTried = (rule: Rule | undefined): string =>
  rule?.reading === undefined
    ? 'the mapping does not say where it comes from'
    : `nothing in ${rule.reading.from.map((source) => Object.values(source).join(' ')).join(', ')}`;

const cutId = (id: string): string =>
  id.length <= LONGEST_ID
    ? id
    : id
        .slice(0, LONGEST_ID + 1)
        .replace(/-[^-]*$/, '')
        .slice(0, LONGEST_ID);

/** The values of the first source that has any, after their steps. */
const readValues = (reading: Reading, row: ImportRow, { tools }: Making, field: string, say: Say): Found[] => {
  for (const source of reading.from) {
    const values = takeSteps(readSource(source, row, tools), reading.steps, { tools, field, say });
    if (values.length > 0) return values;
  }
  return [];
};

const readTexts = (reading: Reading | undefined, row: ImportRow, making: Making, field: string, say: Say): string[] =>
  reading === undefined
    ? []
    : readValues(reading, row, making, field, say)
        .map((found) => wordsOf(found, making.tools))
        .filter(Boolean);

type Data = Record<string, unknown>;

const fillFields = (filling: Filling): { data: Data } | { reason: string } => {
  const plan = fieldPlan(filling.collection);
  let data: Data = {};
  for (const [name, rule] of Object.entries(filling.mapping.fields)) {
    const path = name.split('.');
    const value = rule.groups
      ? fillGroups(rule.groups, path, plan, filling)
      : rule.reading && fillField(rule.reading, path, plan, filling);
    if (value !== undefined) data = withValue(data, path, value);
  }
  if (!filling.row.isAttachment) return { data };
  const place = plan.find(({ path, format }) => path.length === 1 && format === 'file')?.path[0];
  if (place === undefined)
    return { reason: `is a file of its own, and ${filling.collection} have no field for a file; resources have` };
  const media = filling.tools.findMedia(filling.row, encodeURIComponent(filling.row.file['name']), filling.id);
  if ('reason' in media) return { reason: media.reason };
  filling.media.push(media);
  return { data: { ...data, [place]: media.path } };
};

const withValue = (data: Data, [step = '', ...rest]: readonly string[], value: unknown): Data => {
  const inner = data[step];
  return { ...data, [step]: rest.length === 0 ? value : withValue(isRecord(inner) ? inner : {}, rest, value) };
};

type Plan = readonly PlannedField[];

const plannedAt = (path: readonly string[], plan: Plan): PlannedField | undefined =>
  plan.find((field) => field.path.length === path.length && field.path.every((step, i) => step === path[i]));

/** The item itself, where it is no group of fields. */
const ITEM = '$value';

const fillGroups = (groups: Groups, path: readonly string[], plan: Plan, filling: Filling): Data[] | undefined => {
  const items = readSource(groups.each, filling.row, filling.tools).map(({ value }) => {
    const row: ImportRow = { ...filling.row, data: isRecord(value) ? value : { [ITEM]: value } };
    let item: Data = {};
    for (const [name, reading] of Object.entries(groups.fields)) {
      const filled = fillField(reading, [...path, '*', name], plan, { ...filling, row });
      if (filled !== undefined) item = { ...item, [name]: filled };
    }
    return item;
  });
  const filled = items.filter((item) => Object.keys(item).length > 0);
  return filled.length === 0 ? undefined : filled;
};

const fillField = (reading: Reading, path: readonly string[], plan: Plan, filling: Filling): unknown => {
  const field = path.filter((step) => step !== '*').join('.');
  const planned = plannedAt(path, plan);
  const item = plannedAt([...path, '*'], plan);
  const found = readValues(reading, filling.row, filling, field, filling.say);
  const values = found.flatMap((value) => fitValue(value, item ?? planned, field, filling));
  if (item) return values.length === 0 ? undefined : [...new Set(values)];
  const [first, ...others] = [...new Set(values)];
  if (others.length > 0)
    filling.say({
      field,
      reason: `holds one value; left out: ${others.map((other) => `“${shorten(other)}”`).join(', ')}`,
    });
  return first;
};

/** One value in the form that its field has; nothing where it cannot have it. */
const fitValue = (found: Found, planned: PlannedField | undefined, field: string, filling: Filling): unknown[] => {
  const { tools, library, collection, say } = filling;
  const text = () => wordsOf(found, tools);
  if (planned?.refersTo !== undefined) return fitReference(text(), planned.refersTo, field, filling);
  switch (planned?.format) {
    case 'markdown': {
      const written = String(found.value);
      const settled = settleMarkdown(found.isMarkup ? written : tools.toMarkdown(written), settling(field, filling));
      return settled.trim() === '' ? [] : [settled.trim()];
    }
    case 'image':
    case 'file': {
      const media = tools.findMedia(filling.row, text(), filling.id);
      if (!('reason' in media)) {
        filling.media.push(media);
        return [media.path];
      }
      say({ field, reason: `names the file “${shorten(text())}”, which ${media.reason}` });
      return [];
    }
    case 'url': {
      const href = settleHref(text(), { ...settling(field, filling), collection, library });
      return href === undefined ? [] : [href];
    }
    case 'text': {
      const line = settleClaims(text(), settling(field, filling)).replaceAll(/\s+/g, ' ');
      return line === '' ? [] : [line];
    }
    default:
      if (typeof found.value !== 'string') return [found.value];
      return text() === '' ? [] : [optionFor(text(), planned)];
  }
};

const optionFor = (text: string, planned: PlannedField | undefined): string =>
  planned?.options?.find((option) => option.toLowerCase() === text.toLowerCase()) ?? text;

const settling = (field: string, filling: Filling): Settling => ({
  collection: filling.collection,
  library: filling.library,
  base: filling.mapping.links.base,
  findMedia: (href) => filling.tools.findMedia(filling.row, href, filling.id),
  take: (media) => filling.media.push(media),
  field,
  say: filling.say,
});

const fitReference = (
  words: string,
  target: NonNullable<PlannedField['refersTo']>,
  field: string,
  { library, match, unmatched, say }: Filling,
): string[] => {
  if (words === '') return [];
  if (target === 'asset' || collections[target].kind !== 'taxonomy') {
    const isThere =
      target === 'asset'
        ? [...library.entries].some(([name, entries]) => collections[name].kind === 'asset' && entries.has(words))
        : library.entries.get(target)?.has(words) === true;
    if (!isThere) say({ field, reason: `refers to “${shorten(words)}”, which does not exist here` });
    return isThere ? [words] : [];
  }
  const found = match(target, words);
  if (found.kind === 'found') return [found.id];
  const reason = whyNoTerm(found, words, target);
  if (reason !== undefined) {
    say({ field, reason });
    unmatched(target, words);
  }
  return [];
};

const whyNoTerm = (found: Exclude<TermMatch, { kind: 'found' }>, words: string, target: string): string | undefined => {
  switch (found.kind) {
    case 'none':
      return `“${shorten(words)}” is no label or synonym in ${target}`;
    case 'several':
      return `“${shorten(words)}” could be ${found.ids.join(' or ')}`;
    case 'wrong alias':
      return `“${shorten(words)}” is “${found.id}” in the mapping, which is not in ${target}`;
    case 'left out':
      return undefined;
  }
};

/** What the schema refuses is left out, so that the rest can be used. */
const dropInvalid = (given: Data, { collection, say }: Filling): Data => {
  const { draft } = collections[collection];
  let data = given;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const [problem] = validateData('', collection, data, draft, fieldPlan(collection));
    if (problem === undefined) return data;
    const path = (problem.field ?? '').split('.');
    say({ field: problem.field ?? '', reason: `${reasonOf(problem)}; it is left out` });
    data = { ...removeAt(data, path) };
  }
  return {};
};
const MOST_ROUNDS = 500;

const removeAt = (data: Data, path: readonly string[]): Readonly<Data> => {
  const [step = '', ...rest] = path;
  if (rest.length === 0) return editAt(data, [step], () => undefined);
  return editAt(data, [step], (inner) => removeInside(inner, rest));
};

const removeInside = (value: unknown, [step = '', ...rest]: readonly string[]): unknown => {
  if (!Array.isArray(value)) return isRecord(value) ? removeAt(value, [step, ...rest]) : undefined;
  const at = Number(step);
  const items = value.flatMap((item: unknown, i) => {
    if (i !== at) return [item];
    return rest.length === 0 ? [] : [removeInside(item, rest)];
  });
  return items.length === 0 ? undefined : items;
};

const inSchemaOrder = (collection: CollectionName, data: Data): Data => {
  const order = fieldPlan(collection).flatMap(({ path }) => (path.length === 1 ? path : []));
  return Object.fromEntries(order.flatMap((key) => (data[key] === undefined ? [] : [[key, data[key]]])));
};

/** Types whose entries are Markdown files; the others are YAML alone. */
const hasBody = (collection: CollectionName): boolean =>
  collections[collection].kind === 'asset' && collection !== 'calculators';

const fillBody = (filling: Filling): string => {
  const { mapping, row, tools, collection, say } = filling;
  const parts = mapping.body ? readValues(mapping.body, row, filling, 'body', say) : [];
  const markdown = parts
    .map(({ value, isMarkup }) => (isMarkup ? String(value) : tools.toMarkdown(String(value))).trim())
    .join('\n\n');
  const text = [settleMarkdown(markdown, settling('body', filling)).trim(), sourceLine(filling)].filter(Boolean);
  if (hasBody(collection) || text.length === 0) return text.join('\n\n');
  say({ field: 'body', reason: `${collection} have no text below their fields; it is left out` });
  return '';
};

const escapeMarkdown = (text: string): string => text.replaceAll(/[[\]_*`<]/g, String.raw`\$&`);

/** Where the material is from, and under which licence: what the source asks for stays with what was taken. */
const sourceLine = (filling: Filling): string => {
  const { source } = filling.mapping;
  if (!source) return '';
  const { row, say } = filling;
  const [title] = readTexts(source.title, row, filling, 'source.title', say);
  const [url] = readTexts(source.url, row, filling, 'source.url', say).filter((text) => URL.canParse(text));
  const name = escapeMarkdown(title ?? url ?? row.from);
  const linked = url === undefined ? name : `[${name}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`;
  return `_Source: ${linked}${source.licence === undefined ? '' : `, ${source.licence}`}_`;
};

const finishDraft = (data: Data, body: string, notes: Note[], filling: Filling): MadeDraft => {
  const { collection, id, row, folder, tools } = filling;
  const file = `${folder}/${collections[collection].folder}/${id}.${hasBody(collection) ? 'md' : 'yml'}`;
  const yaml = tools.toYaml(data);
  const text = hasBody(collection) ? `---\n${yaml}---\n${body === '' ? '' : `\n${body}\n`}` : yaml;
  const { parsed, problems } = parseContentFile(file, text);
  const entry: ContentEntry = { collection, id, file, data: parsed?.data ?? {}, body: parsed?.body ?? '', valid: true };
  // What is written is read as it would be by the next check: nothing that it refuses is ever written.
  const [wrong] = [...problems, ...validateEntry(entry)];
  if (wrong) return { reason: `its draft would not be valid: ${wrong.field ?? 'the file'} ${reasonOf(wrong)}` };
  const name = data[nameFieldOf(collection)];
  const title = typeof name === 'string' ? name : id;
  const draft = { entry, title, text, media: distinct(filling.media), notes: merged(notes), from: row.from };
  return { draft: { ...draft, empty: emptyFields(data, draft.notes, filling) } };
};

/** Fields that a note explains are named there. */
const emptyFields = (data: Data, notes: readonly Note[], { mapping }: Filling): string[] =>
  Object.keys(mapping.fields).filter(
    (name) => [...valuesAt(data, name.split('.'))].length === 0 && !notes.some(({ field }) => field.startsWith(name)),
  );

const distinct = (media: readonly NewMedia[]): NewMedia[] => [
  ...new Map(media.map((file) => [file.path, file])).values(),
];

/** A source that several fields read says the same of each, once. */
const merged = (notes: readonly Note[]): Note[] => [
  ...new Map(notes.map((note) => [`${note.field}\n${note.reason}`, note])).values(),
];
