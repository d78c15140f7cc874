/**
 * `npm run bench:pdf [-- --count 96 --presses 2 --format json]`: milliseconds a PDF, in throughput,
 * with one warm browser, beside an empty page through the same browser. Slow results are told, not failed.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { usedBy } from './bench/process-tree.ts';
import { runSteps, StepFailed } from './build/run.ts';
import { openPrinter, type Printer } from './pdf/printer.ts';
import { readSheets, type Sheet } from './pdf/sheet.ts';
import { outFolderOf } from '../src/site.ts';

/** Most milliseconds a PDF, on two cores. */
const TARGET = 100;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '96' },
    presses: { type: 'string', default: '2' },
    format: { type: 'string', default: 'text' },
  },
});

const positive = (name: string, text: string): number => {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  console.error(`--${name} ${text} is not a whole number above nought.`);
  process.exit(2);
};

const count = positive('count', values.count);
const presses = positive('presses', values.presses);

/** Of one sheet. */
interface Measured {
  ms: number;
  /** Time on all processors, which says more where a machine has other work; 0 where the system does not tell. */
  cpuMs: number;
  kilobytes: number;
}

const measure = async (printer: Printer, sheets: readonly Sheet[]): Promise<Measured> => {
  let bytes = 0;
  const begin = performance.now();
  const before = usedBy(process.pid).cpuSeconds;
  await printer.run(sheets, async (press, sheet) => {
    bytes += (await press.print(sheet, 'a4')).pdf.length;
  });
  const cpuSeconds = usedBy(process.pid).cpuSeconds - before;
  return {
    ms: (performance.now() - begin) / sheets.length,
    cpuMs: (cpuSeconds * 1_000) / sheets.length,
    kilobytes: bytes / sheets.length / 1_000,
  };
};

const repeat = (sheets: readonly Sheet[]): Sheet[] =>
  Array.from({ length: count }, (_, i) => sheets[i % sheets.length]).filter((sheet) => sheet !== undefined);

/** The frame of a sheet without any content: what a PDF costs before it says anything. */
const emptied = ({ root, ...sheet }: Sheet): Sheet => ({ ...sheet, root: { lang: root['lang'] ?? 'en' }, main: '' });

const run = async (): Promise<void> => {
  const folder = outFolderOf('internal');
  if (!existsSync(folder))
    throw new StepFailed('There is no internal build. Make it with: npm run build -- --audience internal');
  const sheets = await readSheets(folder, undefined);
  const printer = await openPrinter(folder, presses);
  try {
    await measure(printer, repeat(sheets).slice(0, 4 * presses));
    const full = await measure(printer, repeat(sheets));
    const empty = await measure(printer, repeat(sheets).map(emptied));
    report(sheets.length, full, empty);
  } finally {
    await printer.close();
  }
};

const report = (assets: number, full: Measured, empty: Measured): void => {
  const ratio = full.ms / empty.ms;
  if (values.format === 'json') {
    console.log(JSON.stringify({ count, presses, assets, full, empty, ratio, target: TARGET, met: full.ms <= TARGET }));
    return;
  }
  const row = (name: string, { ms, cpuMs, kilobytes }: Measured): string =>
    `${name.padEnd(24)}${ms.toFixed(1).padStart(8)} ms${cpuMs.toFixed(1).padStart(10)} ms of CPU${kilobytes.toFixed(0).padStart(8)} kB`;
  console.log(`${count} PDFs of ${assets} assets, tagged, with bookmarks; one browser, ${presses} pages at once`);
  console.log(row('a PDF, in throughput', full));
  console.log(row('an empty page', empty));
  console.log(`× ${ratio.toFixed(2)} an empty page`);
  console.log(`${full.ms <= TARGET ? '✓' : '✗'} target: at most ${TARGET} ms a PDF on two cores`);
};

await runSteps(run);
