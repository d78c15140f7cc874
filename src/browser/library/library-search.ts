/** Words → rows of the library: the search layer finds pages, and the index is sorted as the rows are. */
import type { Found } from '../../domain/search/layer.ts';
import { ROW } from '../../domain/search/page-fields.ts';

export interface LibraryHits {
  /** The best first. */
  rows: readonly number[];
  found: Found;
  /** The row of the best page that is an asset, with the page's address: they must fit together. */
  check: { row: number; url: string } | undefined;
}

export type LibrarySearch = (query: string, literal: boolean) => Promise<LibraryHits>;

/**
 * @param rows how many assets the library has
 * @param today the reader's day
 * @throws {Error} where there is no index, or one of another build
 */
export const loadLibrarySearch = async (rows: number, today: string): Promise<LibrarySearch> => {
  const { loadEngine, loadLayer } = await import('../search/load-layer.ts');
  const [layer, engine] = await Promise.all([loadLayer(today), loadEngine()]);
  const inOrder = await engine.search(null, { sort: { [ROW]: 'desc' } });
  if (inOrder.length !== rows) throw new Error('The search index belongs to another build.');
  const rowOf = new Map(inOrder.map(({ id }, row) => [id, row]));
  return async (query, literal) => {
    const found = await layer.search(query, { literal });
    const best = found.results.find(({ id }) => rowOf.has(id));
    const row = best && rowOf.get(best.id);
    return {
      // Plays, kits and terms are found as well, and are no assets.
      rows: found.ids.flatMap((id) => rowOf.get(id) ?? []),
      found,
      check: best && row !== undefined ? { row, url: best.url } : undefined,
    };
  };
};
