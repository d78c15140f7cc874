/** The library of this build: the only caller of getCollection. Pages take their views from here. */
import { hash as digest } from 'node:crypto';
import { getCollection } from 'astro:content';
import { formatQuantity } from '../domain/claims.ts';
import { collectObjections, type CollectedObjections } from '../domain/objections/collect-objections.ts';
import { collectStudies } from '../domain/case-studies/collect-studies.ts';
import type { StudyColumns } from '../domain/case-studies/study-columns.ts';
import type { RowCard } from '../domain/facets/card-file.ts';
import { collectCards, collectColumns, rowsOf } from '../domain/facets/collect-columns.ts';
import type { LibraryColumns } from '../domain/facets/library-columns.ts';
import { addressOf } from '../domain/resolve.ts';
import { compareView, type CompareView } from '../domain/compare.ts';
import { ASSET_TYPES } from '../domain/entries.ts';
import { assetData, typeData, type AssetData, type TypeData } from '../domain/asset-data.ts';
import { hasEditor } from '../domain/editor.ts';
import { embedCard, type EmbedCard } from '../domain/embed-card.ts';
import {
  entryShareImage,
  indexShareImage,
  shareImagePath,
  sharePicture,
  siteShareImage,
  type ShareImage,
  type SharePicture,
} from '../domain/share-image.ts';
import { buildSiteLibrary, type SiteLibrary } from '../domain/site-library.ts';
import { mediaName } from '../domain/texts.ts';
import type { Ui } from '../domain/ui.ts';
import {
  entryViews,
  filledCollections,
  homeView,
  indexViews,
  redirects,
  type EntryView,
  type HomeView,
  type IndexView,
} from '../domain/views.ts';
import { buildDay, site } from '../site.ts';
import { loadWords } from './load-library.ts';

interface Loaded {
  library: SiteLibrary;
  ui: Ui;
  /** Of all that every page shows beside its own view. */
  frameHash: string;
}

const load = async (): Promise<Loaded> => {
  const { settings, labels } = await loadWords(site.contentFolder, site.shippedFolder);
  const library = buildSiteLibrary({
    settings,
    audience: site.audience,
    today: buildDay(settings.frozen_on),
    entries: (
      await Promise.all([
        getCollection('battlecards'),
        getCollection('case-studies'),
        getCollection('one-pagers'),
        getCollection('objections'),
        getCollection('resources'),
        getCollection('security-answers'),
        getCollection('pricing-faqs'),
        getCollection('snippets'),
        getCollection('calculators'),
        getCollection('claims'),
        getCollection('message-maps'),
        getCollection('plays'),
        getCollection('kits'),
        getCollection('stages'),
        getCollection('personas'),
        getCollection('industries'),
        getCollection('company-sizes'),
        getCollection('regions'),
        getCollection('products'),
        getCollection('use-cases'),
        getCollection('competitors'),
        getCollection('pipeline-stages'),
        getCollection('funnel-statuses'),
        getCollection('synonyms'),
      ])
    ).flat(),
  });
  const ui: Ui = {
    labels,
    settings,
    audience: site.audience,
    origin: settings.sites[site.audience],
    filled: filledCollections(library),
    logo: await logoAddress(settings.brand.logo),
    drafts: site.drafts,
    hasEditor: hasEditor(settings, site),
    compares: compareView(library) !== undefined,
  };
  return { library, ui, frameHash: hash(ui) };
};

const logoAddress = async (logo: string | undefined): Promise<string | undefined> => {
  if (logo === undefined) return undefined;
  const file = (await getMedia()).find(({ path }) => path === mediaName(logo));
  return file && addressOf(file).replace(/#.*$/, '');
};

let loading: Promise<Loaded> | undefined;

/** Read once in a build; again for every request while authors write. */
const loaded = (): Promise<Loaded> => (import.meta.env.DEV ? load() : (loading ??= load()));

const hash = (value: unknown): string => digest('sha256', JSON.stringify(value), 'base64url').slice(0, 22);

/** For names of files: some systems do not tell capital letters from small ones. */
const nameHash = (value: unknown): string => digest('sha256', JSON.stringify(value), 'hex').slice(0, 24);

export const getUi = async (): Promise<Ui> => (await loaded()).ui;

export const getLibrary = async (): Promise<SiteLibrary> => (await loaded()).library;

/** A page with its view, and a key that changes whenever anything on the page does. */
interface Keyed<P, V> {
  params: P;
  props: { view: V };
  cacheKey: string;
}

const keyed = <P, V>(params: P, view: V, frameHash: string): Keyed<P, V> => ({
  params,
  props: { view },
  cacheKey: `${frameHash}.${hash(view)}`,
});

type EntryPage = Keyed<{ collection: string; id: string }, EntryView>;
type IndexPage = Keyed<{ collection: string; page: string | undefined }, IndexView>;

const makeEntryPages = ({ library, frameHash }: Loaded): EntryPage[] =>
  entryViews(library).map((view) => {
    const { collection, id } = view.entry;
    return keyed({ collection, id }, view, frameHash);
  });

/** Made once for each library: the pages ask for them, and the sitemap. */
const entryPagesOf = new WeakMap<Loaded, EntryPage[]>();

export const entryPages = async (): Promise<EntryPage[]> => {
  const current = await loaded();
  const pages = entryPagesOf.get(current) ?? makeEntryPages(current);
  entryPagesOf.set(current, pages);
  return pages;
};

/** Compact cards for side panels. A card changes less often than its page, so it has a key of its own. */
export const cardPages = async (): Promise<Keyed<{ collection: string; id: string }, EmbedCard>[]> => {
  const { ui, frameHash } = await loaded();
  return (await entryPages()).flatMap(({ props: { view } }) => {
    const card = embedCard(ui, view);
    return card ? [keyed({ collection: card.collection, id: card.id }, card, frameHash)] : [];
  });
};

const byReview = (a: EntryView, b: EntryView): number => {
  const [x, y] = [a.card.review?.reviewed_on ?? '', b.card.review?.reviewed_on ?? ''];
  return x < y ? 1 : x > y ? -1 : a.card.id < b.card.id ? -1 : 1;
};

/** An asset's metadata for other programs. */
export const assetDataFiles = async (): Promise<Keyed<{ collection: string; id: string }, AssetData>[]> => {
  const { ui, frameHash } = await loaded();
  return (await entryPages()).flatMap(({ props: { view } }) => {
    const data = assetData(ui, view, sharePicture(ui, entryShareImage(ui, view), nameHash));
    return data ? [keyed({ collection: data.type, id: data.id }, data, frameHash)] : [];
  });
};

/** The same, of all assets of a type at once. */
export const typeDataFiles = async (): Promise<Keyed<{ collection: string }, TypeData>[]> => {
  const { ui, frameHash } = await loaded();
  const views = Map.groupBy(
    (await entryPages()).map(({ props: { view } }) => view),
    ({ card }) => card.collection,
  );
  return ASSET_TYPES.flatMap((type) => {
    const listed = views.get(type);
    return listed ? [keyed({ collection: type }, typeData(ui, type, listed.sort(byReview)), frameHash)] : [];
  });
};

/** Calculators without the site's frame. */
export const calculatorPages = async (): Promise<Keyed<{ collection: string; id: string }, EntryView>[]> => {
  const { frameHash } = await loaded();
  return (await entryPages()).flatMap(({ params: { collection, id }, props: { view } }) =>
    collection === 'calculators' ? [keyed({ collection, id }, view, frameHash)] : [],
  );
};

export const indexPages = async (): Promise<IndexPage[]> => {
  const { library, frameHash } = await loaded();
  return indexViews(library).map((view) => {
    const page = view.list.page > 1 ? `page/${view.list.page}` : undefined;
    return keyed({ collection: view.collection, page }, view, frameHash);
  });
};

/** None where there is nothing to compare. */
export const comparePages = async (): Promise<Keyed<{ page: undefined }, CompareView>[]> => {
  const { library, frameHash } = await loaded();
  const view = compareView(library);
  return view ? [keyed({ page: undefined }, view, frameHash)] : [];
};

export const getHome = async (): Promise<HomeView> => {
  const { library, ui } = await loaded();
  return homeView(library, (value, unit) => formatQuantity(value, unit, ui.settings.locale));
};

/** All assets as rows: what they are filtered by, and what their cards show. */
export interface LibraryRows {
  columns: LibraryColumns;
  cards: readonly RowCard[];
}

const makeLibraryRows = ({ library, ui }: Loaded): LibraryRows => {
  const columns = collectColumns(library, ui);
  const cards = collectCards(library, ui);
  return { columns: { ...columns, stamp: hash([columns, cards]) }, cards };
};

/** Made once for each library: every file of cards asks for them. */
const libraryRowsOf = new WeakMap<Loaded, LibraryRows>();

export const getLibraryRows = async (): Promise<LibraryRows> => {
  const current = await loaded();
  const rows = libraryRowsOf.get(current) ?? makeLibraryRows(current);
  libraryRowsOf.set(current, rows);
  return rows;
};

export const getStudyColumns = async (): Promise<StudyColumns> => {
  const { library, ui } = await loaded();
  const { stamp } = (await getLibraryRows()).columns;
  return { stamp, ...collectStudies(library, ui, rowsOf(library)) };
};

/** What prospects say, with the answers; the stamp says which answers belong to which list. */
export const getObjections = async (): Promise<CollectedObjections & { stamp: string }> => {
  const { library } = await loaded();
  const collected = collectObjections(library, rowsOf(library));
  return { ...collected, stamp: hash(collected) };
};

/** The pictures that stand beside shared links, as the metadata of a page name them. */
export const entryPicture = async (view: EntryView): Promise<SharePicture | undefined> => {
  const ui = await getUi();
  return sharePicture(ui, entryShareImage(ui, view), nameHash);
};

export const indexPicture = async (view: IndexView): Promise<SharePicture | undefined> => {
  const ui = await getUi();
  return sharePicture(ui, indexShareImage(ui, view), nameHash);
};

export const sitePicture = async (): Promise<SharePicture | undefined> => {
  const ui = await getUi();
  return sharePicture(ui, siteShareImage(ui), nameHash);
};

/** Every picture that a page of this build names, each once. */
export const shareImages = async (): Promise<{ path: string; image: ShareImage }[]> => {
  const ui = await getUi();
  if (ui.audience !== 'public') return [];
  const images = [
    siteShareImage(ui),
    ...(await indexPages()).map(({ props: { view } }) => indexShareImage(ui, view)),
    ...(await entryPages()).map(({ props: { view } }) => entryShareImage(ui, view)),
  ];
  const byPath = new Map(images.map((image) => [shareImagePath(image, nameHash), image]));
  return [...byPath].map(([path, image]) => ({ path, image }));
};

export const getRedirects = async () => redirects((await loaded()).library);

export const getMedia = async () => (await getCollection('media')).map(({ data }) => data);
