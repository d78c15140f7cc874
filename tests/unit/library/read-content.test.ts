/** The disk as it can be: rights, links, encodings. */
import { chmod, mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadLibrary, loadWords } from '../../../src/library/load-library.ts';
import { readContentTree } from '../../../src/library/read-content.ts';
import { writeContent } from '../../fixtures/broken.ts';

const SHIPPED = path.resolve(import.meta.dirname, '../../../content');
const DRAFT = '---\ntitle: A\n---\n';

test('a tree is read in the order of its paths, media apart', async () => {
  const folder = await writeContent({
    'b.md': 'B',
    'a.md': 'A',
    'c/d.md': 'D',
    'media/z.png': 'z',
    'media/logos/a.svg': '<svg/>',
    '.hidden.md': 'x',
    '~$open.md': 'x',
  });
  const tree = readContentTree(folder.content);
  await folder.remove();
  expect(tree.name).toBe('content');
  expect(tree.texts).toEqual([
    { path: 'a.md', text: 'A' },
    { path: 'b.md', text: 'B' },
    { path: 'c/d.md', text: 'D' },
  ]);
  expect(tree.media.map(({ path: name, size }) => [name, size])).toEqual([
    ['logos/a.svg', 6],
    ['z.png', 1],
  ]);
  expect([...tree.drawings]).toEqual([['logos/a.svg', '<svg/>']]);
  expect(tree.problems).toEqual([]);
});

/** Root may read everything: as root, the test reads as somebody else. */
const asNobody = <T>(work: () => T): T => {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
};

test.skipIf(process.platform === 'win32')('what may not be read is named, a file or a whole folder', async () => {
  const folder = await writeContent({
    'claims/a.yml': 'statement: A\n',
    'kits/b.yml': 'title: B\n',
    'plays/c.yml': 'title: C\n',
  });
  await chmod(path.dirname(folder.content), 0o755);
  await chmod(path.join(folder.content, 'claims/a.yml'), 0);
  await chmod(path.join(folder.content, 'kits'), 0);
  const { texts, problems } = asNobody(() => readContentTree(folder.content));
  await chmod(path.join(folder.content, 'kits'), 0o755);
  await folder.remove();
  expect(texts.map((text) => text.path)).toEqual(['plays/c.yml']);
  expect(problems).toHaveLength(2);
  expect(problems).toEqual(
    expect.arrayContaining([
      { code: 'FILE_UNREADABLE', file: 'content/claims/a.yml', args: { reason: 'you may not read it' } },
      { code: 'FILE_UNREADABLE', file: 'content/kits', args: { reason: 'you may not read it' } },
    ]),
  );
});

describe('links', () => {
  test('inside the folder are followed, outside not, and a loop ends', async () => {
    const folder = await writeContent({ 'claims/a.yml': 'statement: A\n', 'media/a.png': 'x' });
    const at = (name: string) => path.join(folder.content, name);
    await symlink(at('claims/a.yml'), at('claims/b.yml'));
    await symlink('/', at('claims/root.yml'));
    await symlink('/etc', at('media/etc'));
    await symlink(at('claims/loop.yml'), at('claims/loop.yml'));
    await symlink(folder.content, at('claims/all'));
    // A neighbour whose path begins alike is outside all the same.
    await mkdir(`${folder.content}-of-others`);
    await symlink(`${folder.content}-of-others`, at('claims/neighbour.yml'));
    const tree = readContentTree(folder.content);
    await folder.remove();
    expect(tree.texts.map((text) => text.path)).toEqual(['claims/a.yml', 'claims/b.yml']);
    expect(tree.media).toHaveLength(1);
    expect(tree.problems.map(({ code, file }) => `${code} ${file}`).sort()).toEqual([
      'FILE_UNREADABLE content/claims/loop.yml',
      'OUTSIDE_CONTENT content/claims/all',
      'OUTSIDE_CONTENT content/claims/neighbour.yml',
      'OUTSIDE_CONTENT content/claims/root.yml',
      'OUTSIDE_CONTENT content/media/etc',
    ]);
  });
});

describe('the library', () => {
  test('names a file that cannot be an id with a better name and its own ending', async () => {
    const folder = await writeContent({
      'claims/Über uns (neu).yml': 'statement: A\nstatus: draft\n',
      'assets/resources/ß.md': DRAFT,
      'assets/resources/---.md': DRAFT,
    });
    const { problems, library } = await loadLibrary(folder.content, SHIPPED);
    await folder.remove();
    expect(problems.map(({ code, args }) => [code, args['suggestion']])).toEqual([
      ['INVALID_FILE_NAME', 'a-name.md'],
      ['INVALID_FILE_NAME', 'a-name.md'],
      ['INVALID_FILE_NAME', 'uber-uns-neu.yml'],
    ]);
    expect([...(library.entries.get('claims')?.values() ?? [])].every(({ valid }) => !valid)).toBe(true);
  });

  test('ids are unique across asset types, and in each folder', async () => {
    const folder = await writeContent({
      'assets/objections/a.md': DRAFT,
      'assets/resources/a.md': DRAFT,
      'claims/a.yml': 'statement: A\n',
      'claims/a.md': '---\nstatement: A\n---\n',
    });
    const { problems } = await loadLibrary(folder.content, SHIPPED);
    await folder.remove();
    expect(problems.map(({ code, file, args }) => [code, file, args['other']])).toEqual([
      ['DUPLICATE_ID', 'content/assets/resources/a.md', 'content/assets/objections/a.md'],
      ['DUPLICATE_ID', 'content/claims/a.yml', 'content/claims/a.md'],
    ]);
  });

  test('a readme may lie anywhere', async () => {
    const folder = await writeContent({
      'README.md': '# Hello',
      'assets/readme.md': 'x',
      'assets/resources/a.md': DRAFT,
    });
    const { problems } = await loadLibrary(folder.content, SHIPPED);
    await folder.remove();
    expect(problems).toEqual([]);
  });

  test('without settings of its own it borrows those that ship, but not what they name', async () => {
    const folder = await writeContent({ 'assets/resources/a.md': DRAFT });
    const { library, labels, problems } = await loadLibrary(folder.content, SHIPPED);
    await folder.remove();
    expect(problems).toEqual([]);
    expect(library.settings.brand.logo).toBeUndefined();
    expect(library.settings.landing).toMatchObject({ figures: [], featured: [] });
    expect(labels?.site.home).toBe('Home');
  });

  test('without settings anywhere it says so, and goes on', async () => {
    const folder = await writeContent({ 'assets/resources/a.md': DRAFT });
    const { library, labels, problems } = await loadLibrary(folder.content);
    await folder.remove();
    expect(labels).toBeUndefined();
    expect(library.entries.get('resources')?.size).toBe(1);
    expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'FILE_UNREADABLE content/settings.yml',
      'FILE_UNREADABLE content/labels/en.yml',
    ]);
  });

  test('its own words win; the others stay', async () => {
    const folder = await writeContent({ 'labels/en.yml': 'site:\n  home: Start\n' });
    const { labels } = await loadWords(folder.content, SHIPPED);
    await folder.remove();
    expect(labels.site.home).toBe('Start');
    expect(labels.site.search).toBe('Search');
  });
});
