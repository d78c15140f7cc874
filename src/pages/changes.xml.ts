/** What changed in which asset, as a feed: empty where the content has no history. */
import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { latestChanges, tellChange } from '../domain/history/tell-changes.ts';
import { fill, nameOf } from '../domain/ui.ts';
import { getLibrary, getUi } from '../library/index.ts';

const MOST = 100;

export const GET: APIRoute = async () => {
  const ui = await getUi();
  const library = await getLibrary();
  return rss({
    title: `${ui.settings.brand.name}: ${ui.labels.history.title}`,
    description: ui.settings.brand.tagline,
    site: ui.origin,
    customData: `<language>${ui.settings.locale}</language>`,
    items: latestChanges(library, MOST).map(({ card, change }) => ({
      title: `${card.title}: ${tellChange(ui, card.collection, change)}`,
      link: card.path,
      // One asset changes more than once, so that its address alone does not tell its changes apart.
      customData: `<guid isPermaLink="false">${card.collection}/${card.id}@${change.at}</guid>`,
      categories: [nameOf(ui, card.collection)],
      pubDate: new Date(change.at * 1_000),
      ...(change.by === undefined ? {} : { description: fill(ui.labels.history.by, { name: change.by }) }),
    })),
  });
};
