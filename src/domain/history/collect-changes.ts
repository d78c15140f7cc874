/** Commits → what changed in each entry, newest first, as the readers of one build may know it. */
import { fieldPlan } from '../../schemas/field-plan.ts';
import { allEntries, ASSET_TYPES, type ContentEntry, type Library } from '../entries.ts';
import type { Commit, FileChange } from './git-log.ts';
import { changedFields, type IdOfToday, type Version } from './versions.ts';

export const CHANGE_KINDS = ['added', 'changed', 'reviewed'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Change {
  /** Day, in UTC. */
  on: string;
  /** Seconds since 1970. */
  at: number;
  /** A review that changed nothing is told apart: it says that all still holds. */
  kind: ChangeKind;
  /** Names of the fields that changed, in the order of the schema; `body` is the text below them. */
  fields: string[];
  /** Who made it: colleagues only. */
  by?: string | undefined;
}

/** Of each entry only so many are told. */
export const MOST_CHANGES = 8;

/** A commit of more entries moved or reformatted the library: it says nothing of any one of them. */
export const MOST_IN_COMMIT = 150;

/** Of all entries together: what a build may spend on it has an end. The newest are told first. */
export const MOST_IN_ALL = 3_000;

/** A change of one entry's file, before anybody has looked at what it says. */
export interface Candidate {
  /** The entry's file as it is called today, inside the content folder. */
  path: string;
  at: number;
  author: string;
  before: string | undefined;
  after: string;
}

const day = (at: number): string => new Date(at * 1_000).toISOString().slice(0, 10);

/**
 * Which contents have to be compared.
 * @param commits the newest first
 * @param paths files of the entries that this build shows
 * @param isShallow what came before the first commit is not known
 */
export const candidatesIn = (
  commits: readonly Commit[],
  paths: ReadonlySet<string>,
  isShallow: boolean,
  today: string,
): Candidate[] => {
  // Files were called otherwise before they were renamed: name at that time → name today.
  const names = new Map([...paths].map((path) => [path, path]));
  const counts = new Map<string, number>();
  const candidates: Candidate[] = [];
  for (const commit of commits) {
    const isKnown = !(commit.isFirst && isShallow) && commit.files.length <= MOST_IN_COMMIT && day(commit.at) <= today;
    for (const file of commit.files) {
      const path = names.get(file.after.path ?? '');
      if (path === undefined || file.after.blob === undefined) continue;
      followName(names, file, path);
      const count = counts.get(path) ?? 0;
      if (!isKnown || count >= MOST_CHANGES || file.before.blob === file.after.blob) continue;
      counts.set(path, count + 1);
      const { at, author } = commit;
      candidates.push({ path, at, author, before: file.before.blob, after: file.after.blob });
      if (candidates.length >= MOST_IN_ALL) return candidates;
    }
  }
  return candidates;
};

const followName = (names: Map<string, string>, { before, after }: FileChange, path: string): void => {
  if (before.path === after.path) return;
  names.delete(after.path ?? '');
  if (before.path !== undefined) names.set(before.path, path);
};

export interface Telling {
  /** Of a file's content: null for one that readers could not have seen, undefined for one that is not known. */
  version: (path: string, blob: string) => Version | null | undefined;
  idOfToday: IdOfToday;
  /** Names of authors are personal data: only colleagues see them. */
  namesAuthors: boolean;
}

/** @returns by file inside the content folder; a file without a change that its readers can see is left out */
export const collectChanges = (
  candidates: readonly Candidate[],
  entries: ReadonlyMap<string, Pick<ContentEntry, 'collection'>>,
  telling: Telling,
): Map<string, Change[]> => {
  const changes = new Map<string, Change[]>();
  for (const candidate of candidates) {
    const collection = entries.get(candidate.path)?.collection;
    const told = collection && tell(candidate, fieldPlan(collection), telling);
    if (!told) continue;
    const list = changes.get(candidate.path);
    if (list) list.push(told);
    else changes.set(candidate.path, [told]);
  }
  return changes;
};

const tell = (
  { path, at, author, before, after }: Candidate,
  plan: ReturnType<typeof fieldPlan>,
  { version, idOfToday, namesAuthors }: Telling,
): Change | undefined => {
  const now = version(path, after);
  if (!now) return undefined;
  const old = before === undefined ? null : version(path, before);
  if (old === undefined) return undefined;
  const change = { on: day(at), at, ...(namesAuthors && author !== '' ? { by: author } : {}) };
  if (old === null) return { ...change, kind: 'added', fields: [] };
  const order = [...plan.flatMap(({ path }) => path.slice(0, 1)), 'body'];
  const changed = new Set(changedFields(old, now, idOfToday));
  const fields = [...new Set(order)].filter((name) => changed.has(name));
  if (fields.length === 0) return undefined;
  const isReview = fields.length === 1 && fields[0] === 'reviewed_on';
  return { ...change, kind: isReview ? 'reviewed' : 'changed', fields: isReview ? [] : fields };
};

/** What was renamed is still the same: a term that got another id changes no asset that carries it. */
export const idsOfToday = ({ entries }: Pick<Library, 'entries'>): IdOfToday => {
  const former = new Map<string, string>();
  for (const { collection, id, data } of allEntries({ entries }))
    if (Array.isArray(data['aliases']))
      for (const alias of data['aliases']) former.set(`${collection}/${String(alias)}`, id);
  return (target, id) => {
    for (const type of target === 'asset' ? ASSET_TYPES : [target]) {
      if (entries.get(type)?.has(id)) return id;
      const now = former.get(`${type}/${id}`);
      if (now !== undefined) return now;
    }
    return undefined;
  };
};
