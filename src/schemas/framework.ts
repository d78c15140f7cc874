/** How a company does marketing, in four layers: each rests on the one before it. Which content belongs to which. */
import { z } from 'zod';
import { fieldMeta, type Fields } from './fields.ts';

/** What belongs to a layer, unless the settings say otherwise. */
export const LAYER_COLLECTIONS = {
  market_knowledge: ['claims', 'industries', 'company-sizes', 'regions', 'competitors'],
  business_strategy: ['goals', 'metrics', 'products', 'use-cases', 'pipeline-stages', 'funnel-statuses'],
  buyer_centric_tools: ['personas', 'stages', 'message-maps'],
  tactics: [
    'battlecards',
    'objections',
    'case-studies',
    'one-pagers',
    'calculators',
    'resources',
    'security-answers',
    'pricing-faqs',
    'snippets',
    'plays',
    'kits',
  ],
} as const;

export const LAYERS = ['market_knowledge', 'business_strategy', 'buyer_centric_tools', 'tactics'] as const;
export type Layer = (typeof LAYERS)[number];

/** Everything that can stand in a layer. */
export const FRAMEWORK_COLLECTIONS = [
  ...LAYER_COLLECTIONS.market_knowledge,
  ...LAYER_COLLECTIONS.business_strategy,
  ...LAYER_COLLECTIONS.buyer_centric_tools,
  ...LAYER_COLLECTIONS.tactics,
] as const;
export type FrameworkCollection = (typeof FRAMEWORK_COLLECTIONS)[number];

/** How often a layer is planned anew. */
export const RHYTHMS = ['weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

const described = <S extends z.ZodType>(label: string, hint: string, schema: S): S => {
  fieldMeta.add(schema, { label, hint });
  return schema;
};

const layer = (f: Fields, label: string, hint: string, own: readonly FrameworkCollection[]) =>
  described(
    label,
    hint,
    z
      .strictObject({
        owner: f.optional('Owner', 'A team or an e-mail address: who answers for this layer.', f.text(120)),
        rhythm: f.optional(
          'Planning rhythm',
          `One of ${RHYTHMS.join(', ')}: how often this layer is planned anew.`,
          z.enum(RHYTHMS),
        ),
        planned_on: f.optional(
          'Planned on',
          'A date: when it was planned last; the next time follows from it.',
          f.day(),
        ),
        collections: described(
          'Collections',
          'Types of content that belong to it; left out, those of the product’s own framework.',
          z.array(z.enum(FRAMEWORK_COLLECTIONS)).default([...own]),
        ),
      })
      .prefault({}),
  );

/** The `framework` group of the settings. */
export const frameworkSettings = (f: Fields) =>
  described(
    'Framework',
    'How marketing plans: who owns each layer, how often it is planned, and when a figure is too old to steer by.',
    z
      .strictObject({
        figure_old_after: described(
          'Figure is old after',
          'A number of days: an older figure of a metric is called old, unless the metric says otherwise; left out, 45.',
          z.int().min(1).max(1_000).default(45),
        ),
        layers: described(
          'Layers',
          'The four layers, from what is known of the market to what is done about it.',
          z
            .strictObject({
              market_knowledge: layer(
                f,
                'Market knowledge',
                'What is known of buyers, industries and rivals.',
                LAYER_COLLECTIONS.market_knowledge,
              ),
              business_strategy: layer(
                f,
                'Business strategy',
                'What the company wants to reach, and with which products.',
                LAYER_COLLECTIONS.business_strategy,
              ),
              buyer_centric_tools: layer(
                f,
                'Buyer-centric tools',
                'Who decides, how they decide, and what is said to each.',
                LAYER_COLLECTIONS.buyer_centric_tools,
              ),
              tactics: layer(f, 'Tactics', 'What is made, sent and done.', LAYER_COLLECTIONS.tactics),
            })
            .refine((layers) => !hasTwice(Object.values(layers).flatMap(({ collections }) => collections)), {
              error: 'must name each type of content in one layer only',
            })
            .prefault({}),
        ),
      })
      .prefault({}),
  );

const hasTwice = (names: readonly string[]): boolean => new Set(names).size < names.length;
