/** What of an entry's page the search index holds beside its text. */
import { TERM_COLLECTIONS, type TermCollection } from '../site-library.ts';
import { rowKey } from '../facets/row-key.ts';
import { nameOf, type Ui } from '../ui.ts';
import type { EntryView } from '../views.ts';
import { AUDIENCE, DUE, OWNER, ROW, TYPE } from './page-fields.ts';
import { COMPETITOR } from './search-words.ts';

/** Filter of each kind of term. */
export const FACET_OF = {
  stages: 'stage',
  personas: 'persona',
  industries: 'industry',
  'company-sizes': 'size',
  regions: 'region',
  products: 'product',
  'use-cases': 'use',
  competitors: COMPETITOR,
  'pipeline-stages': 'pipeline',
  'funnel-statuses': 'funnel',
} as const satisfies Readonly<Record<TermCollection, string>>;

/** Facet and value. */
type Filter = readonly [string, string];

export interface EntryFields {
  filters: readonly Filter[];
  /** Filters whose values are also searched as words. */
  tags: readonly Filter[];
  /** Joined by commas: each is a little title. */
  keywords: string;
  /** What all assets can be sorted by: the order of the rows of the library page. */
  sort: string | undefined;
}

const collectionOfKey = (key: string): string => key.slice(0, key.indexOf('/'));

/** Whatever field names a term: a case study's own industry is one of its industries. */
const termFilters = ({ entry, card, tags }: EntryView): Filter[] => {
  const named = Object.entries(tags).flatMap(([key, { label }]): Filter[] => {
    const collection = TERM_COLLECTIONS.find((name) => name === collectionOfKey(key));
    return collection === undefined ? [] : [[FACET_OF[collection], label]];
  });
  const own = TERM_COLLECTIONS.find((name) => name === entry.collection);
  return own === undefined ? named : [...named, [FACET_OF[own], card.title]];
};

const ownerOf = ({ data }: EntryView['entry']): Filter[] =>
  'owner' in data && data.owner ? [[OWNER, data.owner]] : [];

const otherWords = ({ data }: EntryView['entry']): readonly string[] =>
  'keywords' in data ? data.keywords : 'synonyms' in data ? data.synonyms : [];

/** Everything comes from the view, which is gated. */
export const entryFields = (ui: Ui, view: EntryView): EntryFields => {
  const { entry, card } = view;
  return {
    filters: [
      [TYPE, nameOf(ui, entry.collection)],
      [AUDIENCE, card.audience],
      ...ownerOf(entry),
      ...(card.review?.due_on ? [[DUE, card.review.due_on] as const] : []),
    ],
    tags: termFilters(view),
    keywords: otherWords(entry).join(', '),
    sort: card.review ? `${ROW}:${rowKey(card.review.reviewed_on, card.id)}` : undefined,
  };
};
