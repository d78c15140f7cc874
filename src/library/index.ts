/** The library of this build: the only caller of getCollection. Pages take their views from here. */
import { hash as digest } from 'node:crypto';
import { getCollection } from 'astro:content';
import { formatQuantity } from '../domain/claims.ts';
import { addressOf } from '../domain/resolve.ts';
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

type EntryPage = Keyed<{ collection: string; id: string; page: string | undefined }, EntryView>;
type IndexPage = Keyed<{ collection: string; page: string | undefined }, IndexView>;

const makeEntryPages = ({ library, frameHash }: Loaded): EntryPage[] =>
  entryViews(library).map((view) => {
    const { collection, id } = view.entry;
    const page = view.list && view.list.page > 1 ? `page/${view.list.page}` : undefined;
    return keyed({ collection, id, page }, view, frameHash);
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

export const getHome = async (): Promise<HomeView> => {
  const { library, ui } = await loaded();
  return homeView(library, (value, unit) => formatQuantity(value, unit, ui.settings.locale));
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
