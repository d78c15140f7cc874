/** An asset's metadata for other programs; docs/sharing.md describes it. */
import type { APIRoute } from 'astro';
import type { AssetData } from '../../domain/asset-data.ts';
import { assetDataFiles } from '../../library/index.ts';

export const getStaticPaths = () => assetDataFiles();

export const GET: APIRoute<{ view: AssetData }> = ({ props: { view } }) => Response.json(view);
