/** What a browser loads for a first query, and for one more. */
import { openIndex, type OpenIndex } from './index-in-node.ts';
import { PLACES } from './engines.ts';
import type { Query } from './queries.ts';

export interface Weight {
  /** Bytes with the layer, and without: the script, the index, ten results. */
  first: number;
  further: number;
  plainFirst: number;
  plainFurther: number;
}

const QUERIES = 25;

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

type Ask = (index: OpenIndex, query: string) => Promise<unknown>;

const withLayer: Ask = ({ layer }, query) => layer.search(query);
const withoutLayer: Ask = async ({ engine }, query) =>
  Promise.all((await engine.search(query)).slice(0, PLACES).map((hit) => hit.data()));

/** Both are medians over the same queries: of a reader who asks only one, and of one who asks them all. */
const weighOne = async (site: string, today: string, queries: readonly string[], ask: Ask, ownBytes: number) => {
  const firsts: number[] = [];
  for (const query of queries) {
    const index = await openIndex(site, today);
    await ask(index, query);
    firsts.push(index.loaded() - ownBytes);
  }
  const index = await openIndex(site, today);
  const furthers: number[] = [];
  for (const query of queries) {
    const before = index.loaded();
    await ask(index, query);
    furthers.push(index.loaded() - before);
  }
  return { first: median(firsts), further: median(furthers.slice(1)) };
};

export const weighSearch = async (site: string, today: string, queries: readonly Query[]): Promise<Weight> => {
  const step = Math.max(1, Math.floor(queries.length / QUERIES));
  const asked = queries.filter((_, i) => i % step === 0).slice(0, QUERIES);
  const texts = asked.map(({ query }) => query);
  const index = await openIndex(site, today);
  const layer = await weighOne(site, today, texts, withLayer, 0);
  const plain = await weighOne(site, today, texts, withoutLayer, index.layerBytes);
  return { ...layer, plainFirst: plain.first, plainFurther: plain.further };
};
