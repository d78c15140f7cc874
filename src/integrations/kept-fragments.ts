/**
 * Fragments of the search index, from one build to the next: a page's text, packed, in a file whose name is made of it.
 * The engine packs and writes only those that do not lie there already, which is half of what it does.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { cborStrings } from './cbor.ts';

export interface FragmentFolders {
  /** Of the build. */
  outFolder: string;
  /** Where builds of this audience keep what they can reuse. */
  keepFolder: string;
  /** What makes kept files worthless when it changes: the code and the packages that make them. */
  stamp: string;
}

const markSchema = z.object({ stamp: z.string(), outFolder: z.string() });

const fragmentsOf = (outFolder: string): string => path.join(outFolder, 'pagefind/fragment');
const savedIn = (keepFolder: string): string => path.join(keepFolder, 'fragments');
/** Says that the last build was finished, and how it was made: half a file must not be taken for a whole one. */
const markIn = (keepFolder: string): string => path.join(keepFolder, 'fragments.json');

const wasFinished = ({ outFolder, keepFolder, stamp }: FragmentFolders): boolean => {
  try {
    const mark = markSchema.parse(JSON.parse(readFileSync(markIn(keepFolder), 'utf8')));
    return mark.stamp === stamp && mark.outFolder === outFolder;
  } catch {
    return false;
  }
};

/** Puts the last build's fragments aside, before its folder is emptied. */
export const putFragmentsAside = (folders: FragmentFolders): void => {
  const { outFolder, keepFolder } = folders;
  const isFinished = wasFinished(folders);
  rmSync(markIn(keepFolder), { force: true });
  rmSync(savedIn(keepFolder), { recursive: true, force: true });
  if (!isFinished || !existsSync(fragmentsOf(outFolder))) return;
  mkdirSync(keepFolder, { recursive: true });
  try {
    renameSync(fragmentsOf(outFolder), savedIn(keepFolder));
  } catch {
    // On another disk, copying would cost what it saves.
  }
};

/** Lays them where the engine looks for them. */
export const bringFragmentsBack = ({ outFolder, keepFolder }: FragmentFolders): void => {
  if (!existsSync(savedIn(keepFolder))) return;
  mkdirSync(path.dirname(fragmentsOf(outFolder)), { recursive: true });
  renameSync(savedIn(keepFolder), fragmentsOf(outFolder));
};

/** The names of all fragments that the finished index speaks of. */
const namesIn = (outFolder: string): Set<string> => {
  const folder = path.dirname(fragmentsOf(outFolder));
  const metas = readdirSync(folder).filter((name) => name.endsWith('.pf_meta'));
  return new Set(metas.flatMap((name) => cborStrings(unpack(path.join(folder, name)))));
};

/** Every file of the engine begins with its own word, packed. */
const unpack = (file: string): Buffer => gunzipSync(readFileSync(file)).subarray('pagefind_dcd'.length);

/** What the finished index does not speak of is the text of a page that is gone: none of it may stay. */
export const dropOldFragments = (folders: FragmentFolders): void => {
  const { outFolder, keepFolder, stamp } = folders;
  const folder = fragmentsOf(outFolder);
  if (!existsSync(folder)) return;
  const names = namesIn(outFolder);
  for (const file of readdirSync(folder)) if (!names.has(path.parse(file).name)) rmSync(path.join(folder, file));
  writeFileSync(markIn(keepFolder), JSON.stringify({ stamp, outFolder }));
};
