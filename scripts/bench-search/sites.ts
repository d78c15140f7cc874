/** The builds that are searched: the demo's, and one of a generated library. */
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseSearchWords } from '../../src/domain/search/search-words.ts';
import { openVocabulary } from '../../src/domain/search/vocabulary-files.ts';
import { pagesStep } from '../build/build-audience.ts';
import { measure } from '../bench/measure.ts';
import { writeLibrary } from './generated-library.ts';

/** A build that was cut short, or is of an older version of the search, is made anew. */
const isBuilt = async (site: string): Promise<boolean> => {
  const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(path.join(site, file), 'utf8'));
  try {
    parseSearchWords(await read('search-words.json'));
    const vocabulary = await openVocabulary((name) => read(path.join('pagefind', name)));
    await vocabulary.loadAll();
    return vocabulary.loaded().pages > 0;
  } catch {
    return false;
  }
};

const buildPages = (name: string, env: Readonly<Record<string, string>>): Promise<unknown> => {
  const { entry, args, node, env: given } = pagesStep('internal');
  return measure({ name, file: path.resolve(entry), args, node, env: { ...given, ...env } });
};

/** Folder of the demo's internal build, which is made when it is not there. */
export const demoSite = async (): Promise<string> => {
  const site = path.resolve('dist', 'internal');
  if (!(await isBuilt(site))) await buildPages('the demo', {});
  return site;
};

/** @param folder outside the project: a folder inside it would be watched and linted */
export const generatedSite = async (folder: string, size: number, today: string): Promise<string> => {
  const out = path.join(folder, `dist-${size}`);
  const site = path.join(out, 'internal');
  if (await isBuilt(site)) return site;
  const content = path.join(folder, `content-${size}`);
  await mkdir(content, { recursive: true });
  await writeLibrary(content, size);
  await buildPages(`${size} generated assets`, {
    DEALSHELF_CONTENT: content,
    DEALSHELF_OUT: out,
    DEALSHELF_CACHE: path.join(folder, `cache-${size}`),
    DEALSHELF_TODAY: today,
  });
  return site;
};
