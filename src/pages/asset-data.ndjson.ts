/** The order for the build: the metadata of every asset, one a line. Not part of the finished site. */
import type { APIRoute } from 'astro';
import { allAssetData } from '../library/index.ts';

export const GET: APIRoute = async () =>
  new Response((await allAssetData()).map((data) => JSON.stringify(data)).join('\n'));
