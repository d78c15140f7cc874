/** Public: open, with the sitemap. Partner and internal: closed. */
import type { APIRoute } from 'astro';
import { getUi } from '../library/index.ts';

export const GET: APIRoute = async () => {
  const { audience, origin } = await getUi();
  const lines =
    audience === 'public'
      ? ['User-agent: *', 'Allow: /', '', `Sitemap: ${origin}/sitemap.xml`]
      : ['User-agent: *', 'Disallow: /'];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
