/** The search layer in a browser: Pagefind and the words of this build, loaded when a reader turns to search. */
import { pagefindEngine, type Pagefind, type SearchEngine } from '../../domain/search/engine.ts';
import { createSearchLayer, type SearchLayer } from '../../domain/search/layer.ts';
import { NO_WORDS, parseSearchWords } from '../../domain/search/search-words.ts';
import { NO_VOCABULARY, parseVocabulary } from '../../domain/search/vocabulary.ts';

/** The index is made after the site is bundled, so its address is not known to the bundler. */
const INDEX = '/pagefind/pagefind.js';
const VOCABULARY = '/pagefind/vocabulary.json';
const WORDS = '/search-words.json';

interface PagefindModule extends Pagefind {
  options: (options: { excerptLength: number; noWorker: boolean }) => Promise<void>;
}

/** What makes search better is no reason for it to fail: without it, the engine finds as it does alone. */
const fetchOr = async <T>(address: string, parse: (file: unknown) => T, otherwise: T): Promise<T> => {
  try {
    const response = await fetch(address);
    return response.ok ? parse(await response.json()) : otherwise;
  } catch {
    return otherwise;
  }
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
  const [engine, vocabulary, words] = await Promise.all([
    loadEngine(),
    fetchOr(VOCABULARY, parseVocabulary, NO_VOCABULARY),
    fetchOr(WORDS, parseSearchWords, NO_WORDS),
  ]);
  return createSearchLayer({ engine, vocabulary, ...words, today });
};
