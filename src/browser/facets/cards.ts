/** Things of a list, from small files that are loaded when one of their things is shown. */
import { parseCards, type RowCard } from '../../domain/facets/card-file.ts';
import { CARDS_A_FILE } from '../../domain/facets/library-columns.ts';
import { fetchJson } from '../fetch-json.ts';

/** Things at these places, in their order; rejects where one of their files cannot be used. */
export type ThingsAt<T> = (places: readonly number[]) => Promise<T[]>;

export interface Files<T> {
  /** Address of the n-th file. */
  address: (file: number) => string;
  /** Things in one file. */
  size: number;
  /** Throws where a file is broken or of another build. */
  parse: (file: unknown) => readonly T[];
}

export const createFiles = <T>({ address, size, parse }: Files<T>): ThingsAt<T> => {
  const files = new Map<number, Promise<readonly T[]>>();
  const load = (file: number): Promise<readonly T[]> => {
    const known = files.get(file);
    if (known) return known;
    const loading = fetchJson(address(file), parse);
    files.set(file, loading);
    // What failed once, such as a download, may succeed the next time.
    loading.catch(() => files.delete(file));
    return loading;
  };
  return (places) =>
    Promise.all(
      places.map(async (place) => {
        const thing = (await load(Math.floor(place / size)))[place % size];
        if (thing === undefined) throw new Error(`There is nothing at ${place}.`);
        return thing;
      }),
    );
};

export type CardsOf = ThingsAt<RowCard>;

/** @param stamp of the columns: cards of another build would have other titles in the same rows */
export const createCards = (stamp: string): CardsOf =>
  createFiles({
    address: (file) => `/library/cards-${file}.json`,
    size: CARDS_A_FILE,
    parse: (file) => parseCards(file, stamp),
  });
