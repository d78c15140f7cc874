/**
 * What outsiders see of each asset, told in a stamp: a colleague's build and the public one make the
 * same stamp of the same content, so that a shared link can say later what has changed since.
 */
import { ASSET_TYPES, isRecord, textOf, type Library } from '../entries.ts';
import { anonymousId } from '../gate.ts';
import { resolveEntry, type MeasuredMedia, type ResolvedEntry } from '../resolve.ts';
import { keyOf } from '../site-library.ts';

export interface PublicFace {
  /** As this build knows it: `case-studies/eirvale-clinics`. */
  asset: string;
  /** Its id on the public site: another one where the customer may not be named. */
  id: string;
  title: string;
  /** A short hash of what the public page says. */
  version: string;
}

/** What changes without a word on the page changing: who reviews it and when, how it is found, what stands beside it. */
const BESIDE = new Set([
  'aliases',
  'audience',
  'expires_on',
  'keywords',
  'publish_on',
  'related',
  'review_every',
  'reviewed_on',
  'status',
]);

/** The same for any order of the fields in the file. */
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isRecord(value)) return value;
  const names = Object.keys(value).sort();
  return names.map((name) => [name, inOrder(value[name])]);
};

const contentOf = ({ data, body }: ResolvedEntry): string => {
  const said = Object.fromEntries(Object.entries(data).filter(([name]) => !BESIDE.has(name)));
  return JSON.stringify([inOrder(said), body.trim()]);
};

export interface FaceSource {
  /** The library of this build. */
  ours: Pick<Library, 'entries'>;
  /** The library of the public build, of the same content on the same day. */
  outside: Library;
  media: ReadonlyMap<string, MeasuredMedia>;
  /** Text → a short text that differs when it does. */
  hash: (text: string) => string;
}

/** Faces of all assets that have one. */
export const publicFaces = ({ ours, outside, media, hash }: FaceSource): PublicFace[] =>
  ASSET_TYPES.flatMap((type) =>
    [...(ours.entries.get(type)?.keys() ?? [])].flatMap((id) => {
      const shown = outside.entries.get(type);
      const entry = shown?.get(id) ?? (type === 'case-studies' ? shown?.get(anonymousId(id)) : undefined);
      if (!entry) return [];
      const resolved = resolveEntry({ library: outside, media }, entry);
      const version = hash(contentOf(resolved));
      return [{ asset: keyOf(type, id), id: entry.id, title: textOf(resolved, 'title') ?? '', version }];
    }),
  );
