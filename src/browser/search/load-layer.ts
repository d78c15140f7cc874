/** The search layer in a browser: Pagefind and the words of this build, loaded when a reader turns to search. */
import { pagefindEngine, type Pagefind, type SearchEngine } from '../../domain/search/engine.ts';
import { createSearchLayer, type SearchLayer } from '../../domain/search/layer.ts';
import { NO_WORDS, parseSearchWords } from '../../domain/search/search-words.ts';
import { EMPTY_SOURCE, openVocabulary } from '../../domain/search/vocabulary-files.ts';

/** The index is made after the site is bundled, so its address is not known to the bundler. */
const INDEX = '/pagefind/pagefind.js';
const VOCABULARY = '/pagefind';
const WORDS = '/search-words.json';

interface PagefindModule extends Pagefind {
  options: (options: { excerptLength: number; noWorker: boolean }) => Promise<void>;
}

const fetchJson = async (address: string): Promise<unknown> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be loaded: ${response.status}`);
  return response.json();
};

/** The engine alone; rejects where there is no index. */
export const loadEngine = (): Promise<SearchEngine> =>
  import(/* @vite-ignore */ INDEX).then(async (module: PagefindModule) => {
    // A thread of its own would be 12 kB more to load, and every hit would be copied on its way from there.
    await module.options({ excerptLength: 24, noWorker: true });
    return pagefindEngine(module);
  });

/** @param today the reader's day; rejects where there is no index */
export const loadLayer = async (today: string): Promise<SearchLayer> => {
  // What makes search better is no reason for it to fail: without it, the engine finds as it does alone.
  const [engine, vocabulary, words] = await Promise.all([
    loadEngine(),
    openVocabulary((name) => fetchJson(`${VOCABULARY}/${name}`)).catch(() => EMPTY_SOURCE),
    fetchJson(WORDS)
      .then(parseSearchWords)
      .catch(() => NO_WORDS),
  ]);
  return createSearchLayer({ engine, vocabulary, ...words, today });
};
