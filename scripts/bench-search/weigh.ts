/** What a browser loads for a first query, and for one more. */
import { openIndex, type OpenIndex } from './index-in-node.ts';
import { PLACES } from './engines.ts';
import type { Query } from './queries.ts';
import { stampOf } from '../../src/domain/stamp.ts';

export interface Weight {
  /** Bytes with the layer, and without: the script, the index, ten results. */
  first: number;
  further: number;
  plainFirst: number;
  plainFurther: number;
}

/** Queries of a reader who asks many. */
const QUERIES = 25;
/** Readers who ask only one: each opens the index anew, which takes longest. */
const READERS_OF_ONE = 100;

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

type Ask = (index: OpenIndex, query: string) => Promise<unknown>;

const withLayer: Ask = ({ layer }, query) => layer.search(query);
const withoutLayer: Ask = async ({ engine }, query) =>
  Promise.all((await engine.search(query)).slice(0, PLACES).map((hit) => hit.data()));

/** What each query loads, of a reader who asks them one after the other; the first with all that was needed for it. */
const weighReader = async (index: OpenIndex, queries: readonly string[], ask: Ask): Promise<number[]> => {
  const sums: number[] = [0];
  for (const query of queries) {
    await ask(index, query);
    sums.push(index.loaded());
  }
  return sums.slice(1).map((sum, i) => sum - (sums[i] ?? 0));
};

const inGroups = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

/** Both are medians: over readers who ask only one query, and over all further queries of readers who ask many. */
const weighOne = async (site: string, today: string, queries: readonly string[], ask: Ask, ownBytes: number) => {
  const firsts: number[] = [];
  for (const query of queries.slice(0, READERS_OF_ONE)) {
    const [first = 0] = await weighReader(await openIndex(site, today), [query], ask);
    firsts.push(first);
  }
  const furthers: number[] = [];
  for (const asked of inGroups(queries, QUERIES)) {
    furthers.push(...(await weighReader(await openIndex(site, today), asked, ask)).slice(1));
  }
  return { first: median(firsts) - ownBytes, further: median(furthers) };
};

export const weighSearch = async (site: string, today: string, queries: readonly Query[]): Promise<Weight> => {
  // All classes of queries are mixed, in every run alike.
  const texts = queries.map(({ query }) => query).sort((a, b) => (stampOf(a) < stampOf(b) ? -1 : 1));
  const index = await openIndex(site, today);
  const layer = await weighOne(site, today, texts, withLayer, 0);
  const plain = await weighOne(site, today, texts, withoutLayer, index.layerBytes);
  return { ...layer, plainFirst: plain.first, plainFurther: plain.further };
};
