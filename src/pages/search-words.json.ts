/** The words of the trade that this build's search knows. From the gated library: nothing else is known here. */
import type { APIRoute } from 'astro';
import { collectSearchWords } from '../domain/search/collect-search-words.ts';
import { getLibrary, getUi } from '../library/index.ts';

export const GET: APIRoute = async () => Response.json(collectSearchWords(await getLibrary(), await getUi()));
