/** What others see of a page: link previews, search engines, a CRM's side panel, programs. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { INTERNAL, PARTNER, PUBLIC } from './sites.ts';

const STORY = '/case-studies/eirvale-clinics/';
const BATTLECARD = '/battlecards/battlecard-corvane/';
/** As content/settings.yml names them. */
const ORIGIN = 'https://halyard.example';
const CRM = 'https://crm.halyard.example';

const meta = (page: Page, name: string): Promise<string | null> =>
  page.locator(`meta[property="${name}"], meta[name="${name}"]`).getAttribute('content');

/** Every page of the public build. */
const publicPages = async (page: Page): Promise<string[]> => {
  const sitemap = await (await page.request.get(`${PUBLIC}/sitemap.xml`)).text();
  return [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname);
};

test.describe('link previews', () => {
  test('a page says what it is, and shows a picture of the right size', async ({ page }) => {
    await page.goto(`${PUBLIC}${STORY}`);
    expect(await meta(page, 'og:type')).toBe('article');
    expect(await meta(page, 'og:title')).toBe('Eirvale Clinics is live in 31 days');
    expect(await meta(page, 'og:url')).toBe(`${ORIGIN}${STORY}`);
    expect(await meta(page, 'twitter:card')).toBe('summary_large_image');
    expect(await meta(page, 'og:image:alt')).toBe('Eirvale Clinics is live in 31 days');
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', `${ORIGIN}${STORY}`);
    const image = (await meta(page, 'og:image')) ?? '';
    expect(await meta(page, 'twitter:image')).toBe(image);
    const size = await page.evaluate(
      async (address) => {
        const picture = new Image();
        picture.src = address;
        await picture.decode();
        return [picture.naturalWidth, picture.naturalHeight];
      },
      image.replace(ORIGIN, ''),
    );
    expect(size).toEqual([1200, 630]);
  });

  test('every page of the public site has a picture that is there', async ({ page }) => {
    const missing: string[] = [];
    for (const path of [...(await publicPages(page)), '/search/', '/404.html', '/compare/corvane/']) {
      const html = await (await page.request.get(`${PUBLIC}${path}`)).text();
      const [, address = ''] = /<meta property="og:image" content="([^"]*)"/.exec(html) ?? [];
      const picture = address && (await page.request.get(address.replace(ORIGIN, PUBLIC)));
      if (!picture || picture.headers()['content-type'] !== 'image/png') missing.push(path);
    }
    expect(missing).toEqual([]);
  });

  test('the order for the pictures is not part of the site', async ({ request }) => {
    expect((await request.get(`${PUBLIC}/share-images.json`)).status()).toBe(404);
    expect((await request.get(`${INTERNAL}/share-images.json`)).status()).toBe(404);
  });

  test('inside, nothing is offered to those who cannot come in', async ({ request }) => {
    for (const site of [INTERNAL, PARTNER]) {
      const html = await (await request.get(`${site}${STORY}`)).text();
      expect(html).not.toMatch(/og:image|application\/ld\+json/);
    }
  });
});

const graphSchema = z.object({
  '@context': z.literal('https://schema.org'),
  '@graph': z.array(z.looseObject({ '@type': z.string() })),
});

test.describe('search engines', () => {
  const typesOn = async (page: Page, path: string): Promise<string[]> => {
    const html = await (await page.request.get(`${PUBLIC}${path}`)).text();
    const scripts = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)];
    expect(scripts, path).toHaveLength(1);
    const graph = graphSchema.parse(JSON.parse(scripts[0]?.[1] ?? ''));
    return graph['@graph'].map((thing) => thing['@type']);
  };

  test('every page has one block of data that can be read', async ({ page }) => {
    for (const path of await publicPages(page)) expect(await typesOn(page, path), path).not.toEqual([]);
  });

  test('what fits is said', async ({ page }) => {
    expect(await typesOn(page, '/')).toEqual(['Organization', 'WebSite']);
    expect(await typesOn(page, '/case-studies/')).toEqual(['BreadcrumbList', 'CollectionPage']);
    expect(await typesOn(page, STORY)).toEqual(['BreadcrumbList', 'Article']);
    expect(await typesOn(page, '/pricing-faqs/pricing-how-we-charge/')).toEqual(['BreadcrumbList', 'FAQPage']);
    expect(await typesOn(page, '/products/halyard-cards/')).toEqual(['BreadcrumbList', 'Product']);
  });
});

test.describe('the compact card', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const path of [`${BATTLECARD}card/`, `${STORY}card/`]) {
      test(`${path} is usable at 320 px, ${colorScheme}`, async ({ page }) => {
        const refused: string[] = [];
        page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width: 320, height: 640 });
        await page.goto(`${INTERNAL}${path}`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
        expect(refused).toEqual([]);
      });
    }
  }

  test('says the one thing, how fresh it is, and leads to the page in a new tab', async ({ page }) => {
    await page.goto(`${INTERNAL}${BATTLECARD}card/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Halyard or Corvane');
    await expect(page.getByText('Corvane is made for the largest companies.')).toBeVisible();
    await expect(page.locator('freshness-badge')).toBeVisible();
    await page.getByText('Our ERP is too special for a connector').first().click();
    await expect(page.getByText('There are 24 ERP connectors')).toBeVisible();
    const link = page.getByRole('link', { name: /Open the whole page/ });
    await expect(link).toHaveAttribute('href', BATTLECARD);
    await expect(link).toHaveAttribute('target', '_blank');
  });

  test('is no page for search engines', async ({ request }) => {
    const html = await (await request.get(`${PUBLIC}${STORY}card/`)).text();
    expect(html).toContain('<meta name="robots" content="noindex, nofollow">');
    expect(html).toContain(`<link rel="canonical" href="${ORIGIN}${STORY}">`);
  });

  test('its page leads to it', async ({ page }) => {
    await page.goto(`${INTERNAL}${BATTLECARD}`);
    await page.getByRole('link', { name: 'Compact card for a side panel' }).click();
    await expect(page).toHaveURL(`${INTERNAL}${BATTLECARD}card/`);
  });

  /** What stands in a frame of ours inside a page of another origin: a heading of ours, or of the browser's refusal. */
  const framed = async (page: Page, origin: string, path: string): Promise<string> => {
    // A browser lets no public page frame one of this machine, so ours is given a public name.
    const address = `https://shelf.halyard.example${path}`;
    await page.route('https://shelf.halyard.example/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: `${INTERNAL}${pathname}` }) });
    });
    await page.route(`${origin}/**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: `<title>CRM</title><iframe src="${address}"></iframe>` }),
    );
    await page.goto(`${origin}/opportunity`);
    const frame = page.frames()[1];
    await frame?.waitForLoadState();
    return (await frame?.locator('h1').allTextContents())?.join() ?? '';
  };

  test('can be framed by the CRM that the settings name', async ({ page }) => {
    expect(await framed(page, CRM, `${BATTLECARD}card/`)).toBe('Halyard or Corvane');
  });

  test('can be framed by nobody else', async ({ page }) => {
    expect(await framed(page, 'https://elsewhere.example', `${BATTLECARD}card/`)).toContain('blocked');
  });

  test('no other page can be framed, not even by the CRM', async ({ page }) => {
    expect(await framed(page, CRM, BATTLECARD)).toContain('blocked');
  });
});

const summarySchema = z.strictObject({
  id: z.string(),
  title: z.string().min(1),
  summary: z.string(),
  url: z.url(),
  data_url: z.url(),
  audience: z.enum(['public', 'partner', 'internal']),
  reviewed_on: z.iso.date().optional(),
  review_due_on: z.iso.date().optional(),
  content_version: z.string().optional(),
});
const typeSchema = z.strictObject({
  version: z.literal(1),
  type: z.string(),
  type_label: z.string(),
  url: z.url(),
  count: z.int(),
  assets: z.array(summarySchema),
});
const term = z.array(z.strictObject({ id: z.string(), label: z.string(), url: z.url().optional() }));
const audience = summarySchema.shape.audience;
const assetSchema = summarySchema.extend({
  version: z.literal(1),
  type: z.string(),
  type_label: z.string(),
  language: z.string(),
  image_url: z.url().optional(),
  card_url: z.url().optional(),
  stages: term,
  personas: term,
  industries: term,
  company_sizes: term,
  regions: term,
  products: term,
  use_cases: term,
  competitors: term,
  claims: z.array(
    z.strictObject({
      id: z.string(),
      statement: z.string(),
      url: z.url(),
      audience,
      source: z.strictObject({ title: z.string(), url: z.string().optional(), dated: z.string() }),
    }),
  ),
  related: z.array(z.strictObject({ id: z.string(), title: z.string(), url: z.url(), audience })),
});

test.describe('data for programs', () => {
  const TYPES = ['case-studies', 'one-pagers', 'resources', 'pricing-faqs', 'security-answers'];

  test('every asset of the public site has its data, and every address in it is there', async ({ request }) => {
    for (const type of TYPES) {
      const list = typeSchema.parse(await (await request.get(`${PUBLIC}/${type}/index.json`)).json());
      expect(list.assets).toHaveLength(list.count);
      for (const { data_url, title } of list.assets) {
        const asset = assetSchema.parse(await (await request.get(data_url.replace(ORIGIN, PUBLIC))).json());
        expect(asset.title).toBe(title);
        const urls = [asset.url, asset.image_url, asset.card_url, ...asset.personas.map(({ url }) => url)];
        for (const url of urls.flatMap((address) => address ?? []))
          expect((await request.head(url.replace(ORIGIN, PUBLIC))).status(), url).toBe(200);
      }
    }
  });

  test('outside, nothing is told that only colleagues may read', async ({ request }) => {
    const { assets } = typeSchema.parse(await (await request.get(`${PUBLIC}/case-studies/index.json`)).json());
    const data = await Promise.all(
      assets.map(async ({ data_url }) => (await request.get(data_url.replace(ORIGIN, PUBLIC))).text()),
    );
    for (const text of data) expect(text).not.toMatch(/"audience":"(?:partner|internal)"/);
    expect((await request.get(`${PUBLIC}/battlecards/index.json`)).status()).toBe(404);
    expect((await request.get(`${PUBLIC}${BATTLECARD.replace(/\/$/, '')}.json`)).status()).toBe(404);
  });

  test('an asset’s page says where its data are', async ({ page }) => {
    await page.goto(`${PUBLIC}${STORY}`);
    await expect(page.locator('link[rel="alternate"][type="application/json"]')).toHaveAttribute(
      'href',
      '/case-studies/eirvale-clinics.json',
    );
  });
});
