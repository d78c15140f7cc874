/** What a preview shows of other entries: the whole of claims and terms, and of assets what their cards say. */
import { allEntries, isAssetType } from '../../src/domain/entries.ts';
import type { LoadedLibrary } from '../../src/library/load-library.ts';
import type { CollectionName } from '../../src/schemas/index.ts';
import type { Labels } from '../../src/schemas/labels.ts';
import type { Settings } from '../../src/schemas/settings.ts';

export interface PreviewEntry {
  collection: CollectionName;
  id: string;
  data: Readonly<Record<string, unknown>>;
}

export interface PreviewLibrary {
  settings: Settings;
  labels: Labels;
  /** The day the library is shown as of, where the settings freeze it. */
  today: string | undefined;
  entries: readonly PreviewEntry[];
  /** Paths inside the media folder. */
  media: readonly string[];
}

/** Of an asset, what other pages show: its card, its answer, what a customer said and whether it may be told. */
const SHOWN_ELSEWHERE = [
  'title',
  'summary',
  'audience',
  'status',
  'stages',
  'personas',
  'reviewed_on',
  'review_every',
  'verbatim',
  'category',
  'short_answer',
  'customer',
  'anonymised_name',
  'consent',
  'quotes',
];

/** Synonyms and message maps stand on no page that is previewed. */
const UNSHOWN: ReadonlySet<CollectionName> = new Set(['synonyms', 'message-maps', 'plays', 'kits']);

export const previewLibrary = ({ library }: Pick<LoadedLibrary, 'library'>, labels: Labels): PreviewLibrary => ({
  settings: library.settings,
  labels,
  today: library.settings.frozen_on,
  media: [...library.media.keys()],
  entries: [...allEntries(library)]
    .filter(({ collection, valid }) => valid && !UNSHOWN.has(collection))
    .map(({ collection, id, data }) => ({ collection, id, data: isAssetType(collection) ? cardOf(data) : data })),
});

const cardOf = (data: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(SHOWN_ELSEWHERE.flatMap((key) => (Object.hasOwn(data, key) ? [[key, data[key]]] : [])));
