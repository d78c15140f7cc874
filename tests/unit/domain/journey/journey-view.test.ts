/** The journey: our own steps over the buyer's stages, none lost and none twice. */
import { describe, expect, test } from 'vitest';
import { journeyView } from '../../../../src/domain/journey/journey-view.ts';
import { layLane } from '../../../../src/domain/journey/lanes.ts';
import { siteEntry, siteLibraryOf } from '../../../fixtures/views.ts';

const steps = (...ids: string[]) => ids.map((id) => ({ id, label: id.toUpperCase(), note: '' }));
const shape = (stages: readonly string[][], ...ids: string[]) =>
  layLane(steps(...ids), stages).rows.map((row) =>
    row.map(({ from, span, steps: held }) => [from, span, held.map(({ id }) => id).join('+')]),
  );

describe('a lane', () => {
  test('steps of one stage share a cell, and stages without a step are a gap', () => {
    expect(shape([['a', 'b'], [], ['c']], 'a', 'b', 'c')).toEqual([
      [
        [0, 1, 'a+b'],
        [1, 1, ''],
        [2, 1, 'c'],
      ],
    ]);
  });

  test('a step of several stages spans them, in a row of its own where others lie', () => {
    expect(shape([['a'], ['b', 'long'], ['long'], ['c']], 'a', 'b', 'long', 'c')).toEqual([
      [
        [0, 1, 'a'],
        [1, 1, 'b'],
        [2, 1, ''],
        [3, 1, 'c'],
      ],
      [
        [0, 1, ''],
        [1, 2, 'long'],
        [3, 1, ''],
      ],
    ]);
  });

  test('a step that skips a stage spans from its first to its last', () => {
    expect(shape([['a'], [], ['a']], 'a')).toEqual([[[0, 3, 'a']]]);
  });

  test('a step that no stage names is not lost', () => {
    expect(layLane(steps('a', 'stray'), [['a']]).unplaced.map(({ id }) => id)).toEqual(['stray']);
    expect(layLane(steps('a'), [[]])).toEqual({ rows: [], unplaced: steps('a') });
  });

  test('whatever the stages name, each row covers all of them once and each step has one place', () => {
    let seed = 11;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (let run = 0; run < 300; run++) {
      const ids = Array.from({ length: 8 }, (_, i) => `s${i}`);
      const stages = Array.from({ length: 1 + Math.floor(random() * 6) }, () => ids.filter(() => random() < 0.3));
      const { rows, unplaced } = layLane(steps(...ids), stages);
      for (const row of rows) {
        let at = 0;
        for (const { from, span } of row) {
          expect(from).toBe(at);
          at += span;
        }
        expect(at).toBe(stages.length);
      }
      const placed = rows.flatMap((row) => row.flatMap((cell) => cell.steps.map(({ id }) => id)));
      expect([...placed, ...unplaced.map(({ id }) => id)].sort()).toEqual(ids);
    }
  });
});

const entries = [
  siteEntry('stages', 'decision', {
    order: 2,
    buyer_question: 'Can we defend it?',
    funnel_statuses: ['opportunity'],
    pipeline_stages: ['proposal', 'closing'],
  }),
  siteEntry('stages', 'awareness', { order: 1, funnel_statuses: ['lead', 'gone'] }),
  siteEntry('funnel-statuses', 'lead', { order: 1, definition: 'Somebody known.' }),
  siteEntry('funnel-statuses', 'opportunity', { order: 2 }),
  siteEntry('pipeline-stages', 'proposal', { order: 1, summary: 'They have an offer.' }),
  siteEntry('pipeline-stages', 'closing', { order: 2 }),
  siteEntry('pipeline-stages', 'lost', { order: 3 }),
  siteEntry('plays', 'hold-the-price', { pipeline_stage: 'proposal' }),
  siteEntry('plays', 'win-back', { pipeline_stage: 'lost' }),
  siteEntry('personas', 'legal', { questions: [{ stage: 'decision', question: 'Which clauses?' }] }),
  siteEntry('resources', 'guide', { stages: ['decision'], reviewed_on: '2026-10-01' }),
];

test('a stage has its question, its steps, its plays and its assets', () => {
  const [awareness, decision] = journeyView(siteLibraryOf(entries, 'internal'))?.stages ?? [];
  expect(decision).toMatchObject({
    question: 'Can we defend it?',
    asked: [{ persona: { label: 'legal', path: '/personas/legal/' }, question: 'Which clauses?' }],
    count: 1,
    path: '/library/?stage=decision',
  });
  expect(decision?.plays.map(({ id }) => id)).toEqual(['hold-the-price']);
  expect(awareness).toMatchObject({ label: 'awareness', plays: [], count: 0, cards: [] });
});

test('plays and pipeline stages outside the journey are named', () => {
  const view = journeyView(siteLibraryOf(entries, 'internal'));
  expect(view?.pipeline.unplaced.map(({ id }) => id)).toEqual(['lost']);
  expect(view?.pipeline.rows).toHaveLength(1);
  expect(view?.pipeline.rows[0]?.[1]?.steps).toMatchObject([{ note: 'They have an offer.' }, { id: 'closing' }]);
  expect(view?.unplacedPlays.map(({ id }) => id)).toEqual(['win-back']);
});

test.each(['partner', 'public'] as const)('the %s build has no journey', (audience) => {
  expect(journeyView(siteLibraryOf(entries, audience))).toBeUndefined();
});
