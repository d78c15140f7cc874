/** The words of the trade that this build knows. */
import { NO_WORDS, parseSearchWords, type SearchWords } from '../../domain/search/search-words.ts';
import { fetchJson } from '../fetch-json.ts';

/** What makes finding better is no reason for it to fail: where they cannot be had, there are none. */
export const loadWords = (): Promise<SearchWords> =>
  fetchJson('/search-words.json', parseSearchWords).catch(() => NO_WORDS);
