/** `content/settings.yml`: what makes the site this company's own. */
import { z } from 'zod';
import { createFields, fieldMeta } from './fields.ts';
import { link } from './shared.ts';

const f = createFields('approved');

const colour = () => z.string().regex(/^#[0-9a-fA-F]{6}$/, { error: 'must be a colour such as #0f766e' });

const address = () =>
  z
    .string()
    .regex(/^https?:\/\/[^\s/]+$/, { error: 'must be an origin such as https://portal.example.com, without a path' });

/** One host: a star would let in whoever can get a name under the same domain. */
const origin = () =>
  z.string().regex(/^https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[1-9]\d{0,4})?$/, {
    error: 'must be an origin such as https://crm.example.com: https, one host in small letters, no path and no star',
  });

/** Groups, and values that are not texts, are declared by hand: settings have no drafts. */
const described = <S extends z.ZodType>(label: string, hint: string, schema: S): S => {
  fieldMeta.add(schema, { label, hint });
  return schema;
};

const reviewDays = (type: string, days: number) =>
  described(type, `A number of days between reviews; left out, ${days}.`, z.int().min(1).max(1_000).default(days));

/** Numbers and dates are written by it: a tag that the runtime does not know would end every build. */
const isLocale = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
};

/** Where the editor keeps content. `local` is this machine's own, for `npm start` and `npm run dev` alone. */
export const CMS_BACKENDS = ['local', 'gitlab', 'github', 'gitea'] as const;

/** What each host must be told before anybody can sign in. */
const NEEDED: Readonly<Record<(typeof CMS_BACKENDS)[number], readonly ['repo', ...('app_id' | 'base_url')[]] | []>> = {
  local: [],
  gitlab: ['repo', 'app_id'],
  github: ['repo', 'base_url'],
  gitea: ['repo', 'app_id', 'base_url'],
};

const cms = () =>
  z
    .strictObject({
      backend: f.defaulted(
        'Backend',
        `One of ${CMS_BACKENDS.join(', ')}: the host of the repository that the editor writes to; left out, local, and only npm start and npm run dev have an editor.`,
        z.enum(CMS_BACKENDS),
        'local',
      ),
      repo: f.optional(
        'Repository',
        'Its path on the host, such as acme/content.',
        z.string().regex(/^[\w.-]+(?:\/[\w.-]+)+$/, { error: 'must be a path on the host such as acme/content' }),
      ),
      branch: f.defaulted(
        'Branch',
        'The branch that is published; left out, main.',
        z.string().regex(/^[\w][\w./-]*$/, { error: 'must be the name of a branch such as main' }),
        'main',
      ),
      folder: f.defaulted(
        'Folder',
        'The content folder inside the repository; left out, content.',
        z
          .string()
          .regex(/^(?!.*\.\.)[\w][\w./-]*$/, { error: 'must be a folder inside the repository such as content' }),
        'content',
      ),
      base_url: f.optional(
        'Sign-in address',
        'An origin such as https://gitlab.example.com: a GitLab or Gitea of your own, or, for GitHub, the proxy that holds the secret of its OAuth app.',
        address(),
      ),
      api_root: f.optional(
        'API address',
        'An address such as https://gitlab.example.com/api/v4; left out, the host’s usual one.',
        z
          .string()
          .regex(/^https:\/\/[^\s]+[^\s/]$/, { error: 'must be an address such as https://gitlab.example.com/api/v4' }),
      ),
      app_id: f.optional(
        'Application id',
        'The id of the OAuth application; it is public, never its secret.',
        f.text(200),
      ),
      auth_endpoint: f.optional(
        'Sign-in path',
        'The path of the sign-in page on that origin, such as auth; left out, the host’s usual one.',
        f.text(200),
      ),
    })
    .superRefine((value, context) => {
      for (const field of NEEDED[value.backend])
        if (value[field] === undefined)
          context.addIssue({ code: 'custom', path: [field], message: `is needed for the backend "${value.backend}"` });
    });

export const settingsSchema = z.strictObject({
  brand: described(
    'Brand',
    'The company’s name, line and colours.',
    z.strictObject({
      name: f.required('Name', 'The company’s name: heads every page.', f.text(60), ''),
      tagline: f.required('Tagline', 'One line: what the company offers.', f.text(160), ''),
      logo: f.optional('Logo', 'An image in the media folder; left out, the name is set in type.', f.image()),
      accent: f.required(
        'Accent',
        'A colour for links and buttons on a light ground; its contrast is checked.',
        colour(),
        '',
      ),
      accent_dark: f.required('Accent on dark', 'The same for a dark ground; its contrast is checked.', colour(), ''),
    }),
  ),
  example: f.flag('Example', 'Yes marks every page as made up, for demonstration.'),
  frozen_on: f.optional(
    'Frozen on',
    'A date: the library is built and shown as of that day, so that an example never goes stale; left out, today.',
    f.day(),
  ),
  locale: f.defaulted(
    'Locale',
    'A language tag such as en-GB: how numbers and dates are written; left out, en.',
    z.string().refine(isLocale, { error: 'must be a language tag such as en-GB' }),
    'en',
  ),
  sites: described(
    'Sites',
    'Where each build is published; used for feeds, sitemaps and link previews.',
    z.strictObject({
      public: f.required('Public', 'The address of the public site.', address(), ''),
      partner: f.required('Partner', 'The address of the partner portal.', address(), ''),
      internal: f.required('Internal', 'The address of the internal portal.', address(), ''),
    }),
  ),
  review_every: described(
    'Review every',
    'Days between reviews, by asset type; an asset can say otherwise.',
    z
      .strictObject({
        battlecards: reviewDays('Battlecards', 45),
        'case-studies': reviewDays('Case studies', 365),
        'one-pagers': reviewDays('One-pagers', 180),
        objections: reviewDays('Objections', 120),
        resources: reviewDays('Resources', 365),
        'security-answers': reviewDays('Security answers', 180),
        'pricing-faqs': reviewDays('Pricing questions', 90),
        snippets: reviewDays('Snippets', 180),
        calculators: reviewDays('Calculators', 180),
      })
      .prefault({}),
  ),
  review_notice: described(
    'Review notice',
    'A number of days: so long before a review is due the badge says so; left out, 14.',
    z.int().min(0).max(90).default(14),
  ),
  embedding: described(
    'Embedding',
    'Who may show the compact cards of battlecards and case studies inside a page of their own, such as a CRM.',
    z
      .strictObject({
        origins: f.list(
          'Origins',
          'Web origins such as https://crm.example.com; left out, nobody: no other page can ever be framed.',
          origin(),
        ),
      })
      .prefault({}),
  ),
  cms: described('Editor', 'Where the editor at /admin/ of the internal portal writes to.', cms().prefault({})),
  landing: described(
    'Landing page',
    'What the public site opens with.',
    z.strictObject({
      headline: f.required('Headline', 'Up to 14 words: heads the public landing page.', f.words(14), ''),
      lead: f.required('Lead', 'One or two sentences below it.', f.text(400), ''),
      call_to_action: f.optional('Call to action', 'What a visitor should do next.', link(f)),
      figures: f.list('Figures', 'Ids of claims shown as large figures.', f.reference('claims'), { max: 4 }),
      featured: f.list('Featured assets', 'Ids of assets shown first.', f.reference('asset'), { max: 6 }),
    }),
  ),
});

export type Settings = z.output<typeof settingsSchema>;
