/** A result as the list shows it: what it is, why it was found, whom it is for, whether it can be trusted. */
import { matchedPlace } from '../../domain/search/matched-place.ts';
import { AUDIENCE, DUE, TYPE } from '../../domain/search/page-fields.ts';
import type { SearchResult } from '../../domain/search/layer.ts';
import { fold, meaningful, stem } from '../../domain/search/words.ts';
import { element } from '../element.ts';
import { audienceMark, freshnessBadge } from '../facets/card-parts.ts';
import { makeKitButton } from '../kit/make-kit-button.ts';
import { makePinButton } from '../pins/make-pin-button.ts';
import type { Say } from '../words.ts';

export interface ResultWords {
  say: Say;
  /** The reader's day. */
  today: string;
  /** So many days before it, a review is due soon. */
  notice: number;
  /** Words that were searched, to be marked. */
  query: readonly string[];
}

/** Facets that say whom and what it is for, in the order of reading. */
const SHOWN = ['stage', 'persona', 'industry'];
/** Of each: an asset names many, and a card is small. */
const MOST_VALUES = 2;

/** Here and not beside the other days: those would become a file of their own, which every page would load. */
const daysFrom = (day: string, later: string): number => (Date.parse(later) - Date.parse(day)) / 86_400_000;

export const resultItem = (result: SearchResult, words: ResultWords): HTMLLIElement => {
  const place = matchedPlace(result, words.query);
  const title = element('a', '', result.meta['title'] ?? result.url);
  title.href = place?.url ?? result.url;
  const tags = SHOWN.flatMap((facet) => shorten(result.filters[facet] ?? [])).join(' · ');
  const foot = element('p', 'card-foot', element('span', '', tags));
  const due = result.filters[DUE]?.[0];
  const kind = result.filters[TYPE]?.join(', ') ?? '';
  // Only assets are reviewed, and only they are pinned.
  if (due) {
    const state = result.isOverdue ? 'overdue' : daysFrom(words.today, due) <= words.notice ? 'due' : 'fresh';
    foot.append(...freshnessBadge({ state, due_on: due }, words.say));
    const pin = { path: new URL(result.url, location.href).pathname, title: title.textContent, kind };
    const pinning = makePinButton(pin, words.say('pin'), words.say('pin_named', { title: pin.title }));
    foot.append(element('span', 'card-keeps', pinning, ...makeKitButton(pin)));
  }
  return element(
    'li',
    'card',
    element(
      'p',
      'card-top',
      element('span', 'eyebrow', place ? `${kind} › ${place.heading}` : kind),
      ...audienceMark({ audience: result.filters[AUDIENCE]?.[0] ?? '' }, words.say),
    ),
    element('h2', 'card-title', title),
    element('p', '', ...highlighted(place?.excerpt ?? result.excerpt, words.query)),
    foot,
  );
};

const shorten = (values: readonly string[]): string[] => {
  const rest = values.length - MOST_VALUES;
  return values.length === 0 ? [] : [values.slice(0, MOST_VALUES).join(', ') + (rest > 0 ? ` +${rest}` : '')];
};

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

/** The engine's excerpt is HTML whose only element is `<mark>`: read as text, never set as HTML. */
const plainText = (excerpt: string): string =>
  excerpt
    .replaceAll(/<\/?mark>/g, '')
    .replaceAll(/&(lt|gt|quot|#39|amp);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** Marks what the query means in the text, also where the page was found by a facet or a synonym. */
const highlighted = (excerpt: string, query: readonly string[]): (string | HTMLElement)[] => {
  const stems = meaningful(query).map(stem);
  return plainText(excerpt)
    .split(/([\p{L}\p{N}]+)/u)
    .map((part) => (stems.some((start) => fold(part).startsWith(start)) ? element('mark', '', part) : part));
};
