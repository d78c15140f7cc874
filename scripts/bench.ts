/**
 * `npm run bench [-- --sizes 1000,10000 --format text|json]`: builds generated libraries with
 * Dealshelf and with plain Astro and prints time, memory and size of both. Slow results are told, not failed.
 */
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readOptions } from './bench/options.ts';
import { jsonReport, textReport } from './bench/report.ts';
import { runSize, type SizeResult } from './bench/run-size.ts';
import { runSteps } from './build/run.ts';

const options = readOptions();
const CACHE = path.resolve('node_modules/.cache');
await mkdir(CACHE, { recursive: true });
const folders = {
  plain: await mkdtemp(path.join(os.tmpdir(), 'dealshelf-bench-')),
  dealshelf: await mkdtemp(path.join(CACHE, 'dealshelf-bench-')),
};
const clear = (): void => {
  for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true });
};
process.once('SIGINT', () => {
  clear();
  process.exit(130);
});

const run = async (size: number): Promise<SizeResult> => {
  const inside = (folder: string): string => path.join(folder, String(size));
  const workshop = { plain: inside(folders.plain), dealshelf: inside(folders.dealshelf) };
  const result = await runSize(workshop, size, (step) => console.error(step));
  for (const folder of Object.values(workshop)) rmSync(folder, { recursive: true });
  return result;
};

await runSteps(async () => {
  try {
    const results: SizeResult[] = [];
    for (const size of options.sizes) results.push(await run(size));
    console.log(options.format === 'json' ? jsonReport(results) : textReport(results));
  } finally {
    clear();
  }
});
