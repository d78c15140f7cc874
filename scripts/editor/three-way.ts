/** Two changes of one text, made from the same beginning, as one text. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tryGit } from './git.ts';

/** Undefined where both changed the same lines, or where there is no git to ask. */
export const mergeTexts = async (base: string, ours: string, theirs: string): Promise<string | undefined> => {
  if (ours === base || ours === theirs) return theirs;
  if (theirs === base) return ours;
  const folder = await mkdtemp(path.join(tmpdir(), 'dealshelf-merge-'));
  try {
    for (const [name, text] of Object.entries({ base, ours, theirs })) await writeFile(path.join(folder, name), text);
    const { code, output } = await tryGit(folder, 'merge-file', '-p', '-q', 'ours', 'base', 'theirs');
    return code === 0 ? output : undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
