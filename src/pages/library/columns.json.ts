/** What all assets are filtered by, as columns. */
import type { APIRoute } from 'astro';
import { encodeColumns } from '../../domain/facets/library-columns.ts';
import { getLibraryRows } from '../../library/index.ts';

export const GET: APIRoute = async () => Response.json(encodeColumns((await getLibraryRows()).columns));
