/** The rules of the ranking, a row each: which of two assets comes first, and for which deal. */
import { expect, test } from 'vitest';
import type { DealContext } from '../../../../src/domain/deal/context.ts';
import { answerOf, deskOf, resource } from '../../../fixtures/deals.ts';

type Data = Readonly<Record<string, unknown>>;
type Deal = Partial<DealContext>;

/** A deal at the late stage, seen by the lawyer. */
const LATE: Deal = { pipeline: 'sign', members: ['lawyer'] };

/** `better` comes first, though ids and days would have it otherwise: it is the older one, unless it says so. */
const RULES: readonly [rule: string, deal: Deal, better: Data, worse: Data][] = [
  ['the same industry beats all industries', { industry: 'health' }, { industries: ['health'] }, {}],
  ['all industries beat another one', { industry: 'health' }, {}, { industries: ['retail'] }],
  [
    'the same industry beats another one',
    { industry: 'health' },
    { industries: ['health'] },
    { industries: ['retail'] },
  ],
  ['one industry of several is the same', { industry: 'health' }, { industries: ['retail', 'health'] }, {}],
  ['the same size beats all sizes', { size: 'middle' }, { company_sizes: ['middle'] }, {}],
  ['all sizes beat another one', { size: 'middle' }, {}, { company_sizes: ['large'] }],
  ['the same region beats all regions', { region: 'north' }, { regions: ['north'] }, {}],
  ['all regions beat another one', { region: 'north' }, {}, { regions: ['south'] }],
  ['the same product beats none in particular', { product: 'cards' }, { products: ['cards'] }, {}],
  ['no product in particular beats another one', { product: 'cards' }, {}, { products: ['bills'] }],
  ['the same use case beats none in particular', { use: 'close' }, { use_cases: ['close'] }, {}],
  ['no use case in particular beats another one', { use: 'close' }, {}, { use_cases: ['audit'] }],
  ['the same competitor beats none', { competitor: 'rival' }, { competitors: ['rival'] }, {}],
  ['no competitor beats another one', { competitor: 'rival' }, {}, { competitors: ['other-rival'] }],
  ['doing nothing is a competitor like any other', { competitor: 'nothing' }, { competitors: ['nothing'] }, {}],
  [
    'against doing nothing beats against another competitor',
    { competitor: 'rival' },
    { competitors: ['nothing'] },
    { competitors: ['other-rival'] },
  ],
  [
    'against the competitor beats against doing nothing',
    { competitor: 'rival' },
    { competitors: ['rival'] },
    { competitors: ['nothing'] },
  ],
  ['another competitor is no help against doing nothing', { competitor: 'nothing' }, {}, { competitors: ['rival'] }],
  ['the same pipeline stage beats none', { pipeline: 'sign' }, { pipeline_stages: ['sign'] }, {}],
  ['no pipeline stage beats another one', { pipeline: 'sign' }, {}, { pipeline_stages: ['offer'] }],
  ['for this member alone beats for several', {}, { personas: ['lawyer'] }, { personas: ['lawyer', 'buyer'] }],
  [
    'the same industry beats for this member alone',
    { industry: 'health' },
    { industries: ['health'] },
    { personas: ['lawyer'] },
  ],
  ['newer beats older', {}, { reviewed_on: '2026-10-03' }, { reviewed_on: '2026-10-02' }],
  [
    'newer beats older at an equal match',
    { industry: 'health' },
    { industries: ['health'], reviewed_on: '2026-10-03' },
    { industries: ['health'], reviewed_on: '2026-10-02' },
  ],
  [
    'a match beats a newer one without',
    { industry: 'health' },
    { industries: ['health'], reviewed_on: '2026-02-01' },
    { reviewed_on: '2026-11-20' },
  ],
  [
    'a fresh one beats an overdue one',
    {},
    { reviewed_on: '2026-09-01' },
    { reviewed_on: '2026-11-01', review_every: 10 },
  ],
  ['a fresh one beats one never reviewed', {}, { reviewed_on: '2026-09-01' }, { reviewed_on: undefined }],
  [
    'a fresh one beats an overdue one with the same match',
    { use: 'close' },
    { use_cases: ['close'], reviewed_on: '2026-09-01' },
    { use_cases: ['close'], reviewed_on: '2026-11-01', review_every: 10 },
  ],
  [
    'an overdue one of the same industry beats a fresh one for all',
    { industry: 'health' },
    { industries: ['health'], reviewed_on: '2026-09-01', review_every: 10 },
    {},
  ],
  [
    'an overdue one with a small match does not beat a fresh one for all',
    { region: 'north' },
    {},
    { regions: ['north'], review_every: 10 },
  ],
  [
    'one that is due today is not overdue',
    {},
    { reviewed_on: '2026-11-12', review_every: 10 },
    { reviewed_on: '2026-11-11', review_every: 10 },
  ],
  [
    'a due one is not held against it',
    {},
    { reviewed_on: '2026-11-15', review_every: 10 },
    { reviewed_on: '2026-11-14' },
  ],
  [
    'industry tells more than use case',
    { industry: 'health', use: 'close' },
    { industries: ['health'] },
    { use_cases: ['close'] },
  ],
  [
    'industry tells more than competitor',
    { industry: 'health', competitor: 'rival' },
    { industries: ['health'] },
    { competitors: ['rival'] },
  ],
  [
    'competitor tells more than product',
    { competitor: 'rival', product: 'cards' },
    { competitors: ['rival'] },
    { products: ['cards'] },
  ],
  [
    'use case tells more than product',
    { use: 'close', product: 'cards' },
    { use_cases: ['close'] },
    { products: ['cards'] },
  ],
  [
    'product tells more than size',
    { product: 'cards', size: 'middle' },
    { products: ['cards'] },
    { company_sizes: ['middle'] },
  ],
  ['pipeline stage tells more than region', { region: 'north' }, { pipeline_stages: ['sign'] }, { regions: ['north'] }],
  [
    'size and region together tell more than product',
    { size: 'middle', region: 'north', product: 'cards' },
    { company_sizes: ['middle'], regions: ['north'] },
    { products: ['cards'] },
  ],
  [
    'two matches beat one of them',
    { industry: 'health', use: 'close' },
    { industries: ['health'], use_cases: ['close'] },
    { industries: ['health'] },
  ],
  [
    'another industry costs more than the same use case brings',
    { industry: 'health', use: 'close' },
    {},
    { industries: ['retail'], use_cases: ['close'] },
  ],
  ['what the deal does not say does not count', {}, { industries: ['retail'], reviewed_on: '2026-10-02' }, {}],
  ['an industry that nobody knows matches nothing', { industry: 'farming' }, {}, { industries: ['health'] }],
  ['who may read it does not count', {}, { audience: 'internal', reviewed_on: '2026-10-02' }, { audience: 'public' }],
  ['its type does not count', {}, { reviewed_on: '2026-10-02', format: 'report' }, { format: 'video' }],
];

test('there are forty rules and more, each with a name of its own', () => {
  expect(new Set(RULES.map(([rule]) => rule)).size).toBeGreaterThanOrEqual(40);
});

test.each(RULES)('%s', (_rule, deal, better, worse) => {
  // By id, which decides last, the worse would come first; by the day, where none is given, neither.
  const desk = deskOf([resource('a-better', better), resource('z-worse', worse)]);
  const { assets, count } = answerOf(desk, { ...LATE, ...deal }).members[0]?.now ?? { assets: [], count: 0 };
  expect(assets.map(({ asset }) => asset)).toEqual(['a-better', 'z-worse']);
  expect(count).toBe(2);
});

const LEFT_OUT: readonly [rule: string, data: Data, audience?: string][] = [
  ['what is for another member', { personas: ['buyer'] }],
  ['what is for another stage', { stages: ['early'] }],
  ['what is above the reader', { audience: 'internal' }, 'partner'],
  ['what is for partners, to a reader from outside', { audience: 'partner' }, 'public'],
];

test.each(LEFT_OUT)('%s is left out', (_rule, data, audience = 'internal') => {
  const desk = deskOf([resource('there'), resource('left-out', data)]);
  const { assets, count } = answerOf(desk, LATE, { audience }).members[0]?.now ?? { assets: [], count: 0 };
  expect(assets.map(({ asset }) => asset)).toEqual(['there']);
  expect(count).toBe(1);
});

test('our own step of the sale says nothing of what comes next', () => {
  const desk = deskOf([
    resource('for-delivery', { stages: ['after'], pipeline_stages: ['deliver'], reviewed_on: '2026-10-02' }),
    resource('for-all', { stages: ['after'] }),
  ]);
  const { assets = [] } = answerOf(desk, LATE).members[0]?.next ?? {};
  expect(assets.map(({ asset, points }) => [asset, points])).toEqual([
    ['for-delivery', 0],
    ['for-all', 0],
  ]);
});

test('what a newer asset replaces is left out', () => {
  const desk = deskOf([resource('old'), resource('new', { supersedes: ['old'] })]);
  expect(answerOf(desk, LATE).members[0]?.now.assets.map(({ asset }) => asset)).toEqual(['new']);
});

test('equal in everything: always in the same order, however the library is read', () => {
  const assets = ['b', 'd', 'a', 'c'].map((id) => resource(id));
  const orderOf = (list: typeof assets): string[] =>
    answerOf(deskOf(list), LATE).members[0]?.now.assets.map(({ asset }) => asset) ?? [];
  expect(orderOf(assets)).toEqual(orderOf(assets.toReversed()));
});

test('the reasons say what counted', () => {
  const desk = deskOf([
    resource('one', { industries: ['health'], personas: ['lawyer'], products: ['bills'], reviewed_on: '2024-01-01' }),
  ]);
  const deal = { ...LATE, industry: 'health', product: 'cards', size: 'small' };
  expect(answerOf(desk, deal).members[0]?.now.assets[0]).toEqual({
    asset: 'one',
    points: 5 - 3 + 2 - 4,
    reasons: [
      { criterion: 'industry', fit: 'same' },
      { criterion: 'size', fit: 'all' },
      { criterion: 'product', fit: 'other' },
      { criterion: 'pipeline', fit: 'all' },
      { criterion: 'persona', fit: 'only' },
      { criterion: 'stage', fit: 'same' },
      { criterion: 'review', fit: 'overdue' },
    ],
  });
});
