import { expect, test } from 'vitest';
import {
  aliasPath,
  entryPath,
  filePath,
  imagePath,
  indexPath,
  isPaged,
  PAGED_COLLECTIONS,
  libraryPath,
  parseEntryPath,
} from '../../../src/domain/routes.ts';

const HASH = '0123456789abcdef0123456789abcdef';

test.each([
  [indexPath('kits'), '/kits/'],
  [indexPath('kits', 2), '/kits/page/2/'],
  [entryPath('personas', 'champion'), '/personas/champion/'],
  [libraryPath(), '/library/'],
  [libraryPath({ persona: 'champion', type: 'kits' }), '/library/?persona=champion&type=kits'],
  [imagePath(HASH, 800), '/media/0123456789abcdef-800.webp'],
  [filePath(HASH, 'guide.pdf'), '/files/0123456789abcdef/guide.pdf'],
  [filePath(HASH, 'my plan (new).pdf'), '/files/0123456789abcdef/my-plan-new-.pdf'],
  [filePath(HASH, 'a/../b?c#d%2e.pdf'), '/files/0123456789abcdef/a-..-b-c-d-2e.pdf'],
  [filePath(HASH, 'übersicht.pdf'), '/files/0123456789abcdef/übersicht.pdf'],
  [aliasPath('kits', 'old'), '/kits/old/'],
  [aliasPath('kits', '/old/page'), '/old/page/'],
  [aliasPath('kits', '/old/page//'), '/old/page/'],
])('%s', (path, expected) => {
  expect(path).toBe(expected);
});

test('the address of an entry says which one it is', () => {
  for (const collection of PAGED_COLLECTIONS)
    expect(parseEntryPath(entryPath(collection, 'a-b'))).toEqual({ collection, id: 'a-b' });
});

test.each(['/kits/', '/kits', 'kits/a/', '/kits/a/b/', '/pipeline-stages/a/', '/toString/a/', '/', ''])(
  '%j is none',
  (path) => {
    expect(parseEntryPath(path)).toBeUndefined();
  },
);

test('names of the language are not collections', () => {
  expect(['constructor', 'toString', '__proto__', 'kits'].filter(isPaged)).toEqual(['kits']);
});
