/** Pictures that this build shows: resized, in a modern format, without metadata, named by their content. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import sharp from 'sharp';
import { addressOf, type MeasuredMedia } from '../../domain/resolve.ts';
import { getMedia } from '../../library/index.ts';
import { site } from '../../site.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await getMedia())
    .map((file) => ({ file, address: addressOf(file) }))
    .filter(({ address }) => address.startsWith('/media/'))
    .map(({ file, address }) => {
      const name = address.slice('/media/'.length).replace(/#.*$/, '');
      return { params: { name }, props: { file }, cacheKey: name };
    });

export const GET: APIRoute<{ file: MeasuredMedia }> = async ({ props: { file }, params }) => {
  const bytes = await readFile(path.join(site.contentFolder, 'media', file.path));
  if (params['name']?.endsWith('.svg')) return respond(bytes, 'image/svg+xml');
  const width = Number(/-(\d+)\.webp$/.exec(params['name'] ?? '')?.[1]);
  const picture = await sharp(bytes)
    .rotate()
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer();
  return respond(picture, 'image/webp');
};

const respond = (bytes: Buffer, type: string): Response =>
  new Response(new Uint8Array(bytes), { headers: { 'Content-Type': type } });
