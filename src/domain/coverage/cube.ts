/**
 * How many assets there are for each stage, persona and industry. It counts the columns of the library page, so that a
 * cell and the list that it leads to can never differ; the browser does it again when the reader filters.
 */
import { valuesOfRow, type Facet } from '../facets/facet.ts';

/** What is counted of a place in the matrix. */
export interface Cell {
  /** Assets that fit: those made for the industry, and those for every industry. */
  fit: number;
  /** Of these, made for the industry: it stands among those that the asset names. */
  own: number;
}

export interface Cube {
  /** Assets for a reader at a stage, whatever the industry. */
  reader: (stage: string, persona: string) => number;
  cell: (stage: string, persona: string, industry: string) => Cell;
  /** Assets of a type at a stage, whoever they are for. */
  ofType: (type: string, stage: string) => number;
}

/** The facets that the matrix is made of. */
const AXES = ['stage', 'persona', 'industry', 'type'] as const;

/** For an asset without an industry: it fits all of them. */
const EVERY = '';

const keyOf = (...ids: readonly string[]): string => ids.join(' ');

const idsOf = (facet: Facet | undefined, row: number): string[] =>
  facet === undefined ? [] : valuesOfRow(facet, row).flatMap((place) => facet.values[place]?.id ?? []);

/**
 * One pass over the rows.
 * @param facets of the library's columns; one that a build has no values for may be missing
 * @param rows those that a filter leaves
 */
export const countCube = (facets: readonly Facet[], rows: Iterable<number>): Cube => {
  const [stages, personas, industries, types] = AXES.map((name) => facets.find((facet) => facet.name === name));
  const counts = new Map<string, number>();
  const add = (key: string): void => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const row of rows) {
    const made = idsOf(industries, row);
    const places = made.length === 0 ? [EVERY] : made;
    const [type = ''] = idsOf(types, row);
    const readers = idsOf(personas, row);
    for (const stage of idsOf(stages, row)) {
      add(keyOf('type', type, stage));
      for (const persona of readers) {
        add(keyOf('reader', stage, persona));
        for (const industry of places) add(keyOf('cell', stage, persona, industry));
      }
    }
  }
  const countOf = (...ids: readonly string[]): number => counts.get(keyOf(...ids)) ?? 0;
  return {
    reader: (stage, persona) => countOf('reader', stage, persona),
    cell: (stage, persona, industry) => {
      const own = countOf('cell', stage, persona, industry);
      return { own, fit: own + countOf('cell', stage, persona, EVERY) };
    },
    ofType: (type, stage) => countOf('type', type, stage),
  };
};
