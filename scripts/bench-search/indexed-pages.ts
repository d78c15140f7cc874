/** The pages of a finished search index, as the engine keeps them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** Every file of the index begins with it, once unpacked. */
const SIGNATURE = 'pagefind_dcd';

const pageSchema = z.object({
  url: z.string(),
  content: z.string(),
  meta: z.record(z.string(), z.string()),
  filters: z.record(z.string(), z.array(z.string())),
});

/** A page as the index holds it. */
export type IndexedPage = z.output<typeof pageSchema>;

/**
 * One at a time: ten thousand at once would need more memory than the build itself.
 * @param folder the index's own, with its `fragment` folder
 */
export function* readIndexedPages(folder: string): Generator<IndexedPage> {
  const fragments = path.join(folder, 'fragment');
  for (const name of readdirSync(fragments).sort()) {
    const text = gunzipSync(readFileSync(path.join(fragments, name))).toString('utf8');
    yield pageSchema.parse(JSON.parse(text.slice(SIGNATURE.length)));
  }
}
