/** What the domain knows of content: entries, the library that holds them, and how to walk their fields. */
import type { Audience, Status } from '../schemas/fields.ts';
import { collections, type CollectionName } from '../schemas/index.ts';
import type { Settings } from '../schemas/settings.ts';

/**
 * One file of the content folder. `data` is what the author wrote, blanks pruned; it has the shape of
 * the collection's schema when `valid`, and may have any shape otherwise.
 */
export interface ContentEntry {
  collection: CollectionName;
  id: string;
  /** Path as shown to people: `content/kits/retail.md`. */
  file: string;
  data: Readonly<Record<string, unknown>>;
  /** Markdown below the front matter; empty where there is none. */
  body: string;
  valid: boolean;
}

/** A file of the media folder. */
export interface MediaFile {
  /** Path inside the media folder: `logos/northgate.png`. */
  path: string;
  /** SHA-256 of the bytes, hex. */
  hash: string;
  /** Bytes. */
  size: number;
}

export interface Library {
  settings: Settings;
  entries: ReadonlyMap<CollectionName, ReadonlyMap<string, ContentEntry>>;
  media: ReadonlyMap<string, MediaFile>;
}

export type Path = readonly (string | number)[];

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names of all collections, in the registry's order. */
export const collectionNames = (): CollectionName[] => Object.keys(collections).filter(isCollectionName);

export const isCollectionName = (name: string): name is CollectionName => Object.hasOwn(collections, name);

export const ASSET_TYPES = [
  'battlecards',
  'case-studies',
  'one-pagers',
  'objections',
  'resources',
  'security-answers',
  'pricing-faqs',
  'snippets',
  'calculators',
] as const satisfies readonly CollectionName[];
export type AssetType = (typeof ASSET_TYPES)[number];

export const isAssetType = (name: string): name is AssetType => ASSET_TYPES.some((type) => type === name);

export function* allEntries(library: Pick<Library, 'entries'>): Generator<ContentEntry> {
  for (const entries of library.entries.values()) yield* entries.values();
}

/** The asset with this id, whatever its type; asset ids are unique across types. */
export const findAsset = (library: Pick<Library, 'entries'>, id: string): ContentEntry | undefined => {
  for (const type of ASSET_TYPES) {
    const entry = library.entries.get(type)?.get(id);
    if (entry) return entry;
  }
  return undefined;
};

export interface FoundValue {
  value: unknown;
  at: Path;
}

/** All values at a planned path, with where each was found; nothing where the data has another shape. */
export function* valuesAt(data: unknown, path: readonly string[], at: Path = []): Generator<FoundValue> {
  const [step, ...rest] = path;
  if (step === undefined) {
    if (data !== undefined) yield { value: data, at };
  } else if (step === '*') {
    if (Array.isArray(data)) for (const [i, item] of data.entries()) yield* valuesAt(item, rest, [...at, i]);
  } else if (isRecord(data) && Object.hasOwn(data, step)) {
    yield* valuesAt(data[step], rest, [...at, step]);
  }
}

/** A text field of an entry, or undefined where it is absent or something else. */
export const textOf = (entry: Pick<ContentEntry, 'data'>, field: string): string | undefined => {
  const value = entry.data[field];
  return typeof value === 'string' ? value : undefined;
};

/** What the entry is called on pages and in messages. */
export const titleOf = (entry: Pick<ContentEntry, 'data' | 'id'>): string =>
  textOf(entry, 'title') ?? textOf(entry, 'label') ?? textOf(entry, 'statement') ?? entry.id;

const DEFAULT_AUDIENCE: Partial<Record<CollectionName, Audience>> = {
  calculators: 'public',
  stages: 'public',
  personas: 'public',
  industries: 'public',
  'company-sizes': 'public',
  regions: 'public',
  products: 'public',
  'use-cases': 'public',
  synonyms: 'public',
};

const isAudience = (value: unknown): value is Audience =>
  value === 'public' || value === 'partner' || value === 'internal';
const isStatus = (value: unknown): value is Status =>
  value === 'draft' || value === 'in review' || value === 'approved' || value === 'archived';

/** The entry's audience; what says nothing, or nonsense, is internal unless the type says otherwise. */
export const audienceOf = (entry: Pick<ContentEntry, 'collection' | 'data'>): Audience =>
  isAudience(entry.data['audience'])
    ? entry.data['audience']
    : entry.data['audience'] === undefined
      ? (DEFAULT_AUDIENCE[entry.collection] ?? 'internal')
      : 'internal';

/** The entry's status; terms of the taxonomy have none and count as approved. */
export const statusOf = (entry: Pick<ContentEntry, 'collection' | 'data'>): Status =>
  collections[entry.collection].kind === 'taxonomy'
    ? 'approved'
    : isStatus(entry.data['status'])
      ? entry.data['status']
      : 'draft';
