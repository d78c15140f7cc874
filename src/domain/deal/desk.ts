/**
 * All that a deal is answered from, as columns: no text of any asset, so that a library of ten thousand is one small
 * file. Titles follow in files of their own (`names-file.ts`), and what is said and done in another (`briefs-file.ts`).
 */
import { termsOfStudy, type StudyColumns } from '../case-studies/study-columns.ts';
import type { StudyTerms } from '../case-studies/match.ts';
import { toFacet, valuesOfRow, type Facet, type FacetValue } from '../facets/facet.ts';
import { decodeFacets, encodeFacet } from '../facets/facet-file.ts';
import { fromSteps, toSteps, type ReviewColumns } from '../facets/library-columns.ts';
import { isBelow, isCount, isCounts, isListOf, isRecord, isText, isTexts, mustBe } from '../guards.ts';

/** Facets of all assets; every one is there, and with all of its values, also such that no asset has. */
export const DESK_FACETS = [
  'type',
  'audience',
  'stage',
  'persona',
  'industry',
  'size',
  'region',
  'product',
  'use',
  'competitor',
  'pipeline',
  'force',
  'category',
] as const;
export type DeskFacet = (typeof DESK_FACETS)[number];

/** A stage of the buying journey. */
export interface BuyingStage {
  id: string;
  label: string;
  /** What buyers ask themselves. */
  question: string;
  /** Pipeline stages that fall into it. */
  pipeline: readonly string[];
}

/** A play, as far as it is chosen by. */
export interface DeskPlay {
  id: string;
  pipeline: string;
  personas: readonly string[];
  audience: string;
}

/** A message map, as far as it is chosen by. */
export interface DeskMap {
  id: string;
  persona: string;
  /** Empty where it is about none in particular. */
  product: string;
  /** Personas for whom it says the same in other words. */
  reframes: readonly string[];
  audience: string;
}

/** An industry's numbers for a calculator. */
export interface DeskPrefill {
  row: number;
  industry: string;
  /** What makes the calculator start with them: the fragment of its address, without `#`. */
  fragment: string;
}

export interface Desk extends ReviewColumns {
  /** Names and briefs with another one belong to another build. */
  stamp: string;
  /** How many assets, the most lately reviewed first. */
  rows: number;
  facets: ReadonlyMap<DeskFacet, Facet>;
  /** Case studies: their rows, and what they are compared by. */
  studies: Pick<StudyColumns, 'rows' | 'facets'>;
  /** In the order of the journey. */
  stages: readonly BuyingStage[];
  plays: readonly DeskPlay[];
  maps: readonly DeskMap[];
  prefills: readonly DeskPrefill[];
  /** Ids of the competitors that stand for doing nothing. */
  statusQuo: readonly string[];
}

/** @throws {Error} never for a desk that was collected or parsed: both have every facet */
export const facetOf = ({ facets }: Pick<Desk, 'facets'>, name: DeskFacet): Facet => {
  const facet = facets.get(name);
  mustBe(facet !== undefined, 'The deal desk');
  return facet;
};

export const placeOf = ({ values }: Facet, id: string | undefined): number =>
  id === undefined ? -1 : values.findIndex((value) => value.id === id);

/** Ids that a row has of a facet. */
export const idsOfRow = (desk: Pick<Desk, 'facets'>, name: DeskFacet, row: number): string[] => {
  const facet = facetOf(desk, name);
  return valuesOfRow(facet, row).flatMap((place) => facet.values[place]?.id ?? []);
};

export const labelOfTerm = (desk: Pick<Desk, 'facets'>, name: DeskFacet, id: string): string =>
  facetOf(desk, name).values.find((value) => value.id === id)?.label ?? id;

/** Ids of company sizes, the smallest first. */
export const sizesOf = (desk: Pick<Desk, 'facets'>): string[] => facetOf(desk, 'size').values.map(({ id }) => id);

export const studyTerms = ({ studies }: Pick<Desk, 'studies'>, study: number): StudyTerms =>
  termsOfStudy(studies, study);

const FORMAT = 1;
const NAME = 'The file of the deal desk';

/** Few assets have an interval of their own, so a column of it is packed like one of terms. */
const intervalFacet = (every: readonly number[]): Facet => {
  const values: FacetValue[] = [...new Set(every)].map((days) => ({ id: String(days), label: '' }));
  return toFacet(
    { name: 'every', values, fitsAll: false },
    every.map((days) => [String(days)]),
  );
};

export const encodeDesk = ({ facets, studies, reviewed, every, ...desk }: Desk): unknown => ({
  format: FORMAT,
  ...desk,
  facets: [...facets.values()].map(encodeFacet),
  studies: { rows: studies.rows, facets: studies.facets.map(encodeFacet) },
  reviewed: toSteps(reviewed),
  every: encodeFacet(intervalFacet(every)),
});

const isStage = (value: unknown): value is BuyingStage =>
  isRecord(value) &&
  isText(value['id']) &&
  isText(value['label']) &&
  isText(value['question']) &&
  isTexts(value['pipeline']);

const isPlay = (value: unknown): value is DeskPlay =>
  isRecord(value) &&
  isText(value['id']) &&
  isText(value['pipeline']) &&
  isTexts(value['personas']) &&
  isText(value['audience']);

const isMap = (value: unknown): value is DeskMap =>
  isRecord(value) &&
  isText(value['id']) &&
  isText(value['persona']) &&
  isText(value['product']) &&
  isTexts(value['reframes']) &&
  isText(value['audience']);

/** Goes into an address, so it may hold nothing but what one of ours holds. */
const FRAGMENT = /^[\w.=&%+-]*$/;

const isPrefill = (value: unknown): value is DeskPrefill =>
  isRecord(value) &&
  isCount(value['row']) &&
  isText(value['industry']) &&
  isText(value['fragment']) &&
  FRAGMENT.test(value['fragment']);

const isStages = isListOf(isStage);
const isPlays = isListOf(isPlay);
const isMaps = isListOf(isMap);
const isPrefills = isListOf(isPrefill);

const isDeskFacet = (name: string): name is DeskFacet => DESK_FACETS.some((known) => known === name);

const parseFacets = (list: unknown, rows: number): Map<DeskFacet, Facet> => {
  const facets = decodeFacets(list, rows);
  mustBe(facets !== undefined, NAME);
  const byName = new Map(facets.flatMap((facet) => (isDeskFacet(facet.name) ? [[facet.name, facet] as const] : [])));
  mustBe(byName.size === DESK_FACETS.length, NAME);
  return byName;
};

const parseStudies = (value: unknown, end: number): Desk['studies'] => {
  mustBe(isRecord(value), NAME);
  const { rows, facets: list } = value;
  mustBe(isCounts(rows) && isBelow(rows, end), NAME);
  const facets = decodeFacets(list, rows.length);
  mustBe(facets !== undefined, NAME);
  return { rows, facets };
};

const parseIntervals = (value: unknown, rows: number): number[] => {
  const facet = decodeFacets([value], rows)?.[0];
  mustBe(facet !== undefined, NAME);
  const every = facet.column.map((_, row) => Number(facet.values[valuesOfRow(facet, row)[0] ?? -1]?.id));
  mustBe(isCounts(every), NAME);
  return every;
};

/** What was downloaded → the desk. @throws {Error} where it is broken, or of another format */
export const parseDesk = (file: unknown): Desk => {
  mustBe(isRecord(file) && file['format'] === FORMAT, NAME);
  const { stamp, rows, reviewed, notice, stages, plays, maps, prefills, statusQuo } = file;
  mustBe(isText(stamp) && isCount(rows) && isCount(notice), NAME);
  mustBe(isCounts(reviewed) && reviewed.length === rows, NAME);
  mustBe(isStages(stages) && isPlays(plays) && isMaps(maps) && isPrefills(prefills) && isTexts(statusQuo), NAME);
  mustBe(
    isBelow(
      prefills.map(({ row }) => row),
      rows,
    ),
    NAME,
  );
  return {
    ...{ stamp, rows, notice, stages, plays, maps, prefills, statusQuo },
    facets: parseFacets(file['facets'], rows),
    studies: parseStudies(file['studies'], rows),
    reviewed: fromSteps(reviewed),
    every: parseIntervals(file['every'], rows),
  };
};
