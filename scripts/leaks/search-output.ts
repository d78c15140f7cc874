/** Every file of a build, searched for what must not be in it. */
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Forbidden } from './forbidden.ts';
import { addLeak, searchFiles, type Leak, type Leaks } from './search-files.ts';
import type { SearchTask } from './search-worker.ts';

export interface SearchedOutput {
  /** Files searched. */
  files: number;
  leaks: Leak[];
}

/** Starting a worker costs as much as searching so many files. */
const FILES_PER_WORKER = 1_000;
const MOST_WORKERS = 4;

export const searchOutput = async (folder: string, forbidden: Forbidden): Promise<SearchedOutput> => {
  const names = await listFiles(folder);
  const workers = Math.min(availableParallelism(), MOST_WORKERS, Math.floor(names.length / FILES_PER_WORKER));
  const found =
    workers < 2
      ? [await searchFiles(folder, names, forbidden)]
      : await Promise.all(
          Array.from({ length: workers }, (_, share) =>
            searchInWorker({ folder, names: names.filter((_name, i) => i % workers === share), forbidden }),
          ),
        );
  const all: Leaks = new Map();
  for (const leaks of found) for (const [key, leak] of leaks) addLeak(all, key, leak);
  return { files: names.length, leaks: [...all.values()].sort(byOrigin) };
};

const byOrigin = ({ origin: a }: Leak, { origin: b }: Leak): number => {
  const [x, y] = [`${a?.file} ${a?.field}`, `${b?.file} ${b?.field}`];
  return x < y ? -1 : x > y ? 1 : 0;
};

const leaksSchema = z.custom<Leaks>((value) => value instanceof Map);

const searchInWorker = async (task: SearchTask): Promise<Leaks> => {
  const worker = new Worker(new URL('search-worker.ts', import.meta.url), { workerData: task });
  const [message]: unknown[] = Array.from<unknown>(await once(worker, 'message'));
  return leaksSchema.parse(message);
};

const listFiles = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
