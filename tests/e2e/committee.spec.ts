/** Personas, the buying committee, the house of messages, the buying journey and the framework. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { pageCount } from '../../scripts/pdf/page-count.ts';
import { readPdf } from '../build/printed.ts';
import { INTERNAL, PARTNER, PUBLIC } from './sites.ts';

const COMMITTEE = `${INTERNAL}/committee/`;
const JOURNEY = `${INTERNAL}/journey/`;
const FRAMEWORK = `${INTERNAL}/framework/`;
const PHONE = { width: 390, height: 844 };
const MAPS = ['champion', 'economic-buyer', 'end-user', 'it-security', 'legal', 'procurement'];

const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

test.describe('the buying committee', () => {
  const rowOf = (page: Page, name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: false }) });

  test('a number of the map is the number of the list behind it', async ({ page }) => {
    await page.goto(COMMITTEE);
    const cell = rowOf(page, 'Legal').getByRole('link', { name: 'for Legal at Decision' });
    const count = (await cell.locator('b').textContent()) ?? '';
    await cell.click();
    await expect(page).toHaveURL(/\/library\/\?stage=decision&persona=legal$/);
    await expect(page.getByRole('status').filter({ hasText: 'assets' })).toContainText(
      new RegExp(`^${count} of \\d+ assets`),
    );
  });

  test('each member has a role, a veto and what they care about', async ({ page }) => {
    await page.goto(COMMITTEE);
    await expect(page.getByRole('columnheader')).toHaveText([
      'Member',
      'Awareness',
      'Consideration',
      'Decision',
      'Post-purchase',
      'All stages',
      'Cares about',
      'Veto',
    ]);
    const row = rowOf(page, 'IT & security');
    await expect(row.getByRole('rowheader')).toContainText('IT and security · Chief Information Officer');
    await expect(row).toContainText('No new passwords and no forgotten accounts.');
    await expect(row).toContainText('They say no when an answer in the questionnaire turns out to be untrue.');
  });

  test('from the map to a person, by keyboard alone', async ({ page }) => {
    await page.goto(COMMITTEE);
    const champion = rowOf(page, 'Champion').getByRole('link', { name: 'Champion', exact: true });
    await champion.focus();
    await page.keyboard.press('Tab');
    await expect(page.locator(':focus')).toContainText('for Champion at Awareness');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Champion');
  });

  test('on a phone each member is a card that says its own heads', async ({ page }) => {
    await page.setViewportSize(PHONE);
    await page.goto(COMMITTEE);
    expect(await scrollsSideways(page)).toBe(false);
    const cell = rowOf(page, 'Legal').locator('td').nth(2);
    const head = await cell.evaluate((td) => getComputedStyle(td, '::before').content);
    expect(head).toBe('"Decision"');
    // Still a table to those who hear it.
    await expect(rowOf(page, 'Legal').getByRole('cell')).toHaveCount(7);
    const box = await cell.getByRole('link').boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(24);
    expect(box?.width).toBeGreaterThanOrEqual(24);
  });
});

test.describe('a persona', () => {
  test('is a human being, with what we have for each question', async ({ page }) => {
    await page.goto(`${INTERNAL}/personas/champion/`);
    for (const heading of ['Hopes', 'Fears', 'At risk for them', 'Veto', 'Push', 'Pull', 'Anxiety', 'Habit'])
      await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
    const needs = page.getByRole('region', { name: 'What they ask, and what we have' });
    const decision = needs.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Decision' }) });
    await expect(decision).toContainText('How do I explain this to the CFO in one page?');
    await decision.getByRole('link', { name: /^All \d+ for Champion at Decision$/ }).click();
    await expect(page).toHaveURL(/\?stage=decision&persona=champion$/);
  });

  test('outside, only what speaks to them is there', async ({ page }) => {
    await page.goto(`${PUBLIC}/personas/legal/`);
    await expect(page.getByRole('heading', { name: 'What they ask, and what we have' })).toBeVisible();
    for (const heading of ['Hopes', 'Fears', 'At risk for them', 'Veto', 'Four forces', 'Not known yet'])
      await expect(page.getByRole('heading', { name: heading })).toHaveCount(0);
    await expect(page.getByText('Nothing for Legal')).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'The whole buying committee' })).toHaveCount(0);
  });
});

test.describe('a message map', () => {
  test('is a house on one screen', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const map of MAPS) {
      await page.goto(`${INTERNAL}/message-maps/map-${map}/`);
      const box = await page.locator('.wording').boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 9_999), map).toBeLessThanOrEqual(800);
      const pillars = page.locator('.house-pillars > li');
      await expect(pillars).toHaveCount(3);
      const tops = await pillars.evaluateAll((all) =>
        all.map((pillar) => Math.round(pillar.getBoundingClientRect().top)),
      );
      expect(new Set(tops).size, map).toBe(1);
    }
  });

  test('says where proof is missing, to colleagues only', async ({ page }) => {
    await page.goto(`${INTERNAL}/message-maps/map-legal/`);
    const pillar = page.locator('.house-pillars > li').filter({ hasText: 'You can read it in one sitting.' });
    await expect(pillar).toContainText('No proof yet');
    await expect(page.getByText('1 of 3 pillars without proof.')).toBeVisible();
    await page.goto(`${PARTNER}/message-maps/map-champion/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Message map for the champion');
    await expect(page.getByText('No proof yet')).toHaveCount(0);
  });

  test('a pitch is copied by keyboard, folded up or not', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: INTERNAL });
    await page.goto(`${INTERNAL}/message-maps/map-champion/`);
    const pitch = page.getByText('You know the first week of the month.');
    await expect(pitch).toBeHidden();
    await page.getByRole('button', { name: '60 seconds' }).focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/^You know the first week.*put your name to it\.$/);
    await page.locator('summary', { hasText: '60 seconds' }).focus();
    await page.keyboard.press('Enter');
    await expect(pitch).toBeVisible();
  });

  test('is one sheet of paper, with its pitches and its sources', async ({ page }) => {
    for (const map of MAPS) {
      await page.goto(`${INTERNAL}/message-maps/map-${map}/`);
      for (const format of ['A4', 'Letter'] as const)
        expect(pageCount(await page.pdf({ format, printBackground: true })), `${map}, ${format}`).toBe(1);
    }
    await page.goto(`${INTERNAL}/message-maps/map-champion/`);
    const { text } = await readPdf(await page.pdf({ format: 'A4', printBackground: true }));
    const words = text.replaceAll(/\s+/g, ' ');
    for (const wanted of [
      'Partner',
      'Know every purchase',
      'You know the first week',
      'Halyard customer data study 2026',
      'no double work',
    ])
      expect(words).toContain(wanted);
  });

  test('on a phone the house stands floor upon floor', async ({ page }) => {
    await page.setViewportSize(PHONE);
    await page.goto(`${INTERNAL}/message-maps/map-champion/`);
    expect(await scrollsSideways(page)).toBe(false);
    const tops = await page
      .locator('.house-pillars > li')
      .evaluateAll((all) => all.map((pillar) => pillar.getBoundingClientRect().top));
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    expect(new Set(tops).size).toBe(3);
  });
});

test.describe('the buying journey', () => {
  test('our own steps lie over the stages that they span', async ({ page }) => {
    await page.goto(JOURNEY);
    const cell = page.getByRole('cell', { name: /^Opportunity/ });
    await expect(cell).toHaveAttribute('colspan', '2');
    const [over, from, to] = await Promise.all([
      cell.boundingBox(),
      page.getByRole('columnheader', { name: 'Consideration' }).boundingBox(),
      page.getByRole('columnheader', { name: 'Decision' }).boundingBox(),
    ]);
    expect(over?.x).toBeCloseTo(from?.x ?? 0, 0);
    expect((over?.x ?? 0) + (over?.width ?? 0)).toBeCloseTo((to?.x ?? 0) + (to?.width ?? 0), 0);
  });

  test('all three ways of moving are said in words', async ({ page }) => {
    await page.goto(JOURNEY);
    const movement = page.getByRole('region', { name: 'How buyers move' });
    await expect(movement.getByRole('term')).toHaveText(['Forwards', 'Backwards', 'Sideways']);
    await expect(movement).toContainText('the committee asks an earlier question again');
  });

  test('from a stage to its plays and its assets, and what is missing', async ({ page }) => {
    await page.goto(JOURNEY);
    const decision = page
      .locator('.journey-stages > li')
      .filter({ has: page.getByRole('heading', { name: 'Decision' }) });
    await expect(decision).toContainText('Can we defend this choice in front of everyone who has to sign?');
    await expect(decision.getByRole('link', { name: 'Hold the price, trade the terms' })).toBeVisible();
    await expect(page.getByText('No play for Awareness yet.')).toBeVisible();
    await decision.getByRole('link', { name: /^All \d+ for Decision$/ }).click();
    await expect(page).toHaveURL(/\/library\/\?stage=decision$/);
  });

  test('on a phone every step says over which stages it lies', async ({ page }) => {
    await page.setViewportSize(PHONE);
    await page.goto(JOURNEY);
    expect(await scrollsSideways(page)).toBe(false);
    const heads = await page
      .locator('.lanes td:not(.bare)')
      .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, '::before').content));
    expect(heads).toContain('"Consideration to Decision"');
  });
});

test.describe('the framework', () => {
  test('layers say who plans them and when, and what is overdue', async ({ page }) => {
    await page.goto(FRAMEWORK);
    const layer = page.locator('.layer').filter({ has: page.getByRole('heading', { name: 'Market knowledge' }) });
    await expect(layer).toContainText('Competitive Intelligence');
    await expect(layer).toContainText('every quarter');
    await expect(layer).toContainText('overdue since 20 Oct 2026');
    await expect(layer.getByRole('row').filter({ hasText: 'Claims' })).toContainText('source of');
  });

  test('a figure has its target, its day and its trend, and says when it is old', async ({ page }) => {
    await page.goto(FRAMEWORK);
    const metric = page.locator('.metric').filter({ hasText: 'Finance leads who name us unprompted' });
    await expect(metric).toContainText(/14%\s*as of 15 Apr 2026/);
    await expect(metric).toContainText('Target 20%: not reached yet');
    await expect(metric).toContainText('Old: a new figure was due 1 Nov 2026');
    await expect(metric).toContainText('From 9% (15 Apr 2025) to 14% (15 Apr 2026). Moving the right way.');
    await expect(metric.locator('polyline')).toHaveAttribute('points', /^[\d.]+,[\d.]+( [\d.]+,[\d.]+)+$/);
    await expect(page.getByText('1 figure is too old to steer by:')).toBeVisible();
  });

  test('a goal leads to its metrics and back', async ({ page }) => {
    await page.goto(FRAMEWORK);
    await page.getByRole('link', { name: 'Buyers decide, whether for us or against' }).click();
    await page.getByRole('link', { name: 'Days from first meeting to signature' }).click();
    await expect(page.getByRole('row')).toHaveCount(6);
    await expect(page.getByRole('row').nth(1)).toContainText(/31 Oct 2026\s*88 days/);
    await expect(page.getByRole('link', { name: 'Buyers decide, whether for us or against' })).toBeVisible();
  });

  test('on paper an old figure says so too', async ({ page }) => {
    await page.goto(FRAMEWORK);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText('Old: a new figure was due 1 Nov 2026')).toBeVisible();
  });
});

test('nothing on these pages needs a style of its own or breaks the policy', async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  for (const url of [COMMITTEE, JOURNEY, FRAMEWORK, `${INTERNAL}/message-maps/map-legal/`]) {
    await page.goto(url);
    await expect(page.locator('[style]')).toHaveCount(0);
  }
  expect(refused).toEqual([]);
});

for (const site of [PARTNER, PUBLIC]) {
  test(`${site === PUBLIC ? 'the public' : 'the partner'} site has none of the pages for colleagues`, async ({
    request,
  }) => {
    for (const path of ['committee', 'journey', 'framework', 'goals', 'metrics'])
      expect((await request.get(`${site}/${path}/`)).status(), path).toBe(404);
  });
}

// At 1280 px tests/e2e/accessibility.spec.ts visits them.
for (const colorScheme of ['light', 'dark'] as const) {
  for (const path of ['/committee/', '/journey/', '/framework/', '/message-maps/map-legal/', '/personas/legal/']) {
    test(`axe finds nothing on a phone, ${colorScheme}: ${path}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(PHONE);
      await page.goto(`${INTERNAL}${path}`);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
    });
  }
}
