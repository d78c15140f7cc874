/** A rep's own selection for a deal, as a plain value: what is in it, why, and the plan for both sides. */
import { isRecord, isText } from '../guards.ts';

export const STEP_OWNERS = ['us', 'them'] as const;
export type StepOwner = (typeof STEP_OWNERS)[number];

export interface KitItem {
  /** `battlecards/corvane` */
  asset: string;
  why: string;
}

export interface KitStep {
  step: string;
  owner: StepOwner;
  /** In words: `week 2`. */
  due: string;
}

export interface Kit {
  title: string;
  /** In the order of reading. */
  items: readonly KitItem[];
  plan: readonly KitStep[];
}

/** More than a committee would read; fields of a form end there, too. Texts in characters. */
export const MOST = { items: 60, steps: 40, title: 120, why: 400, step: 400, due: 80 } as const;

export const EMPTY_KIT: Kit = { title: '', items: [], plan: [] };

/** `<collection>/<id>`, as addresses are written: never a path that leads elsewhere. */
const ASSET_KEY = /^[a-z][a-z-]{0,40}\/(?!\.)[\p{L}\p{N}._-]{1,120}$/u;

export const isAssetKey = (text: string): boolean => ASSET_KEY.test(text);

/** `/battlecards/corvane/` → `battlecards/corvane`; undefined for what is no entry's page. */
export const assetKeyOf = (path: string): string | undefined => {
  const key = path.replaceAll(/^\/|\/$/g, '');
  return isAssetKey(key) ? key : undefined;
};

export const isInList = ({ items }: Kit, asset: string): boolean => items.some((item) => item.asset === asset);

export const isEmptyKit = ({ title, items, plan }: Kit): boolean =>
  title.trim() === '' && items.length === 0 && plan.length === 0;

/** At the end; one that is there stays where it is, with its note. A full kit stays as it is. */
export const withAsset = (kit: Kit, asset: string, why = ''): Kit =>
  isInList(kit, asset) || !isAssetKey(asset) || kit.items.length >= MOST.items
    ? kit
    : { ...kit, items: [...kit.items, { asset, why }] };

export const withoutAsset = (kit: Kit, asset: string): Kit => ({
  ...kit,
  items: kit.items.filter((item) => item.asset !== asset),
});

const textOf = (value: unknown, longest: number): string => (isText(value) ? value.slice(0, longest) : '');

const toItem = (value: unknown): KitItem[] => {
  if (!isRecord(value)) return [];
  const { asset, why } = value;
  return isText(asset) && isAssetKey(asset) ? [{ asset, why: textOf(why, MOST.why) }] : [];
};

const toStep = (value: unknown): KitStep[] => {
  if (!isRecord(value)) return [];
  const owner = STEP_OWNERS.find((known) => known === value['owner']) ?? 'us';
  return [{ step: textOf(value['step'], MOST.step), owner, due: textOf(value['due'], MOST.due) }];
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Whatever somebody has kept or written → a kit. What is none of it is left out; an asset stands in it once. */
export const toKit = (value: unknown): Kit => {
  if (!isRecord(value)) return EMPTY_KIT;
  const items = listOf(value['items']).flatMap(toItem);
  return {
    title: textOf(value['title'], MOST.title),
    items: items.filter(({ asset }, i) => items.findIndex((item) => item.asset === asset) === i).slice(0, MOST.items),
    plan: listOf(value['plan']).flatMap(toStep).slice(0, MOST.steps),
  };
};
