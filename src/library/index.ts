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
import { encodeBriefs } from '../domain/deal/briefs-file.ts';
import { collectDesk } from '../domain/deal/collect-desk.ts';
import { dealView, type DealView } from '../domain/deal/deal-view.ts';
import { encodeDesk } from '../domain/deal/desk.ts';
import { encodeNames, NAMES_A_FILE } from '../domain/deal/names-file.ts';
import { reviewFeeds, type ReviewFeed } from '../domain/health/review-feeds.ts';
import { healthView, type HealthView } from '../domain/health/view.ts';
import { addressOf } from '../domain/resolve.ts';
import { committeeView, type CommitteeView } from '../domain/committee/committee-view.ts';
import { compareView, type CompareView } from '../domain/compare.ts';
import { frameworkView, type FrameworkView } from '../domain/framework/framework-view.ts';
import { journeyView, type JourneyView } from '../domain/journey/journey-view.ts';
import { ASSET_TYPES } from '../domain/entries.ts';
import { coverageView, type CoverageView } from '../domain/coverage/view.ts';
import { assetData, typeData, type AssetData, type Known, type TypeData } from '../domain/asset-data.ts';
import { hasEditor } from '../domain/editor.ts';
import { embedCard, type EmbedCard } from '../domain/embed-card.ts';
import {
  entryShareImage,
  indexShareImage,
  outsideShareImage,
  shareImagePath,
  sharePicture,
  siteShareImage,
  type ShareImage,
  type SharePicture,
} from '../domain/share-image.ts';
import { answersOf } from '../domain/kit/answers.ts';
import type { PublicFace } from '../domain/kit/faces.ts';
import { kitView, type KitView } from '../domain/kit/view.ts';
import { buildSiteLibrary, isAsset, keyOf, type SiteLibrary } from '../domain/site-library.ts';
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
import { underWay } from './under-way.ts';

interface Loaded {
  library: SiteLibrary;
  ui: Ui;
  /** Of all that every page shows beside its own view. */
  frameHash: string;
  /** What the public site shows of each asset, by its key here. */
  faces: ReadonlyMap<string, PublicFace>;
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
        getCollection('goals'),
        getCollection('metrics'),
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
  const faces = new Map((await getCollection('faces')).map(({ data }) => [data.asset, data]));
  return { library, ui, frameHash: hash(ui), faces };
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

const makeEntryPages = ({ library, ui, frameHash }: Loaded): EntryPage[] => {
  const views = entryViews(library);
  const viewAt = new Map(views.map((view) => [view.card.path, view]));
  for (const { shared } of views)
    for (const asset of shared) {
      const sent = viewAt.get(asset.path);
      if (sent) asset.picture = shareImagePath(outsideShareImage(ui, sent), nameHash);
    }
  return views.map((view) => {
    const { collection, id } = view.entry;
    return keyed({ collection, id }, view, frameHash);
  });
};

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

const knownOf = ({ library, faces }: Loaded, { entry }: EntryView): Known => ({
  face: faces.get(keyOf(entry.collection, entry.id)),
  answers: library.audience === 'internal' && isAsset(entry) ? answersOf(library, entry) : undefined,
});

/** Every asset's metadata for other programs. */
export const allAssetData = async (): Promise<AssetData[]> => {
  const current = await loaded();
  const { ui } = current;
  return (await entryPages()).flatMap(({ props: { view } }) => {
    const picture = sharePicture(ui, entryShareImage(ui, view), nameHash);
    return assetData(ui, view, picture, knownOf(current, view)) ?? [];
  });
};

/** The same, of all assets of a type at once. */
export const typeDataFiles = async (): Promise<Keyed<{ collection: string }, TypeData>[]> => {
  const { ui, frameHash, faces } = await loaded();
  const views = Map.groupBy(
    (await entryPages()).map(({ props: { view } }) => view),
    ({ card }) => card.collection,
  );
  return ASSET_TYPES.flatMap((type) => {
    const listed = views.get(type);
    const faceOf = (asset: string) => faces.get(asset);
    return listed ? [keyed({ collection: type }, typeData(ui, type, listed.sort(byReview), faceOf), frameHash)] : [];
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

/** A page that only some builds have. */
const singlePage = async <V>(
  viewOf: (library: SiteLibrary) => V | undefined,
): Promise<Keyed<{ page: undefined }, V>[]> => {
  const { library, frameHash } = await loaded();
  const view = viewOf(library);
  return view === undefined ? [] : [keyed({ page: undefined }, view, frameHash)];
};

/** None where there is nothing to compare. */
export const comparePages = (): Promise<Keyed<{ page: undefined }, CompareView>[]> => singlePage(compareView);

/** These three are for colleagues: other builds have none of them. */
export const committeePages = (): Promise<Keyed<{ page: undefined }, CommitteeView>[]> => singlePage(committeeView);
export const journeyPages = (): Promise<Keyed<{ page: undefined }, JourneyView>[]> => singlePage(journeyView);
export const frameworkPages = (): Promise<Keyed<{ page: undefined }, FrameworkView>[]> => singlePage(frameworkView);
/** Gaps of which the coverage page shows the brief. */
const MOST_GAPS = 12;

/** For colleagues: how much there is for whom is told to nobody else. */
export const coveragePages = async (): Promise<Keyed<{ page: undefined }, CoverageView>[]> => {
  const { library, ui, frameHash } = await loaded();
  if (ui.audience !== 'internal') return [];
  const { columns } = await getLibraryRows();
  const view = coverageView({ library, ui, facets: columns.facets, rows: columns.rows, most: MOST_GAPS });
  return [keyed({ page: undefined }, view, frameHash)];
};

/** For colleagues: who has what to mend. */
export const healthPages = async (): Promise<Keyed<{ page: undefined }, HealthView>[]> => {
  const { library, ui, frameHash } = await loaded();
  if (ui.audience !== 'internal') return [];
  // Told in what authors wrote, before claims become their values: it comes last, and only this page waits for it.
  const health = (await underWay()?.('health')) ?? { findings: [], outside: 0 };
  return [keyed({ page: undefined }, healthView(library, ui, health), frameHash)];
};

/** Review dates, one calendar an owner; owners are told to colleagues only. */
export const reviewFeedFiles = async (): Promise<Keyed<{ owner: string }, ReviewFeed>[]> => {
  const { library, ui, frameHash } = await loaded();
  if (ui.audience !== 'internal') return [];
  return reviewFeeds(library, ui).map((feed) => keyed({ owner: feed.name }, feed, frameHash));
};

/** Colleagues put kits together; nobody else has such a page. */
export const kitPages = async (): Promise<Keyed<{ page: undefined }, KitView>[]> => {
  const { library, frameHash } = await loaded();
  return library.audience === 'internal' ? [keyed({ page: undefined }, kitView(library), frameHash)] : [];
};

/** Colleagues follow links to forms; where there is no editor, they are told so. */
export const absentEditorPages = async (): Promise<Keyed<{ page: undefined }, object>[]> => {
  const { ui, frameHash } = await loaded();
  const isAbsent = ui.audience === 'internal' && !ui.hasEditor;
  return isAbsent ? [keyed({ page: undefined }, {}, frameHash)] : [];
};

/** Shared kits open on the public site. */
export const sharedKitPages = async (): Promise<Keyed<{ page: undefined }, object>[]> => {
  const { library, frameHash } = await loaded();
  return library.audience === 'public' ? [keyed({ page: undefined }, {}, frameHash)] : [];
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

/** The deal desk, where there is one. */
export const dealPages = async (): Promise<Keyed<{ page: undefined }, DealView>[]> => {
  const { library, frameHash } = await loaded();
  const view = dealView(library);
  return view ? [keyed({ page: undefined }, view, frameHash)] : [];
};

/** What the deal desk loads, by the names of the files; none where there is no desk. */
export const deskFiles = async (): Promise<{ name: string; content: unknown }[]> => {
  const { library, ui } = await loaded();
  if (!dealView(library)) return [];
  const { desk, names, briefs } = collectDesk(library, ui);
  const stamp = hash([desk, [...desk.facets], names, briefs]);
  const nameFiles = Array.from({ length: Math.ceil(names.length / NAMES_A_FILE) }, (_, file) => ({
    name: `names-${file}`,
    content: encodeNames(stamp, names.slice(file * NAMES_A_FILE, (file + 1) * NAMES_A_FILE)),
  }));
  return [
    { name: 'desk', content: encodeDesk({ stamp, ...desk }) },
    { name: 'briefs', content: encodeBriefs(stamp, briefs) },
    ...nameFiles,
  ];
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

/** Every picture that a page of this build names, each once. Other builds show those of what their snippets send. */
export const shareImages = async (): Promise<{ path: string; image: ShareImage }[]> => {
  const ui = await getUi();
  const views = (await entryPages()).map(({ props: { view } }) => view);
  const sent = new Set(views.flatMap(({ shared }) => shared.map(({ path }) => path)));
  const images =
    ui.audience === 'public'
      ? [
          siteShareImage(ui),
          ...(await indexPages()).map(({ props: { view } }) => indexShareImage(ui, view)),
          ...views.map((view) => entryShareImage(ui, view)),
        ]
      : views.filter(({ card }) => sent.has(card.path)).map((view) => outsideShareImage(ui, view));
  const byPath = new Map(images.map((image) => [shareImagePath(image, nameHash), image]));
  return [...byPath].map(([path, image]) => ({ path, image }));
};

export const getRedirects = async () => redirects((await loaded()).library);

export const getMedia = async () => (await getCollection('media')).map(({ data }) => data);
