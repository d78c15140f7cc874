/**
 * How pages are made: one that shows the same as in the last build is taken from there, and each is
 * handed to the search index as soon as it is there, while others are still being rendered.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroPrerenderer } from 'astro';
import { parseEntryPath } from '../domain/routes.ts';
import { codeStamp } from './code-stamp.ts';
import { inOrder, type Line } from './in-order.ts';
import { openPageStore, type PageStore } from './page-store.ts';
import { createSearchIndex, type FinishedPage } from './search-index.ts';

/** @param cacheFolder one folder an audience: what is kept there holds whole pages */
export const pages = (cacheFolder: string): AstroIntegration => {
  let project: Pick<AstroConfig, 'root' | 'outDir'> | undefined;
  return {
    name: 'dealshelf-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        project = config;
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        if (!project) return;
        const { root, outDir } = project;
        const search = await createSearchIndex();
        const read: Read = (names) => inOrder(names, search.read, () => search.write(outDir));
        const store = openPageStore(path.join(cacheFolder, 'pages'), codeStamp(fileURLToPath(root)));
        setPrerenderer((prerenderer) => withStoreAndSearch(prerenderer, store, read));
      },
    },
  };
};

/** Reads the named pages, always in this order, because the index depends on it; then writes the index. */
type Read = (names: readonly string[]) => Line<FinishedPage>;

/** Only pages with a `cacheKey`, which covers all that a page shows, can be reused, or found. */
const withStoreAndSearch = (prerenderer: AstroPrerenderer, store: PageStore, read: Read): AstroPrerenderer => {
  let keys: ReadonlyMap<string, string> = new Map();
  let reading = read([]);
  return {
    ...prerenderer,
    getStaticPaths: async () => {
      const paths = foundFirst(await prerenderer.getStaticPaths());
      keys = keysOf(paths);
      reading = read([...keys.keys()].filter(canBeFound));
      return paths;
    },
    render: async (request, options) => {
      const path = decodeURI(new URL(request.url).pathname);
      const name = nameOf(path);
      const key = keys.get(name);
      if (key === undefined) return prerenderer.render(request, options);
      const bytes = store.get(name, key) ?? (await bytesOf(prerenderer.render(request, options), path));
      store.put(name, key, bytes);
      await reading.put(name, { path, bytes });
      return new Response(new Uint8Array(bytes));
    },
    teardown: async () => {
      await reading.end();
      store.close();
      await prerenderer.teardown?.();
    },
  };
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
