/** `content/settings.yml`: what makes the site this company's own. */
import { z } from 'zod';
import { createFields } from './fields.ts';
import { link } from './shared.ts';

const f = createFields('approved');

const colour = () => z.string().regex(/^#[0-9a-fA-F]{6}$/, { error: 'must be a colour such as #0f766e' });

const address = () =>
  z.string().regex(/^https?:\/\/[^\s/]+$/, { error: 'must be an origin such as https://portal.example.com, without a path' });

const reviewDays = () => z.int().min(1).max(1_000);

export const settingsSchema = z.strictObject({
  brand: z.strictObject({
    name: f.required('Name', 'The company’s name: heads every page.', f.text(60), ''),
    tagline: f.required('Tagline', 'One line: what the company offers.', f.text(160), ''),
    logo: f.optional('Logo', 'An image in the media folder; left out, the name is set in type.', f.image()),
    accent: f.required('Accent', 'A colour for links and buttons on a light ground; its contrast is checked.', colour(), ''),
    accent_dark: f.required('Accent on dark', 'The same for a dark ground; its contrast is checked.', colour(), ''),
  }),
  example: f.flag('Example', 'Yes marks every page as made up, for demonstration.'),
  frozen_on: f.optional(
    'Frozen on',
    'A date: the library is built and shown as of that day, so that an example never goes stale; left out, today.',
    f.day(),
  ),
  locale: z.string().default('en'),
  sites: z.strictObject({
    public: f.required('Public', 'The address of the public site.', address(), ''),
    partner: f.required('Partner', 'The address of the partner portal.', address(), ''),
    internal: f.required('Internal', 'The address of the internal portal.', address(), ''),
  }),
  /** Days between reviews, by asset type. */
  review_every: z.strictObject({
    battlecards: reviewDays().default(45),
    'case-studies': reviewDays().default(365),
    'one-pagers': reviewDays().default(180),
    objections: reviewDays().default(120),
    resources: reviewDays().default(365),
    'security-answers': reviewDays().default(180),
    'pricing-faqs': reviewDays().default(90),
    snippets: reviewDays().default(180),
  }),
  /** How many days before a review is due the badge says so. */
  review_notice: z.int().min(0).max(90).default(14),
  landing: z.strictObject({
    headline: f.required('Headline', 'Up to 14 words: heads the public landing page.', f.words(14), ''),
    lead: f.required('Lead', 'One or two sentences below it.', f.text(400), ''),
    call_to_action: f.optional('Call to action', 'What a visitor should do next.', link(f)),
    figures: f.list('Figures', 'Ids of claims shown as large figures.', f.reference('claims'), { max: 4 }),
    featured: f.list('Featured assets', 'Ids of assets shown first.', f.reference('asset'), { max: 6 }),
  }),
});

export type Settings = z.output<typeof settingsSchema>;
