/**
 * The one place that decides what a build contains: Astro's store receives what the gate lets
 * through, and nothing else. Filtering in pages instead would leak: whatever is in the store can end
 * up in a bundle, an image folder or a cache.
 */
import { hash } from 'node:crypto';
import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { checkLibrary } from '../domain/checks/index.ts';
import type { Library } from '../domain/entries.ts';
import { findHealth, healthOfBuild } from '../domain/health/find-health.ts';
import { publicFaces, type PublicFace } from '../domain/kit/faces.ts';
import { gate, type Build } from '../domain/gate.ts';
import type { Change } from '../domain/history/collect-changes.ts';
import { fixOf, hasErrors, reasonOf, severityOf, type Problem } from '../domain/problems.ts';
import { reporters } from '../domain/reports.ts';
import { resolveLibrary, type MeasuredMedia, type ResolvedEntry } from '../domain/resolve.ts';
import type { Health } from '../schemas/finding.ts';
import type { CollectionName } from '../schemas/index.ts';
import { buildDay, site } from '../site.ts';
import { loadLibrary } from './load-library.ts';
import { measureMedia } from './measure-media.ts';
import { readHistory } from './read-history.ts';

interface Prepared {
  /** All that the check finds. */
  problems: readonly Problem[];
  /** An entry with an error is left out. */
  entries: Map<CollectionName, readonly ResolvedEntry[]>;
  media: ReadonlyMap<string, MeasuredMedia>;
  /** For colleagues only. */
  health: Health;
  /** What the public site shows of this build's assets, for links that colleagues share. */
  faces: readonly PublicFace[];
  /** What changed in each entry, by its file. */
  history: ReadonlyMap<string, readonly Change[]>;
}

/** All collections of one build share one reading of the folder. */
let preparing: Promise<Prepared> | undefined;

const prepare = async (watched: boolean): Promise<Prepared> => {
  const {
    library,
    root,
    problems: loading,
    drawings,
    name,
  } = await loadLibrary(site.contentFolder, site.shippedFolder);
  const today = buildDay(library.settings.frozen_on);
  const context = { library, today, drawings, name };
  const problems = checkLibrary(context, loading);
  if (!watched && !site.unchecked) stopOnErrors(problems);
  const build: Build = { audience: site.audience, today, drafts: site.drafts };
  const gated = gate(library, build);
  const media = await measureMedia(path.join(root, 'media'), gated.media);
  return {
    problems,
    entries: Map.groupBy(resolveLibrary({ library: gated, media }), (entry) => entry.collection),
    media,
    health: site.audience === 'internal' ? healthOfBuild(findHealth(context), gated) : { findings: [], outside: 0 },
    faces: facesOf(library, gated, media, today),
    history: await readHistory({ root, name, gated, build, cacheFolder: site.cacheFolder }),
  };
};

const shortHash = (text: string): string => hash('sha256', text, 'base64url').slice(0, 8);

/** Colleagues share what the public site shows; partners share nothing. */
const facesOf = (
  library: Library,
  gated: Library,
  media: ReadonlyMap<string, MeasuredMedia>,
  today: string,
): PublicFace[] => {
  if (site.audience === 'partner') return [];
  const outside = site.audience === 'public' ? gated : gate(library, { audience: 'public', today, drafts: false });
  return publicFaces({ ours: gated, outside, media, hash: shortHash });
};

/** An author who is still writing is told what is wrong; a build with errors does not begin. */
const prepareOnce = ({ watcher }: LoaderContext): Promise<Prepared> => (preparing ??= prepare(watcher !== undefined));

/** Stores the entries of one collection that this build may contain. */
export const audienceLoader = (collection: CollectionName): Loader => ({
  name: `dealshelf-${collection}`,
  load: (context) =>
    keepUpToDate(context, async () => {
      const { entries, history } = await prepareOnce(context);
      context.store.clear();
      for (const { id, file, body, cites, citations, data } of entries.get(collection) ?? []) {
        const changes = history.get(file);
        const stored = { ...data, cites, citations, ...(changes && { changes }) };
        const digest = context.generateDigest({ stored, body });
        context.store.set({ id, data: await context.parseData({ id, data: stored }), body, digest });
      }
      // A build asks once: the store has its own copy now, and ten thousand entries need not be held twice.
      if (!context.watcher) entries.delete(collection);
    }),
});

/** Stores which files of the media folder this build offers: those that an included entry refers to. */
export const mediaLoader = (): Loader => ({
  name: 'dealshelf-media',
  load: (context) =>
    keepUpToDate(context, async () => {
      const { media, problems } = await prepareOnce(context);
      if (context.watcher) tellAuthor(context, problems);
      context.store.clear();
      for (const file of media.values()) {
        const id = file.path;
        context.store.set({ id, data: await context.parseData({ id, data: { ...file } }), digest: file.hash });
      }
    }),
});

/** Stores what the library's health is told by: it is found in what authors wrote, before claims become their values. */
export const healthLoader = (): Loader => ({
  name: 'dealshelf-health',
  load: (context) =>
    keepUpToDate(context, async () => {
      const { health } = await prepareOnce(context);
      const id = 'health';
      context.store.clear();
      context.store.set({ id, data: await context.parseData({ id, data: { ...health } }) });
    }),
});

/** Stores what the public site shows of each asset. */
export const facesLoader = (): Loader => ({
  name: 'dealshelf-faces',
  load: (context) =>
    keepUpToDate(context, async () => {
      const { faces } = await prepareOnce(context);
      context.store.clear();
      for (const face of faces) {
        const id = face.asset;
        context.store.set({ id, data: await context.parseData({ id, data: { ...face } }), digest: face.version });
      }
    }),
});

/** What the last build made stays as it is. */
const stopOnErrors = (problems: readonly Problem[]): void => {
  if (hasErrors(problems)) {
    console.error(reporters.text(problems));
    process.exit(1);
  }
  if (problems.length > 0) console.log(`Warnings: ${problems.length}. "npm run check" lists them.`);
};

/** An author who has just saved hears at once what is wrong. */
const tellAuthor = ({ logger }: LoaderContext, problems: readonly Problem[]): void => {
  for (const problem of problems) {
    const message = `${problem.file}: ${problem.field ?? ''} ${reasonOf(problem)}. ${fixOf(problem)}`;
    if (severityOf(problem) === 'error') logger.error(message);
    else logger.warn(message);
  }
};

/** In development everything is read again after a change: one entry can change what others show. */
const keepUpToDate = async (context: LoaderContext, load: () => Promise<void>): Promise<void> => {
  await load();
  const { watcher } = context;
  if (!watcher) return;
  watcher.add(site.contentFolder);
  let pending: NodeJS.Timeout | undefined;
  watcher.on('all', (_event, file) => {
    if (!path.resolve(file).startsWith(site.contentFolder + path.sep)) return;
    preparing = undefined;
    clearTimeout(pending);
    pending = setTimeout(() => {
      load().catch((error: unknown) => context.logger.error(String(error)));
    }, 50);
  });
};
