/** The results for people: every class by engine, then how it stands to the targets. */
import type { Query } from './queries.ts';
import { macroOf, scoresOf, type EngineScores, type Scores } from './score.ts';
import type { Weight } from './weigh.ts';

export interface LibraryResult {
  name: string;
  pages: number;
  engines: EngineScores[];
  weight: Weight;
}

const TARGETS = {
  first: 0.75,
  three: 0.9,
  mrr: 0.82,
  typo: 0.03,
  rep: 0.8,
  nothing: 0.01,
  falseCorrections: 0.005,
  firstBytes: 220_000,
  furtherBytes: 40_000,
} as const;

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;
const points = (value: number): string => value.toFixed(3);

const row = (name: string, ...cells: readonly string[]): string =>
  [name.padEnd(30), ...cells.map((cell) => cell.padStart(10))].join('').trimEnd();

const scoreCells = ({ queries, first, three, mrr }: Scores): string[] => [
  String(queries),
  percent(first),
  percent(three),
  points(mrr),
];

const classNames = (engines: readonly EngineScores[]): Query['class'][] =>
  engines[0]?.classes.map(({ class: name }) => name) ?? [];

const classScores = ({ classes }: EngineScores, name: Query['class']): Scores | undefined =>
  classes.find((one) => one.class === name)?.scores;

const libraryTable = ({ name, pages, engines, weight }: LibraryResult): string[] => [
  '',
  row(`${name}, ${pages} pages`, 'queries', 'S@1', 'S@3', 'MRR@10'),
  ...classNames(engines).flatMap((className) => [
    className,
    ...engines.flatMap((engine) => {
      const scores = classScores(engine, className);
      return scores ? [row(`  ${engine.engine}`, ...scoreCells(scores))] : [];
    }),
  ]),
  'all classes',
  ...engines.map((engine) => row(`  ${engine.engine}`, ...scoreCells(engine.macro))),
  row('', 'nothing', 'wrongly', 'median', '95 %'),
  row('', 'found', 'corrected', 'ms', 'ms'),
  ...engines.map(({ engine, nothing, falseCorrections, milliseconds }) =>
    row(
      `  ${engine}`,
      percent(nothing),
      percent(falseCorrections),
      milliseconds.median.toFixed(1),
      milliseconds.p95.toFixed(1),
    ),
  ),
  `Loaded, gzip: ${kilobytes(weight.first)} to the first result (${kilobytes(weight.plainFirst)} without the layer), ` +
    `${kilobytes(weight.further)} for a further query (median; ${kilobytes(weight.plainFurther)} without).`,
];

interface Target {
  name: string;
  value: string;
  limit: string;
  met: boolean;
}

const atLeast = (name: string, value: number, limit: number, show: (value: number) => string): Target => ({
  name,
  value: show(value),
  limit: `at least ${show(limit)}`,
  met: value >= limit,
});

const atMost = (name: string, value: number, limit: number, show: (value: number) => string): Target => ({
  name,
  value: show(value),
  limit: `at most ${show(limit)}`,
  met: value <= limit,
});

const layerOf = ({ engines }: LibraryResult): EngineScores | undefined => engines.at(-1);

/** How much worse the same queries are found for a slip of the fingers; a query of short words has none. */
const typoLoss = ({ asked }: EngineScores, where: 'title' | 'body'): number => {
  const wrong = asked.filter(({ query }) => query.class === `typo, ${where}`);
  const pages = new Set(wrong.map(({ query }) => query.expect[0]));
  const right = asked.filter(({ query }) => query.class === `${where} words` && pages.has(query.expect[0]));
  return scoresOf(right).mrr - scoresOf(wrong).mrr;
};

/** Classes in which another engine has the better MRR. */
const lostClasses = (result: LibraryResult): string[] => {
  const layer = layerOf(result);
  return classNames(result.engines).flatMap((name) =>
    result.engines.slice(0, -1).flatMap((other) => {
      const [ours, theirs] = [layer && classScores(layer, name), classScores(other, name)];
      return ours && theirs && ours.mrr < theirs.mrr
        ? [`${result.name}, ${name}: ${points(ours.mrr)} against ${points(theirs.mrr)} (${other.engine})`]
        : [];
    }),
  );
};

const part = (engines: readonly EngineScores[], of: (engine: EngineScores) => number): number =>
  Math.max(...engines.map(of));

const targetsOf = (results: readonly LibraryResult[]): Target[] => {
  const layers = results.flatMap((result) => layerOf(result) ?? []);
  const classes = layers.flatMap((layer) => layer.classes);
  const macro = macroOf(classes.map(({ scores }) => scores));
  const rep = classes.find((one) => one.class === 'as a rep asks')?.scores;
  const largest = results.at(-1)?.weight;
  return [
    atLeast('S@1, all classes', macro.first, TARGETS.first, percent),
    atLeast('S@3, all classes', macro.three, TARGETS.three, percent),
    atLeast('MRR@10, all classes', macro.mrr, TARGETS.mrr, points),
    ...results.flatMap((result) => {
      const layer = layerOf(result);
      return layer
        ? [
            atMost(`typo in a title, ${result.name}`, typoLoss(layer, 'title'), TARGETS.typo, points),
            atMost(`typo in the text, ${result.name}`, typoLoss(layer, 'body'), TARGETS.typo, points),
          ]
        : [];
    }),
    ...(rep ? [atLeast('S@3, as a rep asks', rep.three, TARGETS.rep, percent)] : []),
    atMost(
      'nothing found',
      part(layers, ({ nothing }) => nothing),
      TARGETS.nothing,
      percent,
    ),
    atMost(
      'wrongly corrected',
      part(layers, ({ falseCorrections }) => falseCorrections),
      TARGETS.falseCorrections,
      percent,
    ),
    ...(largest
      ? [
          atMost('bytes to the first result', largest.first, TARGETS.firstBytes, kilobytes),
          atMost('bytes of a further query', largest.further, TARGETS.furtherBytes, kilobytes),
        ]
      : []),
  ];
};

const targetLine = ({ name, value, limit, met }: Target): string =>
  `${met ? '✓' : '✗'} ${name.padEnd(44)}${value.padStart(10)}   ${limit}`;

const missLines = (results: readonly LibraryResult[]): string[] =>
  results.flatMap((result) =>
    (layerOf(result)?.asked ?? [])
      .filter(({ place, isCorrected, query }) => place > 3 || (isCorrected && !query.isMisspelt))
      .map(
        ({ query, place, isCorrected }) =>
          `  ${result.name}, ${query.class}: ${query.query} → ${query.expect.join(' ')} (${place}${isCorrected ? ', corrected' : ''})`,
      ),
  );

export const textReport = (results: readonly LibraryResult[], misses: boolean): string => {
  const lost = results.flatMap(lostClasses);
  return [
    ...results.flatMap(libraryTable),
    '',
    'Targets',
    ...targetsOf(results).map(targetLine),
    `${lost.length === 0 ? '✓' : '✗'} never below another engine in a class`,
    ...lost.map((line) => `    ${line}`),
    ...(misses ? ['', 'Not among the first three, or wrongly corrected', ...missLines(results)] : []),
  ].join('\n');
};

export const jsonReport = (results: readonly LibraryResult[]): string =>
  JSON.stringify(
    { node: process.version, results, targets: targetsOf(results), lost: results.flatMap(lostClasses) },
    (key, value: unknown) => (key === 'asked' ? undefined : value),
    2,
  );
