/** The library as it was last built, asked for when it is needed: work published meanwhile is in it. */
import { isRecord } from '../../../src/domain/guards.ts';
import type { LibraryIndex } from '../library-index.ts';
import { LIBRARY_FILE } from '../settings.ts';

const isIndex = (value: unknown): value is LibraryIndex =>
  isRecord(value) && isRecord(value['entries']) && isRecord(value['settings']) && Array.isArray(value['media']);

/** @throws Error where it cannot be had */
export const fetchLibrary = async (): Promise<LibraryIndex> => {
  const response = await fetch(LIBRARY_FILE, { cache: 'no-cache' });
  const value: unknown = response.ok ? await response.json() : undefined;
  if (!isIndex(value)) throw new Error(`${LIBRARY_FILE} cannot be read.`);
  return value;
};

/** The day to judge dates by: as the build does. */
export const todayOf = ({ today }: Pick<LibraryIndex, 'today'>): string =>
  today ?? new Date().toISOString().slice(0, 10);
