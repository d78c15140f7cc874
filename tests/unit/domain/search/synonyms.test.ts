import { expect, test } from 'vitest';
import { createSynonyms } from '../../../../src/domain/search/synonyms.ts';

const synonyms = createSynonyms([
  ['SSO', 'single sign-on', 'SAML'],
  ['AP', 'accounts payable', 'payables'],
]);
const replaced = (words: readonly string[]): string[] =>
  synonyms.replacements(words, 6).map(({ words: result }) => result.join(' '));

test('an acronym stands for its expansions', () => {
  expect(replaced(['sso', 'setup'])).toEqual(['single signon setup', 'saml setup']);
});

test('an expansion stands for the acronym, however its hyphen is typed', () => {
  expect(replaced(['single', 'signon'])).toEqual(['sso']);
  expect(replaced(['single', 'sign', 'on'])).toEqual(['sso']);
  expect(replaced(['accounts', 'payable', 'team'])).toEqual(['ap team']);
});

test('two expansions do not stand for each other', () => {
  expect(replaced(['saml'])).toEqual(['sso']);
});

test('at most so many', () => {
  expect(synonyms.replacements(['sso', 'ap'], 3)).toHaveLength(3);
});

test('a word that is no synonym stays alone', () => {
  expect(replaced(['invoice'])).toEqual([]);
});
