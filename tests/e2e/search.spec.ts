/** What a rep does with the search: in the dialog over any page, and on the search page. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { INTERNAL, PUBLIC } from './sites.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const openDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('/');
  await expect(dialog(page).getByRole('searchbox')).toBeFocused();
};

test('finds a battlecard from any page, by keyboard alone, and comes back to what was found', async ({ page }) => {
  await page.goto(`${INTERNAL}/claims/`);
  await openDialog(page);
  await page.keyboard.type('corvane');
  await expect(dialog(page).getByRole('status')).toContainText('results for “corvane”');
  const card = dialog(page).getByRole('link', { name: 'Halyard or Corvane', exact: true }).first();
  await expect(card).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(dialog(page).locator('.card-title a').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Corvane');
  await page.goBack();
  await expect(page).toHaveURL(/\/claims\/$/);
  await expect(dialog(page).getByRole('searchbox')).toHaveValue('corvane');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Claims');
  await expect(dialog(page)).toHaveCount(0);
});

test('Enter opens the best result at once', async ({ page }) => {
  await page.goto(`${INTERNAL}/`);
  await page.keyboard.press('Control+k');
  await expect(dialog(page).getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('sso');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Single sign-on, MFA and provisioning' })).toBeVisible();
});

test('what was searched is remembered in this browser, and forgotten when asked', async ({ page }) => {
  await page.goto(`${INTERNAL}/search/`);
  await page.getByRole('searchbox').fill('audit trail');
  await page.getByRole('searchbox').press('Enter');
  await page.goto(`${INTERNAL}/`);
  await openDialog(page);
  await dialog(page).getByRole('button', { name: 'audit trail' }).click();
  await expect(dialog(page).getByRole('status')).toContainText('“audit trail”');
  await dialog(page).getByRole('searchbox').fill('');
  await dialog(page).getByRole('button', { name: 'Forget these' }).click();
  await expect(dialog(page).getByRole('button', { name: 'audit trail' })).toHaveCount(0);
});

test('what others have written into the browser’s store is no reason to fail', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('recent-searches', '{"not": "a list"'));
  await page.goto(`${INTERNAL}/`);
  await openDialog(page);
  await page.keyboard.type('corvane');
  await expect(dialog(page).getByRole('status')).toContainText('“corvane”');
});

test('without the search page the reader is sent to it, and the dialog works the next time', async ({ page }) => {
  await page.goto(`${INTERNAL}/claims/`);
  let broken = true;
  await page.route('**/search/', (route) =>
    broken && route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
  );
  await page.keyboard.press('/');
  await expect(page).toHaveURL(/\/search\/$/);
  broken = false;
  await page.goBack();
  await openDialog(page);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the dialog on a phone, ${colorScheme}: nothing is wider than the window, axe finds nothing`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${PUBLIC}/resources/`);
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    await dialog(page).getByRole('searchbox').fill('approval');
    await expect(dialog(page).locator('.card').first()).toBeVisible();
    expect(await dialog(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  });
}

test('a step of the search can be taken back', async ({ page }) => {
  await page.goto(`${INTERNAL}/search/`);
  const field = page.getByRole('searchbox');
  await field.fill('corvane');
  await field.press('Enter');
  await field.fill('pocketwren');
  await field.press('Enter');
  await expect(page).toHaveURL(/q=pocketwren/);
  await page.goBack();
  await expect(field).toHaveValue('corvane');
  await expect(page.getByRole('status')).toContainText('“corvane”');
  await page.goForward();
  await expect(field).toHaveValue('pocketwren');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the search page says so, and leads to everything', async ({ page }) => {
    await page.goto(`${INTERNAL}/search/`);
    await expect(page.getByRole('status')).toContainText('Search needs JavaScript');
    await page.getByRole('link', { name: 'Objections', exact: true }).last().click();
    await expect(page.getByRole('link', { name: 'It is too expensive' })).toBeVisible();
  });
});

test.describe('the index is cut short, or of an older build', () => {
  for (const file of ['**/pagefind/pagefind-entry.json*', '**/pagefind/*.pf_meta*', '**/pagefind/index/**']) {
    test(`${file}: said, and browsing still works`, async ({ page }) => {
      await page.route(file, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.body()).subarray(0, 20) });
      });
      await page.goto(`${INTERNAL}/search/?q=invoice matching`);
      await expect(page.getByRole('status')).toContainText(/not available just now|Nothing found/);
      await expect(page.getByRole('heading', { name: 'Browse the library' })).toBeVisible();
    });
  }

  for (const file of ['**/pagefind/vocabulary.json', '**/pagefind/vocabulary/**']) {
    for (const [fault, response] of [
      ['missing', { status: 404 }],
      ['cut short', { body: '{"words":"Acor' }],
      ['of an older build', { json: { format: 1, pages: 1, words: 'Acorvane', frequency: 'A' } }],
    ] as const) {
      test(`${file} ${fault}: costs the spelling, nothing else`, async ({ page }) => {
        await page.route(file, (route) => route.fulfill(response));
        await page.goto(`${INTERNAL}/search/?q=corvane`);
        await expect(page.getByRole('status')).toContainText('results for “corvane”');
        await page.goto(`${INTERNAL}/search/?q=invioce`);
        await expect(page.getByRole('status')).toContainText('Nothing found for “invioce”');
      });
    }
  }
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

test('a result says whom it is for, in which industry, and whether its review is due', async ({ page }) => {
  // As if reviews were announced a month ahead.
  await page.route('**/search/?q=*', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('data-notice="14"', 'data-notice="30"');
    await route.fulfill({ response, body });
  });
  await page.goto(`${INTERNAL}/search/?q=halyard or pocketwren`);
  const card = page.locator('.search-results li', { hasText: 'Halyard or Pocketwren' }).first();
  await expect(card.locator('.freshness')).toHaveText('Review due 19 Dec 2026');
  await page.goto(`${INTERNAL}/search/?q=eirvale clinics`);
  await expect(page.locator('.search-results li').first().locator('.card-foot')).toContainText(/ \+\d · Healthcare/);
  await page.goto(`${INTERNAL}/search/?q=corvane enterprise`);
  await expect(page.locator('.search-results .freshness').first()).toContainText('Review overdue since');
});

test('only the parts of the vocabulary that a query needs are loaded', async ({ page }) => {
  const parts = new Set<string>();
  page.on('request', (request) => {
    if (request.url().includes('/pagefind/vocabulary/')) parts.add(request.url());
  });
  await page.goto(`${INTERNAL}/search/?q=corvane`);
  await expect(page.getByRole('status')).toContainText('results for “corvane”');
  const some = parts.size;
  expect(some).toBeLessThan(3);
  await page.getByRole('searchbox').fill('knvoice');
  await expect(page.getByRole('status')).toContainText('results for “invoice”');
  expect(parts.size).toBeGreaterThan(some + 3);
});

test('what was done beside the words is said, and can be taken back and wished for again', async ({ page }) => {
  await page.goto(`${INTERNAL}/search/?q=corvane battlecard`);
  await expect(page.getByRole('status')).toContainText('Tagged first: corvane, battlecard.');
  const first = page.locator('.search-results a').first();
  await expect(first).toContainText('Corvane');
  await page.getByRole('button', { name: 'Search for exactly these words' }).click();
  await expect(page).toHaveURL(/literal/);
  await expect(page.getByRole('status')).toContainText('Only exactly these words were searched.');
  await expect(page.getByRole('status')).not.toContainText('Tagged first');
  await page.getByRole('button', { name: 'Search as usual' }).click();
  await expect(page.getByRole('status')).toContainText('Tagged first');
  await expect(page).not.toHaveURL(/literal/);
});

test('an acronym finds what it stands for, and says so', async ({ page }) => {
  await page.goto(`${INTERNAL}/search/?q=sso`);
  await expect(page.getByRole('status')).toContainText('Also searched: single sign-on');
});

test('a prospect’s sentence finds the objection', async ({ page }) => {
  await page.goto(`${INTERNAL}/search/?q=your product costs too much money`);
  await expect(page.locator('.search-results a').first()).toHaveText('It is too expensive');
});

test('words that name a type and a rival open the card first, at what was asked', async ({ page }) => {
  await page.goto(`${INTERNAL}/search/?q=battlecard corvane pricing`);
  const first = page.locator('.search-results li').first();
  await expect(first).toContainText('Battlecard › Their pricing');
  await first.getByRole('link', { name: 'Halyard or Corvane' }).click();
  await expect(page).toHaveURL(/\/battlecards\/battlecard-corvane\/#page:pricing$/);
  await expect(page.getByRole('heading', { name: 'Their pricing' })).toBeInViewport();
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
