/** The files of the library page, loaded when they are needed. */
import { parseColumns, parseOrder, type LibraryColumns } from '../../domain/facets/library-columns.ts';
import { fetchJson } from '../fetch-json.ts';

export const loadColumns = (): Promise<LibraryColumns> => fetchJson('/library/columns.json', parseColumns);

export const loadOrderByTitle = (columns: LibraryColumns): Promise<readonly number[]> =>
  fetchJson('/library/order.json', (file) => parseOrder(file, columns));
