/** An engine in memory that behaves like Pagefind: all words, as beginnings; unknown words are dropped. */
import type { EngineHit, Page, SearchEngine, Selection } from '../../../../src/domain/search/engine.ts';
import { createSearchLayer, type SearchLayer } from '../../../../src/domain/search/layer.ts';
import type { FacetValue } from '../../../../src/domain/search/facet-words.ts';
import type { SynonymGroup } from '../../../../src/domain/search/synonyms.ts';
import { encodeVocabulary, openVocabulary } from '../../../../src/domain/search/vocabulary-files.ts';
import { collectVocabulary } from '../../../../src/domain/search/vocabulary.ts';
import { textWords } from '../../../../src/domain/search/words.ts';
import { readFiles, type ReadFiles } from './read-files.ts';

export interface FakePage {
  url: string;
  title: string;
  content: string;
  keywords?: string;
  filters?: Readonly<Record<string, readonly string[]>>;
}

const TITLE_WEIGHT = 5;
const WORDS_A_PART = 4;

const toPage = ({ url, title, content, keywords, filters = {} }: FakePage): Page => ({
  url,
  content,
  excerpt: content,
  meta: keywords === undefined ? { title } : { title, keywords },
  filters,
  sub_results: [],
});

const isSelected = ({ filters = {} }: FakePage, selection: Selection): boolean =>
  Object.entries(selection).every(([facet, values]) => values.some((value) => filters[facet]?.includes(value)));

const scoreOf = ({ title, content, keywords = '' }: FakePage, words: readonly string[]): number => {
  const count = (text: string, word: string): number =>
    textWords(text).filter((other) => other.startsWith(word)).length;
  const scores = words.map((word) => count(title, word) * TITLE_WEIGHT + count(`${content} ${keywords}`, word));
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0);
};

export interface FakeEngine extends SearchEngine {
  /** What it was asked, in order. */
  asked: (string | null)[];
}

export const fakeEngine = (pages: readonly FakePage[]): FakeEngine => {
  const known = pages.flatMap(({ title, content, keywords = '' }) => textWords(`${title} ${content} ${keywords}`));
  const isKnown = (word: string): boolean => known.some((other) => other.startsWith(word));
  const asked: (string | null)[] = [];
  const toHit = (page: FakePage, score: number): EngineHit => ({
    id: page.url,
    score,
    fields: [],
    data: () => Promise.resolve(toPage(page)),
  });
  const search: SearchEngine['search'] = (query, { selection = {} } = {}) => {
    asked.push(query);
    const selected = pages.filter((page) => isSelected(page, selection));
    if (query === null) return Promise.resolve(selected.map((page) => toHit(page, 0)));
    const phrase = /^"(.*)"$/.exec(query)?.[1];
    if (phrase !== undefined)
      return Promise.resolve(
        selected
          .filter(({ title, content }) => textWords(`${title} ${content}`).join(' ').includes(phrase))
          .map((page) => toHit(page, 1)),
      );
    const words = query.split(' ').filter(isKnown);
    const hits = words.length === 0 ? [] : selected.map((page) => toHit(page, scoreOf(page, words)));
    return Promise.resolve(hits.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score));
  };
  return { asked, search };
};

export interface FakeLibrary {
  synonyms?: readonly SynonymGroup[];
  facets?: readonly FacetValue[];
  today?: string;
}

export const layerOver = (
  pages: readonly FakePage[],
  { synonyms = [], facets = [], today = '2026-11-22' }: FakeLibrary = {},
): SearchLayer & { asked: FakeEngine['asked']; files: ReadFiles } => {
  const engine = fakeEngine(pages);
  const vocabulary = collectVocabulary(
    pages.map(({ title, content, keywords = '', filters = {} }) => [
      title,
      content,
      keywords,
      ...Object.values(filters).flat(),
    ]),
  );
  // Small parts: what a query needs of them is seen.
  const files = readFiles(encodeVocabulary(vocabulary, WORDS_A_PART));
  const layer = openVocabulary(files.read).then((source) =>
    createSearchLayer({ engine, vocabulary: source, synonyms, facets, today }),
  );
  return {
    search: async (query, options) => (await layer).search(query, options),
    asked: engine.asked,
    files,
  };
};
