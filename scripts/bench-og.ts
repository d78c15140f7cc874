/**
 * `npm run bench:og [-- --cards 600 --unchanged 10000 --format text|json]`: what share images cost a
 * build: drawn for the first time, on one thread and on two, and when nothing has changed.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measure, type Measured } from './bench/measure.ts';
import { cards } from './bench-og/cards.ts';
import { runSteps } from './build/run.ts';
import { searchFiles } from './leaks/search-files.ts';

const { values } = parseArgs({
  options: {
    cards: { type: 'string', default: '600' },
    unchanged: { type: 'string', default: '10000' },
    format: { type: 'string', default: 'text' },
  },
});
const stop = (sentence: string): never => {
  console.error(sentence);
  process.exit(2);
};
const [drawn, unchanged] = [Number(values.cards), Number(values.unchanged)];
if (![drawn, unchanged].every((count) => Number.isInteger(count) && count > 0))
  stop('--cards and --unchanged are whole numbers from 1.');
if (values.format !== 'text' && values.format !== 'json')
  stop(`--format ${values.format} is not known. Use text or json.`);

const CACHE = path.resolve('node_modules/.cache');
mkdirSync(CACHE, { recursive: true });
const folder = mkdtempSync(path.join(CACHE, 'dealshelf-bench-og-'));

/** Everything in it is what a build would do with so many cards, starting and loading fonts included. */
const run = (name: string, count: number, threads: number, cache: string): Promise<Measured> =>
  measure({
    name,
    file: path.resolve('scripts/bench-og/draw.ts'),
    args: [String(count), String(threads), path.join(folder, name), path.join(folder, cache)],
    env: { UV_THREADPOOL_SIZE: String(threads) },
  });

/** As many kept cards as a large library has, made by copying the few that were drawn. */
const fillCache = (cache: string, from: string): void => {
  const target = path.join(folder, cache, 'bench');
  mkdirSync(target, { recursive: true });
  const sources = readdirSync(from);
  cards(unchanged).forEach(({ path: address }, i) =>
    copyFileSync(path.join(from, sources[i % sources.length] ?? ''), path.join(target, path.basename(address))),
  );
};

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1_000;
};

const MOST_MS_ONE_THREAD = 25;
const MOST_MS_TWO_THREADS = 16;
const MOST_SECONDS_UNCHANGED = 5;

const line = (name: string, value: number, unit: string, most: number): string =>
  `${value <= most ? '✓' : '✗'} ${name.padEnd(46)}${value.toFixed(1).padStart(8)} ${unit}   at most ${most}`;

await runSteps(async () => {
  try {
    const one = await run('one', drawn, 1, 'cache-one');
    const two = await run('two', drawn, 2, 'cache-two');
    const pictures = path.join(folder, 'one/share');
    const bytes = readdirSync(pictures).reduce((sum, name) => sum + statSync(path.join(pictures, name)).size, 0);
    fillCache('cache-many', pictures);
    const linked = await run('many', unchanged, 2, 'cache-many');
    const forbidden = { secrets: [], files: new Map(), excused: 0, known: [] };
    const searched = await secondsOf(() =>
      searchFiles(path.join(folder, 'many/share'), readdirSync(path.join(folder, 'many/share')), forbidden),
    );
    const result = {
      drawn,
      msOneThread: (one.seconds * 1_000) / drawn,
      msTwoThreads: (two.seconds * 1_000) / drawn,
      peakMb: { one: one.peakMb, two: two.peakMb, unchanged: linked.peakMb },
      kilobytes: bytes / drawn / 1_000,
      unchanged,
      secondsLinked: linked.seconds,
      secondsSearched: searched,
    };
    const peaks = [one, two].map(({ peakMb }) => peakMb?.toFixed(0) ?? '?').join(' and ');
    console.log(
      values.format === 'json'
        ? JSON.stringify(result, null, 2)
        : [
            `${drawn} cards drawn for the first time, starting included: ${result.kilobytes.toFixed(0)} kB each, ` +
              `peak memory ${peaks} MB`,
            line('ms a card, one thread', result.msOneThread, 'ms', MOST_MS_ONE_THREAD),
            line('ms a card, two threads', result.msTwoThreads, 'ms', MOST_MS_TWO_THREADS),
            `${unchanged} cards that have not changed, ${linked.peakMb?.toFixed(0) ?? '?'} MB`,
            line('linked into the build', linked.seconds, 's', MOST_SECONDS_UNCHANGED),
            line('and searched by the leak check', linked.seconds + searched, 's', MOST_SECONDS_UNCHANGED),
          ].join('\n'),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
