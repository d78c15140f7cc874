/**
 * One version of an entry as its readers may see it, made small: enough to say which fields of two
 * versions differ, and nothing of what they say.
 */
import { fieldPlan } from '../../schemas/field-plan.ts';
import type { ReferenceTarget } from '../../schemas/fields.ts';
import { parseContentFile } from '../content-file.ts';
import { editAt } from '../edit.ts';
import { isRecord, valuesAt, type ContentEntry } from '../entries.ts';
import { gateVersion, type Build } from '../gate.ts';

export interface Version {
  /** Field → what tells its content from another, references left out. */
  fields: Readonly<Record<string, string>>;
  /** What the entry refers to: a reader learns nothing of what the build does not hold. */
  references: readonly { field: string; target: ReferenceTarget; id: string }[];
}

/** Of a hash only as much as keeps a few thousand texts apart. */
export type Digest = (text: string) => string;

/** Fields that are for the machine, or that say what every change of them means by themselves. */
const UNTOLD = new Set(['status', 'aliases']);

/** @returns null for a version that the readers of this build could not have seen, undefined for one that cannot be read */
export const versionOf = (
  place: Pick<ContentEntry, 'collection' | 'id' | 'file'>,
  text: string,
  build: Build,
  digest: Digest,
): Version | null | undefined => {
  const { parsed } = parseContentFile(place.file, text);
  if (!parsed) return undefined;
  // A version is shown by what it was then: a schema that has since changed must not hide it.
  const entry = gateVersion({ ...place, data: parsed.data, body: parsed.body, valid: true }, build);
  if (!entry) return null;
  const plan = fieldPlan(place.collection);
  const references: Version['references'][number][] = [];
  let data = entry.data;
  for (const { path, refersTo } of plan) {
    if (refersTo === undefined) continue;
    const field = path[0] ?? '';
    for (const { value } of valuesAt(data, path))
      if (typeof value === 'string') references.push({ field, target: refersTo, id: value });
    data = editAt(data, path, () => undefined);
  }
  const known = plan.flatMap(({ path }) => (path.length === 1 ? path : [])).filter((name) => !UNTOLD.has(name));
  const fields = known.flatMap((name) => {
    const value = data[name];
    return isBlank(value) ? [] : [[name, digest(ordered(value))] as const];
  });
  const body = entry.body === '' ? [] : [['body', digest(entry.body)] as const];
  return { fields: Object.fromEntries([...fields, ...body]), references };
};

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) ? value.every(isBlank) : isRecord(value) && Object.values(value).every(isBlank));

/** The order in which a group's fields are written says nothing. */
const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );

/** The id of today of what an entry referred to; undefined for what the build does not hold. */
export type IdOfToday = (target: ReferenceTarget, id: string) => string | undefined;

/** Names of the fields that differ, in no order. */
export const changedFields = (before: Version, after: Version, idOfToday: IdOfToday): string[] => {
  const names = new Set([...Object.keys(before.fields), ...Object.keys(after.fields)]);
  const own = [...names].filter((name) => before.fields[name] !== after.fields[name]);
  const [old, now] = [before, after].map((version) => referencesByField(version, idOfToday));
  const referring = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].filter(
    (name) => old?.get(name) !== now?.get(name),
  );
  return [...new Set([...own, ...referring])].filter((name) => !UNTOLD.has(name));
};

const referencesByField = ({ references }: Version, idOfToday: IdOfToday): Map<string, string> => {
  const lists = new Map<string, string>();
  for (const { field, target, id } of references) {
    const now = idOfToday(target, id);
    if (now !== undefined) lists.set(field, `${lists.get(field) ?? ''} ${now}`);
  }
  return lists;
};
