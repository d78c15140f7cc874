/** What a rep does on the internal portal. */
import { expect, test } from '@playwright/test';
import { INTERNAL } from './sites.ts';

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
