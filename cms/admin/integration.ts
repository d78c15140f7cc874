/** Puts the editor at /admin/ of an internal build, or of the site that an author is writing on. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import sirv from 'sirv';
import { startLocalEditor } from '../../scripts/editor/local-editor.ts';
import { adminPath } from '../../src/domain/cms-links.ts';
import { editorOrigins, hasEditor, type EditorBuild } from '../../src/domain/editor.ts';
import { titleOf, type ContentEntry } from '../../src/domain/entries.ts';
import { TERM_COLLECTIONS } from '../../src/domain/site-library.ts';
import type { Labels } from '../../src/schemas/labels.ts';
import type { Settings } from '../../src/schemas/settings.ts';
import { loadLibrary, type LoadedLibrary } from '../../src/library/load-library.ts';
import { formConfig, type FormOptions } from '../form/config.ts';
import { BUNDLE_PATH, makeBundle, type Bundle } from './bundle.ts';
import { editorPage } from './page.ts';
import { previewLibrary } from './preview-library.ts';
import { libraryIndex } from './library-index.ts';
import { editorConfig, HOSTS_WITH_WORKFLOW, LIBRARY_FILE, PREVIEW_FILE } from './settings.ts';

export interface EditorOptions extends EditorBuild {
  settings: Settings;
  labels: Labels;
  /** Absolute paths. */
  root: string;
  contentFolder: string;
  shippedFolder: string;
  stateFolder: string;
}

const BUNDLES = 'node_modules/.cache/dealshelf-editor';

/** Made anew for every request: the author changes what it is made of. */
const send = (response: ServerResponse, type: string, make: () => Promise<string>): void => {
  make().then(
    (text) => response.setHeader('Content-Type', `${type}; charset=utf-8`).end(text),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
};

const pageOf = ({ settings, labels, localEditor }: EditorOptions, bundle: Bundle, library: LoadedLibrary): string => {
  const terms = smallVocabularies(library);
  // Without git there is no workflow, but nobody who works alone on a folder misses "delete".
  const hasWorkflow = localEditor || HOSTS_WITH_WORKFLOW.includes(settings.cms.backend);
  return editorPage({
    bundle,
    locale: settings.locale,
    brand: settings.brand.name,
    origins: editorOrigins(settings, { localEditor }),
    page: {
      config: editorConfig({
        settings,
        isLocal: localEditor,
        collections: formConfig(settings, { labels, terms, workflow: hasWorkflow }).collections,
      }),
      isLocal: localEditor,
      words: labels.editor,
      names: Object.fromEntries(Object.entries(labels.collections).map(([name, { one }]) => [name, one])),
    },
  });
};

/** So many terms are offered as a list; more are looked up while typing. */
const MOST_LISTED = 40;

/** The terms of each vocabulary that is small, in their order. */
const smallVocabularies = ({ library }: LoadedLibrary): NonNullable<FormOptions['terms']> =>
  Object.fromEntries(
    TERM_COLLECTIONS.flatMap((name) => {
      const entries = [...(library.entries.get(name)?.values() ?? [])];
      if (entries.length === 0 || entries.length > MOST_LISTED) return [];
      const order = ({ data }: ContentEntry): number => (typeof data['order'] === 'number' ? data['order'] : Infinity);
      entries.sort((a, b) => order(a) - order(b) || titleOf(a).localeCompare(titleOf(b), 'en'));
      return [[name, entries.map((entry) => ({ id: entry.id, label: titleOf(entry) }))]];
    }),
  );

export const editor = (options: EditorOptions): AstroIntegration => {
  const getBundle = (): Promise<Bundle> => makeBundle(options.root, path.join(options.root, BUNDLES));
  const getLibrary = (): Promise<LoadedLibrary> => loadLibrary(options.contentFolder, options.shippedFolder);
  return {
    name: 'dealshelf-editor',
    hooks: hasEditor(options.settings, options)
      ? {
          'astro:build:done': async ({ dir }) => {
            const [bundle, library] = await Promise.all([getBundle(), getLibrary()]);
            const assets = new URL(`.${BUNDLE_PATH}`, dir);
            await mkdir(assets, { recursive: true });
            await cp(bundle.folder, assets, { recursive: true });
            await writeFile(new URL(`.${adminPath()}index.html`, dir), pageOf(options, bundle, library));
            await writeFile(new URL(`.${LIBRARY_FILE}`, dir), JSON.stringify(libraryIndex(library)));
            await writeFile(new URL(`.${PREVIEW_FILE}`, dir), JSON.stringify(previewLibrary(library, options.labels)));
          },
          // Not a page of Astro's: those are loaded again whenever a file is saved, and a form must not be.
          'astro:server:setup': async ({ server, logger }) => {
            const local = await startLocalEditor({
              contentFolder: options.contentFolder,
              stateFolder: options.stateFolder,
              onPublished: () => undefined,
              log: (line) => logger.info(line),
            });
            server.httpServer?.once('close', local.close);
            const bundle = await getBundle();
            const assets = sirv(bundle.folder);
            server.middlewares.use(BUNDLE_PATH.slice(0, -1), assets);
            server.middlewares.use((request, response, next) => {
              const { pathname } = new URL(request.url ?? '/', 'http://localhost');
              if (local.takes(pathname)) void local.handle(request, response);
              else if (pathname === adminPath())
                send(response, 'text/html', async () => pageOf(options, bundle, await getLibrary()));
              else if (pathname === LIBRARY_FILE)
                send(response, 'application/json', async () => JSON.stringify(libraryIndex(await getLibrary())));
              else if (`${pathname}/` === adminPath()) response.writeHead(302, { Location: adminPath() }).end();
              else if (pathname === PREVIEW_FILE)
                send(response, 'application/json', async () =>
                  JSON.stringify(previewLibrary(await getLibrary(), options.labels)),
                );
              else next();
            });
          },
        }
      : {},
  };
};
