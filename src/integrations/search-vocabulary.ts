/** Every word of a finished search index → `vocabulary.json` beside it, so that the two never drift apart. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { collectVocabulary, encodeVocabulary } from '../domain/search/vocabulary.ts';

/** Every file of the index begins with it, once unpacked. */
const SIGNATURE = 'pagefind_dcd';

const pageSchema = z.object({
  url: z.string(),
  content: z.string(),
  meta: z.record(z.string(), z.string()),
  filters: z.record(z.string(), z.array(z.string())),
});

/** Of `image` and `image_alt`, which the engine adds by itself, the first is an address. */
const NOT_WORDS = new Set(['image']);
/** Days and audiences are not searched for as words. */
const NOT_NAMES = new Set(['due', 'audience']);

const valuesOf = <T>(record: Readonly<Record<string, T>>, without: ReadonlySet<string>): T[] =>
  Object.entries(record).flatMap(([name, value]) => (without.has(name) ? [] : [value]));

/** A page as the index holds it. */
export type IndexedPage = z.output<typeof pageSchema>;

const wordsOf = ({ content, meta, filters }: IndexedPage): string[] => [
  content,
  ...valuesOf(meta, NOT_WORDS),
  ...valuesOf(filters, NOT_NAMES).flat(),
];

/** @param folder the index's own, with its `fragment` folder */
export const readIndexedPages = async (folder: string): Promise<IndexedPage[]> => {
  const fragments = path.join(folder, 'fragment');
  const pages: IndexedPage[] = [];
  for (const name of (await readdir(fragments)).sort()) {
    const text = gunzipSync(await readFile(path.join(fragments, name))).toString('utf8');
    pages.push(pageSchema.parse(JSON.parse(text.slice(SIGNATURE.length))));
  }
  return pages;
};

export const writeVocabulary = async (folder: string): Promise<void> => {
  const pages = await readIndexedPages(folder);
  await writeFile(path.join(folder, 'vocabulary.json'), encodeVocabulary(collectVocabulary(pages.map(wordsOf))));
};
