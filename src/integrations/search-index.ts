/** The search index: Pagefind reads finished pages, many at a time, and writes its files beside them. */
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { encodeVocabulary } from '../domain/search/vocabulary-files.ts';
import { startVocabulary } from '../domain/search/vocabulary.ts';
import { bringFragmentsBack, dropOldFragments, type FragmentFolders } from './kept-fragments.ts';
import { searchedPart, searchedTexts } from './searched-page.ts';

export interface FinishedPage {
  /** Its address inside the site. */
  path: string;
  html: string;
}

export interface SearchIndex {
  /** Reads a page, if it is one that can be found. */
  read: (page: FinishedPage) => Promise<void>;
  /** Writes the index of all that was read. */
  write: (folders: FragmentFolders) => Promise<void>;
}

/**
 * The engine reads a folder of so many pages at once, on all processors. Handed over one by one, each page would be
 * compared with all before it, and copied.
 */
const PAGES_AT_ONCE = 500;

const mustSucceed = (errors: readonly string[]): void => {
  if (errors.length > 0) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
};

/**
 * Places of words in one file of the index. With the engine's own choice of 20,000, a reader loads many words beside
 * the one that was typed.
 */
const PLACES_A_FILE = 700;

const createPagefind = async (): Promise<PagefindIndex> => {
  // The only way to say it. A version that does not know it makes larger files, and nothing else.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] ??= String(PLACES_A_FILE);
  const { index, errors } = await createIndex({});
  mustSucceed(errors);
  if (!index) throw new Error('The search index could not be made: Pagefind did not start.');
  return index;
};

const writePage = (folder: string, { path: address, html }: FinishedPage): void => {
  const target = path.join(folder, address);
  mkdirSync(target, { recursive: true });
  writeFileSync(path.join(target, 'index.html'), html);
};

/** On Linux, a folder in memory: most of what is written for the engine alone need not go to a disk and back. */
const MEMORY = '/dev/shm';

/** A folder of our own, which nobody else may read. */
const makeScratchFolder = (): string => {
  const make = (parent: string): string => mkdtempSync(path.join(parent, 'dealshelf-'));
  try {
    accessSync(MEMORY, constants.W_OK);
    return make(MEMORY);
  } catch {
    return make(tmpdir());
  }
};

export const createSearchIndex = async (): Promise<SearchIndex> => {
  const scratch = makeScratchFolder();
  // However it ends.
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
  const index = await createPagefind();
  let batches = 0;
  let waiting = 0;
  let reading = Promise.resolve();

  const batchFolder = (): string => path.join(scratch, String(batches));

  /** Begins to read what has been written; ends when all that was begun before has been read. */
  const readBatch = (): Promise<void> => {
    const [folder, pages, before] = [batchFolder(), waiting, reading];
    if (pages > 0) {
      reading = reading.then(async () => {
        const { errors, page_count } = await index.addDirectory({ path: folder });
        mustSucceed(errors);
        if (page_count !== pages) mustSucceed([`${page_count} of ${pages} pages could be read`]);
        rmSync(folder, { recursive: true });
      });
    }
    batches += 1;
    waiting = 0;
    return before;
  };

  return {
    read: async ({ path, html }) => {
      const content = searchedPart(html);
      if (content === undefined) return;
      writePage(batchFolder(), { path, html: content });
      waiting += 1;
      if (waiting === PAGES_AT_ONCE) await readBatch();
    },
    write: async (folders) => {
      await readBatch();
      await reading;
      bringFragmentsBack(folders);
      mustSucceed((await index.writeFiles({ outputPath: path.join(folders.outFolder, 'pagefind') })).errors);
      await close();
      dropOldFragments(folders);
    },
  };
};

/**
 * Writes the words of an index. It takes as long as a good part of the reading, and can wait until that is done.
 * @param folder of the finished build. @param pages HTML of all that the index has read
 */
export const writeVocabulary = (folder: string, pages: Iterable<string>): void => {
  const vocabulary = startVocabulary();
  for (const html of pages) {
    const content = searchedPart(html);
    if (content !== undefined) vocabulary.add(searchedTexts(content));
  }
  for (const { name, text } of encodeVocabulary(vocabulary.end())) {
    const file = path.join(folder, 'pagefind', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
};
