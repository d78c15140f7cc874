/** A result as the list shows it: what it is, why it was found, whom it is for, whether it can be trusted. */
import { matchedPlace } from '../../domain/search/matched-place.ts';
import { AUDIENCE, DUE, TYPE } from '../../domain/search/page-fields.ts';
import type { SearchResult } from '../../domain/search/layer.ts';
import { fold, meaningful, stem } from '../../domain/search/words.ts';
import { fill, formatDay } from '../../domain/ui.ts';
import { element } from '../element.ts';
import { makeKitButton } from '../kit/make-kit-button.ts';
import { makePinButton } from '../pins/make-pin-button.ts';

export interface ResultWords {
  /** `Review overdue since {date}` */
  overdue: string;
  /** Name of an audience as its mark shows it; empty where every page has the same. */
  audience: (name: string) => string;
  /** `Pin`, and the same with the `{title}`. */
  pin: string;
  pinNamed: string;
  /** Words that were searched, to be marked. */
  query: readonly string[];
}

/** Facets that say whom and what it is for, in the order of reading. */
const SHOWN = ['stage', 'persona', 'industry'];
const MOST_TAGS = 4;

export const resultItem = (result: SearchResult, words: ResultWords): HTMLLIElement => {
  const place = matchedPlace(result, words.query);
  const title = element('a', '', result.meta['title'] ?? result.url);
  title.href = place?.url ?? result.url;
  const tags = SHOWN.flatMap((facet) => result.filters[facet] ?? []);
  const foot = element('p', 'card-foot', element('span', '', shorten(tags)));
  const due = result.filters[DUE]?.[0];
  const kind = result.filters[TYPE]?.join(', ') ?? '';
  if (result.isOverdue && due) {
    const date = formatDay(due, document.documentElement.lang);
    const badge = element('span', 'freshness', fill(words.overdue, { date }));
    badge.dataset['state'] = 'overdue';
    foot.append(badge);
  }
  // Only assets are reviewed, and only they are pinned.
  if (due) {
    const pin = { path: new URL(result.url, location.href).pathname, title: title.textContent, kind };
    const pinning = makePinButton(pin, words.pin, fill(words.pinNamed, { title: pin.title }));
    foot.append(element('span', 'card-keeps', pinning, ...makeKitButton(pin)));
  }
  return element(
    'li',
    'card',
    element(
      'p',
      'card-top',
      element('span', 'eyebrow', place ? `${kind} › ${place.heading}` : kind),
      ...audienceMark(result, words),
    ),
    element('h2', 'card-title', title),
    element('p', '', ...highlighted(place?.excerpt ?? result.excerpt, words.query)),
    foot,
  );
};

const audienceMark = ({ filters }: SearchResult, { audience }: ResultWords): HTMLElement[] => {
  const name = filters[AUDIENCE]?.[0] ?? '';
  const label = audience(name);
  return label === '' ? [] : [element('span', `mark mark-${name}`, label)];
};

const shorten = (tags: readonly string[]): string =>
  tags.slice(0, MOST_TAGS).join(' · ') + (tags.length > MOST_TAGS ? ` +${tags.length - MOST_TAGS}` : '');

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
