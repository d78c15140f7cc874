/** What pages show instead of what authors wrote. */
import { describe, expect, test } from 'vitest';
import {
  addressOf,
  claimAnchor,
  resolveEntry,
  resolveLibrary,
  type MeasuredMedia,
} from '../../../src/domain/resolve.ts';
import type { ContentEntry } from '../../../src/domain/entries.ts';
import { entry, libraryOf } from '../../fixtures/entries.ts';

const HASH = 'abcdef0123456789'.repeat(4);
const file = (path: string, width?: number, height?: number): MeasuredMedia => ({
  path,
  hash: HASH,
  size: 1,
  width,
  height,
});
const MEDIA = [file('a.png', 2400, 1200), file('small.png', 300, 200), file('d.svg', 800, 400), file('plan (1).pdf')];

const claim = entry('claims', 'days', { statement: 'It takes 4 days.', value: 4, unit: 'days' });
const others = [claim, entry('battlecards', 'corvane'), entry('claims', 'iso', { statement: 'We are certified.' })];

const resolved = (from: ContentEntry) =>
  resolveEntry({ library: libraryOf([from, ...others]), media: new Map(MEDIA.map((each) => [each.path, each])) }, from);

const body = (text: string): string => resolved(entry('resources', 'from', {}, text)).body;

describe('a body', () => {
  test.each([
    ['It takes {claim:days}.', `It takes [4 days](#${claimAnchor('days')}).`],
    ['{claim:iso}', '[We are certified.](#claim:iso)'],
    ['It takes {claim:gone}.', 'It takes —.'],
    ['[a](../battlecards/corvane.md#pricing)', '[a](/battlecards/corvane/#pricing)'],
    ['[a](/battlecards/corvane)', '[a](/battlecards/corvane/)'],
    ['[a](../battlecards/secret.md) b', 'a b'],
    ['<a href="/battlecards/secret/">a</a>', '<a>a</a>'],
    ['[a](https://example.com)', '[a](https://example.com)'],
    ['[a](#b)', '[a](#b)'],
    ['[a](/search/)', '[a](/search/)'],
    ['[a](javascript:alert(1))', 'a'],
    ['![a](../../media/a.png "t")', '![a](/media/abcdef0123456789-1200.webp#w=1200&h=600 "t")'],
    ['![a](../../media/small.png)', '![a](/media/abcdef0123456789-300.webp#w=300&h=200)'],
    ['<img src="/media/d.svg" alt="a">', '<img src="/media/abcdef0123456789.svg#w=800&h=400" alt="a">'],
    ['![a](../../media/gone.png) b', 'a b'],
    ['[a](../../media/plan%20(1).pdf)', '[a](/files/abcdef0123456789/plan-1-.pdf)'],
  ])('%s', (written, shown) => {
    expect(body(written)).toBe(shown);
  });
});

test('fields are resolved by their format', () => {
  const { data } = resolved(
    entry('one-pagers', 'from', {
      headline: 'In {claim:days}',
      problem: 'See [it](../battlecards/corvane.md): {claim:days}.',
      benefits: [{ text: 'Only {claim:days}', claim: 'days' }],
      keywords: ['{claim:days}'],
    }),
  );
  expect(data).toEqual({
    status: 'approved',
    headline: 'In 4 days',
    problem: 'See [it](/battlecards/corvane/): [4 days](#claim:days).',
    benefits: [{ text: 'Only 4 days', claim: 'days' }],
    keywords: ['{claim:days}'],
  });
});

test('files and pictures in fields get their address; what is not there is left out', () => {
  expect(resolved(entry('resources', 'from', { file: 'media/plan (1).pdf' })).data['file']).toBe(
    '/files/abcdef0123456789/plan-1-.pdf',
  );
  expect(resolved(entry('case-studies', 'from', { logo: 'small.png' })).data['logo']).toBe(
    '/media/abcdef0123456789-300.webp#w=300&h=200',
  );
  expect(resolved(entry('resources', 'from', { file: 'gone.pdf' })).data).not.toHaveProperty('file');
});

test('cited claims are listed once each, in the order of the page, those that are there', () => {
  const from = entry(
    'one-pagers',
    'from',
    { headline: '{claim:iso}', cost_of_inaction: 'days', benefits: [{ text: 'A', claim: 'gone' }] },
    '{claim:days} {claim:iso}',
  );
  expect(resolved(from).cites).toEqual(['iso', 'days']);
  expect(resolved(from).citations).toEqual([{ at: 'headline', end: 'We are certified.'.length, claim: 'iso' }]);
});

test('a file’s name never tells more than the file', () => {
  expect(addressOf(file('customers/northgate.png', 10, 10))).toBe('/media/abcdef0123456789-10.webp#w=10&h=10');
});

test('the whole library is resolved', () => {
  const from = entry('resources', 'from', { title: '{claim:days}' });
  const all = resolveLibrary({ library: libraryOf([from, ...others]), media: new Map() });
  expect(all.map(({ id }) => id).sort()).toEqual(['corvane', 'days', 'from', 'iso']);
  expect(all.find(({ id }) => id === 'from')?.data['title']).toBe('4 days');
});
