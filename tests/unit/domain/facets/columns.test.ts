/** The library as columns and cards: made from what the gate let through, and checked before it is used. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { encodeCards, parseCards } from '../../../../src/domain/facets/card-file.ts';
import { collectCards, collectColumns, orderByTitle, rowsOf } from '../../../../src/domain/facets/collect-columns.ts';
import { countFacets } from '../../../../src/domain/facets/count.ts';
import { dayNumber, dayText } from '../../../../src/domain/facets/day-number.ts';
import { decodeFacets, encodeFacet } from '../../../../src/domain/facets/facet-file.ts';
import { isRecord } from '../../../../src/domain/guards.ts';
import { labelsOfRow } from '../../../../src/domain/facets/facet.ts';
import {
  encodeColumns,
  FRESHNESS,
  freshnessFacet,
  parseColumns,
  parseOrder,
} from '../../../../src/domain/facets/library-columns.ts';
import { addDays, freshness } from '../../../../src/domain/freshness.ts';
import { buildSiteLibrary, type SiteEntry } from '../../../../src/domain/site-library.ts';
import type { Ui } from '../../../../src/domain/ui.ts';
import { filledCollections } from '../../../../src/domain/views.ts';
import { collections } from '../../../../src/schemas/index.ts';
import { labelsSchema } from '../../../../src/schemas/labels.ts';
import { settings, TODAY } from '../../../fixtures/entries.ts';

const labels = labelsSchema.parse(load(readFileSync('content/labels/en.yml', 'utf8')));

const resource = (id: string, data: Record<string, unknown> = {}): SiteEntry => ({
  collection: 'resources',
  id,
  data: {
    ...collections.resources.draft.parse({
      title: id,
      audience: 'public',
      status: 'approved',
      reviewed_on: '2026-06-01',
      ...data,
    }),
    cites: [],
    citations: [],
  },
});

const term = (collection: 'stages' | 'industries' | 'use-cases', id: string, order: number): SiteEntry => {
  const data = { label: `The ${id}`, order };
  if (collection === 'stages')
    return { collection, id, data: { ...collections.stages.draft.parse(data), cites: [], citations: [] } };
  return { collection, id, data: { ...collections[collection].draft.parse(data), cites: [], citations: [] } };
};

const ENTRIES = [
  term('stages', 'late', 2),
  term('stages', 'early', 1),
  term('industries', 'care', 1),
  term('industries', 'retail', 2),
  term('use-cases', 'closing', 1),
  term('use-cases', 'unused', 2),
  resource('b', { stages: ['late', 'early'], owner: 'Zoe', title: 'Zebra 10', use_cases: ['closing'] }),
  resource('a', { stages: ['late'], owner: 'Ann', title: 'Zebra 9', industries: ['care'] }),
  resource('new', { reviewed_on: '2026-11-01', title: 'Äpfel', summary: 'Fruit.' }),
  resource('never', { reviewed_on: undefined, status: 'draft' }),
];

const library = buildSiteLibrary({ settings: settings(), audience: 'internal', today: TODAY, entries: ENTRIES });
const ui: Ui = {
  labels,
  settings: settings(),
  audience: 'internal',
  origin: 'https://c.example',
  filled: filledCollections(library),
  logo: undefined,
  drafts: false,
  compares: false,
};
const columns = { ...collectColumns(library, ui), stamp: 's1' };
const facetOf = (name: string) => columns.facets.find((facet) => facet.name === name);

describe('columns', () => {
  test('have the assets in the order of reviews, equal days by id, what was never reviewed last', () => {
    expect(rowsOf(library).map(({ id }) => id)).toEqual(['new', 'b', 'a', 'never']);
    expect(columns.reviewed.map(dayText)).toEqual(['2026-11-01', '2026-06-01', '2026-06-01', '']);
  });

  test('have terms in their order, and none that no asset has unless empty means all', () => {
    expect(facetOf('stage')?.values).toEqual([
      { id: 'early', label: 'The early' },
      { id: 'late', label: 'The late' },
    ]);
    expect(facetOf('use')?.values.map(({ id }) => id)).toEqual(['closing']);
    expect(facetOf('industry')?.values.map(({ id }) => id)).toEqual(['care', 'retail']);
    expect(facetOf('owner')?.values.map(({ id }) => id)).toEqual(['Ann', 'Zoe']);
    expect(facetOf('region')).toBeUndefined();
  });

  test('count an asset without industries for every industry', () => {
    const { counts } = countFacets(columns.facets, new Map(), [0, 1, 2, 3]);
    expect(counts.get('industry')).toEqual([4, 3]);
    expect(counts.get('stage')).toEqual([1, 2]);
  });

  test('have no owners where the gate has taken them away', () => {
    const entries = ENTRIES.map((entry) =>
      entry.collection === 'resources' ? { ...entry, data: { ...entry.data, owner: '' } } : entry,
    );
    const outside = buildSiteLibrary({ settings: settings(), audience: 'public', today: TODAY, entries });
    expect(collectColumns(outside, ui).facets.map(({ name }) => name)).not.toContain('owner');
  });

  test('say who may see an asset, but where everything is public', () => {
    const entries = ENTRIES.map((entry) =>
      entry.id === 'b' && entry.collection === 'resources'
        ? { ...entry, data: { ...entry.data, audience: 'internal' as const } }
        : entry,
    );
    const inside = buildSiteLibrary({ settings: settings(), audience: 'internal', today: TODAY, entries });
    const audiences = collectColumns(inside, ui).facets.find(({ name }) => name === 'audience');
    expect(audiences?.values.map(({ id }) => id)).toEqual(['public', 'internal']);
    const names = collectColumns(inside, { ...ui, audience: 'public' }).facets.map(({ name }) => name);
    expect(names).not.toContain('audience');
  });

  test('come back as they were', () => {
    expect(parseColumns(JSON.parse(JSON.stringify(encodeColumns(columns))))).toEqual(columns);
  });

  test.each([
    ['nothing', () => null],
    ['another format', (file: Record<string, unknown>) => ({ ...file, format: 2 })],
    ['no stamp', (file: Record<string, unknown>) => ({ ...file, stamp: undefined })],
    ['a row less', (file: Record<string, unknown>) => ({ ...file, rows: 3 })],
    ['a column cut short', (file: Record<string, unknown>) => ({ ...file, every: [1] })],
    ['facets that are none', (file: Record<string, unknown>) => ({ ...file, facets: [{ name: 'stage' }] })],
    [
      'a set that does not exist',
      (file: Record<string, unknown>) => ({
        ...file,
        facets: [{ name: 'x', values: [], sets: [[]], column: '###$', fitsAll: false }],
      }),
    ],
    [
      'a value that does not exist',
      (file: Record<string, unknown>) => ({
        ...file,
        facets: [{ name: 'x', values: [], sets: [[0]], column: '####', fitsAll: false }],
      }),
    ],
  ])('are refused: %s', (_, spoil) => {
    const file = encodeColumns(columns);
    expect(() => parseColumns(spoil(isRecord(file) ? file : {}))).toThrow('cut short, or of another build');
  });
});

test('a column of very many different combinations comes back as it was', () => {
  const sets = Array.from({ length: 60_000 }, () => []);
  const facet = { name: 'x', values: [], sets, column: [...sets.keys()], fitsAll: false };
  const file: unknown = JSON.parse(Buffer.from(JSON.stringify([encodeFacet(facet)])).toString('utf8'));
  expect(decodeFacets(file, sets.length)).toEqual([facet]);
  expect(decodeFacets([{ ...facet, column: '!' }], 1)).toBeUndefined();
});

describe('freshness', () => {
  const words = { fresh: 'Fresh', due: 'Due', overdue: 'Overdue', unreviewed: 'Never' };

  test('is worked out for the reader’s day, as on the page of the asset', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -800, max: 800 }),
        fc.integer({ min: 1, max: 700 }),
        fc.integer({ min: 0, max: 90 }),
        (ago, every, notice) => {
          const reviewed = addDays(TODAY, -ago);
          const row = { ...columns, rows: 1, reviewed: [dayNumber(reviewed)], every: [every], notice };
          const facet = freshnessFacet(row, words, TODAY);
          const { state } = freshness(reviewed, every, notice, TODAY);
          expect(labelsOfRow(facet, 0)).toEqual([words[state]]);
        },
      ),
    );
  });

  test.each([
    [0, 10, 'Fresh'],
    [16, 30, 'Due'],
    [30, 30, 'Due'],
    [31, 30, 'Overdue'],
    [15, 30, 'Fresh'],
  ])('turns on the day: reviewed %i days ago, every %i', (ago, every, expected) => {
    const row = { rows: 1, reviewed: [dayNumber(addDays(TODAY, -ago))], every: [every], notice: every === 10 ? 9 : 14 };
    expect(labelsOfRow(freshnessFacet(row, words, TODAY), 0)).toEqual([expected]);
  });

  test('offers “never reviewed” only where it occurs', () => {
    expect(freshnessFacet(columns, words, TODAY).values.map(({ id }) => id)).toEqual([...FRESHNESS]);
    const reviewed = { ...columns, rows: 1, reviewed: [1], every: [1] };
    expect(freshnessFacet(reviewed, words, TODAY).values.map(({ id }) => id)).toEqual(['fresh', 'due', 'overdue']);
  });
});

describe('cards', () => {
  const cards = collectCards(library, ui);

  test('are those of the rows', () => {
    expect(cards[0]).toEqual({
      path: '/resources/new/',
      title: 'Äpfel',
      text: 'Fruit.',
      audience: 'public',
      lines: [],
    });
    expect(collectCards(library, { ...ui, audience: 'public' })[0]?.audience).toBe('');
  });

  test('come back as they were, and only to the library they belong to', () => {
    const file: unknown = JSON.parse(JSON.stringify(encodeCards('s1', cards)));
    expect(parseCards(file, 's1')).toEqual(cards);
    expect(() => parseCards(file, 's2')).toThrow('of another build');
  });

  test.each(['https://evil.example/', '//evil.example/', 'javascript:alert(1)', '/\\evil.example', ''])(
    'never lead elsewhere: %s',
    (path) => {
      const file = { stamp: 's1', cards: [[path, 'Title', '', '']] };
      expect(() => parseCards(file, 's1')).toThrow();
    },
  );

  test('are in the order of titles as people sort them', () => {
    const order = orderByTitle(cards, 'en-GB');
    expect(order.map((row) => cards[row]?.title)).toEqual(['Äpfel', 'never', 'Zebra 9', 'Zebra 10']);
    expect(parseOrder({ stamp: 's1', order }, columns)).toEqual(order);
    expect(() => parseOrder({ stamp: 's1', order: [0, 1, 2, 2] }, columns)).toThrow();
    expect(() => parseOrder({ stamp: 's0', order }, columns)).toThrow();
  });
});
