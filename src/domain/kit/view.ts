/** What the page of a rep's own kit shows before anything is in it, and the kits that start one. */
import { COMMITTEE_ROLES } from '../../schemas/taxonomy/persona.ts';
import { assetCard, cardsOf, termsOf, type Card, type EntryOf, type SiteLibrary } from '../site-library.ts';
import { FORCES, type Dimension } from './completeness.ts';
import { toKit, type Kit } from './kit.ts';

/** A curated kit as the beginning of a rep's own. @param cardOf the card of an asset by its id */
export const startOf = ({ data }: EntryOf<'kits'>, cardOf: (id: string) => Card | undefined): Kit =>
  toKit({
    title: data.title,
    items: data.items.flatMap(({ asset, why = '' }) => {
      const card = cardOf(asset);
      return card ? [{ asset: `${card.collection}/${card.id}`, why }] : [];
    }),
    plan: data.plan.map(({ step, owner, due = '' }) => ({ step, owner, due })),
  });

/** So many curated kits are offered beside the rep's own; their list has them all. */
export const MOST_OFFERED = 12;

export const DIMENSIONS = ['roles', 'forces', 'stages'] as const;
export type DimensionKind = (typeof DIMENSIONS)[number];

export interface KitView {
  curated: { card: Card; start: Kit }[];
  /** Curated kits of the library, offered or not. */
  count: number;
  asked: Dimension<DimensionKind>[];
  /** Labels of the stages, by id. */
  stages: Record<string, string>;
}

export const kitView = (library: SiteLibrary): KitView => {
  const stages = termsOf(library, 'stages').map(({ id, data }) => [id, data.label] as const);
  const cards = cardsOf(library, 'kits');
  return {
    curated: cards.slice(0, MOST_OFFERED).flatMap((card) => {
      const kit = library.entries.get('kits')?.get(card.id);
      return kit?.collection === 'kits' ? [{ card, start: startOf(kit, (id) => assetCard(library, id)) }] : [];
    }),
    count: cards.length,
    asked: [
      // Influencers have no question of their own that a kit could leave open.
      { kind: 'roles', names: COMMITTEE_ROLES.filter((role) => role !== 'influencer') },
      { kind: 'forces', names: FORCES },
      { kind: 'stages', names: stages.map(([id]) => id) },
    ],
    stages: Object.fromEntries(stages),
  };
};
