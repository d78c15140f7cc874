/**
 * What one build may contain. The loader stores what the gate lets through and nothing else, so that
 * a page cannot show by mistake what it never received.
 */
import type { Audience } from '../schemas/fields.ts';
import { fieldPlan } from '../schemas/field-plan.ts';
import type { CollectionName } from '../schemas/index.ts';
import { maySee, whyNotLive } from './audiences.ts';
import { anonymise, consentOf } from './consent.ts';
import { editAt } from './edit.ts';
import {
  allEntries,
  ASSET_TYPES,
  audienceOf,
  isRecord,
  statusOf,
  textOf,
  type ContentEntry,
  type Library,
} from './entries.ts';
import { mediaName, mediaUses } from './texts.ts';

export interface Build {
  audience: Audience;
  /** The day the build is for, `2026-03-15`. */
  today: string;
  /** True while authors write: they see drafts and what is in review. */
  drafts: boolean;
}

/** The part of the library that a build may contain. */
export const gate = (library: Library, build: Build): Library => {
  const newIds = new Map<string, string>();
  const kept: ContentEntry[] = [];
  for (const entry of allEntries(library)) {
    if (!isIncluded(entry, build)) continue;
    const shown = forAudience(entry, build);
    kept.push(shown);
    if (shown.id !== entry.id) newIds.set(entry.id, shown.id);
  }
  const present = indexEntries(kept);
  const linked = kept.map((entry) => keepPresentReferences(entry, present, newIds));
  return { settings: library.settings, entries: indexEntries(linked), media: usedMedia(library, linked) };
};

/** One version of an entry, of today or before, as this build's readers may see it; references to others are left as they are. */
export const gateVersion = (entry: ContentEntry, build: Build): ContentEntry | undefined =>
  isIncluded(entry, build) ? forAudience(entry, build) : undefined;

/** Entries by collection and id. */
export const indexEntries = (entries: Iterable<ContentEntry>): Map<CollectionName, Map<string, ContentEntry>> => {
  const index = new Map<CollectionName, Map<string, ContentEntry>>();
  for (const entry of entries) {
    const collection = index.get(entry.collection) ?? new Map<string, ContentEntry>();
    collection.set(entry.id, entry);
    index.set(entry.collection, collection);
  }
  return index;
};

const isIncluded = (entry: ContentEntry, build: Build): boolean => {
  if (!entry.valid || !maySee(build.audience, audienceOf(entry))) return false;
  const writing = build.drafts && ['draft', 'in review'].includes(statusOf(entry));
  if (!writing && whyNotLive(entry, build.today) !== undefined) return false;
  const needsConsent = entry.collection === 'case-studies' && build.audience !== 'internal';
  return !needsConsent || consentOf(entry, build.today).scope !== 'none';
};

const usedMedia = (library: Library, entries: readonly ContentEntry[]) => {
  const used = new Set(entries.flatMap((entry) => mediaUses(entry).map((use) => use.path)));
  const { logo } = library.settings.brand;
  if (logo !== undefined) used.add(mediaName(logo));
  return new Map([...library.media].filter(([path]) => used.has(path)));
};

/** The entry without what the build's readers may not see of it. */
const forAudience = (entry: ContentEntry, build: Build): ContentEntry => {
  if (build.audience === 'internal') return entry;
  const data = fieldPlan(entry.collection)
    .filter((field) => field.audience !== undefined && !maySee(build.audience, field.audience))
    .reduce((result, field) => editAt(result, field.path, () => undefined), entry.data);
  const visible = { ...entry, data };
  if (entry.collection === 'case-studies') return withConsent(visible, entry, build.today);
  if (entry.collection === 'security-answers') return withoutNdaFiles(visible);
  return visible;
};

const withConsent = (visible: ContentEntry, original: ContentEntry, today: string): ContentEntry => {
  const data = editAt(visible.data, ['quotes', '*'], (quote) =>
    isRecord(quote) && quote['consent'] === true ? quote : undefined,
  );
  if (consentOf(original, today).scope === 'named') return { ...visible, data };

  const customer = textOf(original, 'customer') ?? '';
  const anonymisedName = textOf(original, 'anonymised_name') ?? '';
  const say = (text: unknown) => (typeof text === 'string' ? anonymise(text, customer, anonymisedName) : text);
  const { logo: _logo, aliases: _aliases, ...told } = data;
  const spoken = fieldPlan('case-studies')
    .filter((field) => field.format === 'text' || field.format === 'markdown' || field.path[0] === 'keywords')
    .reduce<ContentEntry['data']>((result, field) => editAt(result, field.path, say), told);
  return {
    ...visible,
    id: anonymousId(original.id),
    data: { ...spoken, customer: anonymisedName },
    body: anonymise(original.body, customer, anonymisedName),
  };
};

/** A short, stable name for an id that may give the customer away (FNV-1a, 32 bit). */
export const anonymousId = (id: string): string => {
  let hash = 0x811c9dc5;
  for (const char of id) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return `customer-${(hash >>> 0).toString(36)}`;
};

/** Outside, evidence under an NDA is named, but neither its file nor its address is given. */
const withoutNdaFiles = (answer: ContentEntry): ContentEntry => ({
  ...answer,
  data: editAt(answer.data, ['evidence', '*'], (item) => {
    if (!isRecord(item) || item['nda'] !== true) return item;
    const { url: _url, file: _file, ...named } = item;
    return named;
  }),
});

type Index = ReadonlyMap<CollectionName, ReadonlyMap<string, ContentEntry>>;

/** Drops references to what is not in the build, so that not even an id of it is left. */
const keepPresentReferences = (
  entry: ContentEntry,
  present: Index,
  newIds: ReadonlyMap<string, string>,
): ContentEntry => {
  let data = entry.data;
  for (const { path, refersTo, required } of fieldPlan(entry.collection)) {
    if (refersTo === undefined) continue;
    const types: readonly CollectionName[] = refersTo === 'asset' ? ASSET_TYPES : [refersTo];
    const keep = (id: unknown) => {
      if (typeof id !== 'string') return undefined;
      const shownId = newIds.get(id) ?? id;
      return types.some((type) => present.get(type)?.has(shownId)) ? shownId : undefined;
    };
    data = editAt(data, path, keep, required === true);
  }
  return data === entry.data ? entry : { ...entry, data };
};
