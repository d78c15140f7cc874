/** The content that ships: in order, complete in its words, and as much as was promised. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { audienceOf, ASSET_TYPES, valuesAt, type AssetType, type ContentEntry } from '../../../src/domain/entries.ts';
import { maySee, whyNotLive } from '../../../src/domain/audiences.ts';
import { checkLibrary } from '../../../src/domain/checks/index.ts';
import { severityOf } from '../../../src/domain/problems.ts';
import { loadLibrary, type LoadedLibrary } from '../../../src/library/load-library.ts';
import { METRIC_KINDS } from '../../../src/schemas/beside/metric.ts';
import { collections, type CollectionName } from '../../../src/schemas/index.ts';

const CONTENT = path.resolve(import.meta.dirname, '../../../content');

let loaded: LoadedLibrary;
let today: string;

beforeAll(async () => {
  loaded = await loadLibrary(CONTENT);
  today = loaded.library.settings.frozen_on ?? '';
});

const live = (collection: CollectionName): ContentEntry[] =>
  [...(loaded.library.entries.get(collection)?.values() ?? [])].filter(
    (entry) => entry.valid && whyNotLive(entry, today) === undefined,
  );
const assets = (): ContentEntry[] => ASSET_TYPES.flatMap(live);
const namedBy = (entry: ContentEntry, ...steps: string[]): unknown[] =>
  [...valuesAt(entry.data, steps)].map(({ value }) => value);
const ids = (collection: CollectionName): string[] => live(collection).map(({ id }) => id);

test('it is marked as an example, frozen on a day', () => {
  expect(loaded.library.settings.example).toBe(true);
  expect(today).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test('the check finds no error', () => {
  const { library, problems, drawings, name } = loaded;
  const errors = checkLibrary({ library, today, drawings, name }, problems).filter(
    (problem) => severityOf(problem) === 'error',
  );
  expect(errors).toEqual([]);
});

test('its labels are complete', () => expect(loaded.labels).toBeDefined());

describe('there are', () => {
  test('at least 80 live assets, of every type', () => {
    expect(assets().length).toBeGreaterThanOrEqual(80);
    const perType = Object.fromEntries(ASSET_TYPES.map((type) => [type, live(type).length]));
    for (const [type, count] of Object.entries(perType)) expect(count, type).toBeGreaterThanOrEqual(3);
  });

  test('at least 40 live claims, each with a source and a date', () => {
    expect(live('claims').length).toBeGreaterThanOrEqual(40);
    for (const claim of live('claims'))
      expect([...namedBy(claim, 'source', 'title'), ...namedBy(claim, 'source', 'dated')], claim.id).toHaveLength(2);
  });

  test('six personas with all four forces', () => {
    expect(live('personas')).toHaveLength(6);
    for (const { id, data } of live('personas')) {
      for (const force of ['push', 'pull', 'anxiety', 'habit'])
        expect([...valuesAt(data, ['forces', force, '*'])].length, `${id} ${force}`).toBeGreaterThan(0);
    }
  });

  test('six personas who hope, fear and risk something', () => {
    for (const { id, data } of live('personas')) {
      for (const field of ['aspirations', 'fears'])
        expect([...valuesAt(data, [field, '*'])].length, `${id} ${field}`).toBeGreaterThan(1);
      expect(data['career_risk'], id).toBeTypeOf('string');
    }
  });

  test('a goal of every kind, each with metrics, and a trend for most of them', () => {
    expect(
      live('goals')
        .map(({ data }) => data['kind'])
        .sort(),
    ).toEqual([...METRIC_KINDS].sort());
    for (const goal of live('goals')) expect(namedBy(goal, 'metrics', '*').length, goal.id).toBeGreaterThan(0);
    const trends = live('metrics').filter((metric) => namedBy(metric, 'history', '*').length > 1);
    expect(trends.length).toBeGreaterThan(live('metrics').length / 2);
  });

  test('a message map for each persona', () => {
    expect(live('message-maps')).toHaveLength(6);
    expect(
      live('message-maps')
        .flatMap((map) => namedBy(map, 'persona'))
        .sort(),
    ).toEqual(ids('personas').sort());
  });

  test('six plays and three kits', () => {
    expect(live('plays').length).toBeGreaterThanOrEqual(6);
    expect(live('kits').length).toBeGreaterThanOrEqual(3);
  });

  test('two rivals and the status quo', () => {
    const kinds = live('competitors').map(({ data }) => data['kind']);
    expect(kinds.filter((kind) => kind === 'status quo')).toHaveLength(1);
    expect(kinds.filter((kind) => kind !== 'status quo')).toHaveLength(2);
  });
});

describe('every corner is covered', () => {
  test('each stage for each persona', () => {
    const missing = ids('stages').flatMap((stage) =>
      ids('personas').flatMap((persona) =>
        assets().some(
          (asset) => namedBy(asset, 'stages', '*').includes(stage) && namedBy(asset, 'personas', '*').includes(persona),
        )
          ? []
          : [`${stage} × ${persona}`],
      ),
    );
    expect(ids('stages')).toHaveLength(4);
    expect(missing).toEqual([]);
  });

  test('each industry, competitor, product and use case', () => {
    const tags: readonly (readonly [CollectionName, string])[] = [
      ['industries', 'industries'],
      ['competitors', 'competitors'],
      ['products', 'products'],
      ['use-cases', 'use_cases'],
    ];
    for (const [collection, field] of tags) {
      const used = new Set(assets().flatMap((asset) => namedBy(asset, field, '*')));
      expect(
        ids(collection).filter((id) => !used.has(id)),
        collection,
      ).toEqual([]);
    }
  });

  test('each competitor has a battlecard', () => {
    const against = live('battlecards').flatMap((card) => namedBy(card, 'competitor'));
    expect(ids('competitors').filter((id) => !against.includes(id))).toEqual([]);
  });

  test('each audience has something of its own', () => {
    const perAudience = Map.groupBy(assets(), audienceOf);
    expect([...perAudience.keys()].sort()).toEqual(['internal', 'partner', 'public']);
    const open = assets().filter((asset) => maySee('public', audienceOf(asset)));
    expect(open.length).toBeGreaterThanOrEqual(30);
  });

  test('each collection has its folder, and each folder its collection', async () => {
    for (const [name, { folder }] of Object.entries(collections)) {
      expect((await readdir(path.join(CONTENT, folder))).length, name).toBeGreaterThan(0);
    }
    const types: readonly AssetType[] = ASSET_TYPES;
    const inAssets = types.filter((type) => collections[type].folder.startsWith('assets/'));
    expect((await readdir(path.join(CONTENT, 'assets'))).sort()).toEqual([...inAssets].sort());
  });
});
