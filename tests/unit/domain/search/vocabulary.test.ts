import { describe, expect, test } from 'vitest';
import { collectVocabulary, encodeVocabulary, parseVocabulary } from '../../../../src/domain/search/vocabulary.ts';

const vocabulary = collectVocabulary([
  ['Approval in a day', 'approve, approved'],
  ['Approval by e-mail'],
  ['An approval', 'ISO 27001 in 2026', 'Ærø'],
  ['approval again'],
]);

test('every word, with the pages that have it', () => {
  expect(vocabulary.pages).toBe(4);
  expect(vocabulary.words).toEqual([...vocabulary.words].sort());
  expect(vocabulary.words).toContain('email');
  expect(vocabulary.words).not.toContain('2026');
  expect(vocabulary.frequency[vocabulary.words.indexOf('approval')]).toBe(2);
  expect(vocabulary.frequency[vocabulary.words.indexOf('approved')]).toBe(0);
});

test('what was written is read again', () => {
  expect(parseVocabulary(JSON.parse(encodeVocabulary(vocabulary)))).toEqual(vocabulary);
});

test('an empty index has an empty vocabulary', () => {
  const none = collectVocabulary([]);
  expect(parseVocabulary(JSON.parse(encodeVocabulary(none)))).toEqual({ pages: 0, words: [], frequency: [] });
});

test('a long common beginning is shared in part', () => {
  const long = collectVocabulary([['abcdefghijklmnopqrstuvwx abcdefghijklmnopqrstuvw']]);
  expect(parseVocabulary(JSON.parse(encodeVocabulary(long)))).toEqual(long);
});

describe('refused', () => {
  test.each([
    ['nothing', undefined],
    ['another format', { format: 99, pages: 1, words: 'Aab', frequency: 'A' }],
    ['cut short', { format: 1, pages: 1, words: 'AabAcd', frequency: 'A' }],
    ['an error page', '<!doctype html>'],
  ])('%s', (_, file) => {
    expect(() => parseVocabulary(file)).toThrow();
  });
});
