/** Which builds have an editor at /admin/, and what it may talk to. */
import type { Audience } from '../schemas/fields.ts';
import type { Settings } from '../schemas/settings.ts';

/** The build at hand, as far as the editor depends on it. */
export interface EditorBuild {
  audience: Audience;
  /** Started by `npm start` or `npm run dev`: the editor writes to this machine. */
  localEditor: boolean;
}

/** Colleagues only, and only where there is something to write to. */
export const hasEditor = ({ cms }: Pick<Settings, 'cms'>, { audience, localEditor }: EditorBuild): boolean =>
  audience === 'internal' && (localEditor || cms.backend !== 'local');

/** GitHub's and GitLab's own hosts, where the settings name none. */
const HOSTS = {
  gitlab: { api: 'https://gitlab.com', others: [] },
  github: { api: 'https://api.github.com', others: ['https://www.githubstatus.com'] },
  gitea: { api: '', others: [] },
} as const;

const originOf = (address: string): string => new URL(address).origin;

/** Origins of other hosts that the editor must reach; on this machine, none. */
export const editorOrigins = ({ cms }: Pick<Settings, 'cms'>, { localEditor }: Pick<EditorBuild, 'localEditor'>) => {
  if (localEditor || cms.backend === 'local') return [];
  const host = HOSTS[cms.backend];
  const named = [cms.base_url, cms.api_root].flatMap((address) => (address === undefined ? [] : [originOf(address)]));
  const usual =
    cms.api_root === undefined && (cms.base_url === undefined || cms.backend === 'github') ? [host.api] : [];
  return [...new Set([...named, ...usual, ...host.others])];
};
