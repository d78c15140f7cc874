/** The content folder → what a build holds and tells, part after part: what pages wait for comes first. */
import { hash } from 'node:crypto';
import path from 'node:path';
import { checkLibrary } from '../domain/checks/index.ts';
import type { Library } from '../domain/entries.ts';
import { gate, type Build } from '../domain/gate.ts';
import { findHealth, healthOfBuild } from '../domain/health/find-health.ts';
import type { Change } from '../domain/history/collect-changes.ts';
import { publicFaces, type PublicFace } from '../domain/kit/faces.ts';
import type { Problem } from '../domain/problems.ts';
import { resolveLibrary, type MeasuredMedia, type ResolvedEntry } from '../domain/resolve.ts';
import type { Health } from '../schemas/finding.ts';
import type { CollectionName } from '../schemas/index.ts';
import { buildDay, site } from '../site.ts';
import { loadLibrary } from './load-library.ts';
import { measureMedia } from './measure-media.ts';
import { readHistory } from './read-history.ts';

export interface Prepared {
  /** An entry with an error is left out. */
  entries: ReadonlyMap<CollectionName, readonly ResolvedEntry[]>;
  /** What changed in each entry, by its file. */
  history: ReadonlyMap<string, readonly Change[]>;
  media: ReadonlyMap<string, MeasuredMedia>;
  /** All that the check finds. */
  problems: readonly Problem[];
  /** What the public site shows of this build's assets, for links that colleagues share. */
  faces: readonly PublicFace[];
  /** For colleagues only. */
  health: Health;
}
export type Part = keyof Prepared;

/** Hands on what has become known. */
export type Tell = <P extends Part>(part: P, value: Prepared[P]) => void;

export const prepareLibrary = async (tell: Tell): Promise<void> => {
  const loaded = await loadLibrary(site.contentFolder, site.shippedFolder);
  const { library, root, name, drawings } = loaded;
  const today = buildDay(library.settings.frozen_on);
  const build: Build = { audience: site.audience, today, drafts: site.drafts };
  const gated = gate(library, build);
  const media = await measureMedia(path.join(root, 'media'), gated.media);
  const resolved = resolveLibrary({ library: gated, media });
  tell(
    'entries',
    Map.groupBy(resolved, (entry) => entry.collection),
  );
  tell('media', media);
  tell('history', await readHistory({ root, name, gated, build, cacheFolder: site.cacheFolder }));
  const context = { library, today, drawings, name };
  tell('problems', checkLibrary(context, loaded.problems));
  tell('faces', facesOf({ library, gated, resolved, media, today }));
  tell(
    'health',
    site.audience === 'internal' ? healthOfBuild(findHealth(context), gated) : { findings: [], outside: 0 },
  );
};

const shortHash = (text: string): string => hash('sha256', text, 'base64url').slice(0, 8);

interface Gated {
  library: Library;
  gated: Library;
  resolved: readonly ResolvedEntry[];
  media: ReadonlyMap<string, MeasuredMedia>;
  today: string;
}

/** Colleagues share what the public site shows; partners share nothing. */
const facesOf = ({ library, gated, resolved, media, today }: Gated): PublicFace[] => {
  if (site.audience === 'partner') return [];
  const outside =
    site.audience === 'public'
      ? resolved
      : resolveLibrary({ library: gate(library, { audience: 'public', today, drafts: false }), media });
  return publicFaces({ ours: gated, outside, hash: shortHash });
};
