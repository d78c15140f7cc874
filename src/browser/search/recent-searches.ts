/** What this reader searched for lately: kept in this browser only, and gone when they say so. */
import { isTexts } from '../../domain/guards.ts';
import { forget, remember, remembered } from '../remembered.ts';

const KEY = 'recent-searches';
const MOST_KEPT = 8;
const LONGEST = 120;

/** The latest first. What was not written by this is as if there were nothing. */
export const recentSearches = (): readonly string[] => {
  try {
    const kept: unknown = JSON.parse(remembered(KEY) ?? '[]');
    return isTexts(kept) ? kept.filter((query) => query !== '' && query.length <= LONGEST).slice(0, MOST_KEPT) : [];
  } catch {
    return [];
  }
};

/** @param query as it was typed; a very long one was pasted, and is not worth keeping */
export const rememberSearch = (query: string): void => {
  if (query === '' || query.length > LONGEST) return;
  const others = recentSearches().filter((other) => other.toLowerCase() !== query.toLowerCase());
  remember(KEY, JSON.stringify([query, ...others].slice(0, MOST_KEPT)));
};

export const forgetSearches = (): void => forget(KEY);
