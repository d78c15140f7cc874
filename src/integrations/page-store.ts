/**
 * Finished pages, kept from one build for the next: all in one file, because ten thousand small ones
 * cost more than making the pages again saves.
 */
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writevSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const placeSchema = z.object({ key: z.string(), offset: z.number(), length: z.number() });
type Place = z.output<typeof placeSchema>;

const indexSchema = z.object({ stamp: z.string(), file: z.string(), places: z.record(z.string(), placeSchema) });
type Index = z.output<typeof indexSchema>;

/** Pages of the last build. */
export interface KeptPages {
  /** The bytes of a page as the last build made them, if its key is still the same. */
  get: (name: string, key: string) => Buffer | undefined;
  close: () => void;
}

/** Pages of this build, for the next one. */
export interface PageKeeper {
  put: (name: string, key: string, bytes: Uint8Array) => void;
  /** The bytes of a page that was put. */
  read: (name: string) => Buffer | undefined;
  /** Keeps what was put, and forgets what the last build kept. */
  close: () => void;
}

const INDEX = 'pages.json';

/** Bytes that are written at once: asking the system ten thousand times costs more than the writing. */
const WRITTEN_AT_ONCE = 1_048_576;

/** What cannot be read is as if it had never been kept. */
const readIndex = (folder: string): Index | undefined => {
  try {
    return indexSchema.parse(JSON.parse(readFileSync(path.join(folder, INDEX), 'utf8')));
  } catch {
    return undefined;
  }
};

const openOld = (folder: string, index: Index | undefined): number | undefined => {
  try {
    return index && openSync(path.join(folder, index.file), 'r');
  } catch {
    return undefined;
  }
};

const readPlace = (file: number, { offset, length }: Place): Buffer | undefined => {
  const bytes = Buffer.allocUnsafe(length);
  return readSync(file, bytes, 0, length, offset) === length ? bytes : undefined;
};

/**
 * @param folder where pages are kept
 * @param stamp whatever makes all kept pages worthless when it changes: the code that makes them
 */
export const openKeptPages = (folder: string, stamp: string): KeptPages => {
  const index = readIndex(folder);
  const file = index?.stamp === stamp ? openOld(folder, index) : undefined;
  return {
    get: (name, key) => {
      const place = index?.places[name];
      return file !== undefined && place?.key === key ? readPlace(file, place) : undefined;
    },
    close: () => {
      if (file !== undefined) closeSync(file);
    },
  };
};

/** @param folder made if it is missing; the pages of the last build stay in it until the keeper is closed */
export const keepPages = (folder: string, stamp: string): PageKeeper => {
  mkdirSync(folder, { recursive: true });
  const old = readIndex(folder);
  // Never the file that an index speaks of: a build that breaks off must not spoil it.
  const name = old?.file === 'pages-a.bin' ? 'pages-b.bin' : 'pages-a.bin';
  const file = openSync(path.join(folder, name), 'w+');
  const places: Record<string, Place> = {};
  let waiting: Uint8Array[] = [];
  let written = 0;
  let end = 0;
  const write = (): void => {
    if (waiting.length > 0) writevSync(file, waiting, written);
    waiting = [];
    written = end;
  };
  return {
    put: (page, key, bytes) => {
      waiting.push(bytes);
      places[page] = { key, offset: end, length: bytes.length };
      end += bytes.length;
      if (end - written >= WRITTEN_AT_ONCE) write();
    },
    read: (page) => {
      const place = places[page];
      if (place && place.offset >= written) write();
      return place && readPlace(file, place);
    },
    close: () => {
      write();
      closeSync(file);
      const index: Index = { stamp, file: name, places };
      writeFileSync(path.join(folder, `${INDEX}.new`), JSON.stringify(index));
      renameSync(path.join(folder, `${INDEX}.new`), path.join(folder, INDEX));
      if (old) rmSync(path.join(folder, old.file), { force: true });
    },
  };
};
