/** The words that a list made in the browser needs: written into the page as one attribute. */
import { ASSET_TYPES } from '../entries.ts';
import { nameOf, type Ui } from '../ui.ts';

export type ListWords = Readonly<Record<string, string>>;

const prefixed = (prefix: string, words: ListWords): ListWords =>
  Object.fromEntries(Object.entries(words).map(([name, word]) => [`${prefix}_${name}`, word]));

export const listWords = (ui: Ui): ListWords => {
  const { facets, library, search, freshness, audiences, pins } = ui.labels;
  return {
    ...prefixed('facet', facets),
    ...prefixed('type', Object.fromEntries(ASSET_TYPES.map((type) => [type, nameOf(ui, type)]))),
    // On the public site everything is public.
    ...prefixed('audience', ui.audience === 'public' ? {} : audiences),
    ...library,
    ...prefixed('pins', pins),
    due: freshness.due,
    overdue: freshness.overdue,
    instead: search.instead,
    relaxed: search.relaxed,
    expanded: search.expanded,
    wished: search.wished,
    exactly: search.exactly,
    literal: search.literal,
    usual: search.usual,
  };
};
