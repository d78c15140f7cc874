/** The search layer in a browser: Pagefind and the words of this build, loaded when a reader turns to search. */
import { pagefindEngine, type Pagefind, type SearchEngine } from '../../domain/search/engine.ts';
import { createSearchLayer, type SearchLayer } from '../../domain/search/layer.ts';
import { EMPTY_SOURCE, openVocabulary } from '../../domain/search/vocabulary-files.ts';
import { fetchJson } from '../fetch-json.ts';
import { loadWords } from './load-words.ts';

/** The index is made after the site is bundled, so its address is not known to the bundler. */
const INDEX = '/pagefind/pagefind.js';
const VOCABULARY = '/pagefind';

interface PagefindModule extends Pagefind {
  options: (options: { excerptLength: number; noWorker: boolean }) => Promise<void>;
}

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
    // Without it, words are taken as they are typed, and the engine finds as it does alone.
    openVocabulary((name) => fetchJson<unknown>(`${VOCABULARY}/${name}`, (file) => file)).catch(() => EMPTY_SOURCE),
    loadWords(),
  ]);
  return createSearchLayer({ engine, vocabulary, ...words, today });
};
