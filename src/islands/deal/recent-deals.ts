/**
 * The last deals, as the addresses that say them: kept in this browser only, and gone when their reader says so. They
 * hold ids of terms and no name of anybody.
 */
import { isTexts } from '../../domain/guards.ts';

const KEY = 'recent-deals';
const MOST_KEPT = 6;
/** No deal of ours is that long. */
const LONGEST = 600;

/** The latest first. What was not written by this is as if there were nothing. */
export const recentDeals = (): readonly string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return isTexts(kept) ? kept.filter((deal) => deal !== '' && deal.length <= LONGEST).slice(0, MOST_KEPT) : [];
  } catch {
    return [];
  }
};

const keep = (deals: readonly string[]): readonly string[] => {
  const kept = deals.slice(0, MOST_KEPT);
  try {
    if (kept.length > 0) localStorage.setItem(KEY, JSON.stringify(kept));
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is closed or full: nothing is lost but the memory of it.
  }
  return kept;
};

/** @param before the same deal with less said: it gives way */
export const rememberDeal = (deal: string, before: string): readonly string[] =>
  keep([deal, ...recentDeals().filter((other) => other !== deal && other !== before)].filter(Boolean));

export const forgetDeal = (deal: string): readonly string[] => keep(recentDeals().filter((other) => other !== deal));

export const forgetDeals = (): readonly string[] => keep([]);
