/** A battlecard in a live call: seen at once, used by keyboard alone, copied without its footnotes. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { INTERNAL, PARTNER } from './sites.ts';

const CARDS = ['battlecard-corvane', 'battlecard-corvane-enterprise', 'battlecard-pocketwren', 'battlecard-status-quo'];
const CARD = `${INTERNAL}/battlecards/battlecard-corvane/`;
const STATUS_QUO = '/battlecards/battlecard-status-quo/';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true });

test.describe('the 30-second block', () => {
  test.use({ viewport: { width: 1366, height: 768 } });

  for (const card of CARDS) {
    test(`of ${card} is seen on a laptop without scrolling`, async ({ page }) => {
      await page.goto(`${INTERNAL}/battlecards/${card}/`);
      const fields = ['the_one_thing_to_say', 'we_win_when', 'they_win_when', 'trap_questions', 'objections'];
      for (const field of fields) {
        const box = await page.locator(`[data-field="${field}"]`).boundingBox();
        expect(box, field).not.toBeNull();
        expect(box?.y ?? -1, field).toBeGreaterThanOrEqual(0);
        expect((box?.y ?? 0) + (box?.height ?? 0), field).toBeLessThanOrEqual(768);
      }
      const tooWide = await page
        .locator('.card-front :is(li, p)')
        .evaluateAll((lines) => lines.filter((line) => line.scrollWidth > line.clientWidth + 1).length);
      expect(tooWide).toBe(0);
    });
  }
});

test('keys jump to the parts of the card, and are named beside their links', async ({ page }) => {
  await page.goto(CARD);
  const parts = page.getByRole('navigation', { name: 'On this card' });
  await expect(parts.getByRole('link')).toHaveText([
    /1\s*Say/,
    /2\s*When/,
    /3\s*Ask/,
    /4\s*Objections/,
    /5\s*They say/,
    /6\s*Compare/,
    /7\s*Prices/,
    /8\s*Proof/,
    /9\s*News/,
  ]);
  for (const [key, name] of [
    ['7', 'Their pricing'],
    ['1', 'The one thing to say'],
    ['6', 'Side by side'],
    ['9', 'News'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(heading(page, name)).toBeFocused();
    await expect(heading(page, name)).toBeInViewport();
  }
});

test('keys rest while somebody types, with Ctrl, and when they are turned off, which is remembered', async ({
  page,
}) => {
  await page.goto(CARD);
  await page.keyboard.press('f');
  const field = page.getByRole('searchbox', { name: 'Find on this card' });
  await expect(field).toBeFocused();
  await page.keyboard.type('79');
  await expect(field).toHaveValue('79');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+7');
  await expect(heading(page, 'Their pricing')).not.toBeFocused();
  const keys = page.getByRole('checkbox', { name: 'Keys' });
  await keys.focus();
  await page.keyboard.press('Space');
  await expect(keys).not.toBeChecked();
  await page.reload();
  await expect(keys).not.toBeChecked();
  await page.keyboard.press('7');
  await expect(heading(page, 'Their pricing')).not.toBeFocused();
});

test('finding shows only the lines that have the words, counts them aloud, and gives all back', async ({ page }) => {
  await page.goto(CARD);
  const rows = page.locator('[data-field="comparison"] tbody tr:visible');
  const all = await rows.count();
  await page.keyboard.press('f');
  await page.keyboard.type('SOURCING');
  const status = page.locator('.card-found');
  await expect(status).toHaveText(/lines have “SOURCING”/);
  await expect(rows).toHaveCount(1);
  await expect(heading(page, 'Record')).toBeHidden();
  expect(await page.evaluate(() => CSS.highlights.get('found')?.size ?? 0)).toBeGreaterThan(2);
  await page.getByRole('searchbox', { name: 'Find on this card' }).fill('<b>zzz');
  await expect(status).toHaveText('Nothing on this card has “<b>zzz”');
  await page.keyboard.press('Escape');
  await expect(rows).toHaveCount(all);
  await expect(heading(page, 'Record')).toBeVisible();
});

const copied = (page: Page) =>
  page.evaluate(async () => {
    const items = await navigator.clipboard.read();
    const kinds = items.flatMap((item) => item.types.map((type) => ({ item, type })));
    const texts = await Promise.all(
      kinds.map(async ({ item, type }) => [type, await (await item.getType(type)).text()] as const),
    );
    return Object.fromEntries(texts);
  });

test('an answer is copied formatted or plain, without the numbers of its sources, and it is said', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: INTERNAL });
  await page.goto(CARD);
  const sentence = /^Corvane is made for the largest companies\. .* is live in 38 days, where .* takes \d+ months\.$/;
  await page.getByRole('button', { name: 'Copy: The one thing to say' }).focus();
  await page.keyboard.press('Enter');
  const announced = page.locator('[data-announcer]');
  await expect(announced).toHaveText('Copied with its formatting');
  const rich = await copied(page);
  expect(rich['text/plain']).toMatch(sentence);
  expect(rich['text/html']).toContain('<p>Corvane is made for the largest companies.');
  expect(rich['text/html']).not.toMatch(/source-mark|style=|class=/);

  await page.getByLabel('Copy as').selectOption('plain');
  await page.getByRole('button', { name: 'Copy: They have no sourcing.' }).click();
  await expect(announced).toHaveText('Copied as plain text');
  const plain = await copied(page);
  expect(Object.keys(plain)).toEqual(['text/plain']);
  expect(plain['text/plain']).toMatch(/^True\. We have none and we do not sell any\./);
  await page.reload();
  await expect(page.getByLabel('Copy as')).toHaveValue('plain');
});

test('the answers to an objection are copied from its own page as well, lists and all', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: INTERNAL });
  await page.goto(`${INTERNAL}/objections/too-expensive/`);
  await page.getByRole('button', { name: 'Copy: The longer answer' }).click();
  await expect(page.locator('[data-announcer]')).toHaveText('Copied with its formatting');
  const { 'text/html': html = '', 'text/plain': text = '' } = await copied(page);
  expect(html).toMatch(/<ul>\s*<li><strong>Another offer:<\/strong> compare three years/);
  expect(html).not.toMatch(/footnote|claim:/);
  expect(text).toContain('- Another offer: compare three years, with set-up and services.\n- The budget:');
});

test('copying that is refused says so, to the eye and to the ear', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.goto(CARD);
  await page.getByRole('button', { name: 'Copy: The one thing to say' }).click();
  await expect(page.locator('[data-announcer]')).toHaveText(/^Copying failed/);
  const shown = await page
    .locator('.say-this copy-answer')
    .evaluate((element) => getComputedStyle(element, '::after').content);
  expect(shown).toContain('Copying failed');
});

test('every figure leads to its source, and an inside figure says that it is one', async ({ page }) => {
  await page.goto(`${INTERNAL}/battlecards/battlecard-corvane-enterprise/`);
  const marks = page.locator('.source-mark');
  const numbers = await marks.evaluateAll((links) => links.map((link) => Number(link.getAttribute('data-number'))));
  const firsts = numbers.filter((number, i) => numbers.indexOf(number) === i);
  expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
  const inside = page.locator('.source-mark[data-inside]').first();
  expect(await inside.evaluate((link) => getComputedStyle(link, '::after').content)).toContain('inside');
  await marks.first().click();
  await expect(page.locator(':target')).toBeInViewport();
});

test('marks say what may be said and what may not', async ({ page }) => {
  await page.goto(CARD);
  for (const [field, words] of [
    ['the_one_thing_to_say', 'May be said'],
    ['trap_questions', 'May be said'],
    ['their_claims_about_us', 'May be said'],
    ['they_win_when', 'Keep to yourself'],
    ['do_not_say', 'Keep to yourself'],
    ['news', 'Keep to yourself'],
  ] as const) {
    await expect(page.locator(`[data-field="${field}"] .outside-mark`)).toHaveText(words);
  }
});

test('deals are counted with their period, never as a rate', async ({ page }) => {
  await page.goto(CARD);
  await expect(page.locator('.record')).toHaveText(/58\s*Won\s*42\s*Lost\s*Q1–Q3 2026/);
  await expect(page.locator('.record')).not.toContainText('%');
});

test('against doing nothing, forces and costs stand in place of a feature table', async ({ page }) => {
  await page.goto(`${INTERNAL}${STATUS_QUO}`);
  const forces = page.locator('[data-field="forces"]');
  await expect(forces.getByRole('heading', { level: 3 })).toHaveText(['Push', 'Pull', 'Anxiety', 'Habit']);
  await expect(forces).toContainText('The spreadsheet is mine; I can change it in a minute.');
  await expect(forces.getByRole('link', { name: 'Our spreadsheets work fine' })).toBeVisible();
  await expect(heading(page, 'What doing nothing costs')).toBeVisible();
  await expect(heading(page, 'Side by side')).toHaveCount(0);
});

test('partners see no forces, no record, and nothing else that is ours alone', async ({ page }) => {
  await page.goto(`${PARTNER}${STATUS_QUO}`);
  await expect(heading(page, 'The one thing to say')).toBeVisible();
  await expect(page.locator('[data-field="forces"], [data-field="do_not_say"], .record')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('all is there to read, links still jump, and no dead button is shown', async ({ page }) => {
    await page.goto(CARD);
    await page.getByRole('link', { name: /Prices/ }).click();
    await expect(heading(page, 'Their pricing')).toBeInViewport();
    for (const dead of ['.card-find', '.key-switch', '.copy-as', 'copy-answer'])
      await expect(page.locator(dead).first()).toBeHidden();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme}`, () => {
    test.use({ colorScheme });
    for (const url of [CARD, `${INTERNAL}${STATUS_QUO}`]) {
      test(`axe finds nothing on ${url} while something is searched for`, async ({ page }) => {
        await page.goto(url);
        await page.getByRole('searchbox', { name: 'Find on this card' }).fill('the');
        await expect(page.locator('.card-found')).not.toBeEmpty();
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
      });
    }
  });
}
