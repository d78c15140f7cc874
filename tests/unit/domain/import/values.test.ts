/** Dates, numbers and terms of other houses: what is read, and what is refused rather than guessed. */
import { expect, test } from 'vitest';
import { readDay } from '../../../../src/domain/import/dates.ts';
import { readAmount } from '../../../../src/domain/import/numbers.ts';
import { firstSentence, truncate } from '../../../../src/domain/import/steps.ts';
import { foldTerm, termMatcher } from '../../../../src/domain/import/terms.ts';
import { entry, libraryOf } from '../../../fixtures/entries.ts';

test.each([
  ['2021-08-22T13:23:41.000Z', '2021-08-22'],
  ['2021-08-22', '2021-08-22'],
  ['2021/8/2', '2021-08-02'],
  ['22.08.2021', '2021-08-22'],
  ['1.2.2021', '2021-02-01'],
  ['22 Aug 2021', '2021-08-22'],
  ['22nd of Aug 2021', undefined],
  ['22nd August, 2021', '2021-08-22'],
  ['August 22, 2021', '2021-08-22'],
  ['Sept. 3rd, 2021', '2021-09-03'],
  ['Sun, 22 Aug 2021 13:23:41 GMT', '2021-08-22'],
  ['13/04/2026', '2026-04-13'],
  ['04/13/2026', '2026-04-13'],
  ['04/04/2026', '2026-04-04'],
  ['2026-02-30', undefined],
  ['Marchpane 3, 2021', undefined],
  ['soon', undefined],
  ['44065', undefined],
])('the date %s', (written, day) => expect(readDay(written).value).toBe(day));

test('a date that could mean two days is refused, until the mapping says which comes first', () => {
  expect(readDay('03/04/2026').reason).toContain('could mean two days');
  expect(readDay('03/04/2026', 'day first').value).toBe('2026-04-03');
  expect(readDay('03/04/2026', 'month first').value).toBe('2026-03-04');
  expect(readDay('March 2026').reason).toBe('names no day');
});

test.each([
  ['13,000', 13_000],
  ['13 000', 13_000],
  ['13’000', 13_000],
  ['1.234.567', 1_234_567],
  ['12.5', 12.5],
  ['1,234.5', 1234.5],
  ['2 million', 2_000_000],
  ['5k', 5000],
  ['500', 500],
  ['13,000 employees', 13_000],
])('the number %s', (written, value) => expect(readAmount(written, ['employees']).value).toBe(value));

test.each([
  ['13,000 students', 'says “students” beside the number'],
  ['over 500', 'says “over” beside the number'],
  ['500-1,000', 'has several numbers'],
  ['1.234', 'is a number that could be read in two ways'],
  ['1,23', 'is a number that could be read in two ways'],
  ['many', 'has no number'],
])('%s is refused', (written, reason) => expect(readAmount(written, ['employees']).reason).toBe(reason));

const library = libraryOf([
  entry('industries', 'software', { label: 'Software', synonyms: ['SaaS', 'technology'] }),
  entry('industries', 'financial-services', { label: 'Financial services', synonyms: ['bank', 'technology bank'] }),
  entry('industries', 'health', { label: 'Santé & médecine', synonyms: ['care'] }),
  entry('industries', 'home-care', { label: 'Home care', synonyms: ['care'] }),
  entry('company-sizes', 'small', { label: 'Small', employees_from: 100, employees_to: 249 }),
  entry('company-sizes', 'large', { label: 'Large', employees_from: 250 }),
]);
const match = termMatcher(library, {
  industries: { Fintech: 'financial-services', Zoo: null, Ships: 'shipping' },
});

test.each([
  ['software', 'software'],
  ['Software Industry', 'software'],
  ['SOFTWARES', 'software'],
  ['  saas. ', 'software'],
  ['Technologies', 'software'],
  ['Banks', 'financial-services'],
  ['Financial-Services', 'financial-services'],
  ['sante and medecine', 'health'],
  ['FINTECH', 'financial-services'],
])('the industry %s', (words, id) => expect(match('industries', words)).toEqual({ kind: 'found', id }));

test('what has no term, several, or a wrong one in the mapping is said and never invented', () => {
  expect(match('industries', 'Softwar')).toEqual({ kind: 'none' });
  expect(match('industries', 'Banking & Finance')).toEqual({ kind: 'none' });
  expect(match('industries', 'Care')).toEqual({ kind: 'several', ids: ['health', 'home-care'] });
  expect(match('industries', 'zoos')).toEqual({ kind: 'left out' });
  expect(match('industries', 'ships')).toEqual({ kind: 'wrong alias', id: 'shipping' });
  expect(match('company-sizes', '240')).toEqual({ kind: 'found', id: 'small' });
  expect(match('company-sizes', '13000')).toEqual({ kind: 'found', id: 'large' });
  expect(match('company-sizes', '7')).toEqual({ kind: 'none' });
});

test('spellings fold to one', () => {
  const spellings = ['Life Sciences', 'life-science', 'LIFE SCIENCE industry', 'Life  sciences.'];
  expect(new Set(spellings.map(foldTerm))).toEqual(new Set(['life science']));
  expect(foldTerm('Business')).toBe('business');
});

test('a first sentence does not end at an abbreviation or a decimal', () => {
  expect(firstSentence('It saves 12.5 days, e.g. in the U.S. market. Then more.')).toBe(
    'It saves 12.5 days, e.g. in the U.S. market.',
  );
  expect(firstSentence('One line\nonly')).toBe('One line only');
});

test('what is too long is cut between words, and the loss is told', () => {
  const lost: string[] = [];
  expect(truncate('Approvals take eleven days.', 20, (rest) => lost.push(rest))).toBe('Approvals take…');
  expect(lost).toEqual(['eleven days.']);
  expect(truncate('Short enough.', 20, (rest) => lost.push(rest))).toBe('Short enough.');
});
