/** A snippet is filled in beside its text, remembered in this browser, and copied or handed to the mail program. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { INTERNAL, PUBLIC } from './sites.ts';

const MAIL = `${INTERNAL}/snippets/snippet-cfo-cost-of-waiting/`;
const LINKEDIN = `${INTERNAL}/snippets/snippet-linkedin-cio/`;

const allowClipboard = (page: Page) =>
  page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: INTERNAL });

const clipboard = (page: Page, type: string) =>
  page.evaluate(async (wanted) => {
    const [item] = await navigator.clipboard.read();
    return item?.types.includes(wanted) ? await (await item.getType(wanted)).text() : undefined;
  }, type);

test('is filled in by keyboard alone, as it is typed, and copied with paragraphs or plain', async ({ page }) => {
  await allowClipboard(page);
  await page.goto(MAIL);
  await page.getByLabel('First name').focus();
  await page.keyboard.type('Ada & <b>Co</b>');
  await expect(page.locator('.message')).toContainText('Hello Ada & <b>Co</b>,');
  await expect(page.locator('.message b')).toHaveCount(0);
  await expect(page.getByText('5 places are still to fill in')).toBeVisible();
  await page.getByRole('button', { name: 'Copy text', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('snippet-form [role="status"]')).toHaveText('Copied with its formatting');
  expect(await clipboard(page, 'text/html')).toContain('<p>Hello Ada &amp; &lt;b&gt;Co&lt;/b&gt;,</p>');
  const text = await clipboard(page, 'text/plain');
  expect(text).toMatch(/^Hello Ada & <b>Co<\/b>,\n\nIt has been quiet/);
  expect(text).toContain('{{company}}');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('snippet-form [role="status"]')).toHaveText('Copied as plain text');
  expect(await clipboard(page, 'text/html')).toBeUndefined();
});

test('the mail program gets subject and text, with line ends as mail has them', async ({ page }) => {
  await page.goto(MAIL);
  await page.getByLabel('Company').fill('Rust & Söhne');
  const href = (await page.getByRole('link', { name: 'Open in your mail program' }).getAttribute('href')) ?? '';
  expect(href).toMatch(/^mailto:\?subject=The%20cost%20of%20one%20more%20quarter%20at%20Rust%20%26%20S%C3%B6hne&body=/);
  expect(href).toContain('%0D%0A%0D%0A');
  expect(new URL(href).searchParams.get('body')).toContain('For Rust & Söhne, we arrived together');
});

test('what was filled in serves the next snippet too, and can be forgotten', async ({ page }) => {
  await page.goto(MAIL);
  await page.getByLabel('First name').fill('Ada');
  await page.goto(LINKEDIN);
  await expect(page.locator('.message')).toContainText('Hello Ada,');
  await expect(page.getByLabel('First name')).toHaveValue('Ada');
  await page.getByRole('button', { name: 'Forget it all' }).click();
  await expect(page.locator('snippet-form [role="status"]')).toHaveText('Forgotten. Nothing is kept.');
  expect(await page.evaluate(() => localStorage.getItem('snippet-values'))).toBeNull();
  await page.reload();
  await expect(page.getByLabel('First name')).toHaveValue('');
});

test('what somebody else has left in storage breaks nothing', async ({ page }) => {
  for (const kept of ['{', '[1,2]', '{"first_name":{"a":1},"company":"Kept"}', '{"__proto__":{"first_name":"x"}}']) {
    await page.addInitScript((value) => localStorage.setItem('snippet-values', value), kept);
    await page.goto(MAIL);
    await page.getByLabel('First name').fill('Ada');
    await expect(page.locator('.message')).toContainText('Hello Ada,');
  }
});

test('works for this page where storage is closed', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new Error('closed');
      },
    });
  });
  await page.goto(MAIL);
  await page.getByLabel('First name').fill('Ada');
  await expect(page.locator('.message')).toContainText('Hello Ada,');
});

test('shares on LinkedIn only what is public, by its public address, and asks nobody before', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(LINKEDIN);
  const share = page.getByRole('link', { name: /^Share “.*” on LinkedIn$/ });
  await expect(share).toHaveAttribute(
    'href',
    'https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fhalyard.example%2Fresources%2Fsoftware-without-surprises%2F',
  );
  await page.getByLabel('First name').fill('Ada');
  expect(asked.filter((url) => !url.startsWith(INTERNAL))).toEqual([]);
});

test('shows the picture that the public site puts beside the link', async ({ page, request }) => {
  await page.goto(LINKEDIN);
  const picture = page.getByRole('img', { name: /^Preview of “.*” as a shared link$/ });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
  const path = await picture.getAttribute('src');
  const outside = await request.get(`${PUBLIC}/resources/software-without-surprises/`);
  expect(await outside.text()).toContain(`${path}"`);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the text is there with its places marked, the mail link works, and no dead field is shown', async ({
    page,
  }) => {
    await page.goto(MAIL);
    await expect(page.locator('.message mark').first()).toHaveText('first_name');
    await expect(page.getByRole('link', { name: 'Open in your mail program' })).toHaveAttribute(
      'href',
      /^mailto:\?subject=.*%7B%7Bcompany%7D%7D/,
    );
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await expect(page.getByRole('button', { name: /Copy/ })).toHaveCount(0);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(MAIL);
    await page.getByLabel('First name').fill('Ada');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  });
}
