/** Decap's configuration: the host from the settings, the collections from the schemas. */
import { isRecord } from '../../src/domain/guards.ts';
import type { Labels } from '../../src/schemas/labels.ts';
import type { Settings } from '../../src/schemas/settings.ts';

/** Where the page finds the backend of this machine: see scripts/editor/. */
export const LOCAL_API = '/admin/api';

/** Where the page finds what it must know of the library. */
export const LIBRARY_FILE = '/admin/library.json';

/** Where the preview finds what it shows of other entries. */
export const PREVIEW_FILE = '/admin/preview.json';

export type JsonObject = { readonly [key: string]: unknown };

/** What the page hands to its script. */
export interface EditorPage {
  /** For `CMS.init`. On this machine the script adds what only the running backend knows. */
  config: JsonObject;
  isLocal: boolean;
  words: Labels['editor'];
  /** What one asset of a type is called. */
  names: Readonly<Record<string, string>>;
}

export interface ConfigSource {
  settings: Settings;
  isLocal: boolean;
  /** As the form's generator makes them, for a content folder called `content`. */
  collections: readonly unknown[];
}

/** Hosts on which Decap keeps drafts as merge requests. */
export const HOSTS_WITH_WORKFLOW: readonly string[] = ['gitlab', 'github'];

/** What runs on this machine says itself, when asked, whether it has git and a workflow. */
const LOCAL_BACKEND: JsonObject = { name: 'proxy', proxy_url: `${LOCAL_API}/v1` };

const remoteBackend = ({ cms }: Settings): JsonObject => ({
  name: cms.backend,
  repo: cms.repo,
  branch: cms.branch,
  base_url: cms.base_url,
  api_root: cms.api_root,
  app_id: cms.app_id,
  auth_endpoint: cms.auth_endpoint,
  // A code that only this browser can redeem: no secret, and no server of our own.
  auth_type: cms.backend === 'gitlab' ? 'pkce' : undefined,
  squash_merges: HOSTS_WITH_WORKFLOW.includes(cms.backend) ? true : undefined,
});

const CONTENT = /^content(?=\/|$)/;

const moved = (path: unknown, folder: string): unknown =>
  typeof path === 'string' ? path.replace(CONTENT, folder).replace(/^\//, '') : path;

/** Collections and files say where they lie. */
const movedAll = (list: unknown, folder: string): unknown =>
  Array.isArray(list)
    ? list.map((item: unknown) =>
        isRecord(item)
          ? {
              ...item,
              ...(typeof item['folder'] === 'string' ? { folder: moved(item['folder'], folder) } : {}),
              ...(typeof item['file'] === 'string' ? { file: moved(item['file'], folder) } : {}),
              ...(Array.isArray(item['files']) ? { files: movedAll(item['files'], folder) } : {}),
            }
          : item,
      )
    : list;

/**
 * The generator knows the folder as `content`; a repository may have it elsewhere.
 * @param folder path inside the repository; empty where the repository is the content folder
 */
export const inFolder = (config: JsonObject, folder: string): JsonObject => ({
  ...config,
  media_folder: moved(config['media_folder'], folder),
  collections: movedAll(config['collections'], folder),
});

export const editorConfig = ({ settings, isLocal, collections }: ConfigSource): JsonObject => {
  const config: JsonObject = {
    load_config_file: false,
    backend: isLocal ? LOCAL_BACKEND : remoteBackend(settings),
    publish_mode: !isLocal && HOSTS_WITH_WORKFLOW.includes(settings.cms.backend) ? 'editorial_workflow' : 'simple',
    site_url: isLocal ? undefined : settings.sites.internal,
    logo: { src: '/favicon.svg', show_in_header: false },
    show_preview_links: false,
    media_folder: 'content/media',
    public_folder: '/media',
    // An id is a file name: small Latin letters, digits and hyphens.
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
    collections,
  };
  return isLocal ? config : inFolder(config, settings.cms.folder);
};
