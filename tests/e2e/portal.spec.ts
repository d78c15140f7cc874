/** What a rep does on the internal portal. */
import { expect, test } from '@playwright/test';
import { INTERNAL } from './sites.ts';

test('finds a battlecard from the home page, by keyboard alone', async ({ page }) => {
  await page.goto(`${INTERNAL}/`);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('corvane');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=corvane/);
  await expect(page.getByRole('status')).toContainText('results for “corvane”');
  const hit = page.getByRole('link', { name: 'Halyard or Corvane', exact: true });
  await expect(hit).toBeVisible();
  await hit.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Halyard or Corvane' })).toBeVisible();
});

test('search keeps the query in the address, and the back button brings it back', async ({ page }) => {
  await page.goto(`${INTERNAL}/search/?q=invoice`);
  await expect(page.getByRole('status')).toContainText('“invoice”');
  await page.locator('.search-results a').first().click();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('invoice');
  await expect(page.getByRole('status')).toContainText('“invoice”');
});

test('a slip of the key is corrected, said, and can be taken back', async ({ page }) => {
  await page.goto(`${INTERNAL}/search/?q=invioce matchng`);
  await expect(page.getByRole('status')).toContainText('results for “invoice matching”');
  await page.getByRole('button', { name: 'Search instead for “invioce matchng”' }).click();
  await expect(page.getByRole('status')).toContainText('“invioce matchng”');
  await expect(page).toHaveURL(/literal/);
});

test('an acronym finds what it stands for, and says so', async ({ page }) => {
  await page.goto(`${INTERNAL}/search/?q=sso`);
  await expect(page.getByRole('status')).toContainText('Also searched: single sign-on');
});

test('a prospect’s sentence finds the objection', async ({ page }) => {
  await page.goto(`${INTERNAL}/search/?q=your product costs too much money`);
  await expect(page.locator('.search-results a').first()).toHaveText('It is too expensive');
});

test('words that name a type and a rival open the card first', async ({ page }) => {
  await page.goto(`${INTERNAL}/search/?q=battlecard corvane pricing`);
  await expect(page.locator('.search-results a').first()).toHaveText('Halyard or Corvane');
});

test('search bears a query of ten thousand characters, emoji and quotes', async ({ page }) => {
  await page.goto(`${INTERNAL}/search/`);
  for (const query of ['x'.repeat(10_000), '🚀🚀 "corvane', "'; drop table --"]) {
    await page.getByRole('searchbox').fill(query);
    await expect(page.getByRole('status')).not.toContainText('Searching');
    await expect(page.getByRole('status')).not.toContainText('not available');
  }
});

test('search says so when nothing is found, and shows hostile text as text', async ({ page }) => {
  await page.goto(`${INTERNAL}/search/`);
  await page.getByRole('searchbox').fill('<img src=x onerror=alert(1)>zzzz');
  await expect(page.getByRole('status')).toContainText('<img src=x onerror=alert(1)>zzzz');
  await expect(page.locator('site-search img')).toHaveCount(0);
});

test('search says so when the index is missing, and browsing still works', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto(`${INTERNAL}/search/?q=corvane`);
  await expect(page.getByRole('status')).toContainText('Search is not available just now');
  await expect(page.getByRole('heading', { name: 'Browse the library' })).toBeVisible();
});

test('nothing of the search is loaded before the reader turns to it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${INTERNAL}/battlecards/battlecard-corvane/`, { waitUntil: 'networkidle' });
  expect(asked.filter((path) => path.includes('pagefind'))).toEqual([]);
});

test('an asset says who keeps it true, and what proves it', async ({ page }) => {
  await page.goto(`${INTERNAL}/objections/too-expensive/`);
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details).toContainText('Revenue Enablement');
  await expect(details).toContainText('14 Nov 2026');
  await expect(details).toContainText('Fresh');
  const claims = page.getByRole('region', { name: 'Cited claims' });
  await expect(claims.getByRole('listitem').first()).toContainText('Merrow & Tide Research');
  await page.locator('.cite').first().click();
  await expect(page).toHaveURL(/#claim:/);
  await expect(page.locator(':target')).toBeInViewport();
});

test('the freshness badge is worked out again for the reader’s day', async ({ page }) => {
  // As if it were no example: a library that is not frozen on a day counts the reader's own, which is years later.
  await page.route('**/objections/too-expensive/', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/ data-today="[^"]*"/, '') });
  });
  await page.clock.setFixedTime(new Date('2029-01-15T12:00:00Z'));
  await page.goto(`${INTERNAL}/objections/too-expensive/`);
  await expect(page.locator('freshness-badge')).toContainText('Review overdue since');
});

test('copies the address, and says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: INTERNAL });
  await page.goto(`${INTERNAL}/battlecards/battlecard-corvane/?utm=x#pricing`);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${INTERNAL}/battlecards/battlecard-corvane/`);
});

test('a chosen theme is remembered and set before the first paint', async ({ page }) => {
  await page.goto(`${INTERNAL}/`);
  await page.getByLabel('Colours').selectOption('dark');
  await page.goto(`${INTERNAL}/personas/`);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(20, 24, 29)');
});

test('on a phone the library opens from the menu and closes with Escape', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${INTERNAL}/`);
  const library = page.getByRole('navigation', { name: 'Library' });
  await expect(library).toBeHidden();
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(library).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(library).toBeHidden();
  await page.getByRole('button', { name: 'Menu' }).click();
  await library.getByRole('link', { name: 'Objections' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Objections');
});

test('the first stop of the keyboard skips to the content', async ({ page }) => {
  await page.goto(`${INTERNAL}/battlecards/`);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('an address that leads nowhere says so, with a way on', async ({ page }) => {
  const response = await page.goto(`${INTERNAL}/battlecards/no-such-card/`);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not here');
  await expect(page.getByRole('searchbox').first()).toBeVisible();
});
