/** The search index: Pagefind reads finished pages one by one, and writes its files beside them. */
import { fileURLToPath } from 'node:url';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { writeVocabulary } from './search-vocabulary.ts';

/** What marks a page that can be found. */
const MARK = 'data-pagefind-body';

export interface FinishedPage {
  /** Its address inside the site. */
  path: string;
  bytes: Buffer;
}

export interface SearchIndex {
  /** Reads a page, if it is one that can be found. */
  read: (page: FinishedPage) => Promise<void>;
  /** Writes the index of all that was read. @param dir folder of the finished build */
  write: (dir: URL) => Promise<void>;
}

const mustSucceed = (errors: readonly string[]): void => {
  if (errors.length > 0) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
};

const createPagefind = async (): Promise<PagefindIndex> => {
  const { index, errors } = await createIndex({});
  mustSucceed(errors);
  if (!index) throw new Error('The search index could not be made: Pagefind did not start.');
  return index;
};

export const createSearchIndex = async (): Promise<SearchIndex> => {
  const index = await createPagefind();
  return {
    read: async ({ path, bytes }) => {
      if (!bytes.includes(MARK)) return;
      mustSucceed((await index.addHTMLFile({ url: path, content: bytes.toString() })).errors);
    },
    write: async (dir) => {
      const folder = fileURLToPath(new URL('pagefind', dir));
      mustSucceed((await index.writeFiles({ outputPath: folder })).errors);
      await close();
      writeVocabulary(folder);
    },
  };
};
