/** What changed and when, as readers find it. A copy without its history tells nothing, which is as it should be. */
import { expect, test } from '@playwright/test';
import { INTERNAL, PUBLIC } from './sites.ts';

const firstItem = (feed: string): { title: string; path: string } | undefined => {
  const [, title = '', address = ''] = /<item><title>([^<]*)<\/title><link>([^<]*)<\/link>/.exec(feed) ?? [];
  return address === '' ? undefined : { title, path: new URL(address).pathname };
};

test('the first page names what changed last, and the page of the asset says what and when', async ({
  page,
  request,
}) => {
  const item = firstItem(await (await request.get(`${INTERNAL}/changes.xml`)).text());
  await page.goto(`${INTERNAL}/`);
  const recent = page.getByRole('heading', { name: 'Recently changed' });
  test.skip(item === undefined, 'This copy has no history.');
  await expect(recent).toBeVisible();
  await page.locator('.recent-changes a').first().click();
  expect(new URL(page.url()).pathname).toBe(item?.path);
  const history = page.getByRole('region', { name: 'What changed' });
  await expect(history.getByRole('listitem').first()).toContainText(/\d{4}/);
  await expect(history.getByRole('listitem').first()).toContainText(/Published|Changed: |Reviewed/);
});

test('nobody outside is told who changed what', async ({ request }) => {
  const feed = await (await request.get(`${PUBLIC}/changes.xml`)).text();
  expect(feed).toContain('<rss version="2.0"');
  expect(feed).not.toContain('<description>by ');
});
