import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepPages, openKeptPages } from '../../../src/integrations/page-store.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dealshelf-store-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** One build after another, each keeping these pages. */
const build = (stamp: string, pages: Readonly<Record<string, string>>): void => {
  const store = keepPages(folder, stamp);
  for (const [page, text] of Object.entries(pages)) store.put(page, `key of ${page}`, Buffer.from(text));
  store.close();
};

const kept = (stamp: string, page: string, key = `key of ${page}`): string | undefined =>
  openKeptPages(folder, stamp).get(page, key)?.toString();

test('a page is kept for the next build', () => {
  build('1', { a: 'first', b: 'second: ü' });
  expect(kept('1', 'b')).toBe('second: ü');
});

test('a page with another key is not', () => {
  build('1', { a: 'first' });
  expect(kept('1', 'a', 'another')).toBeUndefined();
});

test('a page can be read back while others are still being put', () => {
  const store = keepPages(folder, '1');
  store.put('a', 'key', Buffer.from('first'));
  expect(store.read('a')?.toString()).toBe('first');
  store.put('b', 'key', Buffer.from('second: ü'));
  store.put('c', 'key', Buffer.from('third'));
  expect([store.read('b'), store.read('a'), store.read('c')].map(String)).toEqual(['second: ü', 'first', 'third']);
  expect(store.read('d')).toBeUndefined();
  store.close();
  expect(kept('1', 'b', 'key')).toBe('second: ü');
});

test('other code makes all pages anew', () => {
  build('1', { a: 'first' });
  expect(kept('2', 'a')).toBeUndefined();
});

test('what a build does not keep is gone, on the disk as well', async () => {
  build('1', { a: 'first' });
  build('1', { b: 'second' });
  expect(kept('1', 'a')).toBeUndefined();
  build('1', { b: 'second' });
  expect((await readdir(folder)).filter((name) => name.endsWith('.bin'))).toHaveLength(1);
});

test('a build that broke off leaves what was kept before', () => {
  build('1', { a: 'first' });
  keepPages(folder, '1').put('a', 'key of a', Buffer.from('half'));
  expect(kept('1', 'a')).toBe('first');
});

test('nor does one of other code, which may come back', () => {
  build('1', { a: 'first' });
  keepPages(folder, '2').put('a', 'key of a', Buffer.from('other'));
  expect(kept('1', 'a')).toBe('first');
});

test.each([
  '',
  'not JSON',
  '{"stamp":"1","file":"missing.bin","places":{"a":{"key":"key of a","offset":0,"length":3}}}',
])('an index that cannot be used is as if there were none: %s', async (text) => {
  await writeFile(path.join(folder, 'pages.json'), text);
  expect(kept('1', 'a')).toBeUndefined();
});

test('pages cut short are not used', async () => {
  build('1', { a: 'a long page' });
  const [file = ''] = (await readdir(folder)).filter((name) => name.endsWith('.bin'));
  await writeFile(path.join(folder, file), 'a');
  expect(kept('1', 'a')).toBeUndefined();
});
