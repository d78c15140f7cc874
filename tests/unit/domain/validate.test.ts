import { describe, expect, test } from 'vitest';
import { fixOf, reasonOf, sortProblems, type Problem } from '../../../src/domain/problems.ts';
import { unknownEmptied, validateEntry } from '../../../src/domain/validate.ts';
import { entry } from '../../fixtures/entries.ts';

const RIGHT = {
  title: 'A',
  summary: 'B',
  stages: ['decision'],
  personas: ['champion'],
  owner: 'C',
  reviewed_on: '2026-01-01',
  format: 'article',
};

const problems = (data: Readonly<Record<string, unknown>>) => validateEntry(entry('resources', 'a', data));
const told = (data: Readonly<Record<string, unknown>>): string[] =>
  problems(data).map((problem) => `${problem.field}: ${problem.code}`);

describe('an approved entry', () => {
  test('with every required field is right', () => expect(problems(RIGHT)).toEqual([]));

  test.each(Object.keys(RIGHT))('needs %s', (field) => {
    expect(told({ ...RIGHT, [field]: undefined })).toEqual([`${field}: MISSING_FIELD`]);
  });

  test('is reported whole, not only at its first problem', () => {
    expect(
      told({ ...RIGHT, title: 7, format: 'artcle', sumary: 'x', review_every: 0, event: { starts_at: 'soon' } }).sort(),
    ).toEqual([
      'event.starts_at: INVALID_FIELD',
      'format: INVALID_FIELD',
      'review_every: INVALID_FIELD',
      'sumary: UNKNOWN_FIELD',
      'title: INVALID_FIELD',
    ]);
  });
});

describe('a draft', () => {
  test('needs a title only', () => {
    expect(problems({ status: 'draft', title: 'A' })).toEqual([]);
    expect(told({ status: 'draft' })).toEqual(['title: MISSING_FIELD']);
    expect(told({ status: 'in review' })).toEqual(['title: MISSING_FIELD']);
  });
  test('must still be right in what it has', () => {
    expect(told({ status: 'draft', title: 'A', format: 'artcle', nonsense: 1 }).sort()).toEqual([
      'format: INVALID_FIELD',
      'nonsense: UNKNOWN_FIELD',
    ]);
  });
});

const words = (data: Readonly<Record<string, unknown>>): string => {
  const [problem] = problems({ ...RIGHT, ...data });
  return problem ? `${problem.field ?? ''} ${reasonOf(problem)}. ${fixOf(problem)}` : 'none';
};

test.each([
  [
    { title: 42 },
    'title must be text, not 42. Up to 120 characters: the name a rep would search for; it heads the page.',
  ],
  [
    { title: 'x'.repeat(121) },
    'title has 121 characters, 120 at most. Up to 120 characters: the name a rep would search for; it heads the page.',
  ],
  [
    { stages: 'decision' },
    'stages must be a list, not "decision". One or more stages: where in the buying journey this asset helps; it is listed on their pages.',
  ],
  [{ keywords: [1] }, 'keywords.0 must be text, not 1. Other words people search for; never shown, but found.'],
  [{ event: 'tomorrow' }, 'event must be a group of fields, not "tomorrow". When and where it takes place.'],
  [{ event: [] }, 'event must be a group of fields, not a list. When and where it takes place.'],
  [{ duration: 1.5 }, 'duration must be a whole number, not 1.5. A whole number of minutes to watch or listen.'],
  [{ duration: 0 }, 'duration is 0, 1 at least. A whole number of minutes to watch or listen.'],
  [
    { expires_on: '2026-02-30' },
    'expires_on must be a date such as 2026-03-15. A date: from that day on the asset is left out of every build.',
  ],
  [
    { language: 'English' },
    'language must be a language tag such as en or de-AT. A language tag such as en or de-AT; left out, the site’s own.',
  ],
  [
    { url: 'javascript:alert(1)' },
    'url must start with https://, mailto: or /. A web address: where it is, when it is not the text below.',
  ],
  [{ audience: 'pubic' }, 'audience is "pubic", which is not one of public, partner, internal. Did you mean "public"?'],
  [
    { related: { a: 'b' } },
    'related must be a list, not a group of fields. Ids of assets to read next; shown first among the related ones.',
  ],
])('%j', (data, expected) => {
  expect(words(data)).toBe(expected);
});

test('a term has no drafts, so nobody is told to make one', () => {
  const [problem] = validateEntry(entry('industries', 'a', {}));
  expect(problem && fixOf(problem)).toBe('A few words: how the term is shown.');
});

test('problems are sorted as a person mends them: errors first, then by file and field', () => {
  const problem = (code: Problem['code'], file: string, field?: string): Problem => ({ code, file, field, args: {} });
  const sorted = [
    problem('EXPIRED', 'a', 'x'),
    problem('FILE_EMPTY', 'b'),
    problem('DUPLICATE_KEY', 'a', 'z'),
    problem('DUPLICATE_KEY', 'a', 'b'),
  ];
  expect(sortProblems(sorted).map(({ code, file, field }) => [code, file, field])).toEqual([
    ['DUPLICATE_KEY', 'a', 'b'],
    ['DUPLICATE_KEY', 'a', 'z'],
    ['FILE_EMPTY', 'b', undefined],
    ['EXPIRED', 'a', 'x'],
  ]);
});

test('a field without a value is forgiven when it is a field, and named when it is none', () => {
  const emptied = ['summary', 'event.url', 'titel', 'event.urll'];
  expect(
    unknownEmptied(entry('resources', 'a', RIGHT), emptied).map(({ code, field, args }) => [
      code,
      field,
      args['suggestion'],
    ]),
  ).toEqual([
    ['UNKNOWN_FIELD', 'titel', 'title'],
    ['UNKNOWN_FIELD', 'event.urll', 'url'],
  ]);
});
