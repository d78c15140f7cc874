/** The kits of one browser: the one that is worked on, and those put aside for other deals. */
import { isRecord } from '../guards.ts';
import { EMPTY_KIT, isEmptyKit, MOST, toKit, withAsset, withoutAsset, type Kit, type KitItem } from './kit.ts';

export interface Shelf {
  kit: Kit;
  /** What went from this kit with a note: who takes the asset in again has the note again. */
  removed: readonly KitItem[];
  /** The one put aside last stands first. */
  aside: readonly Kit[];
}

/** More than a rep's open deals. A shelf that is full takes no other kit, so that none is ever lost. */
export const MOST_ASIDE = 30;

export const EMPTY_SHELF: Shelf = { kit: EMPTY_KIT, removed: [], aside: [] };

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What the browser has kept → kits. Whatever is none is left out: others may write there, too. */
export const parseShelf = (text: string | null): Shelf => {
  const kept = parse(text ?? '');
  if (!isRecord(kept)) return EMPTY_SHELF;
  const aside = Array.isArray(kept['aside']) ? kept['aside'].map(toKit) : [];
  return {
    kit: toKit(kept['kit']),
    removed: toKit({ items: kept['removed'] }).items,
    aside: aside.filter((kit) => !isEmptyKit(kit)),
  };
};

export const addAsset = (shelf: Shelf, asset: string): Shelf => {
  const why = shelf.removed.find((item) => item.asset === asset)?.why;
  return { ...shelf, kit: withAsset(shelf.kit, asset, why) };
};

export const removeAsset = (shelf: Shelf, asset: string): Shelf => {
  const noted = shelf.kit.items.filter((item) => item.asset === asset && item.why.trim() !== '');
  const others = shelf.removed.filter((item) => item.asset !== asset || noted.length === 0);
  return { ...shelf, kit: withoutAsset(shelf.kit, asset), removed: [...noted, ...others].slice(0, MOST.items) };
};

/** True while another kit can be begun without losing this one. */
export const hasRoom = ({ kit, aside }: Shelf): boolean => isEmptyKit(kit) || aside.length < MOST_ASIDE;

/** Begins another kit; the one at hand is put aside. A full shelf stays as it is. */
export const startKit = (shelf: Shelf, kit: Kit): Shelf =>
  hasRoom(shelf)
    ? { kit, removed: [], aside: isEmptyKit(shelf.kit) ? shelf.aside : [shelf.kit, ...shelf.aside] }
    : shelf;

/** Takes up one that was put aside; the one at hand takes its place on the shelf. */
export const takeUp = (shelf: Shelf, index: number): Shelf => {
  const taken = shelf.aside[index];
  if (!taken) return shelf;
  const others = shelf.aside.filter((_, i) => i !== index);
  return { kit: taken, removed: [], aside: isEmptyKit(shelf.kit) ? others : [shelf.kit, ...others] };
};

export const dropAside = (shelf: Shelf, index: number): Shelf => ({
  ...shelf,
  aside: shelf.aside.filter((_, i) => i !== index),
});

/** Brings back one that was dropped, to its place. */
export const bringBack = (shelf: Shelf, kit: Kit, index: number): Shelf => ({
  ...shelf,
  aside: shelf.aside.toSpliced(index, 0, kit),
});
