/** An asset in a list made in the browser: what it is, whom it is for, whether it can be trusted. */
import type { RowCard } from '../../domain/facets/card-file.ts';
import type { Selection } from '../../domain/facets/count.ts';
import { labelsOfRow, valuesOfRow, type Facet } from '../../domain/facets/facet.ts';
import { freshnessOfRow, type LibraryColumns } from '../../domain/facets/library-columns.ts';
import { element } from '../element.ts';
import type { Say } from '../words.ts';
import { audienceMark, cardFoot, cardTitle, freshnessBadge, keepsFor } from '../facets/card-parts.ts';

const MOST_TAGS = 3;

/** What cards show of a library beside their own texts. */
export interface CardSource {
  columns: LibraryColumns;
  facets: readonly Facet[];
  selection: Selection;
  say: Say;
  /** The reader's day. */
  today: string;
}

const shorten = (labels: readonly string[]): string =>
  labels.slice(0, MOST_TAGS).join('\u00a0· ') + (labels.length > MOST_TAGS ? ` +${labels.length - MOST_TAGS}` : '');

/** "All industries": why an asset that names none stands in the list of one. */
const fitsAllLabels = ({ facets, selection, say }: CardSource, row: number): HTMLElement[] =>
  facets
    .filter((facet) => facet.fitsAll && selection.has(facet.name) && valuesOfRow(facet, row).length === 0)
    .map(({ name }) => element('span', 'fits-all', say(`fits_all_${name}`)));

const facetOf = ({ facets }: CardSource, name: string): Facet | undefined =>
  facets.find((facet) => facet.name === name);

const kindOf = (source: CardSource, row: number): string => {
  const types = facetOf(source, 'type');
  const type = types?.values[valuesOfRow(types, row)[0] ?? -1]?.id;
  return type === undefined ? '' : source.say(`type_${type}`);
};

/** Facets that say whom and what it is for, in the order of reading. */
const SHOWN = ['stage', 'persona', 'industry'];

export const assetCard = (source: CardSource, row: number, card: RowCard): HTMLLIElement => {
  const { columns, say, today } = source;
  const kind = kindOf(source, row);
  const tags = SHOWN.flatMap((name) => {
    const facet = facetOf(source, name);
    return facet ? labelsOfRow(facet, row) : [];
  });
  return element(
    'li',
    'card',
    element('p', 'card-top', element('span', 'eyebrow', kind), ...audienceMark(card, say)),
    cardTitle(card),
    element('p', '', card.text),
    cardFoot(
      [
        element('span', '', shorten(tags)),
        ...fitsAllLabels(source, row),
        ...freshnessBadge(freshnessOfRow(columns, row, today), say),
      ],
      keepsFor(card, kind, say),
    ),
  );
};
