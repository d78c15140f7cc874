/** The brand's colours and the words of page numbers as custom properties: settings and labels decide them, the stylesheet uses them. */
import type { APIRoute } from 'astro';
import { pageCountContent } from '../domain/paper.ts';
import { getUi } from '../library/index.ts';

export const GET: APIRoute = async () => {
  const { settings, labels } = await getUi();
  const { accent, accent_dark } = settings.brand;
  const count = pageCountContent(labels.list.page_of);
  const css = `:root{--brand-light:${accent};--brand-dark:${accent_dark};--paper-count:${count}}\n`;
  return new Response(css, { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
};
