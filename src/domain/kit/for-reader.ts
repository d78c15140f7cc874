/** What of a kit may be handed to whom, and how it is told there. */
import { isListOf, isRecord, isText, isTexts } from '../guards.ts';
import type { Kit, KitItem } from './kit.ts';

/** An asset as this build's own data tell it. */
export interface KitAsset {
  type: string;
  id: string;
  title: string;
  summary: string;
  audience: string;
  review_due_on?: string | undefined;
  stages: readonly { id: string }[];
  committee_roles: readonly string[];
  forces: readonly string[];
  /** As the public site tells it, where it does. */
  shared_as?: { id: string; title: string; url: string } | undefined;
  /** Of what the public site says. */
  content_version?: string | undefined;
}

const isTerms = isListOf((term): term is { id: string } => isRecord(term) && isText(term['id']));

const isShared = (value: unknown): value is KitAsset['shared_as'] =>
  value === undefined || (isRecord(value) && [value['id'], value['title'], value['url']].every(isText));

const isTextOrNone = (value: unknown): value is string | undefined => value === undefined || isText(value);

/** `/<type>/<id>.json` of a colleague's build, as far as it is needed. */
export const isKitAsset = (value: unknown): value is KitAsset =>
  isRecord(value) &&
  [value['type'], value['id'], value['title'], value['summary'], value['audience']].every(isText) &&
  [value['review_due_on'], value['content_version']].every(isTextOrNone) &&
  isTerms(value['stages']) &&
  isTexts(value['committee_roles']) &&
  isTexts(value['forces']) &&
  isShared(value['shared_as']);

export const READERS = ['buyer', 'colleague'] as const;
export type Reader = (typeof READERS)[number];

/** An asset of a kit, as one reader is told of it. */
export interface ReadyItem {
  /** Its key here. */
  asset: string;
  type: string;
  title: string;
  url: string;
  summary: string;
  why: string;
  /** Its key and version on the public site; undefined for what is not there. */
  shared: { asset: string; version: string } | undefined;
  /** It has the same address on the public site, so what is printed here may be handed on. */
  isSameOutside: boolean;
}

export interface ReadyKit {
  title: string;
  items: ReadyItem[];
  plan: Kit['plan'];
  /** Assets that this reader may not have, or that are not there any more. */
  leftOut: KitItem[];
}

/** @param origin of this build's site. @param assets by key, those that are there */
export const kitFor = (
  reader: Reader,
  { title, items, plan }: Kit,
  assets: ReadonlyMap<string, KitAsset>,
  origin: string,
): ReadyKit => {
  const ready = items.map((item) => ({ item, told: tell(reader, item, assets.get(item.asset), origin) }));
  return {
    title: title.trim(),
    items: ready.flatMap(({ told }) => told ?? []),
    plan: plan.filter(({ step }) => step.trim() !== ''),
    leftOut: ready.flatMap(({ item, told }) => (told ? [] : [item])),
  };
};

const tell = (
  reader: Reader,
  { asset: key, why }: KitItem,
  asset: KitAsset | undefined,
  origin: string,
): ReadyItem | undefined => {
  if (!asset) return undefined;
  const { type, id, title, summary, shared_as: outside, content_version: version } = asset;
  const shared = outside && version !== undefined ? { asset: `${type}/${outside.id}`, version } : undefined;
  const inside = { asset: key, type, why: why.trim(), shared, isSameOutside: outside?.id === id };
  if (reader === 'colleague') return { ...inside, title, url: `${origin}/${key}/`, summary };
  // The summary of a story told without its customer's name is another one, too, and not known here.
  return outside && shared
    ? { ...inside, title: outside.title, url: outside.url, summary: outside.id === id ? summary : '' }
    : undefined;
};
