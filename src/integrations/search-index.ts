/** The search index: Pagefind reads finished pages one by one, and writes its files beside them. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { encodeVocabulary, startVocabulary } from '../domain/search/vocabulary.ts';
import { searchedPart, searchedTexts } from './searched-page.ts';

export interface FinishedPage {
  /** Its address inside the site. */
  path: string;
  html: string;
}

export interface SearchIndex {
  /** Reads a page, if it is one that can be found. */
  read: (page: FinishedPage) => Promise<void>;
  /** Writes the index of all that was read, with its vocabulary. @param folder of the finished build */
  write: (folder: string) => Promise<void>;
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
  const vocabulary = startVocabulary();
  return {
    read: async ({ path, html }) => {
      const content = searchedPart(html);
      if (content === undefined) return;
      const reading = index.addHTMLFile({ url: path, content });
      vocabulary.add(searchedTexts(content));
      mustSucceed((await reading).errors);
    },
    write: async (folder) => {
      const outputPath = path.join(folder, 'pagefind');
      mustSucceed((await index.writeFiles({ outputPath })).errors);
      await close();
      writeFileSync(path.join(outputPath, 'vocabulary.json'), encodeVocabulary(vocabulary.end()));
    },
  };
};
