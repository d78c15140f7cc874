/**
 * `npm run bench:search-page [-- --sizes 100,1000,5000,10000 --folder …]`: what a browser downloads to search
 * libraries of these sizes, and, in the largest, how long a key press takes until its results are painted.
 */
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readIndexedPages } from './bench-search/indexed-pages.ts';
import { measureLatency, type Latency } from './bench-search/latency.ts';
import { mechanicalQueries, type Query } from './bench-search/queries.ts';
import { generatedSite } from './bench-search/sites.ts';
import { weighSearch, type Weight } from './bench-search/weigh.ts';
import { runSteps } from './build/run.ts';

/** The day that the generated library is written for. */
const TODAY = '2026-11-22';
const TIMED_QUERIES = 101;

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '100,1000,5000,10000' }, folder: { type: 'string' } },
});
const sizes = values.sizes.split(',').map(Number);
if (!sizes.every((size) => Number.isInteger(size) && size >= 100)) {
  console.error(`--sizes ${values.sizes} is not a list of whole numbers from 100, such as 100,1000.`);
  process.exit(2);
}
const folder = values.folder ?? (await mkdtemp(path.join(os.tmpdir(), 'dealshelf-search-')));
const clear = (): void => {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
};
process.once('SIGINT', () => {
  clear();
  process.exit(130);
});

const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;
const milliseconds = (time: number): string => `${time.toFixed(0)} ms`;
const row = (...cells: readonly string[]): string => cells.map((cell) => cell.padStart(14)).join('');

const weightRow = (size: number, { first, further, plainFirst, plainFurther }: Weight): string =>
  row(String(size), ...[first, plainFirst, further, plainFurther].map(kilobytes));

const latencyLines = (size: number, { page, engine, queries }: Latency): string[] => [
  '',
  `${size} assets, ${queries} queries, warm`,
  row('', 'median', '95 %'),
  row('the page', milliseconds(page.median), milliseconds(page.p95)),
  row('engine alone', milliseconds(engine.median), milliseconds(engine.p95)),
  row('ratio', (page.median / engine.median).toFixed(2), (page.p95 / engine.p95).toFixed(2)),
];

/** The same number of each kind: words of titles and texts, with slips and without, cut short. */
const someOf = (queries: readonly Query[], count: number): string[] => {
  const texts = [...new Set(queries.map(({ query }) => query))];
  const step = Math.max(1, Math.floor(texts.length / count));
  return texts.filter((_, i) => i % step === 0).slice(0, count);
};

await runSteps(async () => {
  try {
    const lines = [
      'Loaded, gzip, median',
      row('assets', 'first result', 'engine alone', 'further query', 'engine alone'),
    ];
    for (const size of sizes) {
      console.error(`${size} generated assets: building, if need be`);
      const site = await generatedSite(folder, size, TODAY);
      const queries = mechanicalQueries([...readIndexedPages(path.join(site, 'pagefind'))], 200);
      lines.push(weightRow(size, await weighSearch(site, TODAY, queries)));
      if (size === Math.max(...sizes)) {
        lines.push(...latencyLines(size, await measureLatency(site, someOf(queries, TIMED_QUERIES))));
      }
    }
    console.log(lines.join('\n'));
  } finally {
    if (values.folder === undefined) await rm(folder, { recursive: true, force: true });
  }
});
