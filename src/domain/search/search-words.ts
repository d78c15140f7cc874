/** The words of the trade that a build's search knows: synonyms, and names of facets' values. */
import { z } from 'zod/mini';
import type { FacetValue } from './facet-words.ts';
import type { SynonymGroup } from './synonyms.ts';

export interface SearchWords {
  synonyms: readonly SynonymGroup[];
  facets: readonly FacetValue[];
}

const fileSchema = z.object({
  synonyms: z.array(z.array(z.string())),
  facets: z.array(z.object({ facet: z.string(), value: z.string(), words: z.array(z.string()) })),
});

/** What was downloaded → the words; throws where it is of another build, or broken. */
export const parseSearchWords = (file: unknown): SearchWords => fileSchema.parse(file);

export const NO_WORDS: SearchWords = { synonyms: [], facets: [] };
