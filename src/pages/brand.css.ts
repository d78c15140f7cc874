/** The brand's colours as custom properties: settings decide them, the stylesheet uses them. */
import type { APIRoute } from 'astro';
import { getUi } from '../library/index.ts';

export const GET: APIRoute = async () => {
  const { brand } = (await getUi()).settings;
  const css = `:root{--brand-light:${brand.accent};--brand-dark:${brand.accent_dark}}\n`;
  return new Response(css, { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
};
