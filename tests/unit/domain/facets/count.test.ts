/** Counts under a query and the other facets, against a count that takes every row by itself. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bestRelaxation,
  countFacets,
  toggled,
  withValues,
  type Selection,
} from '../../../../src/domain/facets/count.ts';
import { labelsOfRow, toFacet, type Facet } from '../../../../src/domain/facets/facet.ts';

const facetOf = (name: string, ids: readonly string[], rows: readonly (readonly string[])[], fitsAll = false): Facet =>
  toFacet({ name, values: ids.map((id) => ({ id, label: id.toUpperCase() })), fitsAll }, rows);

const idsOf = ({ values, sets, column }: Facet, row: number): string[] =>
  (sets[column[row] ?? -1] ?? []).flatMap((place) => values[place]?.id ?? []);

const fits = (facet: Facet, row: number, chosen: ReadonlySet<string>): boolean => {
  const ids = idsOf(facet, row);
  return ids.length === 0 ? facet.fitsAll : ids.some((id) => chosen.has(id));
};

/** What a careful person would count, row by row. */
const bruteForce = (facets: readonly Facet[], selection: Selection, rows: readonly number[]) => {
  const passes = (row: number, except?: string): boolean =>
    facets.every((facet) => {
      const chosen = selection.get(facet.name);
      return facet.name === except || !chosen || chosen.size === 0 || fits(facet, row, chosen);
    });
  return {
    rows: rows.filter((row) => passes(row)),
    counts: new Map(
      facets.map((facet) => [
        facet.name,
        facet.values.map(
          ({ id }) => rows.filter((row) => passes(row, facet.name) && fits(facet, row, new Set([id]))).length,
        ),
      ]),
    ),
    without: new Map(
      facets
        .filter(({ name }) => (selection.get(name)?.size ?? 0) > 0)
        .map(({ name }) => [name, rows.filter((row) => passes(row, name)).length]),
    ),
  };
};

const NAMES = ['stage', 'persona', 'industry', 'region'];
const IDS = ['a', 'b', 'c', 'd', 'e'];

const libraries = fc.integer({ min: 0, max: 40 }).chain((rows) =>
  fc.record({
    rows: fc.shuffledSubarray([...Array(rows).keys()]),
    facets: fc.tuple(
      ...NAMES.map((name) =>
        fc
          .record({
            ids: fc.array(fc.subarray(IDS), { minLength: rows, maxLength: rows }),
            fitsAll: fc.boolean(),
          })
          .map(({ ids, fitsAll }) => facetOf(name, IDS, ids, fitsAll)),
      ),
    ),
    selection: fc
      .array(fc.tuple(fc.constantFrom(...NAMES), fc.subarray(IDS)), { maxLength: 4 })
      .map((chosen): Selection => new Map(chosen.map(([name, ids]) => [name, new Set(ids)]))),
  }),
);

describe('counts', () => {
  test('equal those of a brute-force count, whatever the library, the candidates and the selection', () => {
    fc.assert(
      fc.property(libraries, ({ rows, facets, selection }) => {
        const { rows: left, counts, without } = countFacets(facets, selection, rows);
        expect({ rows: left, counts, without }).toEqual(bruteForce(facets, selection, rows));
      }),
      { numRuns: 300 },
    );
  });

  test('a value’s count is what its facet shows when it is chosen alone', () => {
    fc.assert(
      fc.property(libraries, ({ rows, facets, selection }) => {
        const { counts } = countFacets(facets, selection, rows);
        for (const { name, values } of facets) {
          for (const [i, { id }] of values.entries()) {
            const alone = countFacets(facets, withValues(selection, name, new Set([id])), rows);
            expect(alone.rows.length).toBe(counts.get(name)?.[i]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

const stage = facetOf('stage', ['early', 'late'], [['early'], ['early', 'late'], ['late'], []]);
const industry = facetOf('industry', ['retail', 'care'], [['retail'], [], ['care'], []], true);
const ROWS = [0, 1, 2, 3];

describe('a selection', () => {
  test('takes any of a facet’s values, of all facets', () => {
    const selection = new Map([
      ['stage', new Set(['early', 'late'])],
      ['industry', new Set(['retail'])],
    ]);
    expect(countFacets([stage, industry], selection, ROWS).rows).toEqual([0, 1]);
  });

  test('finds what names no industry under every industry, and says how many those are', () => {
    const counted = countFacets([stage, industry], new Map([['industry', new Set(['care'])]]), ROWS);
    expect(counted.rows).toEqual([1, 2, 3]);
    expect(counted.counts.get('industry')).toEqual([3, 3]);
    expect(counted.fitting.get('industry')).toBe(2);
    expect(counted.fitting.get('stage')).toBe(0);
  });

  test('does not find what names no stage under any stage', () => {
    expect(countFacets([stage], new Map([['stage', new Set(['early', 'late'])]]), ROWS).rows).toEqual([0, 1, 2]);
  });

  test('keeps the order of the candidates', () => {
    expect(countFacets([stage], new Map(), [3, 1, 2]).rows).toEqual([3, 1, 2]);
  });

  test('changes by a value, and leaves no empty facet behind', () => {
    const one = toggled(new Map(), 'stage', 'early');
    expect(one).toEqual(new Map([['stage', new Set(['early'])]]));
    expect(toggled(one, 'stage', 'early')).toEqual(new Map());
  });
});

describe('an empty list', () => {
  test('names the facet whose removal shows most', () => {
    const other = facetOf('other', ['x'], [['x'], [], [], ['x']]);
    const selection = new Map([
      ['stage', new Set(['late'])],
      ['other', new Set(['x'])],
    ]);
    const counted = countFacets([stage, other], selection, ROWS);
    expect(counted.rows).toEqual([]);
    expect(counted.without).toEqual(
      new Map([
        ['stage', 2],
        ['other', 2],
      ]),
    );
    expect(bestRelaxation(countFacets([stage, other], selection, [0, 1, 2]))).toEqual({ facet: 'other', count: 2 });
  });

  test('offers nothing where no single removal helps', () => {
    const none = facetOf('none', ['x'], [[], [], [], []]);
    const never = facetOf('never', ['x'], [[], [], [], []]);
    const selection = new Map([
      ['none', new Set(['x'])],
      ['never', new Set(['x'])],
    ]);
    expect(bestRelaxation(countFacets([none, never], selection, ROWS))).toBeUndefined();
  });
});

test('a facet keeps each combination once, drops what is no value of it, and gives labels in its own order', () => {
  const facet = facetOf('f', ['a', 'b'], [['b', 'a', 'a'], ['a', 'b'], ['gone'], []]);
  expect(facet.sets).toEqual([[0, 1], []]);
  expect(facet.column).toEqual([0, 0, 1, 1]);
  expect(labelsOfRow(facet, 0)).toEqual(['A', 'B']);
});
