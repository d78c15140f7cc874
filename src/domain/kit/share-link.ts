/**
 * A kit as the fragment of an address on the public site, which no server ever sees: the keys and versions
 * of public assets, and what the rep has typed. Never a title of an asset: the public site has its own, or none.
 * Whatever comes back is checked again, as if a stranger had written it.
 */
import { isText } from '../guards.ts';
import { stampOf } from '../stamp.ts';
import { isAssetKey, MOST, STEP_OWNERS, type KitStep } from './kit.ts';

export interface SharedItem {
  /** Its key on the public site. */
  asset: string;
  /** What its content was when the link was made. */
  version: string;
  why: string;
}

export interface SharedKit {
  /** The day the link was made, `2026-03-15`. */
  madeOn: string;
  title: string;
  items: readonly SharedItem[];
  plan: readonly KitStep[];
}

/** Why a link cannot be opened. */
export const LINK_FAULTS = ['missing', 'too_long', 'newer', 'foreign', 'damaged'] as const;
export type LinkFault = (typeof LINK_FAULTS)[number];

export type ReadLink = { kit: SharedKit; fault?: undefined } | { kit?: undefined; fault: LinkFault };

/** Characters of a fragment; a link of 60 assets with a note of 200 characters each is shorter. */
export const LONGEST_LINK = 32_000;
/** Some mail programs cut an address or do not make a link of it from here on. */
export const LONG_FOR_MAIL = 2_000;

const FORMAT = 'k1';

const toBase64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const fromBase64 = (text: string): string => {
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
};

/**
 * The fragment, without `#`.
 * @param site origin of the public site: a link opens there and nowhere else
 * @returns undefined where it would be too long to be opened
 */
export const writeShareLink = (site: string, { madeOn, title, items, plan }: SharedKit): string | undefined => {
  const payload = toBase64(
    JSON.stringify([
      madeOn,
      title,
      items.map(({ asset, version, why }) => [asset, version, why]),
      plan.map(({ step, owner, due }) => [step, STEP_OWNERS.indexOf(owner), due]),
    ]),
  );
  const fragment = [FORMAT, stampOf(site), stampOf(site + payload), payload].join('.');
  return fragment.length > LONGEST_LINK ? undefined : fragment;
};

/** @param fragment with or without `#`; anything at all may stand in it */
export const readShareLink = (site: string, fragment: string): ReadLink => {
  const text = fragment.replace(/^#/, '');
  if (text === '') return { fault: 'missing' };
  if (text.length > LONGEST_LINK) return { fault: 'too_long' };
  const [format = '', mark, stamp, payload = '', ...rest] = text.split('.');
  if (format !== FORMAT) return { fault: /^k\d{1,3}$/.test(format) ? 'newer' : 'damaged' };
  if (rest.length > 0 || !/^[\w-]+$/.test(payload)) return { fault: 'damaged' };
  if (mark !== stampOf(site)) return { fault: 'foreign' };
  const kit = stamp === stampOf(site + payload) ? parsePayload(payload) : undefined;
  return kit ? { kit } : { fault: 'damaged' };
};

const parsePayload = (payload: string): SharedKit | undefined => {
  try {
    return toSharedKit(JSON.parse(fromBase64(payload)));
  } catch {
    return undefined;
  }
};

const isTuple = (value: unknown, length: number): value is readonly unknown[] =>
  Array.isArray(value) && value.length === length;

const isShort = (value: unknown, longest: number): value is string => isText(value) && value.length <= longest;

const isDay = (value: unknown): value is string =>
  isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));

/** One thing that is not as links are made, and the whole link is not to be trusted. */
const toSharedKit = (value: unknown): SharedKit | undefined => {
  if (!isTuple(value, 4)) return undefined;
  const [madeOn, title, items, plan] = value;
  if (!isDay(madeOn) || !isShort(title, MOST.title)) return undefined;
  const sharedItems = listOf(items, MOST.items, toItem);
  const sharedPlan = listOf(plan, MOST.steps, toStep);
  if (!sharedItems || !sharedPlan || sharedItems.length === 0) return undefined;
  const isTwice = new Set(sharedItems.map(({ asset }) => asset)).size < sharedItems.length;
  return isTwice ? undefined : { madeOn, title, items: sharedItems, plan: sharedPlan };
};

/** @returns undefined where the list, or one thing in it, is not as it should be */
const listOf = <T>(value: unknown, most: number, read: (item: unknown) => T | undefined): T[] | undefined => {
  if (!Array.isArray(value) || value.length > most) return undefined;
  const items = value.map(read).filter((item) => item !== undefined);
  return items.length === value.length ? items : undefined;
};

const toItem = (value: unknown): SharedItem | undefined => {
  if (!isTuple(value, 3)) return undefined;
  const [asset, version, why] = value;
  if (!isText(asset) || !isAssetKey(asset)) return undefined;
  if (!isText(version) || !/^[\w-]{1,16}$/.test(version) || !isShort(why, MOST.why)) return undefined;
  return { asset, version, why };
};

const toStep = (value: unknown): KitStep | undefined => {
  if (!isTuple(value, 3)) return undefined;
  const [step, who, due] = value;
  const owner = typeof who === 'number' ? STEP_OWNERS[who] : undefined;
  return owner && isShort(step, MOST.step) && isShort(due, MOST.due) ? { step, owner, due } : undefined;
};
