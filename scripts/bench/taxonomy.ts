/** The generated company's vocabulary: as large for 1,000 assets as for 10,000. */
import { createRandom, type Random } from './random.ts';
import { phrase, sentence, times } from './texts.ts';

/** A file of the content folder: its fields, and Markdown where it has any. */
export interface GeneratedFile {
  path: string;
  data: Record<string, unknown>;
  body?: string;
}

const named = (prefix: string, count: number): string[] => times(count, (i) => `${prefix}-${i + 1}`);

export const TERMS = {
  stages: named('stage', 5),
  personas: named('persona', 8),
  industries: named('industry', 12),
  'company-sizes': named('size', 4),
  regions: named('region', 6),
  products: named('product', 10),
  'use-cases': named('use-case', 20),
  competitors: named('competitor', 12),
  'pipeline-stages': named('pipeline', 6),
} as const;
type TermCollection = keyof typeof TERMS;

/** What each kind of term has beside a label and a summary. */
const OWN_FIELDS: Readonly<Partial<Record<TermCollection, (random: Random) => Record<string, unknown>>>> = {
  stages: (random) => ({ buyer_question: `${phrase(random)}?` }),
  personas: (random) => ({
    committee_role: 'influencer',
    cares_about: times(4, () => phrase(random)),
    forces: {
      push: [sentence(random)],
      pull: [sentence(random)],
      anxiety: [sentence(random)],
      habit: [sentence(random)],
    },
  }),
  'company-sizes': () => ({ employees_from: 100 }),
  competitors: () => ({ kind: 'direct' }),
  'pipeline-stages': (random) => ({ exit_criteria: [sentence(random)] }),
};

const term = (collection: TermCollection, id: string, order: number): GeneratedFile => {
  const random = createRandom(order);
  const label = id.replace('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
  return {
    path: `taxonomy/${collection}/${id}.yml`,
    data: { label, summary: sentence(random), order, ...OWN_FIELDS[collection]?.(random) },
  };
};

const isTermCollection = (name: string): name is TermCollection => Object.hasOwn(TERMS, name);

export const taxonomy = (): GeneratedFile[] =>
  Object.keys(TERMS)
    .filter(isTermCollection)
    .flatMap((collection) => TERMS[collection].map((id, i) => term(collection, id, i + 1)));
