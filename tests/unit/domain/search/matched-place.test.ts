import { expect, test } from 'vitest';
import type { Page, Section } from '../../../../src/domain/search/engine.ts';
import { matchedPlace } from '../../../../src/domain/search/matched-place.ts';

const URL = '/battlecards/corvane/';
const section = (heading: string, score: number, fragment = `#${heading}`): Section => ({
  title: heading,
  url: `${URL}${fragment}`,
  excerpt: `… ${heading} …`,
  score,
});
const pageWith = (...sub_results: Section[]): Page => ({
  url: URL,
  content: '',
  excerpt: '',
  meta: { title: 'Halyard or Corvane' },
  filters: {},
  sub_results,
});
const above = section('Halyard or Corvane', 9, '');
const pricing = section('Their pricing', 2);
const news = section('News', 5);

test('a heading that says what the title does not', () => {
  const place = matchedPlace(pageWith(above, news, pricing), ['battlecard', 'corvane', 'prices']);
  expect(place).toEqual({ url: `${URL}#Their pricing`, heading: 'Their pricing', excerpt: '… Their pricing …' });
});

test('the heading that says most of it', () => {
  const more = section('News of their pricing', 1);
  expect(matchedPlace(pageWith(above, news, pricing, more), ['pricing', 'news'])?.heading).toBe(
    'News of their pricing',
  );
});

test('otherwise, where the words stand closest', () => {
  expect(matchedPlace(pageWith(section('', 1, ''), news, pricing), ['licence'])?.heading).toBe('News');
});

test('the page as a whole, where that is above all headings, or in the title', () => {
  expect(matchedPlace(pageWith(above, news, pricing), ['licence'])).toBeUndefined();
  expect(matchedPlace(pageWith(news, pricing), ['corvane'])).toBeUndefined();
  expect(matchedPlace(pageWith(), ['pricing'])).toBeUndefined();
});
