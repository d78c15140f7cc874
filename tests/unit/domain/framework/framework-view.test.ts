/** The framework: what each layer holds, when it is planned, and whether its figures can be trusted. */
import { describe, expect, test } from 'vitest';
import { metricFigure } from '../../../../src/domain/framework/figures.ts';
import { frameworkView } from '../../../../src/domain/framework/framework-view.ts';
import { addMonths, nextPlanning } from '../../../../src/domain/framework/planning.ts';
import { drawTrend } from '../../../../src/domain/framework/trend-chart.ts';
import { buildSiteLibrary, type SiteEntry, type SiteLibrary } from '../../../../src/domain/site-library.ts';
import { FRAMEWORK_COLLECTIONS } from '../../../../src/schemas/framework.ts';
import { collections } from '../../../../src/schemas/index.ts';
import { settings, TODAY } from '../../../fixtures/entries.ts';
import { siteEntry, siteLibraryOf, viewOf } from '../../../fixtures/views.ts';

const libraryWith = (entries: readonly SiteEntry[], framework: Readonly<Record<string, unknown>> = {}): SiteLibrary =>
  buildSiteLibrary({ settings: settings({ framework }), audience: 'internal', today: TODAY, entries });

const metric = (id: string, given: Readonly<Record<string, unknown>> = {}): SiteEntry =>
  siteEntry('metrics', id, { kind: 'awareness', actual: 50, as_of: '2026-11-01', ...given });

const figure = (given: Readonly<Record<string, unknown>>) => {
  const entry = metric('m', given);
  if (entry.collection !== 'metrics') throw new Error('no metric');
  return metricFigure(siteLibraryOf([entry], 'internal'), entry);
};

describe('planning', () => {
  test.each([
    ['2026-11-02', 'weekly', '2026-11-09'],
    ['2026-11-02', 'monthly', '2026-12-02'],
    ['2026-01-31', 'monthly', '2026-02-28'],
    ['2026-11-30', 'quarterly', '2027-02-28'],
    ['2026-08-31', 'half-yearly', '2027-02-28'],
    ['2024-02-29', 'yearly', '2025-02-28'],
    ['2026-12-31', 'yearly', '2027-12-31'],
  ] as const)('%s, %s: next on %s', (day, rhythm, next) => expect(nextPlanning(day, rhythm)).toBe(next));

  test('a month is added over the end of a year', () => expect(addMonths('2026-12-15', 1)).toBe('2027-01-15'));
});

describe('a figure', () => {
  test.each([
    [{ actual: 50, target: 50 }, 'reached'],
    [{ actual: 49, target: 50 }, 'short'],
    [{ actual: 8, target: 8, better: 'lower' }, 'reached'],
    [{ actual: 9, target: 8, better: 'lower' }, 'short'],
    [{ actual: 0, target: 0 }, 'reached'],
    [{ actual: 50 }, 'no_target'],
  ])('%j is %s', (given, standing) => expect(figure(given).standing).toBe(standing));

  test.each([
    [{ history: [{ on: '2026-01-01', value: 40 }] }, 'towards'],
    [{ history: [{ on: '2026-01-01', value: 60 }] }, 'away'],
    [{ history: [{ on: '2026-01-01', value: 60 }], better: 'lower' }, 'towards'],
    [{ history: [{ on: '2026-01-01', value: 50 }] }, 'still'],
    [{}, undefined],
  ])('%j moves %s', (given, move) => expect(figure(given).move).toBe(move));

  test('history may stand in any order; the newest figure comes last', () => {
    const history = [
      { on: '2026-07-01', value: 30 },
      { on: '2026-01-01', value: 10 },
      { on: '2026-04-01', value: 20 },
    ];
    expect(figure({ history }).figures.map(({ value }) => value)).toEqual([10, 20, 30, 50]);
  });

  test('is old after the days of the settings, or of its own', () => {
    // 45 days, when nobody says otherwise: up to and with the last of them it is not old.
    expect(figure({ as_of: '2026-10-08' }).review.state).toBe('due');
    expect(figure({ as_of: '2026-10-07' }).review).toMatchObject({ state: 'overdue', due_on: '2026-11-21' });
    expect(figure({ as_of: '2026-10-07', update_every: 100 }).review.state).toBe('fresh');
    expect(figure({ as_of: undefined }).review.state).toBe('unreviewed');
  });
});

describe('a trend', () => {
  test('runs from the first day to the last, and from the lowest value to the highest', () => {
    const chart = drawTrend(
      [
        { on: '2026-01-01', value: 10 },
        { on: '2026-01-11', value: 20 },
        { on: '2026-01-31', value: 30 },
      ],
      40,
    );
    expect(chart).toEqual({
      width: 240,
      height: 64,
      line: '6,58 82,40.7 234,23.3',
      end: { x: 234, y: 23.3 },
      targetY: 6,
    });
  });

  test('a flat line lies in the middle', () => {
    const flat = [
      { on: '2026-01-01', value: 0 },
      { on: '2026-02-01', value: 0 },
    ];
    expect(drawTrend(flat, undefined)).toMatchObject({ line: '6,32 234,32', targetY: undefined });
  });

  test('needs two days', () => {
    expect(drawTrend([], 5)).toBeUndefined();
    expect(drawTrend([{ on: '2026-01-01', value: 1 }], 5)).toBeUndefined();
  });

  test('stays inside its box, whatever the figures', () => {
    for (const [a, b, target] of [
      [-1e12, 1e12, 0],
      [0.001, 0.002, 1e9],
      [5, 5, -5],
    ] as const) {
      const chart = drawTrend(
        [
          { on: '1999-12-31', value: a },
          { on: '2026-01-01', value: b },
        ],
        target,
      );
      const numbers = (chart?.line.split(/[ ,]/) ?? []).map(Number);
      for (const number of [...numbers, chart?.targetY ?? 0]) expect(number).toBeGreaterThanOrEqual(0);
      for (const number of numbers) expect(number).toBeLessThanOrEqual(240);
    }
  });
});

describe('the page', () => {
  const entries = [
    metric('visits', { history: [{ on: '2026-05-01', value: 10 }], target: 60 }),
    metric('old', { as_of: '2026-01-01' }),
    metric('loose'),
    siteEntry('goals', 'known', { kind: 'awareness', metrics: ['visits', 'old', 'gone'], due_on: '2026-11-21' }),
    siteEntry('goals', 'stay', { kind: 'retention', metrics: ['visits'], due_on: '2026-11-22' }),
    siteEntry('goals', 'sell', { kind: 'pipeline', metrics: [] }),
    siteEntry('resources', 'guide', { reviewed_on: '2026-10-01' }),
    siteEntry('resources', 'older', { reviewed_on: '2024-10-01' }),
    siteEntry('personas', 'legal', { evidence: { interviews: 3, dated: '2026-08-14' } }),
    siteEntry('claims', 'claim', { statement: 'So it is.', source: { title: 'Us', dated: '2026-09-01' } }),
    siteEntry('regions', 'north'),
  ];
  const view = frameworkView(
    libraryWith(entries, {
      layers: {
        tactics: { owner: 'Enablement', rhythm: 'monthly', planned_on: '2026-10-21' },
        market_knowledge: { rhythm: 'monthly', planned_on: '2026-10-22' },
      },
    }),
  );
  const held = (layer: string) => view?.layers.find((one) => one.layer === layer);
  const collection = (name: string) =>
    view?.layers.flatMap(({ collections: all }) => all).find((one) => one.collection === name);

  test('every type of content but the synonyms stands in one layer', () => {
    const named = (view?.layers ?? []).flatMap((layer) => layer.collections.map(({ collection: name }) => name));
    expect([...named].sort()).toEqual([...FRAMEWORK_COLLECTIONS].sort());
    expect([...named, 'synonyms'].sort()).toEqual(Object.keys(collections).sort());
  });

  test('counts equal a count by brute force, and a layer adds its own up', () => {
    for (const { collections: all, count } of view?.layers ?? []) {
      for (const one of all)
        expect(one.count, one.collection).toBe(entries.filter((entry) => entry.collection === one.collection).length);
      expect(count).toBe(all.reduce((sum, one) => sum + one.count, 0));
    }
  });

  test('the newest day of each type is the day that such entries have', () => {
    expect(collection('resources')).toMatchObject({ newest: { on: '2026-10-01', of: 'reviewed' }, overdue: 1 });
    expect(collection('personas')).toMatchObject({ newest: { on: '2026-08-14', of: 'interviewed' } });
    expect(collection('claims')).toMatchObject({ newest: { on: '2026-09-01', of: 'sourced' } });
    expect(collection('metrics')).toMatchObject({ newest: { on: '2026-11-01', of: 'measured' } });
    expect(collection('regions')).toMatchObject({ count: 1, newest: undefined, path: undefined });
    expect(collection('kits')).toMatchObject({ count: 0, path: undefined });
  });

  test('a layer is overdue from the day after its next planning', () => {
    expect(held('tactics')).toMatchObject({ owner: 'Enablement', nextOn: '2026-11-21', isOverdue: true });
    expect(held('market_knowledge')).toMatchObject({ owner: undefined, nextOn: '2026-11-22', isOverdue: false });
    expect(held('business_strategy')).toMatchObject({ nextOn: undefined, isOverdue: false });
  });

  test('goals stand by kind, with the metrics that exist; one is late when its day is over and a target missed', () => {
    expect(view?.goals.map(({ id, isLate }) => [id, isLate])).toEqual([
      ['known', true],
      ['sell', false],
      ['stay', false],
    ]);
    expect(view?.goals[0]?.metrics.map(({ id }) => id)).toEqual(['visits', 'old']);
  });

  test('metrics of no goal and old figures are named', () => {
    expect(view?.looseMetrics.map(({ id }) => id)).toEqual(['loose']);
    expect(view?.oldMetrics.map(({ id }) => id)).toEqual(['old']);
  });

  test("a metric's page names its goals, a goal's page brings its figures", () => {
    const library = libraryWith(entries);
    expect(viewOf(library, 'visits').goals.map(({ id }) => id)).toEqual(['known', 'stay']);
    expect(viewOf(library, 'known').figures.map(({ id }) => id)).toEqual(['visits', 'old']);
  });

  test.each(['partner', 'public'] as const)('the %s build has no framework', (audience) => {
    expect(frameworkView(siteLibraryOf(entries, audience))).toBeUndefined();
  });
});
