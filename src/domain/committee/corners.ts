/**
 * What there is for one member of the buying committee at one stage. An asset counts where any field of
 * its own names both, as in the library's lists: the count and the list behind its link agree.
 */
import { libraryPath } from '../routes.ts';
import { FACET_OF } from '../search/entry-fields.ts';
import { keyOf, type Card, type SiteLibrary } from '../site-library.ts';

export interface Corner {
  count: number;
  /** The library, narrowed down to these assets. */
  path: string;
  /** Some of them: what was made for few others first, one of each type before a second of any. */
  cards: Card[];
}

/** A corner shows so many cards; the library shows them all. */
export const PER_CORNER = 4;

const isAt = (library: SiteLibrary, { id }: Card, stage: string): boolean =>
  library.tags.get(id)?.includes(keyOf('stages', stage)) === true;

const TARGETS = [keyOf('stages', ''), keyOf('personas', '')];

/** At how many stages and for how many people an asset stands: what stands everywhere was made for nobody in particular. */
const breadthOf = (library: SiteLibrary, { id }: Card): number =>
  (library.tags.get(id) ?? []).filter((key) => TARGETS.some((prefix) => key.startsWith(prefix))).length;

const closestFirst = (library: SiteLibrary, cards: readonly Card[]): Card[] =>
  cards
    .map((card) => ({ card, breadth: breadthOf(library, card), reviewed: card.review?.reviewed_on ?? '' }))
    .sort((a, b) => a.breadth - b.breadth || (a.reviewed < b.reviewed ? 1 : a.reviewed > b.reviewed ? -1 : 0))
    .map(({ card }) => card);

const toCorner = (library: SiteLibrary, cards: readonly Card[], path: string): Corner => ({
  count: cards.length,
  path,
  cards: spread(closestFirst(library, cards), PER_CORNER),
});

/** One of each type first: four answers to a questionnaire say less than an answer, a story and a page. */
export const spread = (cards: readonly Card[], most: number): Card[] => {
  const seen = new Map<string, number>();
  const ranked = cards.map((card) => {
    const rank = seen.get(card.collection) ?? 0;
    seen.set(card.collection, rank + 1);
    return { card, rank };
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ card }) => card);
};

export const cornerOf = (library: SiteLibrary, persona: string, stage: string): Corner => {
  const cards = (library.tagged.get(keyOf('personas', persona)) ?? []).filter((card) => isAt(library, card, stage));
  return toCorner(library, cards, libraryPath({ [FACET_OF.stages]: stage, [FACET_OF.personas]: persona }));
};

/** Everything at a stage, or for a persona. */
export const edgeOf = (library: SiteLibrary, collection: 'stages' | 'personas', id: string): Corner =>
  toCorner(library, library.tagged.get(keyOf(collection, id)) ?? [], libraryPath({ [FACET_OF[collection]]: id }));
