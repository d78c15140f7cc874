/** Every card that a build's pages name: those of the last build as they are, the others drawn. */
import { mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import type { ShareImage } from '../../domain/share-image.ts';
import { createCardPainter, type CardPainter } from './draw-card.ts';
import { openImageCache } from './image-cache.ts';
import { withDescription } from './png-text.ts';

const shareImageSchema = z.object({
  title: z.string(),
  type: z.string(),
  facts: z.array(z.string()),
  brand: z.string(),
  host: z.string(),
  logo: z.string().optional(),
  ground: z.string(),
  ink: z.string(),
  language: z.string(),
});

/** A card, and its address in the finished site. */
export const orderedImagesSchema = z.array(z.object({ path: z.string(), image: shareImageSchema }));
export interface OrderedImage {
  path: string;
  image: ShareImage;
}

export interface Drawing {
  /** The finished build. */
  out: string;
  cache: string;
  /** See {@link openImageCache}. */
  stamp: string;
  /** How many cards are begun before the first is done; left out, so many that every processor has work. */
  atOnce?: number;
}

/** The renderer works on threads of its own; while a card is measured and written they would have nothing to do. */
const AT_ONCE = 2 * availableParallelism();

/** What the card says, for its metadata. */
const wordsOf = ({ title, type, facts, brand, host }: ShareImage): string =>
  [title, type, ...facts, brand, host].filter((text) => text !== '').join('\n');

/** @returns how many were drawn; the others were there */
export const drawAll = async (
  images: readonly OrderedImage[],
  { out, cache, stamp, atOnce = AT_ONCE }: Drawing,
): Promise<number> => {
  const kept = openImageCache(cache, stamp);
  const missing = images.filter((image) => !kept.has(nameOf(image)));
  // Most builds draw nothing, and need not load the renderer.
  if (missing.length > 0) {
    const painter = createCardPainter();
    const queue = missing.values();
    const drawNext = async (): Promise<void> => {
      for (const order of queue) kept.put(nameOf(order), await draw(painter, order, out));
    };
    await Promise.all(Array.from({ length: atOnce }, drawNext));
  }
  for (const folder of new Set(images.map((image) => path.join(out, path.dirname(image.path)))))
    mkdirSync(folder, { recursive: true });
  for (const image of images) kept.place(nameOf(image), path.join(out, image.path));
  kept.keepOnly(new Set(images.map(nameOf)));
  return missing.length;
};

const nameOf = (image: OrderedImage): string => path.basename(image.path);

const draw = async (painter: CardPainter, { path: address, image }: OrderedImage, out: string): Promise<Buffer> => {
  try {
    const logo = image.logo === undefined ? undefined : readFileSync(path.join(out, image.logo));
    return withDescription((await painter.paint(image, logo)).png, wordsOf(image));
  } catch (error) {
    throw new Error(`The share image ${address} (${image.title}) could not be drawn.`, { cause: error });
  }
};
