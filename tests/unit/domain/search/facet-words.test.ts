import { expect, test } from 'vitest';
import { createFacetWords } from '../../../../src/domain/search/facet-words.ts';

const facets = createFacetWords([
  { facet: 'type', value: 'Battlecard', words: ['Battlecards'] },
  { facet: 'type', value: 'Case study', words: ['Case studies'] },
  { facet: 'type', value: 'One-pager', words: [] },
  { facet: 'competitor', value: 'Corvane', words: ['the big suite'] },
  { facet: 'industry', value: 'Healthcare', words: ['hospital'] },
  { facet: 'industry', value: 'Retail', words: ['shop'] },
]);
const found = (query: string) => facets.find(query.split(' ')).map(({ facet, values, at }) => [facet, values, at]);

test('types, competitors and nicknames', () => {
  expect(found('battlecard corvane pricing')).toEqual([
    ['type', ['Battlecard'], [0]],
    ['competitor', ['Corvane'], [1]],
  ]);
  expect(found('beat the big suite')).toEqual([['competitor', ['Corvane'], [1, 2, 3]]]);
});

test('plurals, and hyphens typed as spaces', () => {
  expect(found('case studies')).toEqual([['type', ['Case study'], [0, 1]]]);
  expect(found('one pager')).toEqual([['type', ['One-pager'], [0, 1]]]);
});

test('two values of one facet are an either-or', () => {
  expect(found('hospital shop')).toEqual([['industry', ['Healthcare', 'Retail'], [0, 1]]]);
});

test('other words name nothing', () => {
  expect(found('big suite case')).toEqual([]);
});
