/** The engine under the layer, as the layer needs it; and Pagefind as such an engine. */
import { z } from 'zod/mini';

/** Facet → values: any of the values, of all of the facets. */
export type Selection = Readonly<Record<string, readonly string[]>>;

export interface EngineOptions {
  selection?: Selection;
  /** Replaces the order by relevance. */
  sort?: Readonly<Record<string, 'asc' | 'desc'>>;
}

/** A hit as the engine describes it once it is loaded. */
export interface Page {
  url: string;
  content: string;
  /** HTML whose only element is `<mark>`. */
  excerpt: string;
  meta: Readonly<Record<string, string>>;
  filters: Readonly<Record<string, readonly string[]>>;
  sub_results: readonly Section[];
}

/** What stands under one heading of a page, and has some of the words; the first may be what stands above all of them. */
export interface Section {
  title: string;
  /** With the heading as its fragment. */
  url: string;
  excerpt: string;
  /** How much of the words, and how close together. */
  score: number;
}

export interface EngineHit {
  id: string;
  score: number;
  /** Names of the fields beside the text in which it was found: `title`, `keywords`. */
  fields: readonly string[];
  data: () => Promise<Page>;
}

export interface SearchEngine {
  /** All hits, best first. @param query null: every page of the selection */
  search: (query: string | null, options?: EngineOptions) => Promise<readonly EngineHit[]>;
}

const sectionSchema = z.pipe(
  z.object({
    title: z.string(),
    url: z.string(),
    excerpt: z.string(),
    weighted_locations: z.array(z.object({ balanced_score: z.number() })),
  }),
  z.transform(({ title, url, excerpt, weighted_locations }): Section => ({
    title,
    url,
    excerpt,
    score: weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0),
  })),
);

const pageSchema = z.object({
  url: z.string(),
  content: z.string(),
  excerpt: z.string(),
  meta: z.record(z.string(), z.string()),
  filters: z.record(z.string(), z.array(z.string())),
  sub_results: z.array(sectionSchema),
});

/** What of Pagefind's module is used. */
export interface Pagefind {
  search: (query: string | null, options: object) => Promise<PagefindFound | null>;
}

interface PagefindFound {
  results: readonly PagefindHit[];
}

interface PagefindHit {
  id: string;
  score: number;
  matchedMetaFields?: readonly string[];
  data: () => Promise<unknown>;
}

const anyOf = (selection: Selection): Record<string, { any: readonly string[] }> =>
  Object.fromEntries(
    Object.entries(selection).flatMap(([facet, values]) => (values.length > 0 ? [[facet, { any: values }]] : [])),
  );

/**
 * Pagefind forgets the data of a hit as soon as nobody holds the hit itself: its function alone is not enough.
 * Parsing also copies: Pagefind writes the excerpt of the next query into the same object.
 */
const toHit = (hit: PagefindHit): EngineHit => ({
  id: hit.id,
  score: hit.score,
  fields: hit.matchedMetaFields ?? [],
  data: async () => pageSchema.parse(await hit.data()),
});

export const pagefindEngine = (pagefind: Pagefind): SearchEngine => ({
  search: async (query, { selection = {}, sort = {} } = {}) => {
    const found = await pagefind.search(query, { filters: anyOf(selection), sort });
    return (found?.results ?? []).map(toHit);
  },
});
