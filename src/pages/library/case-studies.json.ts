/** What case studies are filtered by and compared with a deal, as columns. */
import type { APIRoute } from 'astro';
import { encodeStudies } from '../../domain/case-studies/study-columns.ts';
import { getStudyColumns } from '../../library/index.ts';

export const GET: APIRoute = async () => Response.json(encodeStudies(await getStudyColumns()));
