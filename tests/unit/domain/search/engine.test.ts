import { expect, test } from 'vitest';
import { pagefindEngine } from '../../../../src/domain/search/engine.ts';

const page = (excerpt: string) => ({ url: '/a/', content: 'a', excerpt, meta: {}, filters: {}, sub_results: [] });

const engineOf = (hit: { id: string; score: number; data: () => Promise<unknown> }) =>
  pagefindEngine({ search: () => Promise.resolve({ results: [hit] }) });

test('a hit is held until its data are asked for: Pagefind forgets the data of a hit that nobody holds', async () => {
  const hit = { id: 'a', score: 1, data: () => Promise.resolve<unknown>(undefined) };
  const [found] = await engineOf(hit).search('a');
  hit.data = () => Promise.resolve(page('late'));
  expect((await found?.data())?.excerpt).toBe('late');
});

test('data are copied: Pagefind writes into them when it searches again', async () => {
  const data = page('first');
  const [found] = await engineOf({ id: 'a', score: 1, data: () => Promise.resolve(data) }).search('a');
  const first = await found?.data();
  data.excerpt = 'second';
  expect(first?.excerpt).toBe('first');
});

test('no answer is no hits', async () => {
  expect(await pagefindEngine({ search: () => Promise.resolve(null) }).search('a')).toEqual([]);
});

test('a section scores what its words score', async () => {
  const section = (url: string, ...scores: number[]) => ({
    title: url,
    url,
    excerpt: '',
    weighted_locations: scores.map((balanced_score) => ({ balanced_score, weight: 1, location: 1 })),
  });
  const data = { ...page('a'), sub_results: [section('/a/', 1), section('/a/#b', 1, 2.5)] };
  const [found] = await engineOf({ id: 'a', score: 1, data: () => Promise.resolve(data) }).search('a');
  expect((await found?.data())?.sub_results.map(({ score }) => score)).toEqual([1, 3.5]);
});
