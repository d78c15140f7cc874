/**
 * `npm run bench [-- --sizes 1000,10000 --format text|json]`: builds generated libraries with
 * Dealshelf and with plain Astro and prints time, memory and size of both. Slow results are told, not failed.
 */
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readOptions } from './bench/options.ts';
import { jsonReport, textReport } from './bench/report.ts';
import { runSize, type SizeResult } from './bench/run-size.ts';
import { runSteps } from './build/run.ts';

const options = readOptions();
const folder = await mkdtemp(path.join(os.tmpdir(), 'dealshelf-bench-'));
process.once('SIGINT', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(130);
});

await runSteps(async () => {
  try {
    const results: SizeResult[] = [];
    for (const size of options.sizes) {
      const sizeFolder = path.join(folder, String(size));
      results.push(await runSize(sizeFolder, size, (step) => console.error(step)));
      await rm(sizeFolder, { recursive: true });
    }
    console.log(options.format === 'json' ? jsonReport(results) : textReport(results));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
