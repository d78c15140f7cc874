/**
 * How pages are made: one that shows the same as in the last build is taken from there, and each is
 * handed on as soon as it is there, to be written, kept and read into the search index.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { AstroConfig, AstroIntegration, AstroPrerenderer } from 'astro';
import { z } from 'zod';
import { parseEntryPath } from '../domain/routes.ts';
import { writeAssetData } from './asset-data.ts';
import { codeStamp } from './code-stamp.ts';
import { startFinishing, type Finishing } from './finishing.ts';
import { putFragmentsAside } from './kept-fragments.ts';
import { openKeptPages, type KeptPages } from './page-store.ts';

/** @param keepFolder one folder an audience: what is kept there holds whole pages */
export const pages = (keepFolder: string): AstroIntegration => {
  let project: Pick<AstroConfig, 'root' | 'outDir'> | undefined;
  return {
    name: 'dealshelf-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        project = config;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        if (!project) return;
        const outFolder = fileURLToPath(project.outDir);
        const keep = { folder: path.join(keepFolder, 'pages'), stamp: codeStamp(fileURLToPath(project.root)) };
        const kept = openKeptPages(keep.folder, keep.stamp);
        putFragmentsAside({ outFolder, keepFolder, stamp: keep.stamp });
        setPrerenderer((prerenderer) => withKeptPages(prerenderer, { outFolder, keepFolder, keep, kept }));
      },
    },
  };
};

interface Folders {
  /** Of the finished build. */
  outFolder: string;
  /** Where builds of this audience keep what they can reuse. */
  keepFolder: string;
  /** Where pages are kept for the next build, and what makes them worthless. */
  keep: { folder: string; stamp: string };
  /** Pages of the last build. */
  kept: KeptPages;
}

/** Only pages with a `cacheKey`, which covers all that a page shows, can be reused, or found. */
const withKeptPages = (
  prerenderer: AstroPrerenderer,
  { outFolder, keepFolder, keep, kept }: Folders,
): AstroPrerenderer => {
  let keys: ReadonlyMap<string, string> = new Map();
  let finishing: Finishing | undefined;
  return {
    ...prerenderer,
    getStaticPaths: async () => {
      const paths = foundFirst(await prerenderer.getStaticPaths());
      keys = keysOf(paths);
      finishing = startFinishing({ keep, keepFolder, outFolder, found: [...keys.keys()].filter(canBeFound) });
      return paths;
    },
    render: async (request, options) => {
      const path = decodeURI(new URL(request.url).pathname);
      const name = nameOf(path);
      const key = keys.get(name);
      if (key === undefined) return prerenderer.render(request, options);
      const bytes = kept.get(name, key) ?? (await bytesOf(prerenderer.render(request, options), path));
      const isPage = options.routeData.type === 'page';
      await finishing?.put({ name, key, path, bytes, ...(isPage ? { file: `${name}/index.html` } : {}) });
      // Without a body, Astro leaves writing the file to the other thread.
      return new Response(isPage ? null : new Uint8Array(bytes));
    },
    teardown: async () => {
      giveBackMemory();
      const finished = finishing?.end();
      // The other thread still reads and writes; this one has nothing else to do.
      writeAssetData(outFolder);
      await finished;
      kept.close();
      await prerenderer.teardown?.();
    },
  };
};

const collectorSchema = z.custom<() => void>((value) => typeof value === 'function');

/** What rendering left behind is given back before the index is written: the engine needs as much memory again. */
const giveBackMemory = (): void => {
  setFlagsFromString('--expose-gc');
  collectorSchema.parse(runInNewContext('gc'))();
};

type Paths = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>;

const keysOf = (paths: Paths): Map<string, string> =>
  new Map(
    paths.flatMap(({ pathname, cacheKey }) => (cacheKey === undefined ? [] : [[nameOf(pathname), cacheKey] as const])),
  );

/** `/battlecards/corvane/` and `/battlecards/corvane` are the same page. */
const nameOf = (pathname: string): string => pathname.replaceAll(/^\/|\/$/g, '');

/** Entries are found by their own page, never by one of a list. */
const canBeFound = (name: string): boolean => parseEntryPath(`/${name}/`) !== undefined;

/** The index is written while those pages are made that are not in it. */
const foundFirst = (paths: Paths): Paths => {
  const isFound = ({ pathname }: Paths[number]): boolean => canBeFound(nameOf(pathname));
  return [...paths.filter(isFound), ...paths.filter((page) => !isFound(page))];
};

const bytesOf = async (rendering: ReturnType<AstroPrerenderer['render']>, path: string): Promise<Buffer> => {
  const result = await rendering;
  const response = result instanceof Response ? result : result.response;
  if (!response.ok) throw new Error(`${path} was rendered with status ${response.status}.`);
  return Buffer.from(await response.arrayBuffer());
};
