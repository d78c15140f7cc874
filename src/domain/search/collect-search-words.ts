/** The words of the trade, from the gated library: what this build does not hold, its search does not know. */
import { termsOf, type SiteLibrary } from '../site-library.ts';
import { nameOf, type Ui } from '../ui.ts';
import { FACET_OF } from './entry-fields.ts';
import type { FacetValue } from './facet-words.ts';
import { TYPE } from './page-fields.ts';
import type { SearchWords } from './search-words.ts';
import type { SynonymGroup } from './synonyms.ts';
import { phraseOf } from './words.ts';

const synonymGroups = (library: SiteLibrary): SynonymGroup[] =>
  [...(library.entries.get('synonyms')?.values() ?? [])].flatMap((entry) =>
    entry.collection === 'synonyms' ? [[entry.data.label, ...entry.data.expansions, ...entry.data.synonyms]] : [],
  );

const typeValues = (ui: Ui): FacetValue[] =>
  ui.filled.map((type) => ({ facet: TYPE, value: nameOf(ui, type), words: [nameOf(ui, type, 'many')] }));

/**
 * Terms whose names are a wish. Products and use cases are not among them: "cards" and "close" are what a page is
 * about, and stand in it; nor are steps of a sales process, whose names are everybody's words.
 */
const WISHED = ['stages', 'personas', 'industries', 'company-sizes', 'regions', 'competitors'] as const;

const termValues = (library: SiteLibrary): FacetValue[] =>
  WISHED.flatMap((collection) =>
    termsOf(library, collection).map(({ data }) => ({
      facet: FACET_OF[collection],
      value: data.label,
      words: 'synonyms' in data ? data.synonyms : [],
    })),
  );

/** What is another word for a value's own name names the value, too: `customer story` for `Case study`. */
const withSynonyms = (value: FacetValue, groups: readonly SynonymGroup[]): FacetValue => {
  const name = phraseOf(value.value);
  const same = groups.filter((group) => group.some((phrase) => phraseOf(phrase) === name)).flat();
  return { ...value, words: [...new Set([...value.words, ...same])].filter((word) => word !== value.value) };
};

export const collectSearchWords = (library: SiteLibrary, ui: Ui): SearchWords => {
  const synonyms = synonymGroups(library);
  const facets = [...typeValues(ui), ...termValues(library)].map((value) => withSynonyms(value, synonyms));
  return { synonyms, facets };
};
