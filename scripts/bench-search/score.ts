/** How well an engine found what was looked for. */
import { PLACES, type Engine } from './engines.ts';
import type { Query, QueryClass } from './queries.ts';

export interface Scores {
  queries: number;
  /** Part of the queries whose answer is first, or among the first three. */
  first: number;
  three: number;
  /** Mean of 1 / place, among the first ten. */
  mrr: number;
}

export interface Asked {
  query: Query;
  /** 1 is the first place; Infinity: not among the first ten. */
  place: number;
  found: number;
  isCorrected: boolean;
  milliseconds: number;
}

export interface EngineScores {
  engine: string;
  classes: { class: QueryClass; scores: Scores }[];
  macro: Scores;
  /** Part of the queries without any result. */
  nothing: number;
  /** Part of the rightly written queries that were changed. */
  falseCorrections: number;
  /** Median and 95th percentile of the time that a query took. */
  milliseconds: { median: number; p95: number };
  asked: Asked[];
}

const part = (all: readonly Asked[], holds: (asked: Asked) => boolean): number =>
  all.length === 0 ? 0 : all.filter(holds).length / all.length;

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

export const scoresOf = (asked: readonly Asked[]): Scores => ({
  queries: asked.length,
  first: part(asked, ({ place }) => place === 1),
  three: part(asked, ({ place }) => place <= 3),
  mrr: mean(asked.map(({ place }) => 1 / place)),
});

/** Every class counts the same, however many queries it has. */
export const macroOf = (classes: readonly Scores[]): Scores => ({
  queries: classes.reduce((sum, { queries }) => sum + queries, 0),
  first: mean(classes.map(({ first }) => first)),
  three: mean(classes.map(({ three }) => three)),
  mrr: mean(classes.map(({ mrr }) => mrr)),
});

const askOne = async (engine: Engine, query: Query): Promise<Asked> => {
  const begin = performance.now();
  const { urls, isCorrected } = await engine.search(query.query);
  const milliseconds = performance.now() - begin;
  const at = urls.slice(0, PLACES).findIndex((url) => query.expect.includes(url));
  return { query, place: at < 0 ? Infinity : at + 1, found: urls.length, isCorrected, milliseconds };
};

const quantile = (numbers: readonly number[], q: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * q)] ?? 0;

export const scoreEngine = async (engine: Engine, queries: readonly Query[]): Promise<EngineScores> => {
  const asked: Asked[] = [];
  for (const query of queries) asked.push(await askOne(engine, query));
  const classes = [...Map.groupBy(asked, ({ query }) => query.class)].map(([name, list]) => ({
    class: name,
    scores: scoresOf(list),
  }));
  const times = asked.map(({ milliseconds }) => milliseconds);
  return {
    engine: engine.name,
    classes,
    macro: macroOf(classes.map(({ scores }) => scores)),
    nothing: part(asked, ({ found }) => found === 0),
    falseCorrections: part(
      asked.filter(({ query }) => !query.isMisspelt),
      ({ isCorrected }) => isCorrected,
    ),
    milliseconds: { median: quantile(times, 0.5), p95: quantile(times, 0.95) },
    asked,
  };
};
