/** The metadata of all assets of a type, for other programs; docs/sharing.md describes it. */
import type { APIRoute } from 'astro';
import type { TypeData } from '../../domain/asset-data.ts';
import { typeDataFiles } from '../../library/index.ts';

export const getStaticPaths = () => typeDataFiles();

export const GET: APIRoute<{ view: TypeData }> = ({ props: { view } }) => Response.json(view);
