/** Cards of assets, from small files that are loaded when one of their cards is shown. */
import { parseCards, type RowCard } from '../../domain/facets/card-file.ts';
import { CARDS_A_FILE } from '../../domain/facets/library-columns.ts';
import { fetchJson } from '../fetch-json.ts';

/** Cards of the rows, in their order; rejects where one of their files cannot be used. */
export type CardsOf = (rows: readonly number[]) => Promise<RowCard[]>;

/** @param stamp of the columns: cards of another build would have other titles in the same rows */
export const createCards = (stamp: string): CardsOf => {
  const files = new Map<number, Promise<RowCard[]>>();
  const load = (file: number): Promise<RowCard[]> => {
    const known = files.get(file);
    if (known) return known;
    const loading = fetchJson(`/library/cards-${file}.json`, (json) => parseCards(json, stamp));
    files.set(file, loading);
    // What failed once, such as a download, may succeed the next time.
    loading.catch(() => files.delete(file));
    return loading;
  };
  return (rows) =>
    Promise.all(
      rows.map(async (row) => {
        const card = (await load(Math.floor(row / CARDS_A_FILE)))[row % CARDS_A_FILE];
        if (!card) throw new Error(`There is no card for row ${row}.`);
        return card;
      }),
    );
};
