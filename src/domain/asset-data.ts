/**
 * An asset's metadata for other programs: a shape of its own, that stays when pages change. Made from
 * the view of the gated library, so a build tells programs no more than it tells readers.
 */
import type { Audience } from '../schemas/fields.ts';
import { isAssetType, type AssetType } from './entries.ts';
import type { Answers } from './kit/answers.ts';
import type { PublicFace } from './kit/faces.ts';
import { assetDataPath, cardPath, entryPath, isEmbedded, typeDataPath } from './routes.ts';
import type { SharePicture } from './share-image.ts';
import { keyOf, type Asset, type TermCollection } from './site-library.ts';
import { nameOf, type Ui } from './ui.ts';
import type { EntryView } from './views.ts';

/** Counted up when a field changes its meaning or goes; a new field changes nothing for those who read. */
export const DATA_VERSION = 1;

/** Where the pages leave the data of all assets for the end of the build, which makes a file of each. */
export const allAssetDataPath = (): string => '/asset-data.ndjson';

/** A term that the asset carries. */
export interface TermData {
  id: string;
  label: string;
  /** Its page, where it has one. */
  url?: string;
}

/** Terms by their kind, whichever field of the asset names them. */
const TERM_FIELDS = {
  stages: 'stages',
  personas: 'personas',
  industries: 'industries',
  company_sizes: 'company-sizes',
  regions: 'regions',
  products: 'products',
  use_cases: 'use-cases',
  competitors: 'competitors',
} as const satisfies Record<string, TermCollection>;
type TermField = keyof typeof TERM_FIELDS;

export interface AssetSummary {
  id: string;
  title: string;
  summary: string;
  /** Its page. */
  url: string;
  /** Its data. */
  data_url: string;
  /** Who may read it, and so who may be told. */
  audience: Audience;
  /** `2026-03-15`; left out where it was never reviewed. */
  reviewed_on?: string;
  review_due_on?: string;
  /** Changes when the words on its public page do; left out for what is not public. */
  content_version?: string;
}

/** What only the whole library knows of an asset. */
export interface Known {
  face: PublicFace | undefined;
  /** Inside only. */
  answers: Answers | undefined;
}

export interface AssetData extends AssetSummary, Partial<Answers>, Record<TermField, TermData[]> {
  version: typeof DATA_VERSION;
  type: AssetType;
  type_label: string;
  language: string;
  /** The picture for links, on the public site. */
  image_url?: string;
  /** The compact card, where the type has one. */
  card_url?: string;
  /** Inside: as the public site tells it, where it does. */
  shared_as?: { id: string; title: string; url: string };
  claims: {
    id: string;
    statement: string;
    url: string;
    audience: Audience;
    source: { title: string; url?: string; dated: string };
  }[];
  related: { id: string; title: string; url: string; audience: Audience }[];
}

export interface TypeData {
  version: typeof DATA_VERSION;
  type: AssetType;
  type_label: string;
  url: string;
  count: number;
  /** The most lately reviewed first. */
  assets: AssetSummary[];
}

const isAssetEntry = (entry: EntryView['entry']): entry is Extract<EntryView['entry'], Asset> =>
  isAssetType(entry.collection);

const summaryOf = (
  { origin }: Ui,
  { card }: EntryView,
  type: AssetType,
  face: PublicFace | undefined,
): AssetSummary => ({
  id: card.id,
  title: card.title,
  summary: card.summary,
  url: origin + card.path,
  data_url: origin + assetDataPath(type, card.id),
  audience: card.audience,
  ...(card.review?.reviewed_on ? { reviewed_on: card.review.reviewed_on, review_due_on: card.review.due_on } : {}),
  ...(face ? { content_version: face.version } : {}),
});

/** @returns undefined for what is no asset */
export const assetData = (
  ui: Ui,
  view: EntryView,
  picture: SharePicture | undefined,
  { face, answers }: Known,
): AssetData | undefined => {
  const { entry, card } = view;
  if (!isAssetEntry(entry)) return undefined;
  const { origin, settings } = ui;
  const terms = (field: TermField): TermData[] =>
    Object.entries(view.tags).flatMap(([key, { label, path }]) => {
      const [collection, id = ''] = key.split('/');
      return collection === TERM_FIELDS[field]
        ? [{ id, label, ...(path === undefined ? {} : { url: origin + path }) }]
        : [];
    });
  return {
    version: DATA_VERSION,
    type: entry.collection,
    type_label: nameOf(ui, entry.collection),
    ...summaryOf(ui, view, entry.collection, face),
    language: entry.data.language ?? settings.locale,
    ...(picture ? { image_url: picture.url } : {}),
    ...(isEmbedded(card.collection) ? { card_url: origin + cardPath(card.collection, card.id) } : {}),
    ...(face && ui.audience !== 'public' ? { shared_as: sharedAs(ui, entry.collection, face) } : {}),
    ...answers,
    stages: terms('stages'),
    personas: terms('personas'),
    industries: terms('industries'),
    company_sizes: terms('company_sizes'),
    regions: terms('regions'),
    products: terms('products'),
    use_cases: terms('use_cases'),
    competitors: terms('competitors'),
    claims: view.claims.map(({ id, statement, path, audience, source: { title, url, dated } }) => ({
      id,
      statement,
      url: origin + path,
      audience,
      source: { title, ...(url === undefined ? {} : { url }), dated },
    })),
    related: view.related.map(({ id, title, path, audience }) => ({ id, title, url: origin + path, audience })),
  };
};

const sharedAs = ({ settings }: Ui, type: AssetType, { id, title }: PublicFace): AssetData['shared_as'] => ({
  id,
  title,
  url: settings.sites.public + entryPath(type, id),
});

/** All assets of one type. @param views of these assets, in the order of their list. @param faceOf by the asset's key */
export const typeData = (
  ui: Ui,
  type: AssetType,
  views: readonly EntryView[],
  faceOf: (asset: string) => PublicFace | undefined,
): TypeData => ({
  version: DATA_VERSION,
  type,
  type_label: nameOf(ui, type, 'many'),
  url: `${ui.origin}${typeDataPath(type).replace(/index\.json$/, '')}`,
  count: views.length,
  assets: views.map((view) => summaryOf(ui, view, type, faceOf(keyOf(type, view.card.id)))),
});
