/** Drawn cards, kept from one build for the next, each a file that finished builds link to. */
import { copyFileSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface ImageCache {
  has: (name: string) => boolean;
  put: (name: string, bytes: Buffer) => void;
  /** Puts a kept file at another place as well, without copying it where the file system can. */
  place: (name: string, target: string) => void;
  /** Forgets all but these. */
  keepOnly: (names: ReadonlySet<string>) => void;
}

const isErrorWith = (error: unknown, codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);

/** Another disk, a file system without links, or one with too many to the same file. */
const CANNOT_LINK = ['EXDEV', 'EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EACCES'];

/**
 * @param folder made if it is missing
 * @param stamp whatever makes all kept cards worthless when it changes: the code and the fonts that draw them
 */
export const openImageCache = (folder: string, stamp: string): ImageCache => {
  const current = path.join(folder, stamp);
  mkdirSync(current, { recursive: true });
  const names = new Set(readdirSync(current));
  const fileOf = (name: string): string => path.join(current, name);
  return {
    has: (name) => names.has(name),
    put: (name, bytes) => {
      // A build that breaks off must not leave half a picture under the whole one's name.
      writeFileSync(fileOf(`${name}.new`), bytes);
      renameSync(fileOf(`${name}.new`), fileOf(name));
      names.add(name);
    },
    place: (name, target) => {
      try {
        linkSync(fileOf(name), target);
      } catch (error) {
        if (!isErrorWith(error, CANNOT_LINK)) throw error;
        copyFileSync(fileOf(name), target);
      }
    },
    keepOnly: (wanted) => {
      for (const other of readdirSync(folder)) {
        if (other !== stamp) rmSync(path.join(folder, other), { recursive: true, force: true });
      }
      for (const name of names) if (!wanted.has(name)) rmSync(fileOf(name), { force: true });
    },
  };
};
