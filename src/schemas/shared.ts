/** Groups of fields that several content types share. */
import { z } from 'zod';
import { audienceSchema, inGroup, STATUSES, type Audience, type Fields } from './fields.ts';

/** Fields of every entry that has a page of its own. */
export const pageFields = (f: Fields, audience: Audience) =>
  inGroup('release', {
    audience: f.defaulted(
      'Audience',
      'One of public, partner, internal: the widest circle that may read this entry; left out, nobody outside sees more than the type allows.',
      audienceSchema,
      audience,
    ),
    aliases: f.list(
      'Former ids',
      'Old file names of this entry: each keeps its old web address working as a redirect.',
      z
        .string()
        .regex(FORMER_ADDRESS, { error: 'must be a former file name such as old-name, or a path such as /old/page/' }),
    ),
  });

/** A former id, or the path of a page: nothing that a browser would read as another host, or that leaves the site's folder. */
const FORMER_ADDRESS = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*|(?:\/[\p{L}\p{N}_-][\p{L}\p{N}_.-]*)+\/?)$/u;

/** Fields of every entry that is written, reviewed and approved. */
export const editorialFields = (f: Fields, audience: Audience = 'internal') => ({
  ...pageFields(f, audience),
  ...inGroup('release', {
    status: f.defaulted(
      'Status',
      'One of draft, in review, approved, archived: only what is approved is in a build.',
      z.enum(STATUSES),
      'draft',
    ),
  }),
});

/** Fields of every asset, whatever its type. */
export const assetFields = (f: Fields, audience: Audience = 'internal') => ({
  title: f.required(
    'Title',
    'Up to 120 characters: the name a rep would search for; it heads the page.',
    f.text(120),
    '',
  ),
  summary: f.required(
    'Summary',
    'Up to 200 characters: what the reader gets from it; shown in lists, search results and link previews.',
    f.text(200),
    '',
  ),
  ...inGroup('fit', {
    stages: f.required(
      'Buying stages',
      'One or more stages: where in the buying journey this asset helps; it is listed on their pages.',
      z.array(f.reference('stages')),
      [],
    ),
    personas: f.required(
      'Personas',
      'One or more members of the buying committee this is written for; it is listed on their pages.',
      z.array(f.reference('personas')),
      [],
    ),
    industries: f.list(
      'Industries',
      'Industries it is about; leave empty when it fits all of them.',
      f.reference('industries'),
    ),
    company_sizes: f.list(
      'Company sizes',
      'Sizes of company it fits; leave empty when it fits all.',
      f.reference('company-sizes'),
    ),
    regions: f.list('Regions', 'Regions it fits; leave empty when it fits all.', f.reference('regions')),
    products: f.list('Products', 'Products it is about; it is listed on their pages.', f.reference('products')),
    use_cases: f.list('Use cases', 'Use cases it is about; used for filters and matching.', f.reference('use-cases')),
    competitors: f.list(
      'Competitors',
      'Competitors it mentions; it is listed on their pages.',
      f.reference('competitors'),
    ),
    pipeline_stages: f.list(
      'Pipeline stages',
      'Steps of our own sales process at which a rep uses it; seen by colleagues only.',
      f.reference('pipeline-stages'),
      { audience: 'internal' },
    ),
  }),
  ...inGroup('upkeep', {
    owner: f.required(
      'Owner',
      'A team or an e-mail address: who keeps it true; seen by colleagues only.',
      f.text(120),
      '',
      { audience: 'internal' },
    ),
    reviewed_on: f.required(
      'Reviewed on',
      'A date such as 2026-03-15: when somebody last checked every line of it.',
      f.day(),
      '',
    ),
    review_every: f.optional(
      'Review every',
      'A number of days until the next review; left out, the type’s own interval from the settings is used.',
      z.int().min(1).max(1_000),
    ),
  }),
  ...inGroup('release', {
    publish_on: f.optional('Publish on', 'A date: the asset stays out of every build until then.', f.day()),
    expires_on: f.optional('Expires on', 'A date: from that day on the asset is left out of every build.', f.day()),
  }),
  ...inGroup('fit', {
    keywords: f.list('Keywords', 'Other words people search for; never shown, but found.', z.string().min(1).max(60)),
    related: f.list(
      'Related assets',
      'Ids of assets to read next; shown first among the related ones.',
      f.reference('asset'),
    ),
  }),
  ...inGroup('upkeep', {
    supersedes: f.list(
      'Supersedes',
      'Ids of older assets that this one replaces; seen by colleagues only.',
      f.reference('asset'),
      {
        audience: 'internal',
      },
    ),
  }),
  ...inGroup('release', {
    language: f.optional(
      'Language',
      'A language tag such as en or de-AT; left out, the site’s own.',
      z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, { error: 'must be a language tag such as en or de-AT' }),
    ),
  }),
  ...editorialFields(f, audience),
});

/** A statement with the claim that proves it. */
export const provenText = (f: Fields, textHint: string) =>
  z.strictObject({
    text: f.required('Text', textHint, f.text(), '', { provenBy: 'claim' }),
    claim: f.optional('Claim', 'The id of the claim that proves it; cited on the page.', f.reference('claims')),
  });

/** A link that a reader may follow. */
export const link = (f: Fields) =>
  z.strictObject({
    label: f.required('Label', 'A few words: what the reader sees.', f.text(80), ''),
    url: f.required('Address', 'A web address: where it leads.', f.url(), ''),
  });
