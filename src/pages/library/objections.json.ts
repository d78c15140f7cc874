/** What prospects say, to be looked through. */
import type { APIRoute } from 'astro';
import { encodeObjections } from '../../domain/objections/objection-file.ts';
import { getObjections } from '../../library/index.ts';

export const GET: APIRoute = async () => Response.json(encodeObjections(await getObjections()));
