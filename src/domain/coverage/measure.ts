/** Counts and targets → how well the library covers the matrix, and where one more asset would be worth most. */
import type { Cell, Cube } from './cube.ts';
import { readerLevel, shortageOf, type Target, type Targets } from './targets.ts';

/** Ids of the terms, in the order in which they are shown. */
export interface Axes {
  stages: readonly string[];
  personas: readonly string[];
  industries: readonly string[];
}

export interface Gap {
  stage: string;
  persona: string;
  /** undefined: for every industry, because many of them lack it. */
  industry: string | undefined;
  target: Target;
  /** What there is; without an industry, in the industry that has least. */
  has: Cell;
  /** What filling it adds, in weights: a place that counts 4 and is half empty is worth 2. */
  value: number;
}

export interface Measured {
  /** Share of all wishes that are met, by weight; 0 to 1, and 1 where nothing is wanted. */
  covered: number;
  /** Readers at a stage for whom there is nothing at all, though something is wanted. */
  empty: readonly { stage: string; persona: string }[];
  /** The most valuable first. */
  gaps: readonly Gap[];
}

interface Place {
  /** undefined where the company tells no industries apart. */
  industry: string | undefined;
  cell: Cell;
  weight: number;
  shortage: { assets: number; own: number };
}

const placesOf = (axes: Axes, cube: Cube, targets: Targets, stage: string, persona: string): Place[] => {
  const wanted = targets.of(stage, persona);
  const placeOf = (industry: string | undefined, cell: Cell, target: Target): Place[] => {
    const shortage = shortageOf(cell, target);
    const weight = targets.weight(stage, persona, industry);
    return shortage === undefined || weight === 0 ? [] : [{ industry, cell, weight, shortage }];
  };
  return axes.industries.length === 0
    ? placeOf(undefined, { fit: cube.reader(stage, persona), own: 0 }, { ...wanted, own: 0 })
    : axes.industries.flatMap((industry) => placeOf(industry, cube.cell(stage, persona, industry), wanted));
};

/** One asset for every industry helps wherever something that fits is missing. */
const generalGap = (places: readonly Place[]): { has: Cell; value: number } | undefined => {
  const short = places.filter(({ shortage }) => shortage.assets > 0);
  const [least] = short.toSorted((a, b) => a.cell.fit - b.cell.fit);
  if (least === undefined || short.length < 2) return undefined;
  return { has: least.cell, value: short.reduce((sum, { weight, shortage }) => sum + weight * shortage.assets, 0) };
};

const byValue = (axes: Axes) => {
  const place = (list: readonly string[], id: string | undefined): number => (id === undefined ? -1 : list.indexOf(id));
  return (a: Gap, b: Gap): number =>
    b.value - a.value ||
    place(axes.stages, a.stage) - place(axes.stages, b.stage) ||
    place(axes.personas, a.persona) - place(axes.personas, b.persona) ||
    place(axes.industries, a.industry) - place(axes.industries, b.industry);
};

export const measureCoverage = (axes: Axes, cube: Cube, targets: Targets): Measured => {
  const gaps: Gap[] = [];
  const empty: { stage: string; persona: string }[] = [];
  let wanted = 0;
  let missing = 0;
  for (const stage of axes.stages) {
    for (const persona of axes.personas) {
      const target = targets.of(stage, persona);
      if (readerLevel(cube.reader(stage, persona), target) === 'none') empty.push({ stage, persona });
      const places = placesOf(axes, cube, targets, stage, persona);
      const general = generalGap(places);
      if (general) gaps.push({ stage, persona, industry: undefined, target, ...general });
      for (const { industry, cell, weight, shortage } of places) {
        wanted += weight;
        missing += weight * (shortage.assets + shortage.own);
        // What an asset for every industry would fill is not counted twice.
        const value = weight * (shortage.own + (general ? 0 : shortage.assets));
        if (value > 0) gaps.push({ stage, persona, industry, target, has: cell, value });
      }
    }
  }
  return { covered: wanted === 0 ? 1 : 1 - missing / wanted, empty, gaps: gaps.sort(byValue(axes)) };
};
