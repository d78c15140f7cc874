/** An entry against its schema: zod's issues → problems with the field's own name and sentence. */
import type { z } from 'zod';
import { fieldPlan, type PlannedField } from '../schemas/field-plan.ts';
import { collections } from '../schemas/index.ts';
import { checkIndustryNumbers, checkModel } from './calculators/check-model.ts';
import { isRecord, statusOf, type ContentEntry, type Path } from './entries.ts';
import { fieldName, type Problem } from './problems.ts';
import { suggest } from './suggest.ts';

/** Only what is approved must be complete: everything else may still be in the making. */
export const validateEntry = (entry: ContentEntry): Problem[] => {
  const { approved, draft } = collections[entry.collection];
  const schema = statusOf(entry) === 'approved' ? approved : draft;
  const problems = validateData(entry.file, entry.collection, entry.data, schema, fieldPlan(entry.collection));
  problems.push(...modelProblems(entry));
  if (statusOf(entry) !== 'approved') return [...problems, ...missingTitle(entry)];
  return collections[entry.collection].kind === 'taxonomy' ? problems : problems.map(mayWait);
};

/** A calculator's fields can all be right and its model wrong; a draft's too, as soon as it has one. */
const modelProblems = (entry: ContentEntry): Problem[] => {
  if (entry.collection !== 'calculators') return [];
  const { data } = collections.calculators.draft.safeParse(entry.data);
  return data ? [...checkModel(entry.file, data, entry.data), ...checkIndustryNumbers(entry.file, data)] : [];
};

/** Fields that name an entry; no entry is without. */
const TITLE_FIELDS = ['title', 'label', 'statement'];

/** Says of what an approved entry lacks that a draft may lack it; terms have no drafts, and a title is always needed. */
const mayWait = (problem: Problem): Problem =>
  problem.code !== 'MISSING_FIELD' || TITLE_FIELDS.includes(problem.field ?? '')
    ? problem
    : { ...problem, args: { ...problem.args, needed: 'approved' } };

/** A field without a value is as good as absent, but not when it is no field: then something was misspelt or split. */
export const unknownEmptied = (entry: ContentEntry, emptied: readonly string[]): Problem[] => {
  const plan = fieldPlan(entry.collection);
  const known = new Set(plan.map((field) => field.path.join('.')));
  return emptied
    .filter((path) => !known.has(path))
    .map((path) => {
      const name = path.split('.').at(-1) ?? path;
      const siblings = siblingNames(path.split('.').slice(0, -1), plan);
      const args = { collection: entry.collection, suggestion: suggest(name, siblings) };
      return { code: 'UNKNOWN_FIELD', file: entry.file, field: path, args };
    });
};

/** Any data against any schema built from the shared fields; `owner` names the thing in messages. */
export const validateData = (
  file: string,
  owner: string,
  data: unknown,
  schema: z.ZodType,
  plan: readonly PlannedField[],
): Problem[] => {
  const result = schema.safeParse(data);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => toProblems(file, owner, data, issue, plan));
};

const toProblems = (
  file: string,
  owner: string,
  data: unknown,
  issue: z.core.$ZodIssue,
  plan: readonly PlannedField[],
): Problem[] => {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') {
    const known = siblingNames(path, plan);
    return issue.keys.map((key) => ({
      code: 'UNKNOWN_FIELD',
      file,
      field: fieldName([...path, key]),
      args: { collection: owner, suggestion: suggest(key, known) },
    }));
  }
  const field = plannedFieldAt(path, plan);
  const value = valueAt(data, path);
  const hint = field?.hint ?? 'Its form is described in docs/content.md.';
  if (value === undefined) {
    return [
      { code: 'MISSING_FIELD', file, field: fieldName(path), args: { label: field?.label ?? path.at(-1), fix: hint } },
    ];
  }
  return [
    {
      code: 'INVALID_FIELD',
      file,
      field: fieldName(path),
      args: { reason: reasonFor(issue, value, field), fix: suggestOption(value, field) ?? sentence(hint) },
    },
  ];
};

const missingTitle = (entry: ContentEntry): Problem[] => {
  const plan = fieldPlan(entry.collection);
  const title = TITLE_FIELDS.map((name) => plannedFieldAt([name], plan)).find((field) => field?.required);
  const name = title?.path[0];
  if (!title || name === undefined || entry.data[name] !== undefined) return [];
  return [
    { code: 'MISSING_FIELD', file: entry.file, field: name, args: { label: title.label ?? '', fix: title.hint ?? '' } },
  ];
};

const reasonFor = (issue: z.core.$ZodIssue, value: unknown, field: PlannedField | undefined): string => {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}, not ${describeValue(value)}`;
    case 'invalid_value':
      return `is ${describeValue(value)}, which is not one of ${(field?.options ?? issue.values.map(String)).join(', ')}`;
    case 'too_big':
      return issue.origin === 'string' && typeof value === 'string'
        ? `has ${value.length} characters, ${issue.maximum} at most`
        : issue.origin === 'array' && Array.isArray(value)
          ? `has ${value.length} items, ${issue.maximum} at most`
          : `is ${describeValue(value)}, ${issue.maximum} at most`;
    case 'too_small':
      return `is ${describeValue(value)}, ${issue.minimum} at least`;
    default:
      return issue.message;
  }
};

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
};

const describeValue = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list';
  if (isRecord(value)) return 'a group of fields';
  const text = String(value);
  return typeof value === 'string' ? `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"` : text;
};

const suggestOption = (value: unknown, field: PlannedField | undefined): string | undefined => {
  if (typeof value !== 'string' || !field?.options) return undefined;
  const near = suggest(value, field.options);
  return near === undefined ? undefined : `Did you mean "${near}"?`;
};

const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

const matches = (planned: readonly string[], path: Path): boolean =>
  planned.length === path.length && planned.every((step, i) => step === '*' || step === path[i]);

/** The planned field at a concrete path; for an item of a list of texts, the list's own words. */
export const plannedFieldAt = (path: Path, plan: readonly PlannedField[]): PlannedField | undefined => {
  const exact = plan.find((field) => matches(field.path, path));
  if (exact && exact.hint === undefined && typeof path.at(-1) === 'number') {
    const list = plan.find((field) => matches(field.path, path.slice(0, -1)));
    return list ? { ...list, ...exact, label: list.label, hint: list.hint } : exact;
  }
  return exact;
};

const siblingNames = (path: Path, plan: readonly PlannedField[]): string[] =>
  plan.filter((field) => matches(field.path.slice(0, -1), path)).flatMap((field) => field.path.slice(-1));

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)];
    return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }, data);
