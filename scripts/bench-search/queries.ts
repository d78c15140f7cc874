/** Queries with a known answer: made by rule from the pages, and written as a rep would. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { isAssetType } from '../../src/domain/entries.ts';
import { parseEntryPath } from '../../src/domain/routes.ts';
import { isStopWord, textWords } from '../../src/domain/search/words.ts';
import type { IndexedPage } from './indexed-pages.ts';
import { createRandom, type Random } from '../bench/random.ts';

export const CLASSES = ['title words', 'body words', 'typo, title', 'typo, body', 'last word cut'] as const;
export type QueryClass = (typeof CLASSES)[number] | 'as a rep asks';

export interface Query {
  class: QueryClass;
  query: string;
  /** Addresses: any of them counts as found. */
  expect: readonly string[];
  /** Written wrongly on purpose: to correct it is right. */
  isMisspelt: boolean;
}

const TITLE_WORDS = 3;
const BODY_WORDS = 4;
const SHORTEST_MISTYPED = 5;
const SHORTEST_CUT = 3;
const LEFT_OF_CUT = 0.6;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

const isAsset = (url: string): boolean => isAssetType(parseEntryPath(url)?.collection ?? '');

const tellingWords = (text: string): string[] => textWords(text).filter((word) => word.length > 2 && !isStopWord(word));

/** Neighbours in the order of the text, some left out. */
const some = (words: readonly string[], count: number, random: Random): string[] => {
  const places = new Set<number>();
  while (places.size < Math.min(count, words.length)) places.add(random.int(0, words.length - 1));
  return words.filter((_, i) => places.has(i));
};

const sentenceOf = ({ content, meta }: IndexedPage, random: Random): string[] => {
  const sentences = content
    .replace(meta['title'] ?? '', '')
    .split(/(?<=[.?!])\s+/)
    .map((sentence) => [...new Set(tellingWords(sentence))])
    .filter((words) => words.length >= BODY_WORDS);
  return sentences.length > 0 ? random.pick(sentences) : tellingWords(content);
};

const slip = (word: string, random: Random): string => {
  const at = random.int(1, word.length - 2);
  const letter = random.pick([...LETTERS]);
  const [before, after] = [word.slice(0, at), word.slice(at)];
  return random.pick([
    before + after.slice(1),
    before + letter + after,
    before + letter + after.slice(1),
    before + after.charAt(1) + after.charAt(0) + after.slice(2),
  ]);
};

/** One slip in one of the longer words; undefined where there is none. */
const mistype = (words: readonly string[], known: ReadonlySet<string>, random: Random): string[] | undefined => {
  const long = words.filter((word) => word.length >= SHORTEST_MISTYPED && /^[a-z]+$/.test(word));
  if (long.length === 0) return undefined;
  const chosen = random.pick(long);
  for (let attempt = 0; attempt < 20; attempt++) {
    const wrong = slip(chosen, random);
    if (!known.has(wrong)) return words.map((word) => (word === chosen ? wrong : word));
  }
  return undefined;
};

const cutLast = (words: readonly string[]): string[] => {
  const last = words.at(-1) ?? '';
  return [...words.slice(0, -1), last.slice(0, Math.max(SHORTEST_CUT, Math.ceil(last.length * LEFT_OF_CUT)))];
};

const queriesFor = (page: IndexedPage, known: ReadonlySet<string>, random: Random): Query[] => {
  const title = some([...new Set(tellingWords(page.meta['title'] ?? ''))], TITLE_WORDS, random);
  const body = some(sentenceOf(page, random), BODY_WORDS, random);
  const made: [QueryClass, string[] | undefined, boolean][] = [
    ['title words', title, false],
    ['body words', body, false],
    ['typo, title', mistype(title, known, random), true],
    ['typo, body', mistype(body, known, random), true],
    ['last word cut', cutLast(random.chance(0.5) ? title : body), false],
  ];
  return made.flatMap(([name, words, isMisspelt]) =>
    words && words.length > 0 ? [{ class: name, query: words.join(' '), expect: [page.url], isMisspelt }] : [],
  );
};

/** The same queries in every run. @param most pages that are asked for */
export const mechanicalQueries = (pages: readonly IndexedPage[], most: number): Query[] => {
  const known = new Set(pages.flatMap(({ content, meta }) => textWords([content, ...Object.values(meta)].join(' '))));
  const assets = pages.filter(({ url }) => isAsset(url)).sort((a, b) => (a.url < b.url ? -1 : 1));
  const random = createRandom(assets.length);
  return random.sample(assets, most).flatMap((page) => queriesFor(page, known, random));
};

const repSchema = z.array(
  z.strictObject({ query: z.string(), expect: z.array(z.string()).min(1), misspelt: z.boolean().default(false) }),
);

/** What a rep would type, with the assets that answer it; one that is not in the build is a mistake in the file. */
export const repQueries = async (pages: readonly IndexedPage[]): Promise<Query[]> => {
  const file = path.join(import.meta.dirname, 'rep-queries.yml');
  const urls = new Map(pages.map(({ url }) => [parseEntryPath(url)?.id ?? '', url]));
  return repSchema.parse(load(await readFile(file, 'utf8'))).map(({ query, expect, misspelt }) => ({
    class: 'as a rep asks',
    query,
    isMisspelt: misspelt,
    expect: expect.map((id) => {
      const url = urls.get(id);
      if (url === undefined) throw new Error(`${file}: ${id} is not in the build.`);
      return url;
    }),
  }));
};
