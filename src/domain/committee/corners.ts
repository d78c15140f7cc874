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
  /** Some of them: of each type the one most lately reviewed, then the next ones. */
  cards: Card[];
}

/** A corner shows so many cards; the library shows them all. */
export const PER_CORNER = 4;

const isAt = (library: SiteLibrary, { id }: Card, stage: string): boolean =>
  library.tags.get(id)?.includes(keyOf('stages', stage)) === true;

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
  return {
    count: cards.length,
    path: libraryPath({ [FACET_OF.stages]: stage, [FACET_OF.personas]: persona }),
    cards: spread(cards, PER_CORNER),
  };
};

/** Everything at a stage, or for a persona. */
export const edgeOf = (library: SiteLibrary, collection: 'stages' | 'personas', id: string): Corner => {
  const cards = library.tagged.get(keyOf(collection, id)) ?? [];
  return {
    count: cards.length,
    path: libraryPath({ [FACET_OF[collection]]: id }),
    cards: spread(cards, PER_CORNER),
  };
};
