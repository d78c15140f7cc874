/** Addresses of pages: the only place that knows how they are made. Every one ends in a slash. */
import { isCollectionName } from './entries.ts';
import type { CollectionName } from '../schemas/index.ts';

/** Collections whose entries have pages, in the order of the navigation. */
export const PAGED_COLLECTIONS = [
  'battlecards',
  'objections',
  'case-studies',
  'one-pagers',
  'calculators',
  'resources',
  'security-answers',
  'pricing-faqs',
  'snippets',
  'plays',
  'kits',
  'message-maps',
  'claims',
  'goals',
  'metrics',
  'personas',
  'stages',
  'industries',
  'competitors',
  'products',
  'use-cases',
] as const satisfies readonly CollectionName[];
export type PagedCollection = (typeof PAGED_COLLECTIONS)[number];

export const isPaged = (name: string): name is PagedCollection => PAGED_COLLECTIONS.some((paged) => paged === name);

export const homePath = (): string => '/';
export { searchPath } from './search/search-path.ts';
/** The library as a rep narrows it down. @param selection values by facet, such as `{persona: 'champion'}` */
export const libraryPath = (selection: Readonly<Record<string, string>> = {}): string => {
  const query = new URLSearchParams(selection).toString();
  return query === '' ? '/library/' : `/library/?${query}`;
};
/** The deal desk: in the internal build only. */
export const dealPath = (): string => '/deal/';
export const feedPath = (): string => '/rss.xml';
/** What changed in which asset. */
export const changesFeedPath = (): string => '/changes.xml';
export const comparePath = (): string => '/compare/';
/** Pages for colleagues only. */
export const committeePath = (): string => '/committee/';
export const journeyPath = (): string => '/journey/';
export const frameworkPath = (): string => '/framework/';
/** Pages for marketing, of the internal portal only. */
export const coveragePath = (): string => '/coverage/';
export const healthPath = (): string => '/health/';
/** An owner's reviews as a calendar. @param name of the owner, as an address can hold it */
export const reviewFeedPath = (name: string): string => `/health/reviews-${name}.ics`;
/** A rep's own kit; inside only. */
export const kitPath = (): string => '/kit/';
/** Where a shared kit opens; on the public site only. */
export const sharedKitPath = (): string => '/shared/';
export const indexPath = (collection: PagedCollection, page = 1): string =>
  page === 1 ? `/${collection}/` : `/${collection}/page/${page}/`;
export const entryPath = (collection: PagedCollection, id: string): string => `/${collection}/${id}/`;

/** Collections whose entries have a compact card, for the side panel of a CRM. */
export const EMBEDDED_COLLECTIONS = ['battlecards', 'case-studies'] as const satisfies readonly PagedCollection[];
export type EmbeddedCollection = (typeof EMBEDDED_COLLECTIONS)[number];

export const isEmbedded = (name: string): name is EmbeddedCollection =>
  EMBEDDED_COLLECTIONS.some((collection) => collection === name);

export const cardPath = (collection: EmbeddedCollection, id: string): string => `${entryPath(collection, id)}card/`;
/** The cards of a collection, as the pattern that hosts read in `_headers`. */
export const cardPattern = (collection: EmbeddedCollection): string => cardPath(collection, ':id');

/** Data for other programs: of one asset, and of all of a type. */
export const assetDataPath = (collection: PagedCollection, id: string): string => `/${collection}/${id}.json`;
export const typeDataPath = (collection: PagedCollection): string => `/${collection}/index.json`;
/** A calculator without the site's frame, for an `<iframe>` in any page. */
export const calculatorEmbedPath = (id: string): string => `${entryPath('calculators', id)}embed/`;

/** `media/3f….webp`: named by the content's hash, so a name never tells anything. */
export const imagePath = (hash: string, width: number): string => `/media/${shortHash(hash)}-${width}.webp`;
export const filePath = (hash: string, name: string): string => `/files/${shortHash(hash)}/${fileName(name)}`;
/** A file's name as an address can hold it: a space or a bracket would end a link in Markdown. */
const fileName = (name: string): string => name.normalize('NFC').replaceAll(/[^\p{L}\p{N}._-]+/gu, '-');
export const shortHash = (hash: string): string => hash.slice(0, 16);

/** Where a former address now leads, as a path: `old-id` in the same collection, or a full `/path/`. */
export const aliasPath = (collection: PagedCollection, alias: string): string =>
  alias.startsWith('/') ? `${alias.replace(/\/+$/, '')}/` : entryPath(collection, alias);

export interface EntryAddress {
  collection: PagedCollection;
  id: string;
}

/** `/battlecards/corvane/` → its collection and id; undefined for any other path. */
export const parseEntryPath = (path: string): EntryAddress | undefined => {
  const [empty, collection, id, ...rest] = path.replace(/\/$/, '').split('/');
  if (empty !== '' || collection === undefined || id === undefined || rest.length > 0) return undefined;
  return isCollectionName(collection) && isPaged(collection) ? { collection, id } : undefined;
};
