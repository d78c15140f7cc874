/** Competitors side by side: who was chosen stands in the address. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { INTERNAL, PARTNER, PUBLIC } from './sites.ts';

const COMPARE = `${INTERNAL}/compare/`;

test('is found from the navigation, and shows verdicts with their notes, cards and sources', async ({ page }) => {
  await page.goto(`${INTERNAL}/battlecards/`);
  await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Compare', exact: true }).click();
  const row = page.getByRole('row', { name: /ERP connection/ });
  await expect(row.getByRole('cell').nth(1)).toContainText('Partly');
  await expect(row).toContainText('Theirs: 3 ledgers, else CSV.');
  await expect(row.getByRole('link', { name: 'Halyard or Pocketwren' })).toBeVisible();
  await expect(row.getByRole('cell').last()).toHaveText(/Not known/);
  await expect(page.getByRole('region', { name: 'Cited claims' })).toContainText('Pocketwren');
});

test('the choice stands in the address, by keyboard alone', async ({ page }) => {
  await page.goto(COMPARE);
  const status = page.getByRole('status');
  await expect(status).toHaveText('5 capabilities in common');
  await page.getByRole('checkbox', { name: 'Do nothing (status quo)' }).focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/\?with=corvane,pocketwren$/);
  await expect(page.getByRole('columnheader')).toHaveText(['Capability', 'Halyard', 'Corvane', 'Pocketwren']);
  await page.reload();
  await expect(page.getByRole('columnheader')).toHaveCount(4);
  await page.getByRole('checkbox', { name: 'Corvane' }).uncheck();
  await expect(status).toHaveText('Choose two or more.');
});

test('an address that names nobody known shows everybody', async ({ page }) => {
  await page.goto(`${COMPARE}?with=%3Cscript%3E,nobody`);
  await expect(page.getByRole('columnheader')).toHaveCount(5);
});

test('a build without the cards has no such page', async ({ request }) => {
  expect((await request.get(`${PUBLIC}/compare/`)).status()).toBe(404);
  const partner = await request.get(`${PARTNER}/compare/`);
  if (partner.ok()) expect(await partner.text()).not.toContain('Pocketwren');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('everybody is shown, and no choice that would do nothing', async ({ page }) => {
    await page.goto(COMPARE);
    await expect(page.getByRole('columnheader')).toHaveCount(5);
    await expect(page.getByRole('checkbox')).toHaveCount(0);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(COMPARE);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  });
}
