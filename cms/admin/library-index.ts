/** What the editor must know of the whole library: who refers to what, which files there are, and what to preview with. */
import { allEntries, audienceOf, statusOf, textOf } from '../../src/domain/entries.ts';
import type { LoadedLibrary } from '../../src/library/load-library.ts';
import type { CollectionName } from '../../src/schemas/index.ts';
import type { Settings } from '../../src/schemas/settings.ts';
import type { EntryIndex, IndexedEntry } from '../form/before-save.ts';

/** Written beside the page, and asked for anew before each save. */
export interface LibraryIndex {
  entries: EntryIndex;
  /** Paths inside the media folder. */
  media: readonly string[];
  settings: Settings;
  /** The day the library is shown as of, where the settings freeze it. */
  today: string | undefined;
}

const DATES = ['expires_on', 'publish_on'] as const;

export const libraryIndex = ({ library }: Pick<LoadedLibrary, 'library'>): LibraryIndex => {
  const entries: Partial<Record<CollectionName, Record<string, IndexedEntry>>> = {};
  for (const entry of allEntries(library)) {
    const dates = DATES.flatMap((name) => {
      const day = textOf(entry, name);
      return day === undefined ? [] : [[name, day] as const];
    });
    const known: IndexedEntry = { audience: audienceOf(entry), status: statusOf(entry), ...Object.fromEntries(dates) };
    (entries[entry.collection] ??= {})[entry.id] = known;
  }
  return { entries, media: [...library.media.keys()], settings: library.settings, today: library.settings.frozen_on };
};
