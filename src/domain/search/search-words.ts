/** The words of the trade that a build's search knows: synonyms, and names of facets' values. */
import { isListOf, isRecord, isText, isTexts, mustBe } from '../guards.ts';
import type { FacetValue } from './facet-words.ts';
import type { SynonymGroup } from './synonyms.ts';

/** The facet whose values people call by many names. */
export const COMPETITOR = 'competitor';

export interface SearchWords {
  synonyms: readonly SynonymGroup[];
  facets: readonly FacetValue[];
}

const isFacetValue = (value: unknown): value is FacetValue =>
  isRecord(value) && isText(value['facet']) && isText(value['value']) && isTexts(value['words']);
const isGroups = isListOf(isTexts);
const isFacetValues = isListOf(isFacetValue);

/** What was downloaded → the words. @throws {Error} where it is of another build, or broken */
export const parseSearchWords = (file: unknown): SearchWords => {
  const name = 'The words of the search';
  mustBe(isRecord(file), name);
  const { synonyms, facets } = file;
  mustBe(isGroups(synonyms) && isFacetValues(facets), name);
  return { synonyms, facets };
};

export const NO_WORDS: SearchWords = { synonyms: [], facets: [] };

/** What people say for each other: words of the trade, and what they call a rival. */
export const saidFor = ({ synonyms, facets }: SearchWords): SynonymGroup[] => [
  ...synonyms,
  ...facets.flatMap(({ facet, value, words }) => (facet === COMPETITOR && words.length > 0 ? [[value, ...words]] : [])),
];
