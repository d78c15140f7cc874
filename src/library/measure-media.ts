/** Sizes of pictures, so that pages can keep their place while they load. */
import path from 'node:path';
import sharp from 'sharp';
import type { MediaFile } from '../domain/entries.ts';
import type { MeasuredMedia } from '../domain/resolve.ts';

const PICTURE = /\.(png|jpe?g|webp|avif|gif|svg)$/i;

export const measureMedia = async (
  folder: string,
  media: ReadonlyMap<string, MediaFile>,
): Promise<Map<string, MeasuredMedia>> => {
  const measured = await Promise.all([...media.values()].map((file) => measure(folder, file)));
  return new Map(measured.map((file) => [file.path, file]));
};

const measure = async (folder: string, file: MediaFile): Promise<MeasuredMedia> => {
  if (!PICTURE.test(file.path)) return file;
  try {
    const { width, height } = await sharp(path.join(folder, file.path)).metadata();
    return { ...file, width, height };
  } catch {
    // A broken picture is offered as a file: the page then links to it instead of showing nothing.
    return file;
  }
};
