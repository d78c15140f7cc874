/** What a page says of itself on paper. */
import { describe, expect, test } from 'vitest';
import { pageCountContent, paperOf, pdfPath } from '../../../src/domain/paper.ts';

test.each([
  ['en-GB', 'a4'],
  ['de', 'a4'],
  ['en', 'a4'],
  ['en-US', 'letter'],
  ['fr-CA', 'letter'],
  ['es-MX', 'letter'],
  ['zh-Hans-CN', 'a4'],
] as const)('in %s people print on %s', (locale, paper) => {
  expect(paperOf(locale)).toBe(paper);
});

test('a PDF lies beside its page, under the page’s own name', () => {
  expect(pdfPath('/battlecards/corvane/', 'a4')).toBe('/battlecards/corvane/corvane-a4.pdf');
});

describe('the count of pages, as a style says it', () => {
  test.each([
    ['Page {page} of {pages}', '"Page " counter(page) " of " counter(pages)'],
    ['{pages}/{page}', 'counter(pages) "/" counter(page)'],
    ['{page}', 'counter(page)'],
    ['Seite', '"Seite"'],
    ['"\\ {page} </style>', '"\\"\\\\ " counter(page) " \\3c /style>"'],
  ])('%s', (label, content) => {
    expect(pageCountContent(label)).toBe(content);
  });
});
