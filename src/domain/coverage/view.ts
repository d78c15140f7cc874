/** What the coverage page shows, and the command prints: the matrix, the gaps with their briefs, and the balance of demand. */
import type { Facet } from '../facets/facet.ts';
import { isAssetType, type AssetType } from '../entries.ts';
import { rowsOf } from '../facets/collect-columns.ts';
import { entryPath } from '../routes.ts';
import { termsOf, type SiteLibrary, type Tag } from '../site-library.ts';
import { nameOf, type Ui } from '../ui.ts';
import { AUDIENCES } from '../../schemas/fields.ts';
import { briefOf, briefSource, type Brief } from './brief.ts';
import { countCube, type Cell } from './cube.ts';
import { demandBalance, type DemandBalance } from './demand.ts';
import { filteredRows, type Filter, type FilterName } from './filter.ts';
import { measureCoverage } from './measure.ts';
import { cellLevel, readerLevel, readTargets, type Level, type Target } from './targets.ts';

/** A term as a heading of the matrix. */
export interface Heading extends Tag {
  id: string;
}

export interface MatrixCell extends Cell {
  level: Level;
  industry: string;
}

export interface ReaderCell {
  stage: string;
  persona: string;
  /** Assets, whatever their industry. */
  count: number;
  target: Target;
  level: Level;
  /** In the order of the industries. */
  industries: readonly MatrixCell[];
}

export interface CoverageView {
  stages: readonly Heading[];
  personas: readonly Heading[];
  industries: readonly Heading[];
  types: readonly { type: AssetType; label: string; counts: readonly number[] }[];
  /** By persona, then by stage. */
  readers: readonly (readonly ReaderCell[])[];
  /** What the page can be narrowed to. */
  filters: Readonly<Record<FilterName, readonly { id: string; label: string }[]>>;
  filter: Filter;
  /** Assets that are counted. */
  assets: number;
  /** Share of all targets that are met, by weight; 0 to 1. */
  covered: number;
  empty: readonly { stage: string; persona: string }[];
  gaps: readonly Brief[];
  /** Shown or not. */
  gapCount: number;
  demand: DemandBalance;
}

const headings = (library: SiteLibrary, collection: 'stages' | 'personas' | 'industries'): Heading[] =>
  termsOf(library, collection).map(({ id, data }) => ({ id, label: data.label, path: entryPath(collection, id) }));

const idOf = ({ id }: { id: string }): string => id;

const filtersOf = (library: SiteLibrary, ui: Ui): CoverageView['filters'] => ({
  // What is for colleagues only is no list of its own: to them everything is open.
  audience: AUDIENCES.filter((audience) => audience !== 'internal').map((id) => ({
    id,
    label: ui.labels.coverage[`audience_${id}`],
  })),
  product: termsOf(library, 'products').map(({ id, data }) => ({ id, label: data.label })),
  type: ui.filled.filter(isAssetType).map((id) => ({ id, label: nameOf(ui, id, 'many') })),
});

export interface CoverageSource {
  library: SiteLibrary;
  ui: Ui;
  /** The library page's columns. */
  facets: readonly Facet[];
  /** How many assets. */
  rows: number;
  filter?: Filter;
  /** So many of the most valuable gaps are shown. */
  most: number;
}

export const coverageView = ({ library, ui, facets, rows, filter = {}, most }: CoverageSource): CoverageView => {
  const targets = readTargets(library.settings.coverage);
  const kept = filteredRows(facets, rows, filter);
  const cube = countCube(facets, kept);
  const [stages, personas, industries] = [
    headings(library, 'stages'),
    headings(library, 'personas'),
    headings(library, 'industries'),
  ];
  const axes = { stages: stages.map(idOf), personas: personas.map(idOf), industries: industries.map(idOf) };
  const measured = measureCoverage(axes, cube, targets);

  const order = rowsOf(library);
  const inside = new Set(kept.map((row) => order[row]));
  const source = briefSource(library, ui, (asset) => inside.has(asset));

  const readerCell = (stage: string, persona: string): ReaderCell => {
    const target = targets.of(stage, persona);
    const count = cube.reader(stage, persona);
    return {
      ...{ stage, persona, count, target },
      level: readerLevel(count, target),
      industries: axes.industries.map((industry) => {
        const cell = cube.cell(stage, persona, industry);
        return { ...cell, industry, level: cellLevel(cell, target) };
      }),
    };
  };
  return {
    ...{ stages, personas, industries, filter },
    types: ui.filled.filter(isAssetType).map((type) => ({
      type,
      label: nameOf(ui, type, 'many'),
      counts: axes.stages.map((stage) => cube.ofType(type, stage)),
    })),
    readers: axes.personas.map((persona) => axes.stages.map((stage) => readerCell(stage, persona))),
    filters: filtersOf(library, ui),
    assets: kept.length,
    covered: measured.covered,
    empty: measured.empty,
    gaps: measured.gaps.slice(0, most).flatMap((gap) => briefOf(source, gap) ?? []),
    gapCount: measured.gaps.length,
    demand: demandBalance(library, axes.stages, (asset) => inside.has(asset)),
  };
};
