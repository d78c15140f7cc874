/** What is planted is found, and what only looks like it is not. */
import { describe, expect, test } from 'vitest';
import type { ContentEntry } from '../../../../src/domain/entries.ts';
import { healthContext } from '../../../../src/domain/health/context.ts';
import { findContradictions } from '../../../../src/domain/health/contradictions.ts';
import { entry, libraryOf, TODAY } from '../../../fixtures/entries.ts';

const find = (...entries: readonly ContentEntry[]) =>
  findContradictions(
    healthContext({ library: libraryOf(entries), today: TODAY, drawings: new Map(), name: 'content' }),
  );

const claim = (id: string, statement: string, value: number, unit: string): ContentEntry =>
  entry('claims', id, { statement, value, unit, source: { title: 'Study', dated: '2026-01-01' } });

const CYCLE = claim(
  'cycle',
  'The median invoice at customers is approved within 3.2 days, down from 9 days.',
  3.2,
  'days',
);
const PRICE = claim('price', 'Essentials costs at most $14 for each user a month.', 14, 'USD');
const SHARE = claim('share', 'Customers see 89% of their spend before it is committed.', 89, '%');

const typed = (text: string, ...claims: readonly ContentEntry[]) =>
  find(
    ...claims,
    entry('resources', 'guide', { owner: 'Ann' }, `${text}\n\n${claims.map(({ id }) => `{claim:${id}}`).join(' ')}`),
  ).map(({ args }) => args['typed']);

describe('a figure typed in a text that cites the claim', () => {
  test.each([
    ['another number', 'The median invoice is approved within 5 days at customers.', [CYCLE], ['5 days']],
    ['with a hyphen', 'Customers have a median invoice approved within a 5-day window.', [CYCLE], ['5-day']],
    ['a percentage', 'Customers see 75% of their spend before it is committed.', [SHARE], ['75%']],
    [
      'in words for the sign',
      'Customers see 75 percent of their spend before it is committed.',
      [SHARE],
      ['75 percent'],
    ],
    ['an amount', 'Essentials costs at most $18 for each user a month.', [PRICE], ['$18']],
    ['a large amount', 'Essentials costs at most $1,418.50 for each user a month.', [PRICE], ['$1,418.50']],
    [
      'of two claims, one',
      'The median invoice is approved within 5 days; customers see 89% of their spend.',
      [CYCLE, SHARE],
      ['5 days'],
    ],
  ])('%s', (_, text, claims, expected) => expect(typed(text, ...claims)).toEqual(expected));

  test.each([
    ['the same number', 'The median invoice at customers is approved within 3.2 days.', [CYCLE]],
    ['written longer', 'The median invoice at customers is approved within 3.20 days.', [CYCLE]],
    ['what the claim itself tells', 'The median invoice at customers was approved within 9 days.', [CYCLE]],
    ['the value beside another', 'The median invoice at customers is approved within 3.2 days, not 5 days.', [CYCLE]],
    [
      'the claim itself beside another',
      'Customers’ median invoice is approved within {claim:cycle}, not 5 days.',
      [CYCLE],
    ],
    ['another unit', 'The median invoice at customers is approved by 5 people.', [CYCLE]],
    ['another subject', 'A pilot takes 5 days.', [CYCLE]],
    ['a date', 'The median invoice at customers was approved on 2026-05-12.', [CYCLE]],
    ['another currency', 'Essentials costs at most €18 for each user a month.', [PRICE]],
  ])('not: %s', (_, text, claims) => expect(typed(text, ...claims)).toEqual([]));

  test('names the field, the claim and both values; whoever owns the text mends it', () => {
    const [found] = find(
      CYCLE,
      entry(
        'resources',
        'guide',
        { owner: 'Ann' },
        'The median invoice is approved within 5 days at customers.\n\n{claim:cycle}',
      ),
    );
    expect(found).toMatchObject({
      subject: { collection: 'resources', id: 'guide' },
      others: [{ collection: 'claims', id: 'cycle' }],
      owner: 'Ann',
      args: { typed: '5 days', value: '3.2 days', field: 'body' },
    });
  });

  test('a text that cites no claim contradicts none', () => {
    expect(
      find(CYCLE, entry('resources', 'guide', {}, 'The median invoice is approved within 5 days at customers.')),
    ).toEqual([]);
  });
});

describe('a text with a claim of its own beside it', () => {
  const card = (text: string) =>
    find(CYCLE, entry('battlecards', 'card', { weaknesses: [{ text, claim: 'cycle' }] })).map(({ args }) => args);

  test('states that claim, whatever its words', () => {
    expect(card('Ours: 5 days.')).toEqual([{ typed: '5 days', value: '3.2 days', field: 'weaknesses.0.text' }]);
  });

  test.each([
    'Ours: 3.2 days.',
    'From 9 days to 3.2 days.',
    'Ours is faster.',
    'Ours: {claim:cycle}.',
    'In 2026: fast.',
  ])('not: %s', (text) => expect(card(text)).toEqual([]));
});

describe('battlecards', () => {
  const card = (id: string, competitor: string, rows: readonly object[], reviewed_on: string, more: object = {}) =>
    entry('battlecards', id, { title: id, competitor, comparison: rows, reviewed_on, owner: id, ...more });
  const row = (capability: string, us: string, them: string) => ({ capability, us, them });

  test('that judge one capability of a rival differently contradict each other; the older is to be looked at', () => {
    const found = find(
      card('new', 'corvane', [row('ERP  connection', 'yes', 'yes')], '2026-11-01'),
      card('old', 'corvane', [row('erp connection', 'yes', 'no')], '2025-11-01'),
    );
    expect(found).toMatchObject([
      {
        wording: 'contradiction_them',
        subject: { id: 'old' },
        others: [{ id: 'new' }],
        owner: 'old',
        args: { capability: 'ERP  connection', one: 'no', other: 'yes' },
      },
    ]);
  });

  test('that judge our own capability differently do, whoever they are about', () => {
    const found = find(
      card('a', 'corvane', [row('Cards', 'yes', 'no')], '2026-01-01'),
      card('b', 'wren', [row('Cards', 'partial', 'yes')], '2026-02-01'),
    );
    expect(found.map(({ wording, args }) => [wording, args['one'], args['other']])).toEqual([
      ['contradiction_us', 'yes', 'partial'],
    ]);
  });

  test('that do not know, or are about different rivals, do not', () => {
    expect(
      find(
        card('a', 'corvane', [row('Cards', 'yes', 'no')], '2026-01-01'),
        card('b', 'wren', [row('Cards', 'yes', 'yes')], '2026-02-01'),
        card('c', 'corvane', [row('Cards', 'unknown', 'unknown')], '2026-03-01'),
      ),
    ).toEqual([]);
  });

  test('with two prices for one plan contradict each other', () => {
    const price = (amount: number, per = 'user') => ({ pricing: [{ tier: 'Team', amount, currency: 'USD', per }] });
    const found = find(
      card('a', 'corvane', [], '2026-01-01', price(10)),
      card('b', 'corvane', [], '2026-02-01', price(12)),
      card('c', 'corvane', [], '2026-02-01', price(99, 'company')),
      card('d', 'wren', [], '2026-02-01', price(20)),
    );
    expect(found.map(({ wording, args }) => [wording, args['tier'], args['one'], args['other']])).toEqual(
      [['contradiction_price', 'Team', 'US$10', 'US$12']].map((expected) =>
        expected.map((text) => text.replace('US$', '$')),
      ),
    );
  });

  test('that are drafts contradict nothing yet', () => {
    expect(
      find(
        card('a', 'corvane', [row('Cards', 'yes', 'no')], '2026-01-01'),
        card('b', 'corvane', [row('Cards', 'yes', 'yes')], '2026-02-01', { status: 'draft' }),
      ),
    ).toEqual([]);
  });
});

describe('the ledger', () => {
  test('with one statement and two values contradicts itself; the owner is who cites it most', () => {
    const found = find(
      claim('a', 'Customers save 12% of their spend.', 12, '%'),
      claim('b', 'Customers save 14% of their spend.', 14, '%'),
      entry('resources', 'x', { owner: 'Zoe' }, '{claim:a}'),
    );
    expect(found).toMatchObject([
      {
        wording: 'contradiction_claims',
        subject: { id: 'a' },
        others: [{ id: 'b' }],
        owner: 'Zoe',
        args: { one: '12%', other: '14%' },
      },
    ]);
  });

  test.each([
    ['another year', 'In 2025 customers saved 12% of spend.', 'In 2026 customers saved 14% of spend.'],
    ['another subject', 'Customers save 12% of their spend.', 'Customers save 14% of their time.'],
  ])('not: %s', (_, a, b) => expect(find(claim('a', a, 12, '%'), claim('b', b, 14, '%'))).toEqual([]));
});

describe('security answers', () => {
  const answer = (id: string, question: string, state: string) => entry('security-answers', id, { question, state });

  test('to one question, in whatever order of words, contradict each other', () => {
    expect(
      find(answer('a', 'Is data encrypted at rest?', 'yes'), answer('b', 'At rest, is data encrypted?', 'no')),
    ).toMatchObject([{ wording: 'contradiction_answer', args: { one: 'yes', other: 'no' } }]);
  });

  test('not: another question, or the same answer', () => {
    expect(
      find(
        answer('a', 'Is data encrypted at rest?', 'yes'),
        answer('b', 'Is data encrypted in transit?', 'no'),
        answer('c', 'Is data at rest encrypted?', 'yes'),
      ),
    ).toEqual([]);
  });
});
