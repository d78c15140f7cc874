/** What a prospect meets on the public site, and what every page promises. */
import { expect, test } from '@playwright/test';
import { INTERNAL, PAGES, PARTNER, PUBLIC } from './sites.ts';

test('the landing page leads from a figure to its source', async ({ page }) => {
  await page.goto(`${PUBLIC}/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Know what is being spent before it is spent');
  await page.getByRole('link', { name: /median of 3\.2 days/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('3.2 days');
  await expect(page.locator('.facts').first()).toContainText('Halyard customer data study 2026');
});

test('every page keeps its policy: nothing is refused, nothing is asked of another host', async ({ page }) => {
  const refused: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  page.on('request', (request) => {
    if (![INTERNAL, PARTNER, PUBLIC, 'data:'].some((own) => request.url().startsWith(own))) foreign.push(request.url());
  });
  for (const [site, paths] of Object.entries(PAGES)) {
    for (const path of paths) {
      const response = await page.goto(`${site}${path}`);
      const policy = response?.headers()['content-security-policy'] ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'/);
      await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveAttribute(
        'content',
        /default-src 'none'/,
      );
    }
  }
  expect(refused).toEqual([]);
  expect(foreign).toEqual([]);
});

test('robots: the public site is open, the others are closed', async ({ request }) => {
  expect(await (await request.get(`${PUBLIC}/robots.txt`)).text()).toContain('Allow: /');
  for (const site of [INTERNAL, PARTNER]) {
    expect(await (await request.get(`${site}/robots.txt`)).text()).toContain('Disallow: /');
    expect(await (await request.get(`${site}/`)).text()).toContain('<meta name="robots" content="noindex, nofollow">');
  }
});

test('the feed and the sitemap hold what the site holds', async ({ request }) => {
  const feed = await (await request.get(`${PUBLIC}/rss.xml`)).text();
  expect(feed).toContain('<rss version="2.0"');
  expect(feed.match(/<item>/g)?.length).toBeGreaterThan(20);
  const sitemap = await (await request.get(`${PUBLIC}/sitemap.xml`)).text();
  expect(sitemap).toContain('<loc>https://halyard.example/resources/halyard-or-corvane/</loc>');
  expect(sitemap).not.toContain('battlecard-corvane');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('everything can be read and browsed, and the menu opens', async ({ page }) => {
    await page.goto(`${PUBLIC}/`);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page
      .getByRole('navigation', { name: 'Library', exact: true })
      .getByRole('link', { name: 'Case studies' })
      .click();
    await page.getByRole('link', { name: 'Eirvale Clinics is live in 31 days' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Eirvale Clinics is live in 31 days');
    await page.goto(`${PUBLIC}/search/`);
    await expect(page.getByText('Search needs JavaScript')).toBeVisible();
  });
});

test('a picture is shown at its size, and a document can be downloaded', async ({ page, request }) => {
  await page.goto(`${PUBLIC}/resources/tour-request-to-payment/`);
  const picture = page.locator('.prose img').first();
  await picture.scrollIntoViewIfNeeded();
  await expect(picture).toHaveJSProperty('complete', true);
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(600);
  await page.goto(`${PUBLIC}/resources/write-a-spend-policy/`);
  const href = await page.getByRole('link', { name: 'Download' }).getAttribute('href');
  const file = await request.get(`${PUBLIC}${href}`);
  expect(file.headers()['content-type']).toBe('application/pdf');
});
