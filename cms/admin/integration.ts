/** Puts the editor at /admin/ of an internal build, or of the site that an author is writing on. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import sirv from 'sirv';
import { startLocalEditor } from '../../scripts/editor/local-editor.ts';
import { EDITOR_STATE } from '../../scripts/editor/place.ts';
import { adminPath } from '../../src/domain/cms-links.ts';
import { editorOrigins, hasEditor, type EditorBuild } from '../../src/domain/editor.ts';
import type { Labels } from '../../src/schemas/labels.ts';
import type { Settings } from '../../src/schemas/settings.ts';
import { formConfig } from '../form/config.ts';
import { BUNDLE_PATH, makeBundle, type Bundle } from './bundle.ts';
import { editorPage } from './page.ts';
import { editorConfig } from './settings.ts';

export interface EditorOptions extends EditorBuild {
  settings: Settings;
  labels: Labels;
  /** Absolute paths. */
  root: string;
  contentFolder: string;
}

const BUNDLES = 'node_modules/.cache/dealshelf-editor';

const pageOf = ({ settings, labels, localEditor }: EditorOptions, bundle: Bundle): string =>
  editorPage({
    bundle,
    locale: settings.locale,
    brand: settings.brand.name,
    origins: editorOrigins(settings, { localEditor }),
    page: {
      config: editorConfig({ settings, isLocal: localEditor, collections: formConfig(settings).collections }),
      isLocal: localEditor,
      words: labels.editor,
      preview: {},
    },
  });

export const editor = (options: EditorOptions): AstroIntegration => {
  const getBundle = (): Promise<Bundle> => makeBundle(options.root, path.join(options.root, BUNDLES));
  return {
    name: 'dealshelf-editor',
    hooks: hasEditor(options.settings, options)
      ? {
          'astro:build:done': async ({ dir }) => {
            const bundle = await getBundle();
            const assets = new URL(`.${BUNDLE_PATH}`, dir);
            await mkdir(assets, { recursive: true });
            await cp(bundle.folder, assets, { recursive: true });
            await writeFile(new URL(`.${adminPath()}index.html`, dir), pageOf(options, bundle));
          },
          // Not a page of Astro's: those are loaded again whenever a file is saved, and a form must not be.
          'astro:server:setup': async ({ server, logger }) => {
            const local = await startLocalEditor({
              contentFolder: options.contentFolder,
              stateFolder: EDITOR_STATE,
              onPublished: () => undefined,
              log: (line) => logger.info(line),
            });
            server.httpServer?.once('close', local.close);
            const bundle = await getBundle();
            const page = pageOf(options, bundle);
            const assets = sirv(bundle.folder);
            server.middlewares.use(BUNDLE_PATH.slice(0, -1), assets);
            server.middlewares.use((request, response, next) => {
              const { pathname } = new URL(request.url ?? '/', 'http://localhost');
              if (local.takes(pathname)) void local.handle(request, response);
              else if (pathname === adminPath())
                response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page);
              else if (`${pathname}/` === adminPath()) response.writeHead(302, { Location: adminPath() }).end();
              else next();
            });
          },
        }
      : {},
  };
};
