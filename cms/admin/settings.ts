/** Decap's configuration: the host from the settings, the collections from the schemas. */
import { isRecord } from '../../src/domain/guards.ts';
import type { Labels } from '../../src/schemas/labels.ts';
import type { Settings } from '../../src/schemas/settings.ts';

/** Where the page finds the backend of this machine: see scripts/editor/. */
export const LOCAL_API = '/admin/api';

export type JsonObject = { readonly [key: string]: unknown };

/** What the page hands to its script. */
export interface EditorPage {
  /** For `CMS.init`. On this machine the script adds what only the running backend knows. */
  config: JsonObject;
  isLocal: boolean;
  words: Labels['editor'];
  /** Fills the preview: see preview.ts. */
  preview: JsonObject;
}

export interface ConfigSource {
  settings: Settings;
  isLocal: boolean;
  /** As the form's generator makes them, for a content folder called `content`. */
  collections: readonly unknown[];
}

/** Hosts on which Decap keeps drafts as merge requests. */
const REVIEWED = ['gitlab', 'github'];

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
  squash_merges: REVIEWED.includes(cms.backend) ? true : undefined,
});

const CONTENT = /^content(?=\/|$)/;

/**
 * The generator knows the folder as `content`; a repository may have it elsewhere.
 * @param folder path inside the repository; empty where the repository is the content folder
 */
export const inFolder = (config: JsonObject, folder: string): JsonObject => {
  const moved = (path: unknown): unknown =>
    typeof path === 'string' ? path.replace(CONTENT, folder).replace(/^\//, '') : path;
  const collections: unknown[] = Array.isArray(config['collections']) ? config['collections'] : [];
  return {
    ...config,
    media_folder: moved(config['media_folder']),
    collections: collections.map((collection) =>
      isRecord(collection)
        ? {
            ...collection,
            ...(Object.hasOwn(collection, 'folder') ? { folder: moved(collection['folder']) } : {}),
            ...(Array.isArray(collection['files'])
              ? {
                  files: collection['files'].map((file: unknown) =>
                    isRecord(file) ? { ...file, file: moved(file['file']) } : file,
                  ),
                }
              : {}),
          }
        : collection,
    ),
  };
};

export const editorConfig = ({ settings, isLocal, collections }: ConfigSource): JsonObject => {
  const config: JsonObject = {
    load_config_file: false,
    backend: isLocal ? LOCAL_BACKEND : remoteBackend(settings),
    publish_mode: !isLocal && REVIEWED.includes(settings.cms.backend) ? 'editorial_workflow' : 'simple',
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
