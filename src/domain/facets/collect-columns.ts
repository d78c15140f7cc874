/** The gated library → its columns and cards: one pass, once a library. */
import { AUDIENCES } from '../../schemas/fields.ts';
import { studyLines } from '../case-studies/study-lines.ts';
import { ASSET_TYPES } from '../entries.ts';
import { FACET_OF } from '../search/entry-fields.ts';
import { keyOf, termsOf, type Asset, type SiteLibrary, type TermCollection } from '../site-library.ts';
import { nameOf, type Ui } from '../ui.ts';
import type { RowCard } from './card-file.ts';
import { dayNumber } from './day-number.ts';
import { toFacet, type Facet, type FacetValue } from './facet.ts';
import type { LibraryColumns, ReviewColumns } from './library-columns.ts';
import { rowKey } from './row-key.ts';

/** All assets in the order of rows. */
export const rowsOf = ({ assets }: SiteLibrary): Asset[] => {
  const keys = new Map(assets.map((asset) => [asset, rowKey(asset.data.reviewed_on, asset.id)]));
  const keyed = (asset: Asset): string => keys.get(asset) ?? '';
  return [...assets].sort((a, b) => (keyed(a) < keyed(b) ? 1 : -1));
};

/** Kinds of terms that are facets, in the order of the page. */
const TERM_FACETS = [
  'stages',
  'personas',
  'industries',
  'company-sizes',
  'regions',
  'products',
  'use-cases',
  'competitors',
] as const satisfies readonly TermCollection[];

/** An asset that names none of these fits all of them: the schema says so to authors. */
const FITS_ALL: ReadonlySet<TermCollection> = new Set(['industries', 'company-sizes', 'regions']);

export const termValues = (library: SiteLibrary, collection: TermCollection): FacetValue[] =>
  termsOf(library, collection).map(({ id, data }) => ({ id, label: data.label }));

/** A value that no asset has would only disappoint. */
const withoutUnused = (facet: Facet, idsOfRows: readonly (readonly string[])[]): Facet => {
  const used = new Set(facet.sets.flat());
  if (facet.fitsAll || used.size === facet.values.length) return facet;
  const values = facet.values.filter((_, i) => used.has(i));
  return toFacet({ ...facet, values }, idsOfRows);
};

const termFacet = (library: SiteLibrary, rows: readonly Asset[], collection: TermCollection): Facet => {
  const prefix = keyOf(collection, '');
  const idsOfRows = rows.map(({ id }) =>
    (library.tags.get(id) ?? []).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : [])),
  );
  const values = termValues(library, collection);
  const facet = toFacet({ name: FACET_OF[collection], values, fitsAll: FITS_ALL.has(collection) }, idsOfRows);
  return withoutUnused(facet, idsOfRows);
};

const typeFacet = (ui: Ui, rows: readonly Asset[]): Facet => {
  const values = ASSET_TYPES.filter((type) => ui.filled.includes(type)).map((id) => ({
    id,
    label: nameOf(ui, id, 'many'),
  }));
  return toFacet(
    { name: 'type', values, fitsAll: false },
    rows.map(({ collection }) => [collection]),
  );
};

/** On the public site everything is public: then there is no such facet. */
const audienceFacet = (ui: Ui, rows: readonly Asset[]): Facet => {
  const used = new Set(rows.map(({ data }) => data.audience));
  const values = ui.audience === 'public' ? [] : AUDIENCES.filter((audience) => used.has(audience));
  return toFacet(
    { name: 'audience', values: values.map((id) => ({ id, label: ui.labels.audiences[id] })), fitsAll: false },
    rows.map(({ data }) => [data.audience]),
  );
};

/** Outside, the gate has taken the owners away: then there is no such facet. */
const ownerFacet = (ui: Ui, rows: readonly Asset[]): Facet => {
  const owners = [...new Set(rows.flatMap(({ data }) => data.owner || []))];
  const values = owners
    .sort(new Intl.Collator(ui.settings.locale).compare)
    .map((owner) => ({ id: owner, label: owner }));
  return toFacet(
    { name: 'owner', values, fitsAll: false },
    rows.map(({ data }) => (data.owner ? [data.owner] : [])),
  );
};

export const collectColumns = (library: SiteLibrary, ui: Ui): Omit<LibraryColumns, 'stamp'> => {
  const rows = rowsOf(library);
  const facets = [
    typeFacet(ui, rows),
    ...TERM_FACETS.map((collection) => termFacet(library, rows, collection)),
    audienceFacet(ui, rows),
    ownerFacet(ui, rows),
  ];
  return {
    rows: rows.length,
    facets: facets.filter(({ values }) => values.length > 0),
    ...reviewColumns(library, rows),
  };
};

export const reviewColumns = ({ settings }: SiteLibrary, rows: readonly Asset[]): ReviewColumns => ({
  reviewed: rows.map(({ data }) => dayNumber(data.reviewed_on)),
  every: rows.map(({ collection, data }) => data.review_every ?? settings.review_every[collection]),
  notice: settings.review_notice,
});

/** Cards of all rows, in their order. */
export const collectCards = (library: SiteLibrary, ui: Ui): RowCard[] =>
  rowsOf(library).flatMap((asset) => {
    const card = library.cards.get(keyOf(asset.collection, asset.id));
    if (!card) return [];
    const { path, title, summary, answer } = card;
    const audience = ui.audience === 'public' ? '' : card.audience;
    const lines = asset.collection === 'case-studies' ? studyLines(ui, asset, library.today) : [];
    return [{ path, title, text: answer || summary, audience, lines }];
  });

/** The rows in the order of their titles, as readers of this language sort. */
export const orderByTitle = (cards: readonly RowCard[], locale: string): number[] => {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return cards
    .map(({ title }, row) => ({ title, row }))
    .sort((a, b) => compare(a.title, b.title) || a.row - b.row)
    .map(({ row }) => row);
};
