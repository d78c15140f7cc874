/** What changed in each entry of a build, from git: nothing where there is no git, or where it does not know. */
import { hash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { allEntries, collectionNames, type ContentEntry, type Library } from '../domain/entries.ts';
import type { Build } from '../domain/gate.ts';
import {
  candidatesIn,
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
  const { root, name, gated, build } = source;
  const log = await readLog(root);
  if (!log) return new Map();
  const entries = new Map([...allEntries(gated)].map((entry) => [entry.file.slice(name.length + 1), entry]));
  const candidates = candidatesIn(parseLog(log.text), new Set(entries.keys()), log.isShallow, build.today);
  if (candidates.length === 0) return new Map();
  const versions = await readVersions(candidates, entries, source);
  const changes = collectChanges(candidates, entries, {
    version: (file, blob) => versions.get(keyOf(entries.get(file), blob)),
    idOfToday: idsOfToday(gated),
    namesAuthors: build.audience === 'internal',
  });
  return new Map([...changes].map(([file, list]) => [`${name}/${file}`, list]));
};

const readLog = async (root: string): Promise<{ text: string; isShallow: boolean } | undefined> => {
  const shallow = await askGit(root, ['rev-parse', '--is-shallow-repository']);
  if (!shallow) return undefined;
  const options = ['--raw', '--no-abbrev', '-z', '-M', '--first-parent', '--diff-merges=first-parent', '--relative'];
  const log = await askGit(root, [
    ...['log', `--max-count=${MOST_COMMITS}`, `--format=${LOG_FORMAT}`, '--no-color', '--no-show-signature'],
    ...options,
    ...['--', '.'],
  ]);
  return log && { text: log.toString('utf8'), isShallow: shallow.toString().trim() === 'true' };
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
  if (missing.length > 0) await keep(file, stamp, used);
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

const keep = async (file: string, stamp: string, versions: Versions): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify({ stamp, versions: Object.fromEntries(versions) }));
  await rename(`${file}.new`, file);
};

/** Whatever decides what a reader may see of a version: the day, the audience, the fields and their audiences. */
const stampOf = (build: Build): string =>
  shortDigest(JSON.stringify([VERSION, build, collectionNames().map(fieldPlan)]));

/** Goes up with every change of how versions are made. */
const VERSION = 1;
