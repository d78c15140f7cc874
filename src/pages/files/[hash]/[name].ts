/** Documents that this build offers for download, as they are. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { addressOf, type MeasuredMedia } from '../../../domain/resolve.ts';
import { getMedia } from '../../../library/index.ts';
import { site } from '../../../site.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await getMedia())
    .map((file) => ({ file, address: addressOf(file) }))
    .filter(({ address }) => address.startsWith('/files/'))
    .map(({ file, address }) => {
      const [, , hash, name] = address.split('/');
      return { params: { hash, name }, props: { file }, cacheKey: address };
    });

export const GET: APIRoute<{ file: MeasuredMedia }> = async ({ props: { file } }) =>
  new Response(new Uint8Array(await readFile(path.join(site.contentFolder, 'media', file.path))));
