/** Targets, weights and what a gap is worth: a table of rules. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cube } from '../../../../src/domain/coverage/cube.ts';
import { measureCoverage } from '../../../../src/domain/coverage/measure.ts';
import { cellLevel, readerLevel, readTargets, shortageOf } from '../../../../src/domain/coverage/targets.ts';
import { settings } from '../../../fixtures/entries.ts';

const targetsOf = (coverage: Readonly<Record<string, unknown>>) => readTargets(settings({ coverage }).coverage);

/** Assets for every industry, and by industry: the same for every reader and stage. */
const cubeOf = (general: number, own: Readonly<Record<string, number>> = {}): Cube => ({
  reader: () => general + Object.values(own).reduce((sum, count) => sum + count, 0),
  cell: (_stage, _persona, industry) => ({ fit: general + (own[industry] ?? 0), own: own[industry] ?? 0 }),
  ofType: () => 0,
});

const AXES = { stages: ['decision'], personas: ['legal'], industries: ['care', 'retail'] };

describe('levels', () => {
  test.each([
    [0, 3, 'none'],
    [1, 3, 'thin'],
    [3, 3, 'met'],
    [9, 3, 'met'],
    [0, 0, 'free'],
    [5, 0, 'free'],
  ] as const)('%i of %i for a reader: %s', (count, assets, level) =>
    expect(readerLevel(count, { assets })).toBe(level),
  );

  test.each([
    [{ fit: 0, own: 0 }, { assets: 3, own: 1 }, 'none'],
    [{ fit: 5, own: 0 }, { assets: 3, own: 1 }, 'thin'],
    [{ fit: 2, own: 2 }, { assets: 3, own: 1 }, 'thin'],
    [{ fit: 3, own: 1 }, { assets: 3, own: 1 }, 'met'],
    [{ fit: 3, own: 0 }, { assets: 3, own: 0 }, 'met'],
    [{ fit: 0, own: 0 }, { assets: 0, own: 0 }, 'free'],
    [{ fit: 0, own: 0 }, { assets: 0, own: 1 }, 'none'],
  ] as const)('%j against %j: %s', (cell, target, level) => expect(cellLevel(cell, target)).toBe(level));
});

test.each([
  [
    { fit: 0, own: 0 },
    { assets: 4, own: 1 },
    { assets: 0.5, own: 0.5 },
  ],
  [
    { fit: 1, own: 0 },
    { assets: 4, own: 0 },
    { assets: 0.75, own: 0 },
  ],
  [
    { fit: 9, own: 1 },
    { assets: 4, own: 2 },
    { assets: 0, own: 0.25 },
  ],
  [
    { fit: 9, own: 9 },
    { assets: 4, own: 2 },
    { assets: 0, own: 0 },
  ],
  [{ fit: 9, own: 9 }, { assets: 0, own: 0 }, undefined],
])('%j against %j lacks %j', (cell, target, lack) => expect(shortageOf(cell, target)).toEqual(lack));

describe('targets', () => {
  test('of a persona at a stage replace the general ones, each by itself', () => {
    const targets = targetsOf({
      assets: 5,
      own: 2,
      targets: [
        { stage: 'decision', persona: 'legal', assets: 9 },
        { stage: 'awareness', persona: 'legal', own: 0 },
      ],
    });
    expect(targets.of('decision', 'legal')).toEqual({ assets: 9, own: 2 });
    expect(targets.of('awareness', 'legal')).toEqual({ assets: 5, own: 0 });
    expect(targets.of('decision', 'champion')).toEqual({ assets: 5, own: 2 });
  });

  test('weights are multiplied, and 1 where nothing is said', () => {
    const weights = {
      stages: [{ stage: 'decision', weight: 3 }],
      personas: [{ persona: 'legal', weight: 2 }],
      industries: [{ industry: 'care', weight: 0.5 }],
    };
    const { weight } = targetsOf({ weights });
    expect(weight('decision', 'legal', 'care')).toBe(3);
    expect(weight('decision', 'legal', 'retail')).toBe(6);
    expect(weight('awareness', 'champion', 'retail')).toBe(1);
  });
});

describe('gaps', () => {
  const measured = (cube: Cube, coverage: Readonly<Record<string, unknown>>) =>
    measureCoverage(AXES, cube, targetsOf(coverage));

  test('nothing at all: one for every industry first, then what each lacks of its own', () => {
    const { covered, empty, gaps } = measured(cubeOf(0), { assets: 4, own: 1 });
    expect(covered).toBe(0);
    expect(empty).toEqual([{ stage: 'decision', persona: 'legal' }]);
    expect(gaps.map(({ industry, value }) => [industry, value])).toEqual([
      [undefined, 1],
      ['care', 0.5],
      ['retail', 0.5],
    ]);
  });

  test('enough for all, nothing of their own', () => {
    const { covered, gaps } = measured(cubeOf(9), { assets: 4, own: 1 });
    expect(covered).toBe(0.5);
    expect(gaps.map(({ industry, value }) => [industry, value])).toEqual([
      ['care', 0.5],
      ['retail', 0.5],
    ]);
  });

  test('where only one industry is short, an asset of its own is what helps', () => {
    const { gaps } = measured(cubeOf(2, { retail: 2 }), { assets: 4, own: 0 });
    expect(gaps.map(({ industry, value }) => [industry, value])).toEqual([['care', 0.5]]);
  });

  test('the heavier industry comes first', () => {
    const weights = { industries: [{ industry: 'retail', weight: 3 }] };
    const { gaps, covered } = measured(cubeOf(9), { assets: 4, own: 1, weights });
    expect(gaps.map(({ industry, value }) => [industry, value])).toEqual([
      ['retail', 1.5],
      ['care', 0.5],
    ]);
    expect(covered).toBe(0.5);
  });

  test('what counts nothing, and what is not wanted, is no gap', () => {
    const weights = { industries: [{ industry: 'retail', weight: 0 }] };
    expect(measured(cubeOf(0), { assets: 4, own: 1, weights }).gaps.map(({ industry }) => industry)).toEqual(['care']);
    expect(measured(cubeOf(0), { assets: 0, own: 0 })).toEqual({ covered: 1, empty: [], gaps: [] });
  });

  test('together they are worth exactly what is missing', () => {
    const count = fc.nat({ max: 6 });
    fc.assert(
      fc.property(count, count, count, count, count, (general, care, retail, assets, own) => {
        const { covered, gaps } = measured(cubeOf(general, { care, retail }), {
          assets,
          own,
          weights: { industries: [{ industry: 'care', weight: 2 }] },
        });
        const wanted = assets + own === 0 ? 0 : 3;
        const missing = gaps.reduce((sum, { value }) => sum + value, 0);
        expect(missing).toBeCloseTo(wanted * (1 - covered));
      }),
    );
  });
});

test('a company that tells no industries apart has gaps too, by what fits', () => {
  const measured = measureCoverage({ ...AXES, industries: [] }, cubeOf(1), targetsOf({ assets: 4, own: 1 }));
  expect(measured).toMatchObject({ covered: 0.25, empty: [], gaps: [{ industry: undefined, value: 0.75 }] });
});
