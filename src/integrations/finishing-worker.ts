/** The thread of `finishing.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { inOrder } from './in-order.ts';
import { keepPages } from './page-store.ts';
import { createSearchIndex, writeVocabulary, type FinishedPage } from './search-index.ts';

const taskSchema = z.object({
  /** Where pages are kept for the next build, and what makes them worthless. */
  keep: z.object({ folder: z.string(), stamp: z.string() }),
  /** Where builds of this audience keep what they can reuse, pages among it. */
  keepFolder: z.string(),
  /** Folder of the finished build. */
  outFolder: z.string(),
  /** Names of the pages that can be found, in the order in which the index reads them. */
  found: z.array(z.string()),
});
export type FinishingTask = z.output<typeof taskSchema>;

const pageSchema = z.object({
  name: z.string(),
  key: z.string(),
  /** Its address inside the site. */
  path: z.string(),
  /** Where it is written in the folder of the build, if that is left to this thread. */
  file: z.string().optional(),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});
export type MadePage = z.output<typeof pageSchema>;

const batchSchema = z.array(pageSchema);

const { keep, keepFolder, outFolder, found } = taskSchema.parse(workerData);
const keeper = keepPages(keep.folder, keep.stamp);
const search = await createSearchIndex();
const reading = inOrder<FinishedPage>(found, search.read, () =>
  search.write({ outFolder, keepFolder, stamp: keep.stamp }),
);
const decoder = new TextDecoder();

function* foundPages(): Generator<string> {
  for (const name of found) {
    const bytes = keeper.read(name);
    if (bytes) yield decoder.decode(bytes);
  }
}

const writePage = (file: string, bytes: Uint8Array): void => {
  const target = path.join(outFolder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, bytes);
};

const finish = async (pages: readonly MadePage[]): Promise<void> => {
  for (const { name, key, path: address, file, bytes } of pages) {
    if (file !== undefined) writePage(file, bytes);
    keeper.put(name, key, bytes);
    await reading.put(name, { path: address, html: decoder.decode(bytes) });
  }
  parentPort?.postMessage(pages.length);
};

const end = async (): Promise<void> => {
  const written = reading.end();
  // The engine writes its files with one processor.
  writeVocabulary(outFolder, foundPages());
  await written;
  keeper.close();
  parentPort?.postMessage('end');
  parentPort?.close();
};

/** An error stops the thread, and the build with it. */
const stop = (error: unknown): never => {
  throw error;
};

parentPort?.on('message', (message: unknown) => {
  (message === 'end' ? end() : finish(batchSchema.parse(message))).catch((error: unknown) => setImmediate(stop, error));
});
