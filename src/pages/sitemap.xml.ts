/** Every page of the build with the day of its last review; redirects and search are left out. */
import type { APIRoute } from 'astro';
import { escapeHtml } from '../domain/escape.ts';
import {
  committeePath,
  comparePath,
  entryPath,
  frameworkPath,
  homePath,
  indexPath,
  journeyPath,
  libraryPath,
} from '../domain/routes.ts';
import {
  committeePages,
  comparePages,
  entryPages,
  frameworkPages,
  getUi,
  indexPages,
  journeyPages,
} from '../library/index.ts';

export const GET: APIRoute = async () => {
  const { origin } = await getUi();
  const entries = (await entryPages()).map(({ props: { view } }) => ({
    path: entryPath(view.card.collection, view.card.id),
    day: view.card.review?.reviewed_on,
  }));
  const indexes = (await indexPages()).map(({ props: { view } }) => ({
    path: indexPath(view.collection, view.list.page),
    day: undefined,
  }));
  // Pages that only some builds have.
  const compare = (await comparePages()).map(() => comparePath());
  const committee = (await committeePages()).map(() => committeePath());
  const journey = (await journeyPages()).map(() => journeyPath());
  const framework = (await frameworkPages()).map(() => frameworkPath());
  const fixed = [homePath(), libraryPath(), ...compare, ...committee, ...journey, ...framework].map((path) => ({
    path,
    day: undefined,
  }));
  const urls = [...fixed, ...indexes, ...entries].map(
    ({ path, day }) => `<url><loc>${escapeHtml(origin + path)}</loc>${day ? `<lastmod>${day}</lastmod>` : ''}</url>`,
  );
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};
