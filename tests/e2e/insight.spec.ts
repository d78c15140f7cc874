/** Coverage and health as a marketer uses them: from a number to its assets, from a gap to a draft, from a finding to its form. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { INTERNAL, PARTNER, PUBLIC } from './sites.ts';

const COVERAGE = `${INTERNAL}/coverage/`;
const HEALTH = `${INTERNAL}/health/`;

/** The number of assets that the library page says it shows. */
const countInLibrary = async (page: Page, address: string): Promise<number> => {
  await page.goto(`${INTERNAL}${address}`);
  const status = page.locator('[data-part="status"]');
  await expect(status).toContainText(/\d|No/);
  const [count = '0'] = /\d+/.exec((await status.textContent()) ?? '') ?? [];
  return (await page.locator('[data-part="empty"]').isVisible()) ? 0 : Number(count);
};

/** Cells of the matrix: number and address. */
const cellsOf = (page: Page): Promise<{ count: number; address: string }[]> =>
  page
    .locator('.count-cell a')
    .evaluateAll((links) =>
      links.map((link) => ({ count: Number(link.textContent), address: link.getAttribute('href') ?? '' })),
    );

/** A few of many, spread over all. */
const some = <T>(items: readonly T[], count: number): T[] =>
  items.filter((_, i) => i % Math.ceil(items.length / count) === 0);

test('every number leads to as many assets in the library', async ({ page }) => {
  await page.goto(COVERAGE);
  const cells = await cellsOf(page);
  expect(cells).toHaveLength(6 * 4 + 6 * 4 * 6 + 9 * 4);
  for (const { count, address } of some(cells, 14)) expect(await countInLibrary(page, address), address).toBe(count);
});

test('narrowed to an audience, a product and a type, the numbers and their lists follow; the address holds it', async ({
  page,
}) => {
  await page.goto(COVERAGE);
  await page.getByRole('combobox', { name: 'Audience' }).selectOption('partner');
  await page.getByRole('combobox', { name: 'Product' }).selectOption('halyard-cards');
  await expect(page).toHaveURL(/\?audience=partner&product=halyard-cards$/);
  await expect(page.locator('coverage-matrix [role="status"], health-filter [role="status"]')).toHaveText(
    /^\d+ assets are counted\.$/,
  );
  await expect(page.getByText('are those of the whole library.')).toBeVisible();
  await expect(page.getByText(/of your targets are met/)).toBeHidden();
  const narrowed = await cellsOf(page);
  for (const { count, address } of some(narrowed, 8)) {
    expect(address).toContain('audience=public&audience=partner');
    expect(await countInLibrary(page, address), address).toBe(count);
  }
  await page.goto(`${COVERAGE}?audience=partner&product=halyard-cards`);
  await expect(page.getByRole('combobox', { name: 'Product' })).toHaveValue('halyard-cards');
  await expect(page.locator('coverage-matrix [role="status"], health-filter [role="status"]')).toHaveText(/counted/);
  expect(await cellsOf(page)).toEqual(narrowed);

  await page.getByRole('combobox', { name: 'Type' }).selectOption('one-pagers');
  await expect(page).toHaveURL(/type=one-pagers$/);
  const typed = await cellsOf(page);
  for (const { count, address } of [...some(typed.slice(0, -36), 4), ...some(typed.slice(-36), 4)])
    expect(await countInLibrary(page, address), address).toBe(count);
});

test('the whole library comes back as it was built', async ({ page }) => {
  await page.goto(COVERAGE);
  const built = await page
    .locator('coverage-matrix')
    .evaluate((matrix) => [...matrix.querySelectorAll('table')].map(({ outerHTML }) => outerHTML));
  const audience = page.getByRole('combobox', { name: 'Audience' });
  await audience.selectOption('public');
  await expect(page.locator('coverage-matrix [role="status"], health-filter [role="status"]')).toHaveText(/counted/);
  await audience.selectOption('');
  await expect(page).toHaveURL(COVERAGE);
  await expect(page.getByText('are those of the whole library.')).toBeHidden();
  const again = await page
    .locator('coverage-matrix')
    .evaluate((matrix) => [...matrix.querySelectorAll('table')].map(({ outerHTML }) => outerHTML));
  expect(again.map((table, i) => table === built[i])).toEqual([true, true, true]);
});

test('an address that names nothing known says so; without the list of assets the whole library stands', async ({
  page,
}) => {
  await page.goto(`${COVERAGE}?product=%3Cb%3Ejets%3C/b%3E`);
  await expect(page.locator('coverage-matrix [role="status"], health-filter [role="status"]')).toHaveText(
    '“<b>jets</b>” is not known here, so it was left out.',
  );
  await page.route('**/library/columns.json', (route) => route.abort());
  await page.getByRole('combobox', { name: 'Audience' }).selectOption('public');
  await expect(page.locator('coverage-matrix [role="status"], health-filter [role="status"]')).toContainText(
    'could not be loaded',
  );
  await expect(page.getByRole('combobox', { name: 'Audience' })).toHaveValue('');
});

test('a gap opens as a draft with its brief, and can be copied, by keyboard alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(COVERAGE);
  const gap = page.locator('.gap').filter({ hasText: 'End user · Decision · Manufacturing' });
  const draft = gap.getByRole('link', { name: 'Open as a draft: End user · Decision · Manufacturing' });
  const [address = '', query = ''] = ((await draft.getAttribute('href')) ?? '').split('?');
  expect(address).toBe('/admin/#/collections/case-studies/new');
  const values = new URLSearchParams(query);
  expect(Object.fromEntries([...values].filter(([name]) => name !== 'body'))).toEqual({
    title: 'Case study for End user, Manufacturing: Decision',
    summary: 'Who will help me in the first week?',
    stages: 'decision',
    personas: 'end-user',
    industries: 'manufacturing',
    industry: 'manufacturing',
  });
  expect(values.get('body')).toContain('**They ask:** Who will help me in the first week?');

  await gap.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(gap.getByText('Who will help me in the first week?')).toBeVisible();
  await gap.getByRole('button', { name: 'Copy the brief' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Copied with its formatting')).toBeAttached();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('They ask: Who will help me in the first week?');
  expect(copied).toMatch(/^- .*\{claim:adoption-week-four\}$/m);
});

test('health: by owner and kind, each with its form', async ({ page }) => {
  await page.goto(HEALTH);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/\d+ findings/);
  const contradiction = page.locator('.finding').filter({ hasText: 'All list prices public' });
  await expect(contradiction).toContainText('is “No” here and “Partly” on another card.');
  await expect(
    contradiction.getByRole('link', { name: 'Battlecard: Corvane' }).or(contradiction.locator('.muted a')),
  ).toHaveAttribute('href', '/battlecards/battlecard-corvane/');
  await expect(contradiction.getByRole('link', { name: /^Mend:/ })).toHaveAttribute(
    'href',
    '/admin/#/collections/battlecards/entries/battlecard-corvane-enterprise',
  );

  await page.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'Pricing Desk' });
  await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Reviews overdue' });
  await expect(page.locator('coverage-matrix [role="status"], health-filter [role="status"]')).toHaveText('1 finding');
  await expect(page.locator('.finding:visible')).toHaveCount(1);
  await expect(page).toHaveURL(/\?owner=pricing-desk-[a-z0-9]+&kind=review_overdue$/);
  await page.reload();
  await expect(page.locator('.finding:visible')).toHaveCount(1);

  // A number of the table shows its list again, whatever was chosen.
  await page
    .getByRole('row', { name: /^Nobody links to it/ })
    .getByRole('link')
    .first()
    .click();
  await expect(page.locator(':target')).toBeInViewport();
  await expect(page.locator(':target')).toContainText('Nobody links to it');
});

test('calendars can be fetched by their address', async ({ page, request }) => {
  await page.goto(HEALTH);
  const href = await page.getByRole('link', { name: 'Calendar of Security & Trust' }).getAttribute('href');
  const calendar = await request.get(`${INTERNAL}${href}`);
  expect(calendar.headers()['content-type']).toContain('text/calendar');
  expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
});

test('nobody else has these pages', async ({ request }) => {
  for (const site of [PUBLIC, PARTNER])
    for (const path of ['/coverage/', '/health/']) expect((await request.get(`${site}${path}`)).status()).toBe(404);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole matrix and all findings are there, and nothing that would do nothing', async ({ page }) => {
    await page.goto(COVERAGE);
    expect(await page.locator('.count-cell a').count()).toBe(6 * 4 + 6 * 4 * 6 + 9 * 4);
    await expect(page.getByRole('combobox', { name: 'Audience' })).toBeHidden();
    await expect(page.getByRole('button', { name: /Copy the brief/ })).toHaveCount(0);
    await expect(page.getByRole('link', { name: /^Open as a draft/ }).first()).toBeVisible();
    await page.goto(HEALTH);
    await expect(page.locator('.finding').first()).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Owner' })).toBeHidden();
  });
});

for (const url of [COVERAGE, HEALTH]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on ${new URL(url).pathname}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(url);
      await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
    });
  }

  for (const width of [360, 390, 1920]) {
    test(`${new URL(url).pathname} does not scroll sideways at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(url);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  }
}
