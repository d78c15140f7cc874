/** An asset's metadata while authors write: a build writes these files itself, see src/integrations/asset-data.ts. */
import type { APIRoute } from 'astro';
import type { AssetData } from '../../domain/asset-data.ts';
import { allAssetData } from '../../library/index.ts';

export const getStaticPaths = async () =>
  import.meta.env.DEV
    ? (await allAssetData()).map((data) => ({ params: { collection: data.type, id: data.id }, props: { data } }))
    : [];

export const GET: APIRoute<{ data: AssetData }> = ({ props: { data } }) => Response.json(data);
