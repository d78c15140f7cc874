import { expect, test } from 'vitest';
import { collectVocabulary } from '../../../../src/domain/search/vocabulary.ts';

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
