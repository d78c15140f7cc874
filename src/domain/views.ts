/**
 * What each page shows, as plain values. A page renders its view and nothing else, so a hash of the
 * view says whether the page has changed.
 */
import { fieldPlan } from '../schemas/field-plan.ts';
import type { Audience } from '../schemas/fields.ts';
import { battlecardView, claimsOnCard, type BattlecardView } from './battlecards.ts';
import { personaView, type PersonaView } from './committee/persona-view.ts';
import { anonymise, consentOf } from './consent.ts';
import { ASSET_TYPES, isAssetType, valuesAt, type AssetType } from './entries.ts';
import { figuresOf, metricFigure, type MetricFigure } from './framework/figures.ts';
import { lastChanged, type AssetChange } from './history/tell-changes.ts';
import { isPrintable, PRINTABLE } from './paper.ts';
import { aliasPath, entryPath, isPaged, PAGED_COLLECTIONS, type PagedCollection } from './routes.ts';
import {
  assetCard,
  cardsOf,
  claimOf,
  isTermCollection,
  keyOf,
  reviewOf,
  tagOf,
  termsOf,
  type Asset,
  type Card,
  type CitedClaim,
  type EntryOf,
  type SiteEntry,
  type SiteLibrary,
  type Tag,
  type TermCollection,
} from './site-library.ts';

/** Entries on one page of a list. */
export const PER_PAGE = 48;

export interface ListPage {
  cards: Card[];
  page: number;
  pages: number;
  /** Entries on all pages. */
  count: number;
}

const paginate = (cards: readonly Card[]): ListPage[] => {
  const pages = Math.max(1, Math.ceil(cards.length / PER_PAGE));
  return Array.from({ length: pages }, (_, i) => ({
    cards: cards.slice(i * PER_PAGE, (i + 1) * PER_PAGE),
    page: i + 1,
    pages,
    count: cards.length,
  }));
};

/** Of each type, a term's page shows so many; the library shows them all. */
export const PER_TYPE = 12;

/** Assets of one type that carry a term, the most lately reviewed first. */
export interface TypeList {
  collection: PagedCollection;
  cards: Card[];
  /** Shown or not. */
  count: number;
}

const byType = (cards: readonly Card[]): TypeList[] =>
  [...Map.groupBy(cards, (card) => card.collection)].map(([collection, all]) => ({
    collection,
    cards: all.slice(0, PER_TYPE),
    count: all.length,
  }));

export interface Quote {
  text: string;
  role: string;
  /** Case study it is from. */
  from: Tag;
}

/** What a snippet sends, and everybody may read. */
export interface SharedAsset {
  title: string;
  /** Its page in this build. */
  path: string;
  /** Its page on the public site. */
  address: string;
  /** Path of the picture that readers will see beside the link; undefined until the library has named it. */
  picture?: string;
}

export interface EntryView {
  entry: SiteEntry & { collection: PagedCollection };
  card: Card;
  /** Assets it refers to, by id. */
  cards: Record<string, Card>;
  /** Terms it refers to, by `collection/id`. */
  tags: Record<string, Tag>;
  /** Claims it cites, in the order of reading. */
  claims: CitedClaim[];
  related: Card[];
  /** Entries that cite it. */
  usedIn: Card[];
  /** One-pagers: what a customer said. */
  quote: Quote | undefined;
  /** Case studies, inside: the day on which the consent to be named ended. */
  consentLapsedOn: string | undefined;
  /** Terms: the assets with this tag, by type. */
  lists: TypeList[] | undefined;
  /** Personas and products: message maps for them. */
  messageMaps: Card[];
  /** Battlecards: what they show of other entries. */
  battlecard: BattlecardView | undefined;
  /** Personas: what they ask and what we have for it. */
  persona: PersonaView | undefined;
  /** Goals: the figures that tell; metrics: their own. */
  figures: MetricFigure[];
  /** Metrics: the goals that they tell of. */
  goals: Card[];
  /** Who may read it once it is printed: never wider than what stands on it. */
  paperFor: Audience;
  /** Snippets: what they send that anybody may read, with its address on the public site. */
  shared: SharedAsset[];
}

const isPagedEntry = (entry: SiteEntry): entry is EntryView['entry'] => isPaged(entry.collection);

export const entryView = (library: SiteLibrary, entry: EntryView['entry']): EntryView | undefined => {
  const card = library.cards.get(keyOf(entry.collection, entry.id));
  if (!card) return undefined;
  const cards: Record<string, Card> = {};
  const tags: Record<string, Tag> = {};
  for (const { path, refersTo } of fieldPlan(entry.collection)) {
    if (refersTo === undefined || refersTo === 'claims') continue;
    for (const { value } of valuesAt(entry.data, path)) {
      if (typeof value !== 'string' || value === '') continue;
      if (refersTo === 'asset' || isAssetType(refersTo)) {
        const referred = assetCard(library, value);
        if (referred) cards[value] = referred;
      } else {
        const tag = tagOf(library, refersTo, value);
        if (tag) tags[keyOf(refersTo, value)] = tag;
      }
    }
  }
  return {
    entry,
    card,
    cards,
    tags,
    claims:
      entry.collection === 'battlecards'
        ? claimsOnCard(library, entry)
        : entry.data.cites.flatMap((id) => claimOf(library, id) ?? []),
    related: [...(library.related.get(entry.id) ?? [])],
    usedIn: (library.usedIn.get(keyOf(entry.collection, entry.id)) ?? []).slice(0, PER_PAGE),
    quote: entry.collection === 'one-pagers' ? quoteFor(library, entry) : undefined,
    consentLapsedOn: entry.collection === 'case-studies' ? consentOf(entry, library.today).lapsed_on : undefined,
    lists: isTermCollection(entry.collection)
      ? byType(library.tagged.get(keyOf(entry.collection, entry.id)) ?? [])
      : undefined,
    messageMaps: messageMapsFor(library, entry),
    battlecard: entry.collection === 'battlecards' ? battlecardView(library, entry) : undefined,
    persona: entry.collection === 'personas' ? personaView(library, entry) : undefined,
    figures: figuresFor(library, entry),
    goals: goalsFor(library, entry),
    paperFor: paperAudience(library, card),
    shared: entry.collection === 'snippets' ? sharedBy(library, entry) : [],
  };
};

const sharedBy = (library: SiteLibrary, { data }: EntryOf<'snippets'>): SharedAsset[] =>
  data.send.flatMap((id) => {
    const card = assetCard(library, id);
    const isOutside = card?.audience === 'public' && card.status === 'approved' && hasPublicAddress(library, card);
    if (!isOutside) return [];
    return [{ title: card.title, path: card.path, address: `${library.settings.sites.public}${card.path}` }];
  });

/** What is made to be handed on keeps its own audience; everything else may show all that this build knows. */
const paperAudience = (library: SiteLibrary, card: Card): Audience => {
  const isHandedOn = isPrintable(card.collection) && PRINTABLE[card.collection].isHandedOn;
  return isHandedOn && hasPublicAddress(library, card) ? card.audience : library.audience;
};

/** Outside, a story that is told without its customer's name has another address, which colleagues' builds do not know. */
const hasPublicAddress = (library: SiteLibrary, { collection, id }: Card): boolean => {
  const story = collection === 'case-studies' ? library.entries.get('case-studies')?.get(id) : undefined;
  if (!story || library.audience !== 'internal') return true;
  return consentOf(story, library.today).scope === 'named';
};

const quoteFor = (library: SiteLibrary, { data }: EntryOf<'one-pagers'>): Quote | undefined => {
  const study = data.quote === undefined ? undefined : library.entries.get('case-studies')?.get(data.quote);
  if (study?.collection !== 'case-studies') return undefined;
  const quote = study.data.quotes.find((candidate) => candidate.consent);
  const { scope } = consentOf(study, library.today);
  const { customer, anonymised_name = '' } = study.data;
  // Other builds hold of the story what may be told; in ours it is still told here as outside.
  const isOurs = library.audience === 'internal';
  if (!quote || (isOurs && scope === 'none')) return undefined;
  const say = (text: string) => (isOurs && scope === 'anonymised' ? anonymise(text, customer, anonymised_name) : text);
  return {
    text: say(quote.text),
    role: say(quote.role),
    from: { label: say(customer), path: entryPath('case-studies', study.id) },
  };
};

const figuresFor = (library: SiteLibrary, entry: SiteEntry): MetricFigure[] => {
  if (entry.collection === 'metrics') return [metricFigure(library, entry)];
  return entry.collection === 'goals' ? figuresOf(library, entry.data.metrics) : [];
};

const goalsFor = (library: SiteLibrary, { collection, id }: SiteEntry): Card[] =>
  collection === 'metrics'
    ? cardsOf(library, 'goals').filter((card) => {
        const goal = library.entries.get('goals')?.get(card.id);
        return goal?.collection === 'goals' && goal.data.metrics.includes(id);
      })
    : [];

const messageMapsFor = (library: SiteLibrary, { collection, id }: SiteEntry): Card[] => {
  if (collection !== 'personas' && collection !== 'products') return [];
  return cardsOf(library, 'message-maps').filter((card) => {
    const map = library.entries.get('message-maps')?.get(card.id);
    if (map?.collection !== 'message-maps') return false;
    return (collection === 'personas' ? map.data.persona : map.data.product) === id;
  });
};

export const entryViews = (library: SiteLibrary): EntryView[] =>
  PAGED_COLLECTIONS.flatMap((collection) =>
    [...(library.entries.get(collection)?.values() ?? [])]
      .filter(isPagedEntry)
      .flatMap((entry) => entryView(library, entry) ?? []),
  );

export interface IndexView {
  collection: PagedCollection;
  list: ListPage;
  /** Terms: how many assets carry each, by id. */
  counts: Record<string, number>;
}

/** Every page of every index. An empty collection has none: a link to it would disappoint. */
export const indexViews = (library: SiteLibrary): IndexView[] =>
  PAGED_COLLECTIONS.flatMap((collection) => {
    const cards = cardsOf(library, collection);
    if (cards.length === 0) return [];
    const counts = isTermCollection(collection)
      ? Object.fromEntries(cards.map(({ id }) => [id, library.tagged.get(keyOf(collection, id))?.length ?? 0]))
      : {};
    return paginate(cards).map((list) => ({ collection, list, counts }));
  });

export interface TermTile {
  label: string;
  note: string;
  path: string;
  count: number;
}

export interface HomeView {
  /** What changed last and in what; empty where the content has no history. */
  changes: AssetChange[];
  recent: Card[];
  battlecards: Card[];
  overdue: Card[];
  overdueCount: number;
  kits: Card[];
  stages: TermTile[];
  personas: TermTile[];
  industries: TermTile[];
  figures: { id: string; value: string; statement: string; path: string; source: string }[];
  featured: Card[];
  stories: Card[];
  answers: Card[];
}

const tiles = (library: SiteLibrary, collection: TermCollection & PagedCollection): TermTile[] =>
  termsOf(library, collection).map(({ id, data }) => ({
    label: data.label,
    note: ('buyer_question' in data ? data.buyer_question : data.summary) ?? '',
    path: entryPath(collection, id),
    count: library.tagged.get(keyOf(collection, id))?.length ?? 0,
  }));

const ON_HOME = 6;

/** @param formatClaim value and unit of a claim as text */
export const homeView = (
  library: SiteLibrary,
  formatClaim: (value: number, unit: string | undefined) => string,
): HomeView => {
  const cardOf = (asset: Asset): Card[] => {
    const card = library.cards.get(keyOf(asset.collection, asset.id));
    return card ? [card] : [];
  };
  const overdue = library.assets
    .filter((asset) => reviewOf(asset, library.settings, library.today).state === 'overdue')
    .reverse();
  const { landing } = library.settings;
  const resources = library.assets.filter((asset) => asset.collection === 'resources');
  return {
    changes: lastChanged(library, ON_HOME),
    recent: library.assets.slice(0, ON_HOME).flatMap(cardOf),
    battlecards: cardsOf(library, 'battlecards').slice(0, ON_HOME),
    overdue: overdue.slice(0, ON_HOME).flatMap(cardOf),
    overdueCount: overdue.length,
    kits: cardsOf(library, 'kits').slice(0, ON_HOME),
    stages: tiles(library, 'stages'),
    personas: tiles(library, 'personas'),
    industries: tiles(library, 'industries'),
    figures: landing.figures.flatMap((id) => {
      const claim = library.entries.get('claims')?.get(id);
      if (claim?.collection !== 'claims' || claim.data.value === undefined) return [];
      const { value, unit, statement, source } = claim.data;
      return [{ id, value: formatClaim(value, unit), statement, path: entryPath('claims', id), source: source.title }];
    }),
    featured:
      landing.featured.length > 0
        ? landing.featured.flatMap((id) => assetCard(library, id) ?? [])
        : resources.slice(0, ON_HOME).flatMap(cardOf),
    stories: cardsOf(library, 'case-studies').slice(0, 3),
    answers: [...cardsOf(library, 'pricing-faqs').slice(0, 4), ...cardsOf(library, 'security-answers').slice(0, 4)],
  };
};

export interface LibraryView {
  /** Assets of all types. */
  count: number;
  types: { type: AssetType; count: number }[];
  stages: TermTile[];
  personas: TermTile[];
}

/** What the library page shows where its lists cannot be made: doors to the lists that are pages. */
export const libraryView = (library: SiteLibrary): LibraryView => ({
  count: library.assets.length,
  types: ASSET_TYPES.map((type) => ({ type, count: library.entries.get(type)?.size ?? 0 })).filter(
    ({ count }) => count > 0,
  ),
  stages: tiles(library, 'stages'),
  personas: tiles(library, 'personas'),
});

/** Former addresses and where they lead now. */
export const redirects = (library: SiteLibrary): { from: string; to: string; title: string }[] =>
  PAGED_COLLECTIONS.flatMap((collection) =>
    [...(library.entries.get(collection)?.values() ?? [])].flatMap((entry) =>
      entry.data.aliases.map((alias) => ({
        from: aliasPath(collection, alias),
        to: entryPath(collection, entry.id),
        title: library.cards.get(keyOf(collection, entry.id))?.title ?? '',
      })),
    ),
  );

/** Collections that have entries in this build, for the navigation. */
export const filledCollections = (library: SiteLibrary): PagedCollection[] =>
  PAGED_COLLECTIONS.filter((collection) => (library.entries.get(collection)?.size ?? 0) > 0);
