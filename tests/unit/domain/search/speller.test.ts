import { describe, expect, test } from 'vitest';
import { createSpeller, slipsBetween, type Reach } from '../../../../src/domain/search/speller.ts';
import { collectVocabulary } from '../../../../src/domain/search/vocabulary.ts';

test.each([
  ['invoice', 'invoice', 0],
  ['invocie', 'invoice', 1],
  ['invoce', 'invoice', 1],
  ['invoicce', 'invoice', 1],
  ['imvoice', 'invoice', 1],
  ['imvocie', 'invoice', 2],
  ['card', 'invoice', 3],
  ['', '', 0],
])('%s and %s: %d', (a, b, slips) => {
  expect(slipsBetween(a, b, 2)).toBe(slips);
  expect(slipsBetween(b, a, 2)).toBe(slips);
});

describe('candidates', () => {
  const speller = createSpeller(
    collectVocabulary([
      ['encryption invoice invoices procurement'],
      ['invoice procured'],
      ['invoice incident'],
      ['invoice'],
    ]),
    ['corvane'],
  );

  test('the nearest and most frequent comes first', () => {
    expect(speller.suggest({ word: 'invioce', isUnfinished: false }, 'everywhere')[0]?.word).toBe('invoice');
    expect(speller.suggest({ word: 'encription', isUnfinished: false }, 'everywhere').map(({ word }) => word)).toEqual([
      'encryption',
    ]);
  });

  test('of an unfinished word, words that begin so', () => {
    expect(speller.suggest({ word: 'procerem', isUnfinished: true }, 'everywhere').map(({ word }) => word)).toContain(
      'procurement',
    );
    expect(
      speller.suggest({ word: 'procerem', isUnfinished: false }, 'everywhere').map(({ word }) => word),
    ).not.toContain('procurement');
  });

  test('near by, only with the same first letter', () => {
    const words = (reach: Reach): string[] =>
      speller.suggest({ word: 'knvoice', isUnfinished: false }, reach).map(({ word }) => word);
    expect(words('everywhere')).toEqual(['invoice']);
    expect(words('same letter')).toEqual([]);
    expect(speller.suggest({ word: 'invioce', isUnfinished: false }, 'same letter')[0]).toMatchObject({
      word: 'invoice',
      slips: 1,
    });
  });

  test('none for what is nowhere near', () => {
    expect(speller.suggest({ word: 'zzzzzz', isUnfinished: true }, 'everywhere')).toEqual([]);
  });

  test('at most four, each once', () => {
    const many = createSpeller(collectVocabulary([['bard cord card care cart ward hard lard']]));
    const words = many.suggest({ word: 'card', isUnfinished: true }, 'everywhere').map(({ word }) => word);
    expect(words).toHaveLength(4);
    expect(new Set(words).size).toBe(4);
    expect(words[0]).toBe('card');
  });

  test('words of synonyms and facets are right, too', () => {
    expect(speller.has('corvane')).toBe(true);
    expect(speller.has('korvane')).toBe(false);
  });

  test('beginnings, and how frequent they are', () => {
    expect(speller.beginningOf('invo')).toBe(2);
    expect(speller.beginningOf('proc')).toBe(0);
    expect(speller.beginningOf('xyz')).toBe(-1);
  });

  test('rare words tell more', () => {
    expect(speller.weightOf('encryption')).toBeGreaterThan(speller.weightOf('invoice'));
    expect(speller.weightOf('unheard')).toBeGreaterThanOrEqual(speller.weightOf('encryption'));
  });
});
