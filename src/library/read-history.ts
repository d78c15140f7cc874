/** What changed in each entry of a build, from git: nothing where there is no git, or where it does not know. */
import { hash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { allEntries, collectionNames, type ContentEntry, type Library } from '../domain/entries.ts';
import type { Build } from '../domain/gate.ts';
import {
  candidatesIn,
  changeSchema,
  collectChanges,
  idsOfToday,
  type Candidate,
  type Change,
} from '../domain/history/collect-changes.ts';
import { LOG_FORMAT, parseLog } from '../domain/history/git-log.ts';
import { versionOf, type Version } from '../domain/history/versions.ts';
import { fieldPlan } from '../schemas/field-plan.ts';
import { askGit, readBlobs } from './git.ts';

export interface HistorySource {
  /** The content folder. */
  root: string;
  /** How it is called in messages, and at the beginning of the entries' files. */
  name: string;
  /** What the build holds. */
  gated: Pick<Library, 'entries'>;
  build: Build;
  /** One folder an audience: what is kept there is what its readers may see. */
  cacheFolder: string;
}

/** Far more than a page tells; ends the reading of very old libraries. */
const MOST_COMMITS = 5_000;

/** @returns by the entry's file, as `ContentEntry` names it */
export const readHistory = async (source: HistorySource): Promise<Map<string, Change[]>> => {
  const { root, name, gated, build, cacheFolder } = source;
  const state = await askGit(root, ['rev-parse', '--is-shallow-repository', '--show-prefix', 'HEAD']);
  if (!state) return new Map();
  const entries = new Map([...allEntries(gated)].map((entry) => [entry.file.slice(name.length + 1), entry]));
  const file = path.join(cacheFolder, 'changes.json');
  const key = shortDigest(JSON.stringify([state.toString(), stampOf(build), [...entries].map(nameOf)]));
  const known = await readChanges(file, key);
  if (known) return withName(known, name);

  const log = await readLog(root);
  const isShallow = state.toString().startsWith('true');
  const candidates = candidatesIn(parseLog(log), new Set(entries.keys()), isShallow, build.today);
  const versions = await readVersions(candidates, entries, source);
  const changes = collectChanges(candidates, entries, {
    version: (place, blob) => versions.get(keyOf(entries.get(place), blob)),
    idOfToday: idsOfToday(gated),
    namesAuthors: build.audience === 'internal',
  });
  await keep(file, { key, changes: Object.fromEntries(changes) });
  return withName(changes, name);
};

const withName = (changes: ReadonlyMap<string, Change[]>, name: string): Map<string, Change[]> =>
  new Map([...changes].map(([file, list]) => [`${name}/${file}`, list]));

/** All of an entry, beside its history, that decides what is told: where it lies, and what it is and was called. */
const nameOf = ([file, { id, data }]: [string, ContentEntry]): unknown => [file, id, data['aliases']];

const readLog = async (root: string): Promise<string> => {
  const options = ['--raw', '--no-abbrev', '-z', '-M', '--first-parent', '--diff-merges=first-parent', '--relative'];
  const log = await askGit(root, [
    ...['log', `--max-count=${MOST_COMMITS}`, `--format=${LOG_FORMAT}`, '--no-color', '--no-show-signature'],
    ...options,
    ...['--', '.'],
  ]);
  return log?.toString('utf8') ?? '';
};

/** What a text means depends on its type alone. */
const keyOf = (entry: Pick<ContentEntry, 'collection'> | undefined, blob: string): string =>
  `${entry?.collection ?? ''}/${blob}`;

/** null: a version that readers could not have seen. */
type Versions = Map<string, Version | null>;

const readVersions = async (
  candidates: readonly Candidate[],
  entries: ReadonlyMap<string, ContentEntry>,
  { root, build, cacheFolder }: HistorySource,
): Promise<Versions> => {
  const file = path.join(cacheFolder, 'history.json');
  const stamp = stampOf(build);
  const kept = await readKept(file, stamp);
  const wanted = new Map<string, { entry: ContentEntry; blob: string }>();
  for (const { path: place, before, after } of candidates) {
    const entry = entries.get(place);
    for (const blob of [before, after])
      if (entry && blob !== undefined) wanted.set(keyOf(entry, blob), { entry, blob });
  }
  const missing = [...wanted].filter(([key]) => !kept.has(key));
  const blobs = await readBlobs(root, [...new Set(missing.map(([, { blob }]) => blob))]);
  for (const [key, { entry, blob }] of missing) {
    const text = blobs.get(blob);
    const version = text === undefined ? undefined : versionOf(entry, text, build, shortDigest);
    if (version !== undefined) kept.set(key, version);
  }
  const used: Versions = new Map(
    [...wanted.keys()].flatMap((key) => {
      const version = kept.get(key);
      return version === undefined ? [] : [[key, version]];
    }),
  );
  if (missing.length > 0) await keep(file, { stamp, versions: Object.fromEntries(used) });
  return used;
};

const shortDigest = (text: string): string => hash('sha256', text, 'base64url').slice(0, 12);

const versionSchema = z.object({
  fields: z.record(z.string(), z.string()),
  references: z.array(
    z.object({ field: z.string(), target: z.custom<Version['references'][number]['target']>(), id: z.string() }),
  ),
});
const keptSchema = z.object({ stamp: z.string(), versions: z.record(z.string(), versionSchema.nullable()) });

/** What cannot be read is as if it had never been kept. */
const readKept = async (file: string, stamp: string): Promise<Versions> => {
  try {
    const kept = keptSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    return kept.stamp === stamp ? new Map(Object.entries(kept.versions)) : new Map();
  } catch {
    return new Map();
  }
};

const changesSchema = z.object({ key: z.string(), changes: z.record(z.string(), z.array(changeSchema)) });

/** The same commit, and the same entries: then nothing needs to be asked. */
const readChanges = async (file: string, key: string): Promise<Map<string, Change[]> | undefined> => {
  try {
    const kept = changesSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    return kept.key === key ? new Map(Object.entries(kept.changes)) : undefined;
  } catch {
    return undefined;
  }
};

const keep = async (file: string, value: unknown): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(value));
  await rename(`${file}.new`, file);
};

/** Whatever decides what a reader may see of a version: the day, the audience, the fields and their audiences. */
const stampOf = (build: Build): string =>
  shortDigest(JSON.stringify([VERSION, build, collectionNames().map(fieldPlan)]));

/** Goes up with every change of how versions are made. */
const VERSION = 1;
