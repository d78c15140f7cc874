/** Every word of a finished search index → `vocabulary.json` beside it, so that the two never drift apart. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/**
 * The pages of a finished index, one at a time: ten thousand at once would need more memory than the build itself.
 * @param folder the index's own, with its `fragment` folder
 */
export function* readIndexedPages(folder: string): Generator<IndexedPage> {
  const fragments = path.join(folder, 'fragment');
  for (const name of readdirSync(fragments).sort()) {
    const text = gunzipSync(readFileSync(path.join(fragments, name))).toString('utf8');
    yield pageSchema.parse(JSON.parse(text.slice(SIGNATURE.length)));
  }
}

function* pageTexts(folder: string): Generator<string[]> {
  for (const page of readIndexedPages(folder)) yield wordsOf(page);
}

export const writeVocabulary = (folder: string): void =>
  writeFileSync(path.join(folder, 'vocabulary.json'), encodeVocabulary(collectVocabulary(pageTexts(folder))));
