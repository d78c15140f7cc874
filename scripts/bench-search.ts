/**
 * `npm run bench:search [-- --size 5000 --folder … --format text|json --misses]`: how well and how dearly the
 * search finds, beside Pagefind as it comes and MiniSearch. Missed targets are told, not failed.
 */
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readIndexedPages, type IndexedPage } from './bench-search/indexed-pages.ts';
import { enginesOf } from './bench-search/engines.ts';
import { openIndex } from './bench-search/index-in-node.ts';
import { readOptions } from './bench-search/options.ts';
import { mechanicalQueries, repQueries, type Query } from './bench-search/queries.ts';
import { jsonReport, textReport, type LibraryResult } from './bench-search/report.ts';
import { scoreEngine, type EngineScores } from './bench-search/score.ts';
import { demoSite, generatedSite } from './bench-search/sites.ts';
import { weighSearch } from './bench-search/weigh.ts';
import { runSteps } from './build/run.ts';

/** The day that both libraries are written for. */
const TODAY = '2026-11-22';
/** Pages of each library that are looked for, in five ways each. */
const MOST_PAGES = 200;

type Pages = IndexedPage[];

const say = (step: string): void => console.error(step);

const measureSite = async (
  name: string,
  site: string,
  queriesOf: (pages: Pages) => Promise<Query[]>,
): Promise<LibraryResult> => {
  say(`${name}: searching`);
  const pages = [...readIndexedPages(path.join(site, 'pagefind'))];
  const queries = await queriesOf(pages);
  const index = await openIndex(site, TODAY);
  const engines: EngineScores[] = [];
  for (const engine of enginesOf(index, pages)) engines.push(await scoreEngine(engine, queries));
  return { name, pages: pages.length, engines, weight: await weighSearch(site, TODAY, queries) };
};

const options = readOptions();
const folder = options.folder ?? (await mkdtemp(path.join(os.tmpdir(), 'dealshelf-search-')));
process.once('SIGINT', () => {
  if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
  process.exit(130);
});

await runSteps(async () => {
  try {
    say('the demo: building, if need be');
    const demo = await measureSite('demo', await demoSite(), async (pages) => [
      ...mechanicalQueries(pages, MOST_PAGES),
      ...(await repQueries(pages)),
    ]);
    say(`${options.size} generated assets: building, if need be`);
    const site = await generatedSite(folder, options.size, TODAY);
    const generated = await measureSite('generated', site, (pages) =>
      Promise.resolve(mechanicalQueries(pages, MOST_PAGES)),
    );
    const results = [demo, generated];
    console.log(options.format === 'json' ? jsonReport(results) : textReport(results, options.misses));
  } finally {
    if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
  }
});
