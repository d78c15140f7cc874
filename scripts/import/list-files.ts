/** The files of an import; what is not among them is named, with its reason. */
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Refusal } from '../../src/domain/import/plan-import.ts';
import { Refused } from '../refused.ts';

export interface FoundFiles {
  /** Absolute path of the folder that nothing may be read outside of. */
  root: string;
  /** Paths inside it, with `/`. */
  files: string[];
  refused: Refusal[];
}

/** What systems and tools leave behind. */
const IGNORED = /^(\.|~\$|node_modules$|Thumbs\.db$|desktop\.ini$)/;

const MOST_FILES = 50_000;

export const listFiles = async (source: string, patterns: readonly string[]): Promise<FoundFiles> => {
  const full = await realpath(source).catch(() => {
    throw new Refused(`There is no file or folder ${source}, or you may not read it.`);
  });
  if ((await stat(full)).isFile()) return { root: path.dirname(full), files: [path.basename(full)], refused: [] };
  const found: FoundFiles = { root: full, files: [], refused: [] };
  await walk(found, '');
  found.files.sort();
  const isAskedFor = (file: string) => patterns.some((pattern) => path.matchesGlob(file, pattern));
  for (const file of found.files)
    if (!isAskedFor(file))
      found.refused.push({ from: file, reason: 'is not among the files that the mapping asks for' });
  return { ...found, files: found.files.filter(isAskedFor) };
};

const walk = async (found: FoundFiles, folder: string): Promise<void> => {
  for (const name of (await readdir(path.join(found.root, folder))).sort()) {
    if (IGNORED.test(name)) continue;
    const inside = folder === '' ? name : `${folder}/${name}`;
    const entry = await lstat(path.join(found.root, inside));
    if (entry.isSymbolicLink())
      found.refused.push({ from: inside, reason: 'is a link to another place, which is not followed' });
    else if (entry.isDirectory()) await walk(found, inside);
    else if (entry.isFile()) found.files.push(inside);
    else found.refused.push({ from: inside, reason: 'is neither a file nor a folder' });
    if (found.files.length > MOST_FILES)
      throw new Refused(`There are more than ${MOST_FILES} files. Import a part of them.`);
  }
};
