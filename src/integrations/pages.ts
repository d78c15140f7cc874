/**
 * How pages are made: one that shows the same as in the last build is taken from there, and each is
 * handed to the search index as soon as it is there, while others are still being rendered.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { codeStamp } from './code-stamp.ts';
import { inOrder } from './in-order.ts';
import { openPageStore, type PageStore } from './page-store.ts';
import { createSearchIndex, type FinishedPage, type SearchIndex } from './search-index.ts';

/** @param cacheFolder one folder an audience: what is kept there holds whole pages */
export const pages = (cacheFolder: string): AstroIntegration => {
  let root = '';
  let search: SearchIndex | undefined;
  return {
    name: 'dealshelf-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        const index = await createSearchIndex();
        const store = openPageStore(path.join(cacheFolder, 'pages'), codeStamp(root));
        setPrerenderer((prerenderer) => withStoreAndSearch(prerenderer, store, index));
        search = index;
      },
      'astro:build:done': async ({ dir }) => search?.write(dir),
    },
  };
};

/** Only pages with a `cacheKey`, which covers all that a page shows, can be reused, or found. */
const withStoreAndSearch = (prerenderer: AstroPrerenderer, store: PageStore, search: SearchIndex): AstroPrerenderer => {
  let keys: ReadonlyMap<string, string> = new Map();
  let found = inOrder<FinishedPage>([], search.read);
  return {
    ...prerenderer,
    getStaticPaths: async () => {
      const paths = await prerenderer.getStaticPaths();
      keys = keysOf(paths);
      // The index depends on the order in which it reads; pages come as they are ready.
      found = inOrder([...keys.keys()], search.read);
      return paths;
    },
    render: async (request, options) => {
      const path = decodeURI(new URL(request.url).pathname);
      const name = nameOf(path);
      const key = keys.get(name);
      if (key === undefined) return prerenderer.render(request, options);
      const bytes = store.get(name, key) ?? (await bytesOf(prerenderer.render(request, options), path));
      store.put(name, key, bytes);
      await found.put(name, { path, bytes });
      return new Response(new Uint8Array(bytes));
    },
    teardown: async () => {
      await found.end();
      store.close();
      await prerenderer.teardown?.();
    },
  };
};

const keysOf = (paths: Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>): Map<string, string> =>
  new Map(
    paths.flatMap(({ pathname, cacheKey }) => (cacheKey === undefined ? [] : [[nameOf(pathname), cacheKey] as const])),
  );

/** `/battlecards/corvane/` and `/battlecards/corvane` are the same page. */
const nameOf = (pathname: string): string => pathname.replaceAll(/^\/|\/$/g, '');

const bytesOf = async (rendering: ReturnType<AstroPrerenderer['render']>, path: string): Promise<Buffer> => {
  const result = await rendering;
  const response = result instanceof Response ? result : result.response;
  if (!response.ok) throw new Error(`${path} was rendered with status ${response.status}.`);
  return Buffer.from(await response.arrayBuffer());
};
