/** What has become of the assets of a shared link, on the public site of today. */
import { isListOf, isRecord, isText } from '../guards.ts';
import type { SharedItem } from './share-link.ts';

/** An asset as the public site's own data tell it. */
export interface PublicAsset {
  id: string;
  title: string;
  summary: string;
  url: string;
  reviewed_on?: string | undefined;
  content_version?: string | undefined;
}

export interface PublicType {
  assets: readonly PublicAsset[];
}

const isAsset = (value: unknown): value is PublicAsset =>
  isRecord(value) &&
  [value['id'], value['title'], value['summary'], value['url']].every(isText) &&
  [value['reviewed_on'], value['content_version']].every((text) => text === undefined || isText(text));

const areAssets = isListOf(isAsset);

/** `/<type>/index.json` as far as it is needed. */
export const isPublicType = (value: unknown): value is PublicType => isRecord(value) && areAssets(value['assets']);

/** `battlecards` of `battlecards/corvane` */
export const typeOf = (asset: string): string => asset.slice(0, asset.indexOf('/'));
const idOf = (asset: string): string => asset.slice(asset.indexOf('/') + 1);

/** What is not there has no note either: the link says nothing that the site does not stand by. */
export type OpenedItem =
  | { state: 'same' | 'updated'; type: string; asset: PublicAsset; why: string; updatedOn: string | undefined }
  | { state: 'gone' };

/**
 * @param madeOn the day of the link
 * @param types what the public site holds, by type; a type of which nothing is public is not there
 */
export const openItem = (
  { asset: key, version, why }: SharedItem,
  madeOn: string,
  types: ReadonlyMap<string, PublicType>,
): OpenedItem => {
  const type = typeOf(key);
  const asset = types.get(type)?.assets.find(({ id }) => id === idOf(key));
  if (!asset) return { state: 'gone' };
  if (asset.content_version === version) return { state: 'same', type, asset, why, updatedOn: undefined };
  const { reviewed_on } = asset;
  // A review before the link was made says nothing of the change.
  const updatedOn = reviewed_on !== undefined && reviewed_on > madeOn ? reviewed_on : undefined;
  return { state: 'updated', type, asset, why, updatedOn };
};
