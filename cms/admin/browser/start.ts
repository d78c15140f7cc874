/** Decap's start: its configuration, made whole with what only this moment knows. */
import type { CmsConfig } from 'decap-cms-core';
import { isRecord } from '../../../src/domain/guards.ts';
import { inFolder, LOCAL_API, type EditorPage, type JsonObject } from '../settings.ts';
import { prefilled, watchAddress } from './prefill.ts';
import { registerForm } from '../../form/register.ts';
import './editor.css';
import { registerPreviews } from '../preview/register.ts';
import { fetchLibrary, todayOf } from './library.ts';
import { refuseIncomplete } from './saving.ts';
import { guardUploads } from './uploads.ts';

/** Decap takes what is on `window` when its module is read: only then may it be loaded. */
const loadDecap = async () => (await import('decap-cms-app')).default;

export const startEditor = async (page: EditorPage): Promise<void> => {
  const config = page.isLocal ? await askBackend(page.config) : page.config;
  if (!config) {
    const message = { className: 'editor-message', textContent: page.words.not_running };
    document.body.append(Object.assign(document.createElement('p'), message));
    return;
  }
  const { config: filled, collection } = prefilled(config, window.location.hash);
  watchAddress(collection);
  guardUploads(page.words);
  const decap = await loadDecap();
  const library = await fetchLibrary();
  registerForm(decap, {
    review: { settings: library.settings, today: todayOf(library) },
    nameOf: (type) => page.names[type] ?? type,
  });
  registerPreviews(decap, page.words);
  decap.registerEventListener({ name: 'preSave', handler: refuseIncomplete(page.words) });
  if (isConfig(filled)) decap.init({ config: filled });
};

/** Decap checks the rest by a schema of its own, and says what is wrong. */
const isConfig = (config: object): config is CmsConfig => 'backend' in config && 'collections' in config;

/** Only the backend that runs knows whether there is git, which branch is published, and where the content lies. */
const askBackend = async (config: JsonObject): Promise<JsonObject | undefined> => {
  const response = await fetch(LOCAL_API).catch(() => undefined);
  const about: unknown = response?.ok === true ? await response.json() : undefined;
  if (!isRecord(about)) return undefined;
  const backend = isRecord(config['backend']) ? config['backend'] : {};
  return inFolder(
    {
      ...config,
      backend: { ...backend, branch: about['branch'] },
      publish_mode: about['mode'] === 'git' ? 'editorial_workflow' : 'simple',
    },
    typeof about['folder'] === 'string' ? about['folder'] : 'content',
  );
};
