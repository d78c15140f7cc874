/** What is new: the assets most lately reviewed. */
import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { entryPath } from '../domain/routes.ts';
import { nameOf } from '../domain/ui.ts';
import { getLibrary, getUi } from '../library/index.ts';

const MOST = 50;

export const GET: APIRoute = async () => {
  const ui = await getUi();
  const { assets } = await getLibrary();
  return rss({
    title: `${ui.settings.brand.name}: ${ui.labels.home.recently_changed}`,
    description: ui.settings.brand.tagline,
    site: ui.origin,
    customData: `<language>${ui.settings.locale}</language>`,
    items: assets.slice(0, MOST).map(({ collection, id, data }) => ({
      title: data.title,
      description: data.summary,
      link: entryPath(collection, id),
      categories: [nameOf(ui, collection)],
      ...(data.reviewed_on ? { pubDate: new Date(`${data.reviewed_on}T00:00:00Z`) } : {}),
    })),
  });
};
