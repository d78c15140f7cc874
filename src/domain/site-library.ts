/**
 * The gated library as pages see it: typed entries, and indexes made once (what carries a tag, what
 * is related, what cites a claim), so that no page walks the whole library.
 */
import { fieldPlan } from '../schemas/field-plan.ts';
import type { Audience, Status } from '../schemas/fields.ts';
import { collections, type CollectionName, type DataOf } from '../schemas/index.ts';
import type { Settings } from '../schemas/settings.ts';
import type { Citation } from './citations.ts';
import type { Change } from './history/collect-changes.ts';
import { ASSET_TYPES, isAssetType, valuesAt, type AssetType } from './entries.ts';
import { freshness, type Freshness } from './freshness.ts';
import { entryPath, isPaged, PAGED_COLLECTIONS, type PagedCollection } from './routes.ts';

/** What the loader adds to an entry: the claims it cites, in the order of reading, where their values stand, and its history. */
export type Computed = {
  cites: string[];
  citations: Citation[];
  /** What changed in it, newest first; absent where nothing is known of that. */
  changes?: Change[] | undefined;
};

/** An entry of the store; for several collections, the union of theirs. */
export type EntryOf<C extends CollectionName> = {
  [K in C]: { collection: K; id: string; data: DataOf<K> & Computed; body?: string | undefined };
}[C];

export type SiteEntry = EntryOf<CollectionName>;
export type Asset = EntryOf<AssetType>;

export const TERM_COLLECTIONS = [
  'stages',
  'personas',
  'industries',
  'company-sizes',
  'regions',
  'products',
  'use-cases',
  'competitors',
  'pipeline-stages',
  'funnel-statuses',
] as const satisfies readonly CollectionName[];
export type TermCollection = (typeof TERM_COLLECTIONS)[number];
export type Term = EntryOf<TermCollection>;

export const isTermCollection = (name: string): name is TermCollection =>
  TERM_COLLECTIONS.some((term) => term === name);

/** A term as a tag shows it: with a link where it has a page. */
export interface Tag {
  label: string;
  path: string | undefined;
}

/** An entry as a list shows it. */
export interface Card {
  collection: PagedCollection;
  id: string;
  path: string;
  title: string;
  summary: string;
  audience: Audience;
  status: Status;
  /** Labels of its stages and personas. */
  tags: string[];
  /** Only assets are reviewed. */
  review: (Freshness & { reviewed_on: string; every: number; notice: number }) | undefined;
  /** The answer in a breath, where the type has one: objections, questions. */
  answer: string | undefined;
}

export interface CitedClaim {
  id: string;
  path: string;
  statement: string;
  source: { title: string; url?: string | undefined; dated: string };
  confidence: DataOf<'claims'>['confidence'];
  audience: Audience;
  expires_on: string | undefined;
}

export interface SiteLibrary {
  settings: Settings;
  audience: Audience;
  today: string;
  /** All assets, the most lately reviewed first. */
  assets: readonly Asset[];
  entries: ReadonlyMap<CollectionName, ReadonlyMap<string, SiteEntry>>;
  cards: ReadonlyMap<string, Card>;
  /** Asset id → keys of all terms that it names in any field of its own. */
  tags: ReadonlyMap<string, readonly string[]>;
  /** `personas/champion` → cards of the assets with that tag, by type, then the most lately reviewed. */
  tagged: ReadonlyMap<string, readonly Card[]>;
  /** Asset id → cards of what to read next. */
  related: ReadonlyMap<string, readonly Card[]>;
  /** Entry key → cards of the entries that cite or refer to it. */
  usedIn: ReadonlyMap<string, readonly Card[]>;
}

export const keyOf = (collection: CollectionName, id: string): string => `${collection}/${id}`;

export const isAsset = (entry: SiteEntry): entry is Asset => isAssetType(entry.collection);

const titleOf = (entry: SiteEntry): string =>
  'title' in entry.data ? entry.data.title : 'label' in entry.data ? entry.data.label : entry.data.statement;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The most lately reviewed first; equal days by id, so that every build has the same order. */
const byReview = (a: Asset, b: Asset): number => byText(b.data.reviewed_on, a.data.reviewed_on) || byText(a.id, b.id);

export interface SiteLibrarySource {
  settings: Settings;
  audience: Audience;
  today: string;
  entries: readonly SiteEntry[];
}

export const buildSiteLibrary = ({ settings, audience, today, entries: all }: SiteLibrarySource): SiteLibrary => {
  const grouped = Map.groupBy(all, (entry): CollectionName => entry.collection);
  const entries = new Map([...grouped].map(([name, list]) => [name, new Map(list.map((entry) => [entry.id, entry]))]));
  const assets = all.filter(isAsset).sort(byReview);
  const label = (collection: CollectionName, id: string): string | undefined => {
    const term = entries.get(collection)?.get(id);
    return term && titleOf(term);
  };
  const cards = new Map<string, Card>();
  for (const entry of all) {
    const card = toCard(entry, settings, today, label);
    if (card) cards.set(keyOf(entry.collection, entry.id), card);
  }
  const tagsByAsset = new Map(assets.map((asset) => [asset.id, tagKeys(asset)]));
  return {
    settings,
    audience,
    today,
    assets,
    entries,
    cards,
    tags: tagsByAsset,
    tagged: indexTags(assets, tagsByAsset, cards),
    related: relateAll(assets, tagsByAsset, cards),
    usedIn: indexUses(all, cards),
  };
};

const toCard = (
  entry: SiteEntry,
  settings: Settings,
  today: string,
  label: (collection: CollectionName, id: string) => string | undefined,
): Card | undefined => {
  const { collection, id, data } = entry;
  if (!isPaged(collection)) return undefined;
  const tags = isAsset(entry)
    ? [
        ...entry.data.stages.flatMap((stage) => label('stages', stage) ?? []),
        ...entry.data.personas.flatMap((persona) => label('personas', persona) ?? []),
      ]
    : [];
  return {
    collection,
    id,
    path: entryPath(collection, id),
    title: titleOf(entry),
    summary: 'summary' in data ? (data.summary ?? '') : '',
    audience: data.audience,
    status: 'status' in data ? data.status : 'approved',
    tags,
    review: isAsset(entry) ? reviewOf(entry, settings, today) : undefined,
    answer: answerOf(entry),
  };
};

export const reviewOf = (asset: Asset, settings: Settings, today: string): NonNullable<Card['review']> => {
  const { reviewed_on, review_every } = asset.data;
  const every = review_every ?? settings.review_every[asset.collection];
  const notice = settings.review_notice;
  return { ...freshness(reviewed_on, every, notice, today), reviewed_on, every, notice };
};

const answerOf = (entry: SiteEntry): string | undefined =>
  entry.collection === 'objections' || entry.collection === 'security-answers' ? entry.data.short_answer : undefined;

/** Terms here say whose numbers a calculator has, and not whom it is for. */
const NUMBERS_OF = 'by_industry';

/** Keys of all terms that an entry names in any field of its own. */
const tagKeys = (asset: Asset): string[] => {
  const keys = fieldPlan(asset.collection).flatMap(({ path, refersTo }) => {
    if (refersTo === undefined || refersTo === 'asset' || !isTermCollection(refersTo)) return [];
    if (path[0] === NUMBERS_OF) return [];
    return [...valuesAt(asset.data, path)].flatMap(({ value }) =>
      typeof value === 'string' ? [keyOf(refersTo, value)] : [],
    );
  });
  return [...new Set(keys)];
};

type TagsByAsset = ReadonlyMap<string, readonly string[]>;

const indexTags = (
  assets: readonly Asset[],
  tagsByAsset: TagsByAsset,
  cards: ReadonlyMap<string, Card>,
): Map<string, Card[]> => {
  const index = new Map<string, Card[]>();
  for (const asset of assets) {
    const card = cards.get(keyOf(asset.collection, asset.id));
    if (!card) continue;
    for (const tag of tagsByAsset.get(asset.id) ?? []) {
      const list = index.get(tag);
      if (list) list.push(card);
      else index.set(tag, [card]);
    }
  }
  const order = new Map(PAGED_COLLECTIONS.map((name, i) => [name, i]));
  for (const list of index.values())
    list.sort((a, b) => (order.get(a.collection) ?? 0) - (order.get(b.collection) ?? 0));
  return index;
};

/** How much a shared tag says about two assets belonging together: the rarer kinds say more. */
const WEIGHTS: Readonly<Partial<Record<CollectionName, number>>> = {
  competitors: 5,
  'use-cases': 4,
  products: 3,
  industries: 3,
  personas: 2,
  stages: 1,
  regions: 1,
};

const MOST_RELATED = 6;
/** Of each tag only so many candidates are weighed, so that the work grows with the library, not with its square. */
const CANDIDATES_PER_TAG = 24;

const collectionOfKey = (key: string): string => key.slice(0, key.indexOf('/'));

const weightOf = (tag: string): number => {
  const collection = collectionOfKey(tag);
  return isTermCollection(collection) ? (WEIGHTS[collection] ?? 0) : 0;
};

const relateAll = (
  assets: readonly Asset[],
  tagsByAsset: TagsByAsset,
  cards: ReadonlyMap<string, Card>,
): Map<string, Card[]> => {
  const candidates = candidatesByTag(assets, tagsByAsset);
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  return new Map(
    assets.map((asset) => {
      const chosen = asset.data.related.flatMap((id) => (id === asset.id ? [] : (byId.get(id) ?? [])));
      const next = nearest(asset, tagsByAsset.get(asset.id) ?? [], candidates);
      const picked = [...new Set([...chosen, ...next])].slice(0, MOST_RELATED);
      return [asset.id, picked.flatMap((other) => cards.get(keyOf(other.collection, other.id)) ?? [])];
    }),
  );
};

type Candidates = ReadonlyMap<string, readonly Asset[]>;

/** Of each tag, the assets most lately reviewed. */
const candidatesByTag = (assets: readonly Asset[], tagsByAsset: TagsByAsset): Candidates => {
  const candidates = new Map<string, Asset[]>();
  for (const asset of assets) {
    for (const tag of tagsByAsset.get(asset.id) ?? []) {
      const list = candidates.get(tag);
      if (!list) candidates.set(tag, [asset]);
      else if (list.length < CANDIDATES_PER_TAG) list.push(asset);
    }
  }
  return candidates;
};

/** The candidates that share most with an asset, the best first: as many as can be picked, and their equals. */
const nearest = (asset: Asset, tags: readonly string[], candidates: Candidates): Asset[] => {
  const scores = new Map<Asset, number>();
  for (const tag of tags) {
    const weight = weightOf(tag);
    for (const other of candidates.get(tag) ?? []) scores.set(other, (scores.get(other) ?? 0) + weight);
  }
  scores.delete(asset);
  const least = [...scores.values()].sort((x, y) => y - x)[MOST_RELATED - 1] ?? 0;
  return [...scores]
    .filter(([, score]) => score >= least)
    .sort(([a, x], [b, y]) => y - x || byReview(a, b))
    .map(([other]) => other);
};

/** What cites a claim, and what refers to an asset, so that a change's reach is known. */
const indexUses = (all: readonly SiteEntry[], cards: ReadonlyMap<string, Card>): Map<string, Card[]> => {
  const uses = new Map<string, Set<Card>>();
  for (const entry of all) {
    const card = cards.get(keyOf(entry.collection, entry.id));
    if (!card || collections[entry.collection].kind === 'taxonomy') continue;
    for (const id of entry.data.cites) {
      const key = keyOf('claims', id);
      const set = uses.get(key) ?? new Set();
      uses.set(key, set.add(card));
    }
  }
  return new Map([...uses].map(([key, set]) => [key, [...set]]));
};

/** Cards of one collection, in the order of its index: terms by their order, assets by review, others by title. */
export const cardsOf = (library: SiteLibrary, collection: PagedCollection): Card[] => {
  const cards = [...(library.entries.get(collection)?.keys() ?? [])].flatMap(
    (id) => library.cards.get(keyOf(collection, id)) ?? [],
  );
  if (isAssetType(collection)) {
    return cards.sort((a, b) => byText(b.review?.reviewed_on ?? '', a.review?.reviewed_on ?? '') || byText(a.id, b.id));
  }
  return isTermCollection(collection)
    ? termsOf(library, collection).flatMap((term) => library.cards.get(keyOf(collection, term.id)) ?? [])
    : cards.sort((a, b) => byText(a.title, b.title));
};

/** Terms of one collection in their order, then by label. */
export const termsOf = (library: SiteLibrary, collection: TermCollection): Term[] =>
  [...(library.entries.get(collection)?.values() ?? [])]
    .filter((entry): entry is Term => isTermCollection(entry.collection))
    .sort((a, b) => (a.data.order ?? Infinity) - (b.data.order ?? Infinity) || byText(a.data.label, b.data.label));

export const tagOf = (library: SiteLibrary, collection: CollectionName, id: string): Tag | undefined => {
  const term = library.entries.get(collection)?.get(id);
  return term && { label: titleOf(term), path: isPaged(collection) ? entryPath(collection, id) : undefined };
};

export const claimOf = (library: SiteLibrary, id: string): CitedClaim | undefined => {
  const claim = library.entries.get('claims')?.get(id);
  if (claim?.collection !== 'claims') return undefined;
  const { statement, source, confidence, audience, expires_on } = claim.data;
  return { id, path: entryPath('claims', id), statement, source, confidence, audience, expires_on };
};

export const assetCard = (library: SiteLibrary, id: string): Card | undefined => {
  for (const type of ASSET_TYPES) {
    const card = library.cards.get(keyOf(type, id));
    if (card) return card;
  }
  return undefined;
};
