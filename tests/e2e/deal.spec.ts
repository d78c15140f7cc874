/** The deal desk as a rep uses it: with a mouse, with the keyboard, on a phone, and without JavaScript. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { z } from 'zod';
import { INTERNAL, PARTNER, PUBLIC } from './sites.ts';

const answer = (page: Page): Locator => page.locator('.deal-answer');
const field = (page: Page, label: string): Locator => page.getByLabel(label, { exact: true });
const box = (page: Page, name: string): Locator => page.getByRole('checkbox', { name, exact: true });
const member = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

const openDesk = async (page: Page, deal = ''): Promise<void> => {
  await page.goto(`${INTERNAL}/deal/${deal === '' ? '' : `?${deal}`}`);
  await expect(answer(page)).toHaveAttribute('data-state', 'ready');
  await expect(page.locator('.deal-coming')).toHaveCount(0);
};

/** What the page shows, read off its elements. */
const shownAnswer = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const keysIn = (root: Element | null | undefined): (string | null)[] =>
      [...(root?.querySelectorAll('[data-key]') ?? [])].map((row) => row.getAttribute('data-key'));
    const pitchOf = (root: Element): unknown => {
      const pitch = root.querySelector('.deal-pitch');
      return pitch ? { map: pitch.getAttribute('data-map'), as: pitch.getAttribute('data-as') } : undefined;
    };
    const more = document.querySelector<HTMLButtonElement>('.deal-gaps button');
    more?.click();
    return new Promise((resolve) =>
      setTimeout(() =>
        resolve({
          members: [...document.querySelectorAll('.deal-member')].map((root) => ({
            persona: root.getAttribute('data-member'),
            now: keysIn(root.querySelector('[data-list="now"]')),
            next: keysIn(root.querySelector('[data-list="next"]')),
            pitch: pitchOf(root),
            heard: [...root.querySelectorAll('[data-force]')].map((heard) => [
              heard.getAttribute('data-force'),
              keysIn(heard),
            ]),
          })),
          play: document.querySelector('.deal-play')?.getAttribute('data-play') ?? undefined,
          battlecards: keysIn(document.querySelector('[data-part="against"]')),
          studies: keysIn(document.querySelector('[data-part="stories"]')),
          calculators: [...document.querySelectorAll('[data-part="numbers"] [data-key]')].map((row) => [
            row.getAttribute('data-key'),
            row.querySelector('.button-quiet')?.getAttribute('href')?.split('#')[1] ?? '',
          ]),
          gaps: [...document.querySelectorAll('[data-gap^="{"]')].map((gap): unknown =>
            JSON.parse(gap.getAttribute('data-gap') ?? 'null'),
          ),
        }),
      ),
    );
  });

const assets = z.object({ asset: z.string() }).array();
const listed = z.object({ assets });
const told = z.object({
  members: z
    .object({
      persona: z.string(),
      now: listed,
      next: listed.optional(),
      pitch: z.object({ map: z.string(), as: z.string() }).optional(),
      heard: z.object({ force: z.string(), objections: assets }).array(),
    })
    .array(),
  plays: z.string().array(),
  battlecards: assets,
  studies: assets,
  calculators: z.object({ asset: z.string(), fragment: z.string() }).array(),
  gaps: z.unknown().array(),
});

const keys = (list: z.infer<typeof assets>): string[] => list.map(({ asset }) => asset);

/** What the command line says of the same deal, in the same shape. */
const toldAnswer = (args: readonly string[]): unknown => {
  const { stdout } = spawnSync(process.execPath, ['scripts/deal.ts', ...args, '--format', 'json'], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    encoding: 'utf8',
  });
  const { members, plays, battlecards, studies, calculators, gaps } = told.parse(JSON.parse(stdout));
  return {
    members: members.map(({ persona, now, next, pitch, heard }) => ({
      ...{ persona, pitch, now: keys(now.assets), next: keys(next?.assets ?? []) },
      heard: heard.map(({ force, objections }) => [force, keys(objections)]),
    })),
    play: plays[0],
    battlecards: keys(battlecards),
    studies: keys(studies),
    calculators: calculators.map(({ asset, fragment }) => [asset, fragment]),
    gaps,
  };
};

const SAME: [deal: string, args: string[]][] = [
  ['', []],
  [
    'industry=healthcare&competitor=corvane&pipeline=closing&member=economic-buyer&member=legal',
    [
      '--industry',
      'healthcare',
      '--competitor',
      'corvane',
      '--stage',
      'closing',
      '--member',
      'legal',
      '--member',
      'economic-buyer',
    ],
  ],
  [
    'industry=logistics&size=small&region=nordics&product=halyard-cards&use=employee-cards&competitor=status-quo&pipeline=delivery',
    [
      '--industry',
      'logistics',
      '--size',
      'small',
      '--region',
      'nordics',
      '--product',
      'halyard-cards',
      '--use-case',
      'employee-cards',
      '--competitor',
      'status-quo',
      '--stage',
      'delivery',
    ],
  ],
  [
    'competitor=pocketwren&pipeline=qualification&member=end-user',
    ['--competitor', 'pocketwren', '--stage', 'qualification', '--member', 'end-user'],
  ],
];

for (const [deal, args] of SAME)
  test(`the page says what the command line says: ${deal || 'nothing said'}`, async ({ page }) => {
    await openDesk(page, deal);
    expect(await shownAnswer(page)).toEqual(toldAnswer(args));
  });

test.describe('a rep’s path', () => {
  test('from nothing said to the calculator in the industry’s numbers', async ({ page }) => {
    await openDesk(page);
    await expect(page.getByRole('heading', { name: 'For any deal' })).toBeVisible();
    await expect(page.locator('.deal-member')).toHaveCount(6);

    await field(page, 'Our stage').selectOption('Closing');
    await field(page, 'Industry').selectOption('Healthcare');
    await field(page, 'Competitor').selectOption('Corvane');
    await box(page, 'Legal').check();
    await expect(page).toHaveURL(/\?industry=healthcare&competitor=corvane&pipeline=closing&member=legal$/);
    await expect(page.getByRole('heading', { name: 'Healthcare · Corvane · Closing · Legal' })).toBeVisible();
    await expect(page.getByText('Can we defend this choice in front of everyone who has to sign?')).toBeVisible();

    const legal = member(page, 'Legal');
    await expect(page.locator('.deal-member')).toHaveCount(1);
    await expect(legal.getByRole('heading', { name: 'Now, at Decision' })).toBeVisible();
    await expect(legal.getByRole('heading', { name: 'Next, at Post-purchase' })).toBeVisible();
    const first = legal.locator('.deal-asset').first();
    await expect(first).toContainText('HIPAA');
    await expect(first.locator('.deal-why')).toContainText('same industry');
    await expect(legal.locator('.deal-asset add-to-kit')).toHaveCount(await legal.locator('.deal-asset').count());
    await expect(first.locator('add-to-kit')).toHaveAttribute('data-asset', 'security-answers/sa-hipaa');

    await expect(member(page, 'The play')).toContainText('Legal and security, side by side');
    await expect(member(page, 'Against whom')).toContainText('Halyard or Corvane');
    await expect(member(page, 'Closest customers')).toContainText('same industry');
    await page.getByRole('link', { name: 'Open with numbers from Healthcare' }).click();
    await expect(page.getByRole('textbox', { name: 'Employees' })).toHaveValue('1400');
  });

  test('back and forward go through the choices, and a reload keeps them', async ({ page }) => {
    await openDesk(page);
    await field(page, 'Industry').selectOption('Retail');
    await field(page, 'Our stage').selectOption('Proposal');
    await page.goBack();
    await expect(field(page, 'Our stage')).toHaveValue('');
    await expect(field(page, 'Industry')).toHaveValue('retail');
    await expect(answer(page)).toHaveAttribute('data-deal', 'industry=retail');
    await page.goForward();
    await expect(answer(page)).toHaveAttribute('data-deal', 'industry=retail&pipeline=proposal');
    await page.reload();
    await expect(answer(page)).toHaveAttribute('data-deal', 'industry=retail&pipeline=proposal');
    await expect(field(page, 'Our stage')).toHaveValue('proposal');
  });

  test('the last deals are kept here, taken up again, and forgotten', async ({ page }) => {
    await openDesk(page);
    await field(page, 'Industry').selectOption('Retail');
    await field(page, 'Our stage').selectOption('Proposal');
    await page.getByRole('button', { name: 'New deal' }).click();
    await field(page, 'Industry').selectOption('Software');
    const recent = member(page, 'Recent deals');
    // While more was said of the first, it stayed one deal.
    await expect(recent.getByRole('link')).toHaveText(['Software', 'Retail · Proposal']);
    await openDesk(page);
    await recent.getByRole('link', { name: 'Retail · Proposal' }).click();
    await expect(answer(page)).toHaveAttribute('data-deal', 'industry=retail&pipeline=proposal');
    await recent.getByRole('button', { name: 'Forget Software' }).click();
    await expect(recent.getByRole('link')).toHaveText(['Retail · Proposal']);
    await recent.getByRole('button', { name: 'Forget all' }).click();
    await expect(recent.getByRole('link')).toHaveCount(0);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('retail');
  });

  test('gaps are said plainly, with a draft to close them', async ({ page }) => {
    await openDesk(page, 'industry=logistics&pipeline=closing&member=legal');
    const gaps = page.locator('.deal-gaps');
    await expect(gaps).toContainText('Nothing made for Logistics at this stage for Legal');
    await expect(gaps.getByRole('link').first()).toHaveAttribute('href', /^\/admin\/#\/collections\/resources\/new\?/);
  });

  test('nothing about a deal is sent anywhere', async ({ page }) => {
    const asked: string[] = [];
    await openDesk(page);
    page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
    await field(page, 'Industry').selectOption('Healthcare');
    await box(page, 'Procurement').check();
    await expect(answer(page)).toHaveAttribute('data-deal', 'industry=healthcare&member=procurement');
    await page.waitForTimeout(500);
    expect(asked.filter((request) => /healthcare|procurement/.test(request))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });

  test('what an address names and this library has not is told', async ({ page }) => {
    await openDesk(page, 'industry=%3Cscript%3Ealert(1)%3C%2Fscript%3E&pipeline=closing&member=ghost');
    await expect(page.getByRole('alert')).toContainText('“<script>alert(1)</script>” is not known here');
    await expect(page.getByRole('alert')).toContainText('“ghost” is not known here');
    await expect(answer(page)).toHaveAttribute('data-deal', 'pipeline=closing');
  });
});

test('with the keyboard alone, and said to who listens', async ({ page }) => {
  await openDesk(page);
  await field(page, 'Our stage').focus();
  await page.keyboard.press('n');
  await expect(answer(page)).toHaveAttribute('data-deal', 'pipeline=negotiation');
  await page.keyboard.press('Tab');
  await expect(box(page, 'Economic buyer')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(answer(page)).toHaveAttribute('data-deal', 'pipeline=negotiation&member=economic-buyer');
  await expect(page.getByRole('status').filter({ hasText: 'for 1 member' })).toHaveText(/^\d+ assets for 1 member/);
  for (let i = 0; i < 12; i++) await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'To the answer' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'To the answer' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.locator('.deal-answer :focus')).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });

  test('the form first, then the answer, and nothing sideways', async ({ page }) => {
    await openDesk(page);
    await field(page, 'Our stage').selectOption('Proposal');
    await box(page, 'IT & security').tap();
    await expect(answer(page)).toHaveAttribute('data-deal', 'pipeline=proposal&member=it-security');
    await page.getByRole('button', { name: 'To the answer' }).tap();
    await expect(page.getByRole('heading', { name: 'Proposal · IT & security' })).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const small = await page
      .locator('.deal-side :is(select, .deal-chip, button)')
      .evaluateAll((targets) =>
        targets.filter((target) => target.getBoundingClientRect().height < 24).map((target) => target.textContent),
      );
    expect(small).toEqual([]);
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in an answer, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openDesk(page, 'industry=logistics&competitor=corvane&pipeline=closing');
    // What is far below is laid out only when it is near: until then its parts seem to lie on one another.
    await page.evaluate(() => {
      const all = new CSSStyleSheet();
      all.replaceSync('* { content-visibility: visible !important }');
      document.adoptedStyleSheets.push(all);
    });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
    ).toEqual([]);
  });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('its parts are pages of their own', async ({ page }) => {
    await page.goto(`${INTERNAL}/deal/`);
    await expect(page.getByText('needs JavaScript')).toBeVisible();
    const parts = page.locator('.deal-no-script');
    await expect(parts.getByRole('link', { name: 'Plays' })).toHaveAttribute('href', '/plays/');
    await expect(parts.getByRole('link', { name: 'Whole library' })).toBeVisible();
    await expect(page.locator('.deal-form')).toBeHidden();
  });
});

test('when the desk cannot be loaded, its parts are offered', async ({ page }) => {
  await page.route('**/deal/desk.json', (route) => route.fulfill({ json: { format: 1 } }));
  await page.goto(`${INTERNAL}/deal/`);
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  await expect(page.locator('.deal-no-script').getByRole('link', { name: 'Plays' })).toBeVisible();
});

test('titles that cannot be loaded are said, and come with the next choice', async ({ page }) => {
  await page.route('**/deal/names-*.json', (route) => route.abort(), { times: 1 });
  await page.goto(`${INTERNAL}/deal/?pipeline=closing`);
  await expect(page.getByRole('alert')).toContainText('titles could not be loaded');
  await field(page, 'Industry').selectOption('Retail');
  await expect(page.locator('.deal-coming')).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('outside there is no desk, and none of its data', async ({ request }) => {
  for (const site of [PARTNER, PUBLIC])
    for (const file of ['', 'desk.json', 'briefs.json', 'names-0.json'])
      expect((await request.get(`${site}/deal/${file}`)).status(), `${site}/deal/${file}`).toBe(404);
});
