import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bringFragmentsBack, dropOldFragments, putFragmentsAside } from '../../../src/integrations/kept-fragments.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dealshelf-fragments-'));
});
afterEach(() => rm(folder, { recursive: true }));

const foldersOf = (stamp: string) => ({
  outFolder: path.join(folder, 'out'),
  keepFolder: path.join(folder, 'cache'),
  stamp,
});
const fragments = (): string => path.join(folder, 'out/pagefind/fragment');

/** The engine's part: an index of these fragments, of which it writes only those that are not there. */
const write = (names: readonly string[]): string[] => {
  mkdirSync(fragments(), { recursive: true });
  const written = names.filter((name) => !existsSync(path.join(fragments(), `${name}.pf_fragment`)));
  for (const name of written) writeFileSync(path.join(fragments(), `${name}.pf_fragment`), name);
  const texts = names.flatMap((name) => [0x60 + name.length, ...Buffer.from(name), 0x18, 0x61]);
  const meta = gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), Buffer.from(texts)]));
  writeFileSync(path.join(folder, 'out/pagefind/pagefind.en_1.pf_meta'), meta);
  return written;
};

/** A whole build; `breaksOff` before the index is finished. */
const build = (stamp: string, names: readonly string[], breaksOff = false): string[] => {
  mkdirSync(path.join(folder, 'cache'), { recursive: true });
  putFragmentsAside(foldersOf(stamp));
  rmSync(path.join(folder, 'out'), { recursive: true, force: true });
  bringFragmentsBack(foldersOf(stamp));
  const written = write(names);
  if (!breaksOff) dropOldFragments(foldersOf(stamp));
  return written;
};

test('fragments of the last build are not written again, and what is gone does not stay', () => {
  expect(build('1', ['en_a', 'en_b'])).toEqual(['en_a', 'en_b']);
  expect(build('1', ['en_b', 'en_c'])).toEqual(['en_c']);
  expect(readdirSync(fragments()).sort()).toEqual(['en_b.pf_fragment', 'en_c.pf_fragment']);
});

test('other code writes all of them anew', () => {
  build('1', ['en_a']);
  expect(build('2', ['en_a'])).toEqual(['en_a']);
});

test('after a build that broke off, none is taken for a whole one', () => {
  build('1', ['en_a']);
  build('1', ['en_a', 'en_b'], true);
  expect(build('1', ['en_a', 'en_b'])).toEqual(['en_a', 'en_b']);
});
