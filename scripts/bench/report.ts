/** The results for people: what was measured, and how it stands to the targets. */
import type { Measured } from './measure.ts';
import type { SizeResult } from './run-size.ts';
import { gzipOf, type LoadedFile, type PageWeight } from './weigh.ts';

export interface Target {
  name: string;
  value: string;
  limit: string;
  /** undefined where it could not be measured. */
  met: boolean | undefined;
}

const MOST_TIMES_PLAIN = 2.0;
const MOST_MB = 3 * 1_024;
/** Time an asset at the largest size, against the smallest: more than noise would not be linear. */
const MOST_GROWTH = 1.1;
const MOST_SCRIPT = 10_000;
const MOST_STYLE = 20_000;

const fixed = (value: number, digits = 1): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const seconds = (value: number): string => `${fixed(value)} s`;
const megabytes = (value: number | undefined): string =>
  value === undefined ? 'not measured' : `${fixed(value, 0)} MB`;
const kilobytes = (value: number): string => `${fixed(value / 1_000)} kB`;
const ratio = (value: number): string => `× ${fixed(value, 2)}`;

const COLUMNS = [34, 9, 10, 9, 10, 8, 14];
const row = (...cells: readonly string[]): string =>
  cells
    .map((cell, i) => (i === 0 ? cell.padEnd(COLUMNS[0] ?? 0) : cell.padStart(COLUMNS[i] ?? 0)))
    .join('')
    .trimEnd();

const measuredRow = (name: string, part: Measured, plain: Measured, weight?: PageWeight): string =>
  row(
    name,
    seconds(part.seconds),
    ratio(part.seconds / plain.seconds),
    part.cpuSeconds === undefined ? '' : seconds(part.cpuSeconds),
    megabytes(part.peakMb),
    ...(weight ? [fixed(weight.pages, 0), fixed(weight.bytesPerPage, 0)] : []),
  );

const sizeTable = ({ assets, plain, full, changed }: SizeResult): string[] => [
  '',
  row(`${fixed(assets, 0)} assets`, 'time', '× plain', 'CPU', 'memory', 'pages', 'bytes a page'),
  measuredRow('plain Astro', plain, plain, plain.weight),
  measuredRow('Dealshelf, everything new', full, plain, full.weight),
  measuredRow('  check, pages and search index', full.pages, plain),
  full.leaks
    ? measuredRow('  leak check', full.leaks, plain)
    : row('  leak check', 'missing: scripts/check-leaks.ts is not there'),
  measuredRow('Dealshelf, one asset changed', changed, plain),
  measuredRow('  check, pages and search index', changed.pages, plain),
  `One asset changed takes ${fixed((100 * changed.seconds) / full.seconds, 0)} % of the time of everything new; ` +
    `bytes a page are ${ratio(full.weight.bytesPerPage / plain.weight.bytesPerPage)} plain Astro's.`,
];

const growth = (results: readonly SizeResult[], part: (result: SizeResult) => Measured): number | undefined => {
  const [small, large] = [results[0], results.at(-1)];
  if (!small || !large || small === large) return undefined;
  return part(large).seconds / large.assets / (part(small).seconds / small.assets);
};

const target = (name: string, value: number | undefined, most: number, show: (value: number) => string): Target => ({
  name,
  value: value === undefined ? 'not measured' : show(value),
  limit: show(most),
  met: value === undefined ? undefined : value <= most,
});

export const targets = (results: readonly SizeResult[]): Target[] => {
  const largest = results.at(-1);
  if (!largest) return [];
  const { full, plain, budget } = largest;
  return [
    target('full build against plain Astro', full.seconds / plain.seconds, MOST_TIMES_PLAIN, ratio),
    target('memory of the full build', full.peakMb, MOST_MB, megabytes),
    target(
      'time an asset, largest against smallest',
      growth(results, (result) => result.full),
      MOST_GROWTH,
      ratio,
    ),
    target('own JavaScript of a text page, gzip', gzipOf(budget.scripts), MOST_SCRIPT, kilobytes),
    target('own CSS of a text page, gzip', gzipOf(budget.styles), MOST_STYLE, kilobytes),
  ];
};

const targetLine = ({ name, value, limit, met }: Target): string =>
  `${met === undefined ? '–' : met ? '✓' : '✗'} ${name.padEnd(44)}${value.padStart(12)}   at most ${limit}`;

const fileLine = ({ name, bytes, gzip }: LoadedFile): string =>
  `  ${name.padEnd(52)}${kilobytes(bytes).padStart(10)}${gzip === bytes ? '' : `${kilobytes(gzip).padStart(10)} gzip`}`;

const budgetLines = ({ budget: { scripts, styles, fonts } }: SizeResult): string[] => [
  '',
  'A page of text loads',
  ...[...scripts, ...styles].map(fileLine),
  ...(fonts.length > 0 ? ['and of these fonts those whose characters it has', ...fonts.map(fileLine)] : []),
];

export const textReport = (results: readonly SizeResult[]): string => {
  const plainGrowth = growth(results, (result) => result.plain);
  return [
    ...results.flatMap(sizeTable),
    ...results.slice(-1).flatMap(budgetLines),
    '',
    'Targets, at the largest size',
    ...targets(results).map(targetLine),
    ...(plainGrowth === undefined
      ? []
      : [`(Plain Astro's own time an asset, largest against smallest: ${ratio(plainGrowth)}.)`]),
  ].join('\n');
};

export const jsonReport = (results: readonly SizeResult[]): string =>
  JSON.stringify({ node: process.version, results, targets: targets(results) }, null, 2);
