/** The three ways to search that are compared: addresses of pages, best first. */
import MiniSearch from 'minisearch';
import type { IndexedPage } from './indexed-pages.ts';
import type { OpenIndex } from './index-in-node.ts';

/** Places that count. */
export const PLACES = 10;

export interface Answer {
  urls: readonly string[];
  /** Whether the spelling was changed. */
  isCorrected: boolean;
}

export interface Engine {
  name: string;
  search: (query: string) => Promise<Answer>;
}

const plain = ({ engine }: OpenIndex): Engine => ({
  name: 'Pagefind as it comes',
  search: async (query) => {
    const hits = await engine.search(query);
    const pages = await Promise.all(hits.slice(0, PLACES).map((hit) => hit.data()));
    return { urls: pages.map(({ url }) => url), isCorrected: false };
  },
});

const layered = ({ layer }: OpenIndex): Engine => ({
  name: 'with the layer',
  search: async (query) => {
    const { results, corrected } = await layer.search(query);
    return { urls: results.map(({ url }) => url), isCorrected: corrected !== undefined };
  },
});

const miniSearch = (pages: readonly IndexedPage[]): Engine => {
  const index = new MiniSearch({
    idField: 'url',
    fields: ['title', 'keywords', 'tags', 'content'],
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 6 } },
  });
  index.addAll(pages.map(({ url, content, meta }) => ({ ...meta, url, content })));
  return {
    name: 'MiniSearch',
    search: (query) => {
      const all = index.search(query, { combineWith: 'AND' });
      const hits = all.length > 0 ? all : index.search(query, { combineWith: 'OR' });
      return Promise.resolve({ urls: hits.slice(0, PLACES).map(({ id }) => String(id)), isCorrected: false });
    },
  };
};

export const enginesOf = (index: OpenIndex, pages: readonly IndexedPage[]): Engine[] => [
  plain(index),
  miniSearch(pages),
  layered(index),
];
