import { expect, test } from 'vitest';
import { foldQuery, placesOf } from '../../../src/domain/find-text.ts';

const found = (text: string, query: string): string[] =>
  placesOf(text, foldQuery(query)).map(([start, end]) => text.slice(start, end));

test.each([
  ['An offer, and another offer', 'OFFER', ['offer', 'offer']],
  ['Das Gerät wird geprüft', 'gerat', ['Gerät']],
  ['Das Gerät', 'Gera\u0308t', ['Gerät']],
  ['İstanbul and more', 'more', ['more']],
  ['aaaa', 'aa', ['aa', 'aa']],
  ['😀 price 😀', 'price', ['price']],
  ['nothing here', 'price', []],
  ['anything', '   ', []],
])('%s: %s', (text, query, places) => {
  expect(found(text, query)).toEqual(places);
});
