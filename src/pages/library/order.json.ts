/** All assets in the order of their titles; loaded by those who sort by title. */
import type { APIRoute } from 'astro';
import { orderByTitle } from '../../domain/facets/collect-columns.ts';
import { getLibraryRows, getUi } from '../../library/index.ts';

export const GET: APIRoute = async () => {
  const { columns, cards } = await getLibraryRows();
  const { locale } = (await getUi()).settings;
  return Response.json({ stamp: columns.stamp, order: orderByTitle(cards, locale) });
};
