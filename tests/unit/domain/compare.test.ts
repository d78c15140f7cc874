/** Competitors side by side. */
import { expect, test } from 'vitest';
import { compareView } from '../../../src/domain/compare.ts';
import { buildSiteLibrary, type SiteEntry } from '../../../src/domain/site-library.ts';
import { collections } from '../../../src/schemas/index.ts';
import { settings, TODAY } from '../../fixtures/entries.ts';

const none = { cites: [], citations: [] };

const competitor = (id: string, order: number): SiteEntry => ({
  collection: 'competitors',
  id,
  data: { ...collections.competitors.draft.parse({ label: id.toUpperCase(), order }), ...none },
});

const card = (id: string, against: string, reviewed_on: string, comparison: readonly object[]): SiteEntry => ({
  collection: 'battlecards',
  id,
  data: {
    ...collections.battlecards.draft.parse({ title: id, competitor: against, reviewed_on, comparison }),
    cites: ['share', 'proof'],
    citations: [
      { at: 'comparison.0.note', end: 3, claim: 'share' },
      { at: 'comparison.1.note', end: 9, claim: 'other' },
    ],
  },
});

const claim = (id: string): SiteEntry => ({
  collection: 'claims',
  id,
  data: { ...collections.claims.draft.parse({ statement: id }), ...none },
});

const view = (...cards: readonly SiteEntry[]) =>
  compareView(
    buildSiteLibrary({
      settings: settings(),
      audience: 'internal',
      today: TODAY,
      entries: [competitor('b', 2), competitor('a', 1), competitor('c', 3), claim('share'), claim('proof'), ...cards],
    }),
  );

const row = (capability: string, us: string, them: string, more: object = {}) => ({ capability, us, them, ...more });

test('only what cards on two competitors share is compared, the most shared first', () => {
  const result = view(
    card('one', 'a', '2026-01-03', [
      row('Cards', 'yes', 'no'),
      row('Budgets', 'yes', 'partial'),
      row('Alone', 'no', 'no'),
    ]),
    card('two', 'b', '2026-01-02', [row('Cards ', 'yes', 'yes'), row('budgets', 'yes', 'no')]),
    card('three', 'c', '2026-01-01', [row('BUDGETS', 'yes', 'unknown')]),
  );
  expect(result?.competitors.map(({ label }) => label)).toEqual(['A', 'B', 'C']);
  expect(result?.rows.map(({ capability, them }) => [capability, Object.keys(them)])).toEqual([
    ['Budgets', ['a', 'b', 'c']],
    ['Cards', ['a', 'b']],
  ]);
});

test('of several cards on one competitor the latest comes first, and another verdict is not hidden', () => {
  const result = view(
    card('old', 'a', '2025-01-01', [row('Cards', 'no', 'yes')]),
    card('new', 'a', '2026-01-01', [row('Cards', 'yes', 'partial')]),
    card('echo', 'a', '2024-01-01', [row('Cards', 'yes', 'partial')]),
    card('other', 'b', '2026-01-01', [row('Cards', 'yes', 'no')]),
  );
  expect(result?.rows[0]?.them['a']?.map(({ support, card }) => [support, card.title])).toEqual([
    ['partial', 'new'],
    ['yes', 'old'],
  ]);
  expect(result?.rows[0]?.us).toEqual(['yes', 'no']);
});

test('what is said carries its sources', () => {
  const result = view(
    card('one', 'a', '2026-01-02', [row('Cards', 'yes', 'no', { note: '38% do', claim: 'proof' })]),
    card('two', 'b', '2026-01-01', [row('Cards', 'yes', 'no')]),
  );
  expect(result?.rows[0]?.them['a']?.[0]).toMatchObject({
    note: '38% do',
    claim: 'proof',
    citations: [{ at: 'note', end: 3, claim: 'share' }],
  });
  expect(result?.claims.map(({ id }) => id)).toEqual(['share', 'proof']);
});

test('one competitor alone, or none, is no comparison', () => {
  expect(view()).toBeUndefined();
  expect(
    view(
      card('one', 'a', '2026-01-02', [row('Cards', 'yes', 'no')]),
      card('two', 'a', '2026-01-01', [row('Cards', 'yes', 'no')]),
    ),
  ).toBeUndefined();
});
