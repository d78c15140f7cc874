/** The balance of creating and capturing demand. */
import { expect, test } from 'vitest';
import { demandBalance } from '../../../../src/domain/coverage/demand.ts';
import { settings } from '../../../fixtures/entries.ts';
import { siteEntry, siteLibraryOf } from '../../../fixtures/views.ts';

const resource = (id: string, demand: string | undefined, ...stages: readonly string[]) =>
  siteEntry('resources', id, { stages, ...(demand === undefined ? {} : { demand }) });

const balance = (coverage: Readonly<Record<string, unknown>>, ...demands: readonly (string | undefined)[]) => {
  const { assets } = siteLibraryOf(demands.map((demand, i) => resource(`r${i}`, demand, 'early')));
  return demandBalance({ assets, settings: settings({ coverage }) }, ['early', 'late']);
};

test('is counted by stage, and over all stages each resource once', () => {
  const { assets } = siteLibraryOf([
    resource('a', 'creation', 'early', 'late'),
    resource('b', 'capture', 'late'),
    resource('c', undefined, 'late'),
    siteEntry('snippets', 'd', { stages: ['late'] }),
  ]);
  expect(demandBalance({ assets, settings: settings() }, ['early', 'late'])).toMatchObject({
    byStage: [
      { stage: 'early', creation: 1, capture: 0, unsaid: 0 },
      { stage: 'late', creation: 1, capture: 1, unsaid: 1 },
    ],
    all: { creation: 1, capture: 1, unsaid: 1 },
    creation: 50,
    verdict: 'balanced',
  });
});

test.each([
  [['creation', 'capture'], {}, 'balanced'],
  [['creation', 'capture', 'capture', 'capture'], {}, 'more creation'],
  [['creation', 'creation', 'creation', 'capture'], {}, 'more capture'],
  [['creation', 'capture', 'capture', 'capture'], { creation: 30 }, 'balanced'],
  [['creation', 'capture', 'capture', 'capture'], { tolerance: 25 }, 'balanced'],
  [[undefined], {}, 'unknown'],
  [[], {}, 'unknown'],
])('%j with %j: %s', (demands, coverage, verdict) => expect(balance(coverage, ...demands).verdict).toBe(verdict));
