/** What the page of the deal desk shows before anything is loaded: the form with its choices. */
import { termValues } from '../facets/collect-columns.ts';
import type { FacetValue } from '../facets/facet.ts';
import type { SiteLibrary, TermCollection } from '../site-library.ts';
import { CRITERIA, type Criterion } from './context.ts';

const COLLECTION_OF: Readonly<Record<Criterion, TermCollection>> = {
  industry: 'industries',
  size: 'company-sizes',
  region: 'regions',
  product: 'products',
  use: 'use-cases',
  competitor: 'competitors',
  pipeline: 'pipeline-stages',
};

export interface Choice {
  criterion: Criterion;
  values: readonly FacetValue[];
}

export interface DealView {
  /** Those that this library has any values of. */
  choices: readonly Choice[];
  members: readonly FacetValue[];
}

/** Undefined outside: how a deal is won is told to colleagues only. */
export const dealView = (library: SiteLibrary): DealView | undefined =>
  library.audience === 'internal'
    ? {
        choices: CRITERIA.map((criterion) => ({
          criterion,
          values: termValues(library, COLLECTION_OF[criterion]),
        })).filter(({ values }) => values.length > 0),
        members: termValues(library, 'personas'),
      }
    : undefined;
