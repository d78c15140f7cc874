/** The order for the build: which share images the pages name. Not part of the finished site. */
import type { APIRoute } from 'astro';
import { shareImages } from '../library/index.ts';

export const GET: APIRoute = async () => Response.json(await shareImages());
