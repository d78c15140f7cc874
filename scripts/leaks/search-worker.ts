/** A share of a large build's files, searched on a processor of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { Forbidden } from './forbidden.ts';
import { searchFiles } from './search-files.ts';

const taskSchema = z.object({
  folder: z.string(),
  names: z.array(z.string()),
  forbidden: z.custom<Forbidden>((value) => typeof value === 'object' && value !== null && 'secrets' in value),
});
export type SearchTask = z.infer<typeof taskSchema>;

const { folder, names, forbidden } = taskSchema.parse(workerData);
parentPort?.postMessage(await searchFiles(folder, names, forbidden));
