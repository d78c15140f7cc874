/** Changes of a kit by the one who puts it together, each a new value. */
import { MOST, type Kit, type KitItem, type KitStep } from './kit.ts';

const move = <T>(list: readonly T[], from: number, by: number): readonly T[] => {
  const to = from + by;
  const moved = list[from];
  if (moved === undefined || to < 0 || to >= list.length) return list;
  return list.toSpliced(from, 1).toSpliced(to, 0, moved);
};

/** @param by places towards the end; negative, towards the beginning. What would leave the list stays where it is. */
export const moveItem = (kit: Kit, asset: string, by: number): Kit => ({
  ...kit,
  items: move(
    kit.items,
    kit.items.findIndex((item) => item.asset === asset),
    by,
  ),
});

export const withWhy = (kit: Kit, asset: string, why: string): Kit => ({
  ...kit,
  items: kit.items.map((item) => (item.asset === asset ? { ...item, why: why.slice(0, MOST.why) } : item)),
});

/** Brings back what was removed, to its place; one that has come back meanwhile stays as it is. */
export const insertItem = (kit: Kit, item: KitItem, index: number): Kit =>
  kit.items.some(({ asset }) => asset === item.asset) || kit.items.length >= MOST.items
    ? kit
    : { ...kit, items: kit.items.toSpliced(index, 0, item) };

export const moveStep = (kit: Kit, index: number, by: number): Kit => ({ ...kit, plan: move(kit.plan, index, by) });

export const insertStep = (kit: Kit, step: KitStep, index = kit.plan.length): Kit =>
  kit.plan.length >= MOST.steps ? kit : { ...kit, plan: kit.plan.toSpliced(index, 0, step) };

export const removeStep = (kit: Kit, index: number): Kit => ({ ...kit, plan: kit.plan.toSpliced(index, 1) });

export const withStep = (kit: Kit, index: number, change: Partial<KitStep>): Kit => ({
  ...kit,
  plan: kit.plan.map((step, i) => (i === index ? { ...step, ...change } : step)),
});
