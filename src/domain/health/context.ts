/** What every kind of finding is looked for in: the entries that are live, with who keeps them and what they cite. */
import type { Place } from '../../schemas/finding.ts';
import { whyNotLive } from '../audiences.ts';
import type { CheckContext } from '../checks/context.ts';
import { allEntries, isAssetType, textOf, titleOf, type ContentEntry } from '../entries.ts';
import { claimUses, textsOf, type ClaimUse, type EntryText } from '../texts.ts';
import { wordHashes } from './read-words.ts';

export interface HealthContext extends CheckContext {
  /** Approved, valid, published and not expired. */
  live: readonly ContentEntry[];
  assets: readonly ContentEntry[];
  /** Of every live entry that cites a claim. */
  citations: ReadonlyMap<ContentEntry, readonly ClaimUse[]>;
  /** Claim → live entries that cite it. */
  citing: ReadonlyMap<string, readonly ContentEntry[]>;
  byFile: ReadonlyMap<string, ContentEntry>;
  /** Of every live entry, its texts and addresses: walking all fields takes long enough to do it once. */
  texts: ReadonlyMap<ContentEntry, readonly EntryText[]>;
  /** Of every live asset, the words of each text that readers read, as numbers. */
  words: ReadonlyMap<ContentEntry, readonly (readonly number[])[]>;
}

/** Is it read by readers? Addresses, ids and options are not. */
export const isProse = ({ format }: EntryText): boolean => format === 'text' || format === 'markdown';

const isWritten = (text: EntryText): boolean => isProse(text) || text.format === 'url';

export const healthContext = (check: CheckContext): HealthContext => {
  const live = [...allEntries(check.library)].filter(
    (entry) => entry.valid && whyNotLive(entry, check.today) === undefined,
  );
  const texts = new Map(live.map((entry) => [entry, textsOf(entry).filter(isWritten)]));
  const citations = new Map(
    live.map((entry) => [entry, claimUses(entry, texts.get(entry))] as const).filter(([, uses]) => uses.length > 0),
  );
  const citing = new Map<string, ContentEntry[]>();
  for (const [entry, uses] of citations) {
    for (const id of new Set(uses.map((use) => use.id))) {
      const list = citing.get(id);
      if (list) list.push(entry);
      else citing.set(id, [entry]);
    }
  }
  const assets = live.filter(({ collection }) => isAssetType(collection));
  const wordsIn = (entry: ContentEntry): number[][] =>
    (texts.get(entry) ?? [])
      // Who owns it is a text too, and nobody reads it.
      .filter((text) => isProse(text) && text.at[0] !== 'owner')
      .map(({ value }) => wordHashes(value));
  return {
    ...check,
    live,
    assets,
    texts,
    words: new Map(assets.map((asset) => [asset, wordsIn(asset)])),
    citations,
    citing,
    byFile: new Map([...allEntries(check.library)].map((entry) => [entry.file, entry])),
  };
};

export const placeOf = (entry: ContentEntry): Place => ({
  collection: entry.collection,
  id: entry.id,
  file: entry.file,
  title: titleOf(entry),
});

/** Empty where nobody is named. */
export const ownerOf = (entry: ContentEntry): string => textOf(entry, 'owner') ?? '';

/** Claims have no owner of their own: they are kept by whoever cites them most; of equals, the first by name. */
export const ownerOfClaim = ({ citing }: HealthContext, id: string): string => {
  const counts = new Map<string, number>();
  for (const entry of citing.get(id) ?? []) {
    const owner = ownerOf(entry);
    if (owner !== '') counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return most?.[0] ?? '';
};

/** Day of the last review; empty where there was none. */
export const reviewedOn = (entry: ContentEntry): string => textOf(entry, 'reviewed_on') ?? '';
