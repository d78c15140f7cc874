/** All case studies of a build as columns: what they are filtered by and compared with a deal. */
import { valuesOfRow, type Facet } from '../facets/facet.ts';
import { decodeFacets, encodeFacet } from '../facets/facet-file.ts';
import { isCount, isCounts, isRecord, isText, mustBe } from '../guards.ts';
import { fromSteps, toSteps, type ReviewColumns } from '../facets/library-columns.ts';
import type { Criterion, StudyTerms } from './match.ts';

const FORMAT = 1;

/** Facets by which case studies are filtered, in the order of the page. */
export const STUDY_FACETS = ['industry', 'size', 'region', 'product', 'use', 'outcome'] as const;

export interface StudyColumns extends ReviewColumns {
  /** Of the library: its cards belong to it. */
  stamp: string;
  /** Of each study, its row in the library. */
  rows: readonly number[];
  /** {@link STUDY_FACETS}, and `persona`; with all values, also such that no study has. */
  facets: readonly Facet[];
}

export const encodeStudies = ({ facets, reviewed, ...columns }: StudyColumns): unknown => ({
  format: FORMAT,
  ...columns,
  facets: facets.map(encodeFacet),
  reviewed: toSteps(reviewed),
});

/** What was downloaded → the columns. @throws {Error} where it is broken, or of another format */
export const parseStudies = (file: unknown): StudyColumns => {
  const name = 'The list of case studies';
  mustBe(isRecord(file) && file['format'] === FORMAT, name);
  const { stamp, rows, reviewed, every, notice } = file;
  mustBe(isText(stamp) && isCounts(rows) && isCount(notice) && isCounts(reviewed) && isCounts(every), name);
  mustBe(reviewed.length === rows.length && every.length === rows.length, name);
  const facets = decodeFacets(file['facets'], rows.length);
  mustBe(facets !== undefined, name);
  return { stamp, rows, facets, reviewed: fromSteps(reviewed), every, notice };
};

const idsOf = (facet: Facet | undefined, study: number): string[] =>
  facet ? valuesOfRow(facet, study).flatMap((place) => facet.values[place]?.id ?? []) : [];

/** @param study its place in the columns */
export const termsOfStudy = ({ facets }: Pick<StudyColumns, 'facets'>, study: number): StudyTerms => {
  const of = (name: Criterion): string[] =>
    idsOf(
      facets.find((facet) => facet.name === name),
      study,
    );
  return { industry: of('industry'), size: of('size'), use: of('use'), persona: of('persona') };
};
