/** A vocabulary's files, as a reader's browser gets them. */
import type { VocabularyFile } from '../../../../src/domain/search/vocabulary-files.ts';

export interface ReadFiles {
  read: (name: string) => Promise<unknown>;
  /** Names of the files that were read, in order. */
  names: string[];
  /** Names of all files. */
  all: readonly string[];
  /** Files that cannot be had at the moment. */
  missing: Set<string>;
}

export const readFiles = (files: readonly VocabularyFile[]): ReadFiles => {
  const texts = new Map(files.map(({ name, text }) => [name, text]));
  const names: string[] = [];
  const missing = new Set<string>();
  const read = (name: string): Promise<unknown> => {
    names.push(name);
    const text = missing.has(name) ? undefined : texts.get(name);
    return text === undefined ? Promise.reject(new Error(`${name}: 404`)) : Promise.resolve(JSON.parse(text));
  };
  return { read, names, missing, all: [...texts.keys()] };
};
