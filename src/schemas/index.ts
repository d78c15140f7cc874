/** The registry of content types: name → where its files lie, what it is called, its schema. */
import type { z } from 'zod';
import { battlecard } from './assets/battlecard.ts';
import { calculator } from './assets/calculator.ts';
import { caseStudy } from './assets/case-study.ts';
import { objection } from './assets/objection.ts';
import { onePager } from './assets/one-pager.ts';
import { pricingFaq } from './assets/pricing-faq.ts';
import { resource } from './assets/resource.ts';
import { securityAnswer } from './assets/security-answer.ts';
import { snippet } from './assets/snippet.ts';
import { claim } from './beside/claim.ts';
import { goal } from './beside/goal.ts';
import { kit } from './beside/kit.ts';
import { messageMap } from './beside/message-map.ts';
import { metric } from './beside/metric.ts';
import { play } from './beside/play.ts';
import { createFields, type Fields } from './fields.ts';
import { persona } from './taxonomy/persona.ts';
import { companySize, competitor, funnelStatus, pipelineStage, stage, synonym, term } from './taxonomy/term.ts';

export type CollectionKind = 'asset' | 'beside' | 'taxonomy';

const define = <K extends CollectionKind, S extends z.ZodType>(kind: K, folder: string, schema: (f: Fields) => S) => ({
  kind,
  folder,
  schema,
  approved: schema(createFields('approved')),
  draft: schema(createFields('draft')),
});

export const collections = {
  battlecards: define('asset', 'assets/battlecards', battlecard),
  'case-studies': define('asset', 'assets/case-studies', caseStudy),
  'one-pagers': define('asset', 'assets/one-pagers', onePager),
  objections: define('asset', 'assets/objections', objection),
  resources: define('asset', 'assets/resources', resource),
  'security-answers': define('asset', 'assets/security-answers', securityAnswer),
  'pricing-faqs': define('asset', 'assets/pricing-faqs', pricingFaq),
  snippets: define('asset', 'assets/snippets', snippet),
  calculators: define('asset', 'calculators', calculator),
  claims: define('beside', 'claims', claim),
  'message-maps': define('beside', 'message-maps', messageMap),
  plays: define('beside', 'plays', play),
  kits: define('beside', 'kits', kit),
  goals: define('beside', 'goals', goal),
  metrics: define('beside', 'metrics', metric),
  stages: define('taxonomy', 'taxonomy/stages', stage),
  personas: define('taxonomy', 'taxonomy/personas', persona),
  industries: define('taxonomy', 'taxonomy/industries', term),
  'company-sizes': define('taxonomy', 'taxonomy/company-sizes', companySize),
  regions: define('taxonomy', 'taxonomy/regions', term),
  products: define('taxonomy', 'taxonomy/products', term),
  'use-cases': define('taxonomy', 'taxonomy/use-cases', term),
  competitors: define('taxonomy', 'taxonomy/competitors', competitor),
  'pipeline-stages': define('taxonomy', 'taxonomy/pipeline-stages', pipelineStage),
  'funnel-statuses': define('taxonomy', 'taxonomy/funnel-statuses', funnelStatus),
  synonyms: define('taxonomy', 'taxonomy/synonyms', synonym),
};

export type CollectionName = keyof typeof collections;
export type DataOf<C extends CollectionName> = z.output<(typeof collections)[C]['approved']>;
