/** An asset in a list made in the browser: what it is, whom it is for, whether it can be trusted. */
import type { RowCard } from '../../domain/facets/card-file.ts';
import type { Selection } from '../../domain/facets/count.ts';
import { dayText } from '../../domain/facets/day-number.ts';
import { labelsOfRow, valuesOfRow, type Facet } from '../../domain/facets/facet.ts';
import type { LibraryColumns } from '../../domain/facets/library-columns.ts';
import { formatDay } from '../../domain/ui.ts';
import { element } from '../element.ts';
import type { Say } from '../words.ts';

const MOST_TAGS = 3;

/** What cards show of a library beside their own texts. */
export interface CardSource {
  columns: LibraryColumns;
  /** The library's facets, and the one of freshness. */
  facets: readonly Facet[];
  selection: Selection;
  say: Say;
}

const shorten = (labels: readonly string[]): string =>
  labels.slice(0, MOST_TAGS).join(' · ') + (labels.length > MOST_TAGS ? ` +${labels.length - MOST_TAGS}` : '');

/** "All industries": why an asset that names none stands in the list of one. */
const fitsAllLabels = ({ facets, selection, say }: CardSource, row: number): string[] =>
  facets
    .filter((facet) => facet.fitsAll && selection.has(facet.name) && valuesOfRow(facet, row).length === 0)
    .map(({ name }) => say(`fits_all_${name}`));

const freshnessBadge = ({ columns, facets, say }: CardSource, row: number): HTMLElement[] => {
  const facet = facets.find(({ name }) => name === 'freshness');
  const state = facet?.values[valuesOfRow(facet, row)[0] ?? -1]?.id;
  if (state !== 'due' && state !== 'overdue') return [];
  const due = dayText((columns.reviewed[row] ?? 0) + (columns.every[row] ?? 0));
  const badge = element('span', 'freshness', say(state, { date: formatDay(due, document.documentElement.lang) }));
  badge.dataset['state'] = state;
  return [badge];
};

const audienceMark = ({ audience }: RowCard, say: Say): HTMLElement[] => {
  const label = say(`audience_${audience}`);
  return label ? [element('span', `mark mark-${audience}`, label)] : [];
};

const typeOf = ({ facets }: CardSource, row: number): string => {
  const facet = facets.find(({ name }) => name === 'type');
  return facet?.values[valuesOfRow(facet, row)[0] ?? -1]?.id ?? '';
};

/** @param extra what a list has to say about this asset: why it matches */
export const assetCard = (
  source: CardSource,
  row: number,
  card: RowCard,
  extra: readonly Node[] = [],
): HTMLLIElement => {
  const { facets, say } = source;
  const title = element('a', '', card.title);
  title.href = card.path;
  const tags = ['stage', 'persona', 'industry'].flatMap((name) => {
    const facet = facets.find((candidate) => candidate.name === name);
    return facet ? labelsOfRow(facet, row) : [];
  });
  const notes = fitsAllLabels(source, row).map((label) => element('span', 'fits-all', label));
  return element(
    'li',
    'card',
    element(
      'p',
      'card-top',
      element('span', 'eyebrow', say(`type_${typeOf(source, row)}`)),
      ...audienceMark(card, say),
    ),
    element('h3', 'card-title', title),
    element('p', '', card.text),
    ...extra,
    element('p', 'card-foot', element('span', '', shorten(tags)), ...notes, ...freshnessBadge(source, row)),
  );
};
