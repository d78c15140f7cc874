/** Which characters a font file has, read from the file. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { coverageOf, covers } from '../../../../src/integrations/share-images/font-coverage.ts';
import { fontFileFor, fontStack } from '../../../../src/integrations/share-images/fonts.ts';

const FONT = 'node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2';

test('a font of Latin letters has these and no others', () => {
  const ranges = coverageOf(readFileSync(FONT));
  const has = (char: string): boolean => covers(ranges, char.codePointAt(0) ?? 0);
  expect([...'Az09é€—…'].filter((char) => !has(char))).toEqual([]);
  expect([...'Жא中🚀'].filter(has)).toEqual([]);
});

test('what is no font is said to be none', () => {
  expect(() => coverageOf(Buffer.from('<!doctype html>'))).toThrow('This is not a WOFF2 font.');
});

test.each([
  ['A', 'en', 'hanken-grotesk'],
  ['Ж', 'en', 'noto-sans'],
  ['Ω', 'en', 'noto-sans'],
  ['ك', 'en', 'noto-sans-arabic'],
  ['א', 'en', 'noto-sans-hebrew'],
  ['क', 'en', 'noto-sans'],
  ['🚀', 'en', 'noto-emoji'],
  ['7', 'en', 'hanken-grotesk'],
  ['語', 'ja', 'noto-sans-jp'],
  ['語', 'zh-CN', 'noto-sans-sc'],
  ['語', 'en', 'noto-sans-sc'],
  ['한', 'en', 'noto-sans-kr'],
])('%s in %s is drawn with %s', (char, language, family) => {
  expect(fontFileFor(char, fontStack(char, language))?.family).toBe(family);
});

test('Chinese characters beside Japanese or Korean letters are drawn as there', () => {
  expect(fontFileFor('語', fontStack('日本語の見出し', 'en'))?.family).toBe('noto-sans-jp');
  expect(fontFileFor('語', fontStack('한국語', 'en'))?.family).toBe('noto-sans-kr');
});

test('what no font has is told', () => {
  expect(fontFileFor('ท', fontStack('ท', 'th'))).toBeUndefined();
});
