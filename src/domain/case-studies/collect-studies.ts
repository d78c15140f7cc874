/** The gated library → its case studies as columns: one pass, once a library. */
import { OUTCOMES } from '../../schemas/assets/case-study.ts';
import { reviewColumns, termValues } from '../facets/collect-columns.ts';
import { toFacet, type Facet } from '../facets/facet.ts';
import { FACET_OF } from '../search/entry-fields.ts';
import { keyOf, termsOf, type Asset, type EntryOf, type SiteLibrary, type TermCollection } from '../site-library.ts';
import type { Ui } from '../ui.ts';
import { outcomeOf } from './outcome.ts';
import type { StudyColumns } from './study-columns.ts';

type Study = EntryOf<'case-studies'>;

const TERMS = ['industries', 'company-sizes', 'regions', 'products', 'use-cases'] as const;

/** A study that gives a number of employees and no size has the size that the number falls into. */
const sizeOf = (library: SiteLibrary, { data }: Study): string[] => {
  const { employees, company_size } = data;
  if (company_size !== undefined || employees === undefined) return [];
  const size = termsOf(library, 'company-sizes').find(
    ({ data: term }) =>
      'employees_from' in term &&
      term.employees_from <= employees &&
      employees <= ('employees_to' in term ? (term.employees_to ?? Infinity) : Infinity),
  );
  return size ? [size.id] : [];
};

const termIds = (library: SiteLibrary, study: Study, collection: TermCollection): string[] => {
  const prefix = keyOf(collection, '');
  const named = (library.tags.get(study.id) ?? []).flatMap((key) =>
    key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
  );
  return named.length === 0 && collection === 'company-sizes' ? sizeOf(library, study) : named;
};

const termFacet = (library: SiteLibrary, studies: readonly Study[], collection: TermCollection): Facet =>
  toFacet(
    { name: FACET_OF[collection], values: termValues(library, collection), fitsAll: false },
    studies.map((study) => termIds(library, study, collection)),
  );

const outcomeFacet = (ui: Ui, studies: readonly Study[]): Facet =>
  toFacet(
    { name: 'outcome', values: OUTCOMES.map((id) => ({ id, label: ui.labels.outcomes[id] })), fitsAll: false },
    studies.map(({ data }) => data.results.map(outcomeOf)),
  );

/** Those who took part in the decision, not those for whom the story is written. */
const personaFacet = (library: SiteLibrary, studies: readonly Study[]): Facet =>
  toFacet(
    { name: FACET_OF.personas, values: termValues(library, 'personas'), fitsAll: false },
    studies.map(({ data }) => data.buyer_personas),
  );

/** @param rows all assets in the order of the library's rows */
export const collectStudies = (library: SiteLibrary, ui: Ui, rows: readonly Asset[]): Omit<StudyColumns, 'stamp'> => {
  const places: number[] = [];
  const studies: Study[] = [];
  for (const [row, asset] of rows.entries()) {
    if (asset.collection !== 'case-studies') continue;
    places.push(row);
    studies.push(asset);
  }
  const facets = [
    ...TERMS.map((collection) => termFacet(library, studies, collection)),
    outcomeFacet(ui, studies),
    personaFacet(library, studies),
  ];
  return {
    rows: places,
    facets: facets.filter(({ values }) => values.length > 0),
    ...reviewColumns(library, studies),
  };
};
