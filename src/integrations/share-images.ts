/**
 * After a build: the pictures that stand beside shared links. The pages have named them and written an
 * order, `share-images.json`; this draws what the last build has not drawn yet, and takes the order away.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { shareImagesPath } from '../domain/share-image.ts';
import { drawAll, orderedImagesSchema } from './share-images/draw-all.ts';
import { drawStamp } from './share-images/draw-stamp.ts';

/** @param cacheFolder one folder an audience: a card says what only that audience may read */
export const shareImages = (cacheFolder: string): AstroIntegration => {
  let root = '';
  return {
    name: 'dealshelf-share-images',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir }) => {
        const out = fileURLToPath(dir);
        const order = path.join(out, shareImagesPath());
        if (!existsSync(order)) return;
        const images = orderedImagesSchema.parse(JSON.parse(readFileSync(order, 'utf8')));
        rmSync(order);
        if (images.length === 0) return;
        await drawAll(images, { out, cache: path.join(cacheFolder, 'share-images'), stamp: drawStamp(root) });
      },
    },
  };
};
