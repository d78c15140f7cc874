/** One line per content type. The reading is the lenient one: a gated entry has lost fields on purpose. */
import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { audienceLoader, facesLoader, mediaLoader } from './library/audience-loader.ts';
import { changeSchema } from './domain/history/collect-changes.ts';
import { collections as types } from './schemas/index.ts';

/**
 * What the loader adds to what the author wrote: ids of the claims it cites, in the order of reading, where their
 * values stand, and what changed in it, newest first, where that is known.
 */
const computed = {
  cites: z.array(z.string()),
  citations: z.array(z.object({ at: z.string(), end: z.number(), claim: z.string() })),
  changes: z.array(changeSchema).optional(),
};

const media = z.object({
  path: z.string(),
  hash: z.string(),
  size: z.number(),
  width: z.number().optional(),
  height: z.number().optional(),
});

const face = z.object({ asset: z.string(), id: z.string(), title: z.string(), version: z.string() });

export const collections = {
  battlecards: defineCollection({
    loader: audienceLoader('battlecards'),
    schema: types.battlecards.draft.extend(computed),
  }),
  'case-studies': defineCollection({
    loader: audienceLoader('case-studies'),
    schema: types['case-studies'].draft.extend(computed),
  }),
  'one-pagers': defineCollection({
    loader: audienceLoader('one-pagers'),
    schema: types['one-pagers'].draft.extend(computed),
  }),
  objections: defineCollection({
    loader: audienceLoader('objections'),
    schema: types.objections.draft.extend(computed),
  }),
  resources: defineCollection({ loader: audienceLoader('resources'), schema: types.resources.draft.extend(computed) }),
  'security-answers': defineCollection({
    loader: audienceLoader('security-answers'),
    schema: types['security-answers'].draft.extend(computed),
  }),
  'pricing-faqs': defineCollection({
    loader: audienceLoader('pricing-faqs'),
    schema: types['pricing-faqs'].draft.extend(computed),
  }),
  snippets: defineCollection({ loader: audienceLoader('snippets'), schema: types.snippets.draft.extend(computed) }),
  calculators: defineCollection({
    loader: audienceLoader('calculators'),
    schema: types.calculators.draft.extend(computed),
  }),
  claims: defineCollection({ loader: audienceLoader('claims'), schema: types.claims.draft.extend(computed) }),
  'message-maps': defineCollection({
    loader: audienceLoader('message-maps'),
    schema: types['message-maps'].draft.extend(computed),
  }),
  plays: defineCollection({ loader: audienceLoader('plays'), schema: types.plays.draft.extend(computed) }),
  kits: defineCollection({ loader: audienceLoader('kits'), schema: types.kits.draft.extend(computed) }),
  goals: defineCollection({ loader: audienceLoader('goals'), schema: types.goals.draft.extend(computed) }),
  metrics: defineCollection({ loader: audienceLoader('metrics'), schema: types.metrics.draft.extend(computed) }),
  stages: defineCollection({ loader: audienceLoader('stages'), schema: types.stages.draft.extend(computed) }),
  personas: defineCollection({ loader: audienceLoader('personas'), schema: types.personas.draft.extend(computed) }),
  industries: defineCollection({
    loader: audienceLoader('industries'),
    schema: types.industries.draft.extend(computed),
  }),
  'company-sizes': defineCollection({
    loader: audienceLoader('company-sizes'),
    schema: types['company-sizes'].draft.extend(computed),
  }),
  regions: defineCollection({ loader: audienceLoader('regions'), schema: types.regions.draft.extend(computed) }),
  products: defineCollection({ loader: audienceLoader('products'), schema: types.products.draft.extend(computed) }),
  'use-cases': defineCollection({
    loader: audienceLoader('use-cases'),
    schema: types['use-cases'].draft.extend(computed),
  }),
  competitors: defineCollection({
    loader: audienceLoader('competitors'),
    schema: types.competitors.draft.extend(computed),
  }),
  'pipeline-stages': defineCollection({
    loader: audienceLoader('pipeline-stages'),
    schema: types['pipeline-stages'].draft.extend(computed),
  }),
  'funnel-statuses': defineCollection({
    loader: audienceLoader('funnel-statuses'),
    schema: types['funnel-statuses'].draft.extend(computed),
  }),
  faces: defineCollection({ loader: facesLoader(), schema: face }),
  media: defineCollection({ loader: mediaLoader(), schema: media }),
  synonyms: defineCollection({ loader: audienceLoader('synonyms'), schema: types.synonyms.draft.extend(computed) }),
};
