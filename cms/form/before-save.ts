/** What is wrong with an entry, said before it is saved, with the words of `npm run check`. */
import { checkLibrary } from '../../src/domain/checks/index.ts';
import {
  ASSET_TYPES,
  collectionNames,
  isAssetType,
  type ContentEntry,
  type Library,
} from '../../src/domain/entries.ts';
import { indexEntries } from '../../src/domain/gate.ts';
import {
  fixOf,
  reasonOf,
  severityOf,
  sortProblems,
  type Problem,
  type ProblemCode,
  type Severity,
} from '../../src/domain/problems.ts';
import { plannedFieldAt, validateData, validateEntry } from '../../src/domain/validate.ts';
import { fieldPlan, planOf, type PlannedField } from '../../src/schemas/field-plan.ts';
import { ID_PATTERN, type Audience, type Status } from '../../src/schemas/fields.ts';
import { collections, type CollectionName } from '../../src/schemas/index.ts';
import { settingsSchema, type Settings } from '../../src/schemas/settings.ts';
import { contentIn } from './content-format.ts';
import type { Content } from './content-text.ts';
import { endingOf, FILE_FORMS, isFileForm, isFormName, nameField, type FileForm } from './forms.ts';
import type { Data } from './values.ts';

export { pruneBlank } from '../../src/domain/content-file.ts';

/** What must be known of an entry that others refer to. */
export interface IndexedEntry {
  audience: Audience;
  status: Status;
  /** Absent where the entry has no such date. */
  expires_on?: string;
  publish_on?: string;
}

/** All entries there are, by collection and id. */
export type EntryIndex = Readonly<Partial<Record<CollectionName, Readonly<Record<string, IndexedEntry>>>>>;

export interface SaveContext {
  entries: EntryIndex;
  settings: Settings;
  /** `2026-03-15` */
  today: string;
  /** The entry's id; left out while it has none. */
  id?: string;
  /** Files of the media folder; left out, none is asked for. */
  media?: readonly string[];
}

export interface FormProblem {
  code: ProblemCode;
  severity: Severity;
  /** `strengths.0.claim`; undefined when the whole entry is meant. */
  field: string | undefined;
  /** The same as the form calls it: `Their strengths 1 › Claim`. */
  label: string;
  /** What is wrong, and what to write instead, in the words of the check. */
  message: string;
}

/**
 * Every problem that can be told from the entry and the index. Errors must keep it from being approved:
 * the next build would stop at them.
 * @param name what Decap calls the collection; of another one nothing is known
 * @param data the entry's fields as the form holds them, or as they are stored
 */
export const problemsBeforeSave = (name: string, data: Data, context: SaveContext): FormProblem[] => {
  if (!isFormName(name)) return [];
  const content = contentIn(name, data);
  const problems = isFileForm(name) ? fileProblems(name, content.data, context) : entryProblems(name, content, context);
  const plan = isFileForm(name) ? planOf(FILE_FORMS[name].schema) : fieldPlan(name);
  return sortProblems(problems).map((problem) => ({
    code: problem.code,
    severity: severityOf(problem),
    field: problem.field,
    label: labelOf(problem.field, plan),
    message: `${reasonOf(problem)}. ${fixOf(problem)}`,
  }));
};

const fileOf = (collection: CollectionName, id: string): string =>
  `content/${collections[collection].folder}/${id}.${endingOf(collection)}`;

const entryProblems = (collection: CollectionName, { data, body }: Content, context: SaveContext): Problem[] => {
  const id = context.id ?? idFor(collection, data);
  const entry: ContentEntry = { collection, id, file: fileOf(collection, id), data, body, valid: true };
  return [
    ...validateEntry(entry),
    ...(context.id === undefined ? idProblems(entry, context) : []),
    ...problemsOf(entry.file, entry, context),
  ];
};

/** What the rules of the check say of one file. They are given all they ask for; of other entries that is little. */
const problemsOf = (file: string, entry: ContentEntry | undefined, context: SaveContext): Problem[] => {
  const others = indexedEntries(context.entries).filter((other) => other.file !== file);
  const library: Library = {
    settings: context.settings,
    entries: indexEntries(entry ? [...others, entry] : others),
    media: new Map((context.media ?? []).map((path) => [path, { path, hash: '', size: 0 }])),
  };
  return checkLibrary({ library, today: context.today, drawings: new Map(), name: 'content' }).filter(
    (problem) => problem.file === file && (problem.code !== 'MISSING_FILE' || context.media !== undefined),
  );
};

const indexedEntries = (index: EntryIndex): ContentEntry[] =>
  collectionNames().flatMap((collection) =>
    Object.entries(index[collection] ?? {}).map(([id, known]) => ({
      collection,
      id,
      file: fileOf(collection, id),
      data: { ...known },
      body: '',
      valid: true,
    })),
  );

const fileProblems = (name: FileForm, data: Data, context: SaveContext): Problem[] => {
  const { schema, file } = FILE_FORMS[name];
  const path = `content/${file}`;
  const problems = validateData(path, `the ${name}`, data, schema, planOf(schema));
  const settings = name === 'settings' ? settingsSchema.safeParse(data).data : undefined;
  return settings ? [...problems, ...problemsOf(path, undefined, { ...context, settings })] : problems;
};

/** The file name that Decap will make of the entry's name, which is its id for life. */
export const idFor = (collection: CollectionName, data: Data): string => {
  const name = data[nameField(collection)];
  return (typeof name === 'string' ? name : '')
    .slice(0, 60)
    .trim()
    .toLowerCase()
    .replaceAll(/[ßæœøłđ]/g, (letter) => SPELT[letter] ?? '')
    .normalize('NFKD')
    .replaceAll(/[\p{M}']/gu, '')
    .replaceAll(/[^a-z0-9_~-]+/g, '-')
    .replaceAll(/-+/g, '-')
    .replaceAll(/^-|-$/g, '');
};

/** Letters that are no others with a mark. */
const SPELT: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd' };

const idProblems = ({ collection, id, data }: ContentEntry, { entries }: SaveContext): Problem[] => {
  const field = nameField(collection);
  if (data[field] === undefined) return [];
  const place = { file: fileOf(collection, id), field };
  if (!ID_PATTERN.test(id)) {
    const suggestion = id.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'a-name';
    return [{ code: 'INVALID_FILE_NAME', ...place, args: { suggestion } }];
  }
  // Within its own type Decap counts on: name, name-1.
  const other = isAssetType(collection)
    ? ASSET_TYPES.find((type) => type !== collection && entries[type]?.[id] !== undefined)
    : undefined;
  return other === undefined ? [] : [{ code: 'DUPLICATE_ID', ...place, args: { id, other: fileOf(other, id) } }];
};

/** `strengths.0.claim` → `Their strengths 1 › Claim`. */
const labelOf = (field: string | undefined, plan: readonly PlannedField[]): string => {
  if (field === undefined) return '';
  const path = field.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return path
    .map((step, i) =>
      typeof step === 'number'
        ? ` ${step + 1}`
        : `${i === 0 ? '' : ' › '}${labelAt(path.slice(0, i + 1), plan) ?? step}`,
    )
    .join('');
};

const labelAt = (path: readonly (string | number)[], plan: readonly PlannedField[]): string | undefined =>
  path[0] === 'body' ? 'Text' : plannedFieldAt(path, plan)?.label;
