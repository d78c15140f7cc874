/** Counts of the matrix, against a count that knows nothing of columns: of the example, of a generated library, of anything. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeLibrary } from '../../../../scripts/bench/library.ts';
import { countCube } from '../../../../src/domain/coverage/cube.ts';
import { addFilter, filteredRows, type Filter } from '../../../../src/domain/coverage/filter.ts';
import { ASSET_TYPES, audienceOf, valuesAt, type ContentEntry } from '../../../../src/domain/entries.ts';
import { whyNotLive } from '../../../../src/domain/audiences.ts';
import { toFacet } from '../../../../src/domain/facets/facet.ts';
import { loadLibrary, type LoadedLibrary } from '../../../../src/library/load-library.ts';
import { portalLibrary } from '../../../../src/library/portal-library.ts';
import { TODAY } from '../../../fixtures/entries.ts';

const CONTENT = path.resolve(import.meta.dirname, '../../../../content');

/** What a brute-force count knows of an asset: read off its fields by their names. */
interface Plain {
  type: string;
  stages: readonly unknown[];
  personas: readonly unknown[];
  industries: readonly unknown[];
  products: readonly unknown[];
  audience: string;
}

const named = ({ data }: ContentEntry, ...fields: string[]): unknown[] =>
  fields.flatMap((field) => [
    ...[...valuesAt(data, [field])].map(({ value }) => value).filter((value) => typeof value === 'string'),
    ...[...valuesAt(data, [field, '*'])].map(({ value }) => value),
  ]);

const plainAssets = ({ library }: LoadedLibrary): Plain[] =>
  ASSET_TYPES.flatMap((type) =>
    [...(library.entries.get(type)?.values() ?? [])]
      .filter((entry) => entry.valid && whyNotLive(entry, TODAY) === undefined)
      .map((entry) => ({
        type,
        stages: named(entry, 'stages'),
        personas: named(entry, 'personas', 'persona', 'buyer_personas'),
        industries: named(entry, 'industries', 'industry'),
        products: named(entry, 'products'),
        audience: audienceOf(entry),
      })),
  );

const passes = (asset: Plain, { audience, product, type }: Filter): boolean =>
  (audience === undefined || asset.audience === 'public' || (audience === 'partner' && asset.audience === 'partner')) &&
  (product === undefined || asset.products.includes(product)) &&
  (type === undefined || asset.type === type);

const idsOf = ({ library }: LoadedLibrary, collection: 'stages' | 'personas' | 'industries' | 'products'): string[] => [
  ...(library.entries.get(collection)?.keys() ?? []),
];

/** A library, read both ways. */
const readBothWays = async (folder: string) => {
  const loaded = await loadLibrary(folder, CONTENT);
  if (!loaded.labels) throw new Error('There are no labels.');
  return { loaded, portal: portalLibrary(loaded, loaded.labels, TODAY), plain: plainAssets(loaded) };
};
type Read = Awaited<ReturnType<typeof readBothWays>>;

/** Every cell, counted both ways. */
const bothWays = ({ loaded, portal: { facets, rows }, plain }: Read, filter: Filter = {}) => {
  const cube = countCube(facets, filteredRows(facets, rows, filter));
  const assets = plain.filter((asset) => passes(asset, filter));
  const counted: Record<string, unknown> = {};
  const brute: Record<string, unknown> = {};
  for (const stage of idsOf(loaded, 'stages')) {
    for (const type of ASSET_TYPES) {
      counted[`${type} ${stage}`] = cube.ofType(type, stage);
      brute[`${type} ${stage}`] = assets.filter((a) => a.type === type && a.stages.includes(stage)).length;
    }
    for (const persona of idsOf(loaded, 'personas')) {
      const here = assets.filter((a) => a.stages.includes(stage) && a.personas.includes(persona));
      counted[`${stage} ${persona}`] = cube.reader(stage, persona);
      brute[`${stage} ${persona}`] = here.length;
      for (const industry of idsOf(loaded, 'industries')) {
        const own = here.filter((a) => a.industries.includes(industry)).length;
        counted[`${stage} ${persona} ${industry}`] = cube.cell(stage, persona, industry);
        brute[`${stage} ${persona} ${industry}`] = {
          own,
          fit: own + here.filter((a) => a.industries.length === 0).length,
        };
      }
    }
  }
  return { counted, brute, cells: Object.keys(brute).length, assets: assets.length };
};

describe('counts equal a brute-force count for every cell', () => {
  let demo: Read;
  let generated: Read;
  let folder = '';

  beforeAll(async () => {
    demo = await readBothWays(CONTENT);
    folder = await mkdtemp(path.join(tmpdir(), 'dealshelf-coverage-'));
    await writeLibrary(folder, 5_000);
    generated = await readBothWays(folder);
  }, 120_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each<[string, Filter]>([
    ['all of it', {}],
    ['what anyone may read', { audience: 'public' }],
    ['what partners may read', { audience: 'partner' }],
    ['one product', { product: 'halyard-cards' }],
    ['one type', { type: 'case-studies' }],
    ['all at once', { audience: 'public', product: 'halyard-requests', type: 'resources' }],
  ])('of the example: %s', (_, filter) => {
    const { counted, brute, assets } = bothWays(demo, filter);
    expect(assets).toBeGreaterThan(0);
    expect(counted).toEqual(brute);
  });

  test.each<[string, Filter]>([
    ['all of it', {}],
    ['one product', { product: 'product-3' }],
    ['nothing for outsiders', { audience: 'public' }],
  ])('of a generated library of 5,000 assets: %s', (_, filter) => {
    const { counted, brute, cells } = bothWays(generated, filter);
    expect(cells).toBe(5 * ASSET_TYPES.length + 5 * 8 + 5 * 8 * 12);
    expect(counted).toEqual(brute);
  });
});

test('counts equal a brute-force count in any library', () => {
  const ids = ['a', 'b', 'c'];
  const some = fc.subarray(ids);
  const asset = fc.record({ stages: some, personas: some, industries: some, type: fc.constantFrom('x', 'y') });
  fc.assert(
    fc.property(fc.array(asset, { maxLength: 30 }), (assets) => {
      const facet = (name: string, of: (one: (typeof assets)[number]) => readonly string[], values = ids) =>
        toFacet(
          { name, values: values.map((id) => ({ id, label: id })), fitsAll: name === 'industry' },
          assets.map(of),
        );
      const facets = [
        facet('stage', ({ stages }) => stages),
        facet('persona', ({ personas }) => personas),
        facet('industry', ({ industries }) => industries),
        facet('type', ({ type }) => [type], ['x', 'y']),
      ];
      const cube = countCube(facets, assets.keys());
      for (const s of ids)
        for (const p of ids) {
          const here = assets.filter(({ stages, personas }) => stages.includes(s) && personas.includes(p));
          expect(cube.reader(s, p)).toBe(here.length);
          for (const i of ids) {
            const own = here.filter(({ industries }) => industries.includes(i)).length;
            const general = here.filter(({ industries }) => industries.length === 0).length;
            expect(cube.cell(s, p, i)).toEqual({ own, fit: own + general });
          }
        }
    }),
  );
});

describe('a filter', () => {
  const facet = toFacet({ name: 'product', values: [{ id: 'cards', label: 'Cards' }], fitsAll: false }, [
    ['cards'],
    [],
  ]);

  test('that no asset can meet leaves nothing, even where the facet is missing', () => {
    expect(filteredRows([facet], 2, { product: 'cards' })).toEqual([0]);
    expect(filteredRows([facet], 2, { product: 'other' })).toEqual([]);
    expect(filteredRows([facet], 2, { type: 'snippets' })).toEqual([]);
    expect(filteredRows([facet], 2, {})).toEqual([0, 1]);
  });

  test('becomes parameters of the library, which has a value for each audience', () => {
    const address = new URLSearchParams({ stage: 'decision' });
    addFilter(address, { audience: 'partner', product: 'cards' });
    expect(address.toString()).toBe('stage=decision&audience=public&audience=partner&product=cards');
  });
});
