/** The library as the internal portal counts it, read without a build: for commands that answer what its pages show. */
import { collectColumns } from '../domain/facets/collect-columns.ts';
import type { Facet } from '../domain/facets/facet.ts';
import type { Labels } from '../schemas/labels.ts';
import type { LoadedLibrary } from './load-library.ts';
import { siteLibraryOf, type ReadLibrary } from './read-library.ts';

export interface PortalLibrary extends ReadLibrary {
  /** What the library page counts by. */
  facets: readonly Facet[];
  /** How many assets. */
  rows: number;
}

/** @param today the day to read it for */
export const portalLibrary = ({ library }: LoadedLibrary, labels: Labels, today: string): PortalLibrary => {
  const read = siteLibraryOf(library, labels, 'internal', today);
  const { facets, rows } = collectColumns(read.library, read.ui);
  return { ...read, facets, rows };
};
