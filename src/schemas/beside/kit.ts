import { z } from 'zod';
import type { Fields } from '../fields.ts';
import { editorialFields } from '../shared.ts';

/** A curated bundle of assets for one kind of deal. */
export const kit = (f: Fields) =>
  z.strictObject({
    title: f.required('Title', 'A few words: for which deal.', f.text(120), ''),
    summary: f.required('Summary', 'Up to 200 characters: when to reach for it.', f.text(200), ''),
    deal: f.optional(
      'Deal',
      'The kind of deal it is for; what is left out fits all.',
      z.strictObject({
        industries: f.list('Industries', 'Industries it fits.', f.reference('industries')),
        company_sizes: f.list('Company sizes', 'Sizes it fits.', f.reference('company-sizes')),
        regions: f.list('Regions', 'Regions it fits.', f.reference('regions')),
        products: f.list('Products', 'Products it is about.', f.reference('products')),
        use_cases: f.list('Use cases', 'Use cases it is about.', f.reference('use-cases')),
        competitors: f.list('Competitors', 'Competitors in the deal.', f.reference('competitors')),
        stages: f.list('Buying stages', 'Stages it helps at.', f.reference('stages')),
      }),
    ),
    items: f.required(
      'Items',
      'The assets, in the order to read them.',
      z.array(
        z.strictObject({
          asset: f.required('Asset', 'The id of an asset.', f.reference('asset'), ''),
          why: f.optional('Why', 'One sentence: what it does in this deal.', f.text()),
        }),
      ),
      [],
    ),
    plan: f.list(
      'Mutual action plan',
      'Steps of ours and theirs towards the decision.',
      z.strictObject({
        step: f.required('Step', 'One sentence.', f.text(), ''),
        owner: f.required('Owner', 'One of us, them.', z.enum(['us', 'them']), 'us'),
        due: f.optional('Due', 'By when, such as “week 2”.', f.text(80)),
      }),
    ),
    owner: f.required('Owner', 'A team or an e-mail address.', f.text(120), '', { audience: 'internal' }),
    ...editorialFields(f),
  });
