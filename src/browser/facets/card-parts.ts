/** What all cards made in the browser have. */
import type { RowCard } from '../../domain/facets/card-file.ts';
import type { RowFreshness } from '../../domain/facets/library-columns.ts';
import { formatDay } from '../../domain/ui.ts';
import { element } from '../element.ts';
import { makeKitButton } from '../kit/make-kit-button.ts';
import { makePinButton } from '../pins/make-pin-button.ts';
import type { Say } from '../words.ts';

export const cardTitle = ({ path, title }: RowCard): HTMLHeadingElement => {
  const link = element('a', '', title);
  link.href = path;
  return element('h3', 'card-title', link);
};

/** On the public site there is no label, and no mark. */
export const audienceMark = ({ audience }: Pick<RowCard, 'audience'>, say: Say): HTMLElement[] => {
  const label = say(`audience_${audience}`);
  return label ? [element('span', `mark mark-${audience}`, label)] : [];
};

/** Only what must be checked before it is used says so. */
export const freshnessBadge = ({ state, due_on }: RowFreshness, say: Say): HTMLElement[] => {
  if (state !== 'due' && state !== 'overdue') return [];
  const badge = element('span', 'freshness', say(state, { date: formatDay(due_on, document.documentElement.lang) }));
  badge.dataset['state'] = state;
  return [badge];
};

/** @param kind what the asset is: `Battlecard` */
export const keepsFor = ({ path, title }: RowCard, kind: string, say: Say): HTMLElement[] => [
  makePinButton({ path, title, kind }, say('pins_pin'), say('pins_pin_named', { title })),
  ...makeKitButton({ path, title }),
];

/** @param keeps buttons that keep the asset at hand */
export const cardFoot = (notes: readonly Node[], keeps: readonly HTMLElement[]): HTMLDivElement =>
  element('div', 'card-foot', element('p', 'card-notes', ...notes), element('div', 'card-keeps', ...keeps));
