/** The files of the desk, loaded when they are needed and kept while the page is open. */
import { parseBriefs, type Briefs } from '../../domain/deal/briefs-file.ts';
import { parseDesk, type Desk } from '../../domain/deal/desk.ts';
import { NAMES_A_FILE, parseNames, type AssetName } from '../../domain/deal/names-file.ts';

/** @throws {Error} where the file is missing, cut short, or of another build */
const fetchJson = async <T>(name: string, parse: (file: unknown) => T): Promise<T> => {
  const response = await fetch(`/deal/${name}.json`);
  if (!response.ok) throw new Error(`/deal/${name}.json answered with ${response.status}.`);
  return parse(await response.json());
};

export const loadDesk = (): Promise<Desk> => fetchJson('desk', parseDesk);

export const loadBriefs = ({ stamp }: Desk): Promise<Briefs> => fetchJson('briefs', (file) => parseBriefs(file, stamp));

/** Names of assets by their rows, as far as they have been loaded. */
export interface Names {
  of: (row: number) => AssetName | undefined;
  /** Loads what is not there yet; undefined where all is. Rejects where a file cannot be used. */
  need: (rows: readonly number[]) => Promise<unknown> | undefined;
}

export const createNames = ({ stamp }: Desk): Names => {
  const loaded = new Map<number, readonly AssetName[]>();
  const loading = new Map<number, Promise<unknown>>();
  const load = (file: number): Promise<unknown> => {
    const known = loading.get(file);
    if (known) return known;
    const started = fetchJson(`names-${file}`, (content) => parseNames(content, stamp))
      .then((names) => loaded.set(file, names))
      // What failed once, such as a download, may succeed the next time.
      .finally(() => loading.delete(file));
    loading.set(file, started);
    return started;
  };
  const fileOf = (row: number): number => Math.floor(row / NAMES_A_FILE);
  return {
    of: (row) => loaded.get(fileOf(row))?.[row % NAMES_A_FILE],
    need: (rows) => {
      const missing = [...new Set(rows.map(fileOf))].filter((file) => !loaded.has(file));
      return missing.length === 0 ? undefined : Promise.all(missing.map(load));
    },
  };
};
