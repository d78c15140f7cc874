/** `_headers`, as hosts read it, and as the build writes it. */
import { expect, test } from 'vitest';
import { headersFor, parseHeadersFile } from '../../../scripts/serve/headers-file.ts';

const rules = parseHeadersFile(`/*
  X-One: all
  Content-Security-Policy: closed

# Cards
/battlecards/:id/card/
  ! Content-Security-Policy
  Content-Security-Policy: open

/files/*
  X-One: files
`);
const of = (path: string): Record<string, string> => Object.fromEntries(headersFor(rules, path));

test('a later rule takes away what an earlier one has set', () => {
  expect(of('/battlecards/corvane/card/')).toEqual({ 'x-one': 'all', 'content-security-policy': 'open' });
});

test('a placeholder is one step of a path', () => {
  expect(of('/battlecards/corvane/')).toEqual({ 'x-one': 'all', 'content-security-policy': 'closed' });
  expect(of('/battlecards/a/b/card/')['content-security-policy']).toBe('closed');
  expect(of('/battlecards/corvane/card/other')['content-security-policy']).toBe('closed');
});

test('values of the same header are added up', () => {
  expect(of('/files/1/a.pdf')['x-one']).toBe('all, files');
});
