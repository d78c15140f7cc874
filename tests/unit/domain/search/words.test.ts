import { describe, expect, test } from 'vitest';
import {
  capitalsIn,
  cut,
  meaningful,
  MOST_CHARACTERS,
  MOST_WORDS,
  phraseForms,
  queryWords,
  quotedPhrase,
  stem,
  textWords,
} from '../../../../src/domain/search/words.ts';

describe('words of a query', () => {
  test.each([
    ['Corvane pricing', ['corvane', 'pricing']],
    ['  e-mail   approvals ', ['email', 'approvals']],
    ['SSO/SAML', ['sso', 'saml']],
    ['T&E policy', ['te', 'policy']],
    ['Köln café', ['koln', 'cafe']],
    ['<script>alert("x")</script>', ['script', 'alert', 'x', 'script']],
    ['won’t pay', ['wont', 'pay']],
    ['🚀', []],
    ['🚀 rocket', ['rocket']],
    ['""', []],
    ['', []],
  ])('%s', (query, words) => {
    expect(queryWords(query)).toEqual(words);
  });

  test('of a pasted page only the beginning is searched', () => {
    expect(queryWords('word '.repeat(10_000))).toHaveLength(MOST_WORDS);
    expect(queryWords('x'.repeat(10_000))).toEqual([]);
    expect(cut('a'.repeat(10_000))).toHaveLength(MOST_CHARACTERS);
  });

  test('a cut never leaves half a character', () => {
    expect(cut('ab🚀', 3)).toBe('ab');
    expect(cut('ab🚀', 4)).toBe('ab🚀');
  });
});

test('a word with a hyphen counts as its parts and as a whole', () => {
  expect(textWords('Set-up fee, once.')).toEqual(['set', 'up', 'setup', 'fee', 'once']);
});

test('a phrase with a hyphen is typed in two ways', () => {
  expect(phraseForms('One-pager')).toEqual(['onepager', 'one pager']);
  expect(phraseForms('Battlecard')).toEqual(['battlecard']);
});

describe('stop words', () => {
  test('are left out', () => {
    expect(meaningful(['how', 'do', 'we', 'beat', 'corvane'])).toEqual(['beat', 'corvane']);
  });

  test('stay where there is nothing else', () => {
    expect(meaningful(['what', 'is', 'it'])).toEqual(['what', 'is', 'it']);
  });

  test('typed in capitals among others they are words', () => {
    expect(meaningful(queryWords('IT has no time'), capitalsIn('IT has no time'))).toEqual(['it', 'no', 'time']);
    expect(capitalsIn('WHAT IS IT')).toEqual(new Set());
  });
});

test.each([
  ['approvals', 'approval'],
  ['encryption', 'encryption'],
  ['invoices', 'invoic'],
  ['cards', 'card'],
  ['ring', 'ring'],
])('%s begins as %s', (word, stemmed) => {
  expect(stem(word)).toBe(stemmed);
});

test.each([
  ['"doing nothing"', 'doing nothing'],
  [' “doing nothing” ', 'doing nothing'],
  ['"doing" nothing', undefined],
  ['"doing" "nothing"', undefined],
  ['"', undefined],
  ['""', undefined],
  ['"🚀"', undefined],
])('%s is the phrase %s', (query, phrase) => {
  expect(quotedPhrase(query)).toBe(phrase);
});
