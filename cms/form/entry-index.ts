/** What must be known of all entries to say, before one is saved, what the check would say of it. */
import { allEntries, audienceOf, statusOf, textOf, type Library } from '../../src/domain/entries.ts';
import type { EntryIndex, IndexedEntry } from './before-save.ts';

/** A plain JSON value; of a large library some hundred kilobytes, before compression. */
export const entryIndex = (library: Pick<Library, 'entries'>): EntryIndex => {
  const index: Record<string, Record<string, IndexedEntry>> = {};
  for (const entry of allEntries(library)) {
    const expires = textOf(entry, 'expires_on');
    const publish = textOf(entry, 'publish_on');
    (index[entry.collection] ??= {})[entry.id] = {
      audience: audienceOf(entry),
      status: statusOf(entry),
      ...(expires === undefined ? {} : { expires_on: expires }),
      ...(publish === undefined ? {} : { publish_on: publish }),
    };
  }
  return index;
};
