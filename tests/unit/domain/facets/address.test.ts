/** The library's state in an address, and back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readLibraryState,
  SORTS,
  writeLibraryState,
  type LibraryState,
} from '../../../../src/domain/facets/library-address.ts';
import { toFacet } from '../../../../src/domain/facets/facet.ts';

const facet = (name: string, ids: readonly string[]) =>
  toFacet({ name, values: ids.map((id) => ({ id, label: id })), fitsAll: false }, []);

const FACETS = [facet('stage', ['early', 'late']), facet('owner', ['Sales & Co', 'Ümlaut+?', 'a=b'])];
const NAMES = ['stage', 'owner', 'competitor'];
const read = (query: string) => readLibraryState(new URLSearchParams(query), NAMES, FACETS);

describe('an address', () => {
  test('chooses several values of several facets', () => {
    expect(read('?stage=late&stage=early&owner=Sales+%26+Co').state.selection).toEqual(
      new Map([
        ['stage', new Set(['late', 'early'])],
        ['owner', new Set(['Sales & Co'])],
      ]),
    );
  });

  test('may name what this build does not have: that is left out, and told', () => {
    const { state, unknown } = read('?stage=never&stage=late&competitor=corvane&utm_source=mail');
    expect(state.selection).toEqual(new Map([['stage', new Set(['late'])]]));
    expect(unknown).toEqual([
      { facet: 'stage', value: 'never' },
      { facet: 'competitor', value: 'corvane' },
    ]);
  });

  test('may be hostile: little of it is told', () => {
    const { unknown } = read(`?${Array.from({ length: 500 }, (_, i) => `stage=${i}${'<b>'.repeat(99)}`).join('&')}`);
    expect(unknown.length).toBeLessThanOrEqual(3);
    expect(unknown[0]?.value.length).toBeLessThanOrEqual(40);
    expect(read(`?q=${'x'.repeat(10_000)}`).state.query.length).toBe(400);
  });

  test('has no order by relevance without words, and no order that does not exist', () => {
    expect(read('?sort=relevance').state.sort).toBe('review');
    expect(read('?sort=price').state.sort).toBe('review');
    expect(read('?q=x').state.sort).toBe('relevance');
    expect(read('?q=x&sort=title').state.sort).toBe('title');
  });

  test('brings back any state that was written into it', () => {
    const selections = fc.tuple(...FACETS.map(({ values }) => fc.subarray(values.map(({ id }) => id)))).map(
      (chosen) =>
        new Map(
          FACETS.flatMap(({ name }, i) => {
            const ids = chosen[i] ?? [];
            return ids.length > 0 ? [[name, new Set(ids)] as const] : [];
          }),
        ),
    );
    const states: fc.Arbitrary<LibraryState> = fc
      .record({
        query: fc.string({ maxLength: 40, unit: 'grapheme' }).map((text) => text.trim()),
        literal: fc.boolean(),
        selection: selections,
        sort: fc.constantFrom(...SORTS),
      })
      .map((state) => ({
        ...state,
        literal: state.literal && state.query !== '',
        sort: state.query === '' && state.sort === 'relevance' ? 'review' : state.sort,
      }));
    fc.assert(
      fc.property(states, (state) => {
        const written = writeLibraryState(state, FACETS).toString();
        const { state: back, unknown } = read(`?${written}`);
        expect(back).toEqual(state);
        expect(unknown).toEqual([]);
      }),
    );
  });
});
