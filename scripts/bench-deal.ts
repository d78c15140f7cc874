/**
 * `npm run bench:deal [-- --size 10000 --folder …]`: what the deal desk of a generated library downloads up front, and
 * how long a choice takes until its answer is painted. With `--folder` the build is kept, and used again.
 */
import { existsSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeDealLibrary } from './bench-deal/library.ts';
import { measureDesk, type Download } from './bench-deal/measure.ts';
import { measure } from './bench/measure.ts';
import { pagesStep } from './build/build-audience.ts';
import { runSteps } from './build/run.ts';

const MOST_KILOBYTES = 250;
const MOST_MS = 100;
const CHOICES = 100;

const { values } = parseArgs({ options: { size: { type: 'string', default: '10000' }, folder: { type: 'string' } } });
const size = Number(values.size);
if (!Number.isInteger(size) || size < 100) {
  console.error(`--size ${values.size} is not a whole number from 100.`);
  process.exit(2);
}
const folder = values.folder ?? (await mkdtemp(path.join(os.tmpdir(), 'dealshelf-deal-')));
const clear = (): void => {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
};
process.once('SIGINT', () => {
  clear();
  process.exit(130);
});

const build = async (): Promise<string> => {
  const out = path.join(folder, 'dist');
  const site = path.join(out, 'internal');
  if (existsSync(path.join(site, 'deal/desk.json'))) return site;
  const content = path.join(folder, 'content');
  await mkdir(content, { recursive: true });
  await writeDealLibrary(content, size);
  const { entry, args, node, env: given } = pagesStep('internal');
  const env = {
    DEALSHELF_CONTENT: content,
    DEALSHELF_OUT: out,
    DEALSHELF_CACHE: path.join(folder, 'cache'),
    // The day that the generated library is written for.
    DEALSHELF_TODAY: '2026-11-22',
  };
  await measure({ name: 'the pages', file: path.resolve(entry), args, node, env: { ...given, ...env } });
  return site;
};

const total = (downloads: readonly Download[]): number => downloads.reduce((sum, { gzip }) => sum + gzip, 0);
const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;
const milliseconds = (time: number): string => `${time.toFixed(0)} ms`;
const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
const spread = (times: readonly number[]): string =>
  `median ${milliseconds(at(times, 0.5))}, 95 % within ${milliseconds(at(times, 0.95))}, slowest ${milliseconds(at(times, 1))}`;

await runSteps(async () => {
  try {
    console.error(`${size} generated assets: building, if need be`);
    const { upFront, later, times, again } = await measureDesk(await build(), CHOICES);
    const bytes = total(upFront);
    const isLight = bytes <= MOST_KILOBYTES * 1_000;
    const isQuick = at(times, 0.95) <= MOST_MS;
    console.log(`The deal desk with ${size} assets, on this machine

Downloaded up front, gzip
${upFront
  .toSorted((a, b) => b.gzip - a.gzip)
  .map(({ path: name, gzip }) => `  ${name.padEnd(60)}${kilobytes(gzip).padStart(10)}`)
  .join('\n')}
  ${'together'.padEnd(60)}${kilobytes(bytes).padStart(10)}
  titles for ${CHOICES} choices after that: ${kilobytes(total(later))} in ${later.length} files

From a choice to its painted answer
  ${times.length} choices, titles loaded as they are needed: ${spread(times)}
  the same again, all titles there: ${spread(again)}

${isLight ? '✓' : '✗'} at most ${MOST_KILOBYTES} kB up front
${isQuick ? '✓' : '✗'} 95 % of the answers within ${MOST_MS} ms`);
    process.exitCode = isLight && isQuick ? 0 : 1;
  } finally {
    clear();
  }
});
