/** A rep before a meeting: from the home page to a link that the buyer opens. */
import { expect, test, type Page } from '@playwright/test';
import { INTERNAL, PUBLIC } from './sites.ts';

/** Of all that a deal's committee may see, two assets that are public. */
const takePublic = async (page: Page, most: number): Promise<string[]> => {
  const rows = page.locator('.deal-member').first().locator('[data-list="now"] [data-key]');
  const taken: string[] = [];
  for (const row of await rows.all()) {
    if (taken.length === most) break;
    if (await row.getByText(/^(Inside only|For partners)$/i).count()) continue;
    await row.getByRole('button', { name: /^Kit: / }).click();
    taken.push((await row.getByRole('link').first().innerText()).trim());
  }
  return taken;
};

for (const [device, width] of [
  ['a desk', 1280],
  ['a phone', 390],
] as const) {
  test(`home, deal desk, kit, paper, link, at ${device}`, async ({ page, context }) => {
    test.slow();
    await page.setViewportSize({ width, height: 844 });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: INTERNAL });

    await page.goto(`${INTERNAL}/`);
    await page.getByRole('link', { name: 'Prepare a deal' }).click();
    await expect(page.locator('.deal-answer')).toHaveAttribute('data-state', 'ready');
    await page.getByLabel('Our stage', { exact: true }).selectOption({ label: 'Proposal' });
    await page.getByLabel('Industry', { exact: true }).selectOption({ label: 'Manufacturing' });
    await page.getByRole('checkbox', { name: 'Economic buyer', exact: true }).check();
    await expect(page.locator('.deal-member')).toHaveCount(1);
    await expect(page.locator('.deal-coming')).toHaveCount(0);
    const taken = await takePublic(page, 2);
    expect(taken).toHaveLength(2);

    await page.goto(`${INTERNAL}/kit/`);
    await expect(page.locator('.kit-item h3')).toHaveText(taken);
    await page.getByLabel('Title').fill('For the next meeting');
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pdf.byteLength).toBeGreaterThan(10_000);

    await page.getByRole('button', { name: 'Copy the link' }).click();
    await expect(page.locator('.kit-notice [role="status"]')).toContainText('The link is copied');
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    await page.goto(`${PUBLIC}${link.pathname}${link.hash}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('For the next meeting');
    await expect(page.locator('.shared-items h3')).toHaveText(taken);
  });
}
