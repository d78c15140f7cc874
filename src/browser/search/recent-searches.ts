/** What this reader searched for lately: kept in this browser only, and gone when they say so. */
import { isText, isTexts } from '../../domain/facets/guards.ts';

const KEY = 'recent-searches';
const MOST_KEPT = 8;
const LONGEST = 120;

/** The latest first. What was not written by this is as if there were nothing. */
export const recentSearches = (): readonly string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return isTexts(kept) ? kept.filter((query) => query !== '' && query.length <= LONGEST).slice(0, MOST_KEPT) : [];
  } catch {
    return [];
  }
};

const write = (queries: readonly string[]): void => {
  try {
    if (queries.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(queries));
  } catch {
    // A browser that keeps nothing is a reader's choice: search works without.
  }
};

/** @param query as it was typed; a very long one was pasted, and is not worth keeping */
export const rememberSearch = (query: string): void => {
  if (!isText(query) || query === '' || query.length > LONGEST) return;
  const others = recentSearches().filter((other) => other.toLowerCase() !== query.toLowerCase());
  write([query, ...others].slice(0, MOST_KEPT));
};

export const forgetSearches = (): void => write([]);
