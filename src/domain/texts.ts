/** Every text of an entry, and what the texts point to: media, claims. */
import { fieldPlan } from '../schemas/field-plan.ts';
import type { TextFormat } from '../schemas/fields.ts';
import { collections, type CollectionName } from '../schemas/index.ts';
import { claimsIn } from './claims.ts';
import { isRecord, valuesAt, type ContentEntry, type Path } from './entries.ts';
import { findLinks, linkTarget } from './links.ts';

export interface EntryText {
  value: string;
  at: Path;
  /** undefined: a plain word such as a keyword, an option or an id. */
  format: TextFormat | undefined;
}

type Formats = ReadonlyMap<string, TextFormat | undefined>;

const formatsByCollection = new Map<CollectionName, Formats>();

const formatsOf = (collection: CollectionName): Formats => {
  const known = formatsByCollection.get(collection);
  if (known) return known;
  const formats = new Map(fieldPlan(collection).map((field) => [field.path.join('.'), field.format]));
  formatsByCollection.set(collection, formats);
  return formats;
};

/** Every text an entry holds, its body last. */
export const textsOf = (entry: Pick<ContentEntry, 'collection' | 'data' | 'body'>): EntryText[] => {
  const texts: EntryText[] = [];
  collectTexts(texts, entry.data, [], '', formatsOf(entry.collection));
  if (entry.body !== '') texts.push({ value: entry.body, at: ['body'], format: 'markdown' });
  return texts;
};

const collectTexts = (texts: EntryText[], value: unknown, at: Path, planned: string, formats: Formats): void => {
  if (typeof value === 'string') {
    texts.push({ value, at, format: formats.get(planned) });
  } else if (Array.isArray(value)) {
    value.forEach((item, i) => collectTexts(texts, item, [...at, i], `${planned}.*`, formats));
  } else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value))
      collectTexts(texts, item, [...at, key], planned === '' ? key : `${planned}.${key}`, formats);
  }
};

export interface MediaUse {
  path: string;
  at: Path;
  /** Words for those who cannot see it; undefined for what is not shown inside a text. */
  alt: string | undefined;
}

/** A path as an author writes it in an image or file field → the path inside the media folder. */
export const mediaName = (written: string): string => written.replace(/^\/?media\//, '');

/** All uses of media in an entry: image and file fields, and images and links inside Markdown. */
export const mediaUses = (entry: ContentEntry): MediaUse[] => {
  const uses: MediaUse[] = [];
  for (const { value, at, format } of textsOf(entry)) {
    if (format === 'image' || format === 'file') uses.push({ path: mediaName(value), at, alt: undefined });
    if (format !== 'markdown') continue;
    for (const link of findLinks(value)) {
      const target = linkTarget(link.href, collections[entry.collection].folder);
      if (target.kind === 'media') uses.push({ path: target.path, at, alt: link.isImage ? link.text : undefined });
    }
  }
  return uses;
};

export interface ClaimUse {
  id: string;
  at: Path;
}

/** All citations of claims, in fields and inside texts. @param texts of the entry, where they have been read already */
export const claimUses = (
  entry: Pick<ContentEntry, 'collection' | 'data' | 'body'>,
  texts: readonly EntryText[] = textsOf(entry),
): ClaimUse[] => {
  const uses: ClaimUse[] = [];
  for (const field of fieldPlan(entry.collection)) {
    if (field.refersTo !== 'claims') continue;
    for (const { value, at } of valuesAt(entry.data, field.path))
      if (typeof value === 'string') uses.push({ id: value, at });
  }
  for (const { value, at, format } of texts) {
    if (format === 'text' || format === 'markdown') uses.push(...claimsIn(value).map((id) => ({ id, at })));
  }
  return uses;
};
