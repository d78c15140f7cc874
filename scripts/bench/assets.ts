/** Generated assets of all types but calculators, which are models and not texts, with the fields that real ones have. */
import type { AssetType as AnyAssetType } from '../../src/domain/entries.ts';
import { createRandom, type Random } from './random.ts';
import { TERMS, type GeneratedFile } from './taxonomy.ts';
import { body, phrase, sentence, sentences, times, topic } from './texts.ts';

type AssetType = Exclude<AnyAssetType, 'calculators'>;

/** How many of every 100 assets are of a type: about as in the example library. */
const SHARES: Readonly<Record<AssetType, number>> = {
  battlecards: 5,
  'case-studies': 13,
  'one-pagers': 12,
  objections: 17,
  resources: 18,
  'security-answers': 15,
  'pricing-faqs': 8,
  snippets: 12,
};

/** What ids of a type begin with. */
const SINGULAR: Readonly<Record<AssetType, string>> = {
  battlecards: 'battlecard',
  'case-studies': 'case-study',
  'one-pagers': 'one-pager',
  objections: 'objection',
  resources: 'resource',
  'security-answers': 'security-answer',
  'pricing-faqs': 'pricing-faq',
  snippets: 'snippet',
};

/** What an asset may refer to. */
export interface Surroundings {
  claims: readonly string[];
  /** Ids of all assets, by type. */
  ids: Readonly<Record<AssetType, readonly string[]>>;
}

const isAssetType = (name: string): name is AssetType => Object.hasOwn(SHARES, name);
const TYPES = Object.keys(SHARES).filter(isAssetType);

/** Types in proportion, mixed evenly: the first 100 assets have the same shares as all. */
const PATTERN: readonly AssetType[] = TYPES.flatMap((type) =>
  times(SHARES[type], (i) => ({ type, at: (i + 0.5) / SHARES[type] })),
)
  .sort((a, b) => a.at - b.at)
  .map(({ type }) => type);

export interface Address {
  type: AssetType;
  id: string;
  seed: number;
}

export const addresses = (count: number): Address[] =>
  times(count, (i) => {
    const type = PATTERN[i % PATTERN.length] ?? 'resources';
    return { type, id: `${SINGULAR[type]}-${i + 1}`, seed: i + 1 };
  });

export const idsByType = (all: readonly Address[]): Surroundings['ids'] => {
  const of = (type: AssetType): string[] => all.filter((address) => address.type === type).map(({ id }) => id);
  return {
    battlecards: of('battlecards'),
    'case-studies': of('case-studies'),
    'one-pagers': of('one-pagers'),
    objections: of('objections'),
    resources: of('resources'),
    'security-answers': of('security-answers'),
    'pricing-faqs': of('pricing-faqs'),
    snippets: of('snippets'),
  };
};

type MakeFields = (random: Random, around: Surroundings) => Record<string, unknown>;

const battlecard: MakeFields = (random, { claims, ids }) => ({
  competitor: random.pick(TERMS.competitors),
  the_one_thing_to_say: sentence(random),
  their_pitch: sentences(random, 2),
  we_win_when: times(3, () => sentence(random)),
  they_win_when: times(3, () => sentence(random)),
  strengths: times(2, () => ({ text: sentence(random), how_to_acknowledge: sentences(random, 2) })),
  weaknesses: times(3, () => ({ text: sentence(random), claim: random.pick(claims) })),
  comparison: times(8, () => ({
    capability: phrase(random),
    us: 'yes',
    them: random.pick(['yes', 'partial', 'no']),
    note: sentence(random),
  })),
  pricing: times(2, (i) => ({
    tier: `Plan ${i + 1}`,
    amount: random.int(10, 90),
    currency: 'USD',
    per: 'user a month',
    as_of: '2026-08-20',
  })),
  trap_questions: times(3, () => ({ question: sentence(random), why: sentence(random) })),
  their_claims_about_us: times(2, () => ({ claim: sentence(random), response: sentences(random, 2) })),
  objections: random.sample(ids.objections, 3),
  case_studies: random.sample(ids['case-studies'], 2),
  do_not_say: times(2, () => sentence(random)),
  won: random.int(1, 40),
  lost: random.int(1, 40),
  period: '2026',
});

const caseStudy: MakeFields = (random, { claims }) => ({
  customer: `${random.pick(['Ostrava', 'Belmere', 'Quenby', 'Tarrant', 'Wexcombe'])} ${random.int(1, 9_999)}`,
  anonymised_name: 'a group with several sites',
  consent: { scope: random.chance(0.7) ? 'named' : 'anonymised' },
  industry: random.pick(TERMS.industries),
  company_size: random.pick(TERMS['company-sizes']),
  employees: random.int(100, 5_000),
  region: random.pick(TERMS.regions),
  challenge: sentences(random, 3),
  solution: sentences(random, 3),
  results: times(3, () => ({ metric: phrase(random), before: '9 days', after: '3 days', claim: random.pick(claims) })),
  quotes: [{ text: sentences(random, 2), role: 'Finance lead', consent: true }],
});

const onePager: MakeFields = (random, { claims, ids }) => ({
  persona: random.pick(TERMS.personas),
  use_case: random.pick(TERMS['use-cases']),
  headline: phrase(random),
  problem: sentences(random, 3),
  cost_of_inaction: random.pick(claims),
  benefits: times(3, () => ({ text: sentence(random), claim: random.pick(claims) })),
  how_it_works: times(3, () => sentence(random)),
  quote: random.pick(ids['case-studies']),
  call_to_action: { label: 'Book a walk-through', url: 'https://company.example/demo' },
});

const objection: MakeFields = (random, { claims, ids }) => ({
  verbatim: sentence(random),
  variants: times(3, () => sentence(random)),
  category: random.pick(['price', 'status quo', 'timing', 'competitor', 'security', 'integration', 'authority']),
  force: random.pick(['anxiety', 'habit']),
  real_concern: sentence(random),
  clarifying_questions: times(3, () => sentence(random)),
  short_answer: sentences(random, 2),
  proof: random.sample(claims, 2),
  send: random.sample(ids['one-pagers'], 2),
  next_step: sentence(random),
  do_not_say: [sentence(random)],
});

const resource: MakeFields = (random) => ({
  format: random.pick(['report', 'article', 'how-to', 'webinar', 'documentation']),
  demand: random.pick(['creation', 'capture']),
});

const securityAnswer: MakeFields = (random) => ({
  question: `${phrase(random)}?`,
  short_answer: sentences(random, 2),
  state: random.pick(['yes', 'partial', 'planned', 'no']),
  frameworks: times(2, () => ({ framework: 'ISO 27001:2022', control: `A.5.${random.int(1, 37)}` })),
  evidence: [{ label: phrase(random), url: 'https://company.example/trust', nda: random.chance(0.3) }],
});

const pricingFaq: MakeFields = (random) => ({
  question: `${phrase(random)}?`,
  public_answer: sentences(random, 4),
  internal_note: sentences(random, 2),
  effective_from: '2026-07-01',
});

const snippet: MakeFields = (random, { ids }) => ({
  channel: random.pick(['e-mail', 'call', 'chat']),
  subject: phrase(random),
  text: `Hello {{first_name}},\n\n${sentences(random, 4)}\n\n{{my_name}}`,
  when_to_use: sentence(random),
  send: random.sample(ids.resources, 1),
});

const OWN_FIELDS: Readonly<Record<AssetType, MakeFields>> = {
  battlecards: battlecard,
  'case-studies': caseStudy,
  'one-pagers': onePager,
  objections: objection,
  resources: resource,
  'security-answers': securityAnswer,
  'pricing-faqs': pricingFaq,
  snippets: snippet,
};

const tags = (random: Random): Record<string, unknown> => ({
  stages: random.sample(TERMS.stages, random.int(1, 2)),
  personas: random.sample(TERMS.personas, random.int(1, 3)),
  industries: random.sample(TERMS.industries, random.int(0, 2)),
  regions: random.sample(TERMS.regions, random.int(0, 1)),
  products: random.sample(TERMS.products, random.int(1, 2)),
  use_cases: random.sample(TERMS['use-cases'], random.int(1, 2)),
  competitors: random.sample(TERMS.competitors, random.int(0, 1)),
  pipeline_stages: random.sample(TERMS['pipeline-stages'], 1),
});

/** A day up to 60 days before the bench's own: few assets are overdue, as in a library that is kept. */
const reviewDay = (random: Random): string =>
  new Date(Date.UTC(2026, 8, 24) + random.int(0, 59) * 86_400_000).toISOString().slice(0, 10);

const linkPaths = (random: Random, { ids }: Surroundings): string[] => [
  `/objections/${random.pick(ids.objections)}/`,
  `/resources/${random.pick(ids.resources)}/`,
];

export const asset = ({ type, id, seed }: Address, around: Surroundings): GeneratedFile => {
  const random = createRandom(seed);
  const title = `${phrase(random)} (${seed})`;
  return {
    path: `assets/${type}/${id}.md`,
    data: {
      title,
      summary: sentence(random),
      ...tags(random),
      keywords: times(3, () => topic(random)),
      related: random.sample(around.ids.resources, 2).filter((other) => other !== id),
      owner: random.pick(['Product Marketing', 'Revenue Enablement', 'Pricing Desk', 'Security & Trust']),
      reviewed_on: reviewDay(random),
      audience: 'internal',
      status: 'approved',
      ...OWN_FIELDS[type](random, around),
    },
    body: body(random, { claims: random.sample(around.claims, 3), paths: linkPaths(random, around) }),
  };
};
