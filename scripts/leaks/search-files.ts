/** Files of a build, one after the other, searched for what must not be in them. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isStemOf, Search, type Origin } from '../../src/domain/leaks.ts';
import { layersOf } from '../../src/domain/words.ts';
import type { Forbidden } from './forbidden.ts';
import { partsOf, type TextPart } from './parts.ts';

export interface Leak {
  kind: 'text' | 'file' | 'unreadable';
  /** Where it comes from; undefined for an output file that cannot be read. */
  origin: Origin | undefined;
  /** Other entries that say the same. */
  others: Origin[];
  /** Paths of output files that hold it, the first ones, with the words around it. */
  places: LeakPlace[];
  /** How many output files hold it. */
  count: number;
}

export interface LeakPlace {
  output: string;
  excerpt: string;
}

/** By what was found: its words, or the hash of its bytes. */
export type Leaks = Map<string, Leak>;

/** What stands in every page's frame is one leak: so many pages of it are named. */
const MOST_PLACES = 5;
const FILES_AT_ONCE = 8;

/** @param names paths inside `folder` */
export const searchFiles = async (folder: string, names: readonly string[], forbidden: Forbidden): Promise<Leaks> => {
  const search = new Search(forbidden.secrets);
  const sizes = new Set([...forbidden.files.values()].map(({ size }) => size));
  const leaks: Leaks = new Map();

  const searchText = (output: string, part: TextPart, seen: Set<string>): void => {
    search.search(part.text, part, ({ secret, start, end }) => {
      if (seen.has(secret.words) || (part.place === 'stems' && isStemOf(secret.words, forbidden.known))) return;
      seen.add(secret.words);
      const [origin, ...others] = secret.origins;
      const places = [{ output, excerpt: excerptOf(part.text, start, end) }];
      addLeak(leaks, secret.words, { kind: 'text', origin, others, places, count: 1 });
    });
  };

  const searchBytes = (output: string, bytes: Buffer): void => {
    if (!sizes.has(bytes.length)) return;
    const hash = createHash('sha256').update(bytes).digest('hex');
    const file = forbidden.files.get(hash);
    const places = [{ output, excerpt: 'the same bytes' }];
    if (file) addLeak(leaks, hash, { kind: 'file', origin: file.origin, others: [], places, count: 1 });
  };

  const searchFile = async (output: string): Promise<void> => {
    const seen = new Set<string>();
    for (const text of layersOf(output)) searchText(output, { text, place: 'text' }, seen);
    try {
      for await (const part of partsOf(output, await readFile(path.join(folder, output)))) {
        if ('bytes' in part) searchBytes(output, part.bytes);
        else searchText(output, part, seen);
      }
    } catch (error) {
      const excerpt = error instanceof Error ? error.message : String(error);
      const places = [{ output, excerpt }];
      addLeak(leaks, `unreadable ${output}`, { kind: 'unreadable', origin: undefined, others: [], places, count: 1 });
    }
  };

  const queue = names.values();
  await Promise.all(
    Array.from({ length: FILES_AT_ONCE }, async () => {
      for (const name of queue) await searchFile(name);
    }),
  );
  return leaks;
};

/** Adds a find to what was found before. */
export const addLeak = (leaks: Leaks, key: string, leak: Leak): void => {
  const known = leaks.get(key);
  if (!known) {
    leaks.set(key, leak);
    return;
  }
  known.count += leak.count;
  known.places = [...known.places, ...leak.places].slice(0, MOST_PLACES);
};

const AROUND = 40;
const LONGEST_EXCERPT = 240;

const excerptOf = (text: string, start: number, end: number): string =>
  text
    .slice(Math.max(0, start - AROUND), Math.min(end, start + LONGEST_EXCERPT) + AROUND)
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim();
