/** `content/settings.yml`: what makes the site this company's own. */
import { z } from 'zod';
import { createFields, fieldMeta } from './fields.ts';
import { frameworkSettings } from './framework.ts';
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

const count = (label: string, hint: string, value: number) =>
  described(label, `${hint}; left out, ${value}.`, z.int().min(0).max(1_000).default(value));

const days = (label: string, hint: string, value: number) =>
  described(label, `${hint}; left out, ${value}.`, z.int().min(0).max(1_000).default(value));

const readingMinutes = (type: string, minutes: number) =>
  described(type, `A number of minutes; left out, ${minutes}.`, z.number().min(0.5).max(240).default(minutes));

const weight = () => f.required('Weight', 'A number: 2 counts double, 0 not at all.', z.number().min(0).max(100), 1);

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
  framework: frameworkSettings(f),
  coverage: described(
    'Coverage',
    'How much content is wanted for each reader, and what counts most: the coverage page and its list of gaps follow it.',
    z
      .strictObject({
        assets: count('Assets', 'A whole number: so many should fit each persona at each stage in each industry', 3),
        own: count('Own assets', 'A whole number: so many of these should be made for that one industry', 1),
        targets: f.list(
          'Targets',
          'Where another number is wanted for a persona at a stage.',
          z.strictObject({
            stage: f.required('Stage', 'At which stage.', f.reference('stages'), ''),
            persona: f.required('Persona', 'For whom.', f.reference('personas'), ''),
            assets: f.optional('Assets', 'A whole number; 0 where nothing is wanted.', z.int().min(0).max(1_000)),
            own: f.optional(
              'Own assets',
              'A whole number; 0 where no industry needs its own.',
              z.int().min(0).max(100),
            ),
          }),
        ),
        weights: described(
          'Weights',
          'What counts more or less than the rest, which counts 1; weights of a place are multiplied.',
          z
            .strictObject({
              stages: f.list(
                'Stages',
                'Stages that count more or less.',
                z.strictObject({
                  stage: f.required('Stage', 'Which stage.', f.reference('stages'), ''),
                  weight: weight(),
                }),
              ),
              personas: f.list(
                'Personas',
                'Personas that count more or less.',
                z.strictObject({
                  persona: f.required('Persona', 'Which persona.', f.reference('personas'), ''),
                  weight: weight(),
                }),
              ),
              industries: f.list(
                'Industries',
                'Industries that count more or less.',
                z.strictObject({
                  industry: f.required('Industry', 'Which industry.', f.reference('industries'), ''),
                  weight: weight(),
                }),
              ),
            })
            .prefault({}),
        ),
        creation: described(
          'Creation',
          'A percentage: of the resources that say so, as many should create demand rather than capture it; left out, 50.',
          z.number().min(0).max(100).default(50),
        ),
        tolerance: described(
          'Tolerance',
          'Percentage points: the balance of creation and capture may be so far off; left out, 15.',
          z.number().min(0).max(100).default(15),
        ),
        thresholds: described(
          'Thresholds',
          'What “npm run coverage” must find, or it fails; what is left out cannot fail it.',
          z
            .strictObject({
              covered: f.optional(
                'Covered',
                'A percentage: the least share of all targets that must be met, by weight.',
                z.number().min(0).max(100),
              ),
              empty: f.optional(
                'Empty',
                'A whole number: for so many pairs of stage and persona there may be nothing at all.',
                z.int().min(0).max(10_000),
              ),
              balance: f.flag('Balance', 'Yes fails where creation and capture are further apart than the tolerance.'),
            })
            .prefault({}),
        ),
      })
      .prefault({}),
  ),
  health: described(
    'Health',
    'From when on the health page speaks up.',
    z
      .strictObject({
        claim_notice: days('Claim notice', 'A number of days: so long before a claim expires it is named', 60),
        consent_notice: days(
          'Consent notice',
          'A number of days: so long before a customer’s consent ends it is named',
          90,
        ),
        similarity: described(
          'Similarity',
          'A percentage: two assets that share so much of their wording are called near-duplicates; left out, 60.',
          z.number().min(20).max(100).default(60),
        ),
        words_per_minute: described(
          'Words per minute',
          'A whole number: how fast readers read; left out, 230.',
          z.int().min(50).max(1_000).default(230),
        ),
        minutes: described(
          'Minutes',
          'How long reading may take, by asset type, before the asset is called long.',
          z
            .strictObject({
              battlecards: readingMinutes('Battlecards', 7),
              'case-studies': readingMinutes('Case studies', 4),
              'one-pagers': readingMinutes('One-pagers', 2),
              objections: readingMinutes('Objections', 3),
              resources: readingMinutes('Resources', 10),
              'security-answers': readingMinutes('Security answers', 2),
              'pricing-faqs': readingMinutes('Pricing questions', 2),
              snippets: readingMinutes('Snippets', 1),
              calculators: readingMinutes('Calculators', 7),
            })
            .prefault({}),
        ),
      })
      .prefault({}),
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
