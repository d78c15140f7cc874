/**
 * The one place that decides what a build contains: Astro's store receives what the gate lets
 * through, and nothing else. Filtering in pages instead would leak: whatever is in the store can end
 * up in a bundle, an image folder or a cache.
 */
import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { fixOf, hasErrors, reasonOf, severityOf, type Problem } from '../domain/problems.ts';
import { reporters } from '../domain/reports.ts';
import type { CollectionName } from '../schemas/index.ts';
import { site } from '../site.ts';
import { prepareOnce } from './preparing.ts';
import { outdate } from './under-way.ts';

/** Stores the entries of one collection that this build may contain. */
export const audienceLoader = (collection: CollectionName): Loader => ({
  name: `dealshelf-${collection}`,
  load: (context) =>
    keepUpToDate(context, async () => {
      const part = prepareOnce();
      const changesOf = await part('history');
      context.store.clear();
      for (const { id, file, body, cites, citations, data } of (await part('entries')).get(collection) ?? []) {
        const changes = changesOf.get(file);
        const stored = { ...data, cites, citations, ...(changes && { changes }) };
        context.store.set({ id, data: await context.parseData({ id, data: stored }), body });
      }
    }),
});

/** Stores which files of the media folder this build offers: those that an included entry refers to. */
export const mediaLoader = (): Loader => ({
  name: 'dealshelf-media',
  load: (context) =>
    keepUpToDate(context, async () => {
      const part = prepareOnce();
      // An author who is still writing is told what is wrong; a build with errors ends here.
      if (context.watcher) tellAuthor(context, await part('problems'));
      else if (!site.unchecked) stopOnErrors(await part('problems'));
      context.store.clear();
      for (const file of (await part('media')).values()) {
        const id = file.path;
        context.store.set({ id, data: await context.parseData({ id, data: { ...file } }) });
      }
    }),
});

/** Stores what the public site shows of each asset. */
export const facesLoader = (): Loader => ({
  name: 'dealshelf-faces',
  load: (context) =>
    keepUpToDate(context, async () => {
      const faces = await prepareOnce()('faces');
      context.store.clear();
      for (const face of faces) {
        const id = face.asset;
        context.store.set({ id, data: await context.parseData({ id, data: { ...face } }) });
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
    outdate();
    clearTimeout(pending);
    pending = setTimeout(() => {
      load().catch((error: unknown) => context.logger.error(String(error)));
    }, 50);
  });
};
