/** The library by facets, case studies by deal, objections by what was said, and pins: as a rep uses them. */
import { readdirSync, readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { CORE_SCHEMA, load } from 'js-yaml';
import { ASSET_TYPES, type AssetType } from '../../src/domain/entries.ts';
import { collections } from '../../src/schemas/index.ts';
import { INTERNAL, PUBLIC } from './sites.ts';

/** The day of the example library. */
const TODAY = '2026-11-22';

/** An asset, straight from its file. */
interface Written {
  path: string;
  values: Readonly<Record<string, readonly string[]>>;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const textsIn = (data: Record<string, unknown>, ...names: string[]): string[] =>
  names.flatMap((name) => data[name] ?? []).filter((value) => typeof value === 'string');

const readAsset = (type: AssetType, file: string): Written[] => {
  const text = readFileSync(`content/${collections[type].folder}/${file}`, 'utf8');
  const frontMatter = file.endsWith('.md') ? (text.split(/^---$/m)[1] ?? '') : text;
  // Days stay texts.
  const data = load(frontMatter, { schema: CORE_SCHEMA });
  if (!isRecord(data) || data['status'] !== 'approved') return [];
  const [publishOn = '', expiresOn = '9999-12-31'] = [textsIn(data, 'publish_on')[0], textsIn(data, 'expires_on')[0]];
  if (publishOn > TODAY || expiresOn <= TODAY) return [];
  const values = {
    type: [type],
    stage: textsIn(data, 'stages'),
    persona: textsIn(data, 'personas', 'persona', 'buyer_personas'),
    industry: textsIn(data, 'industries', 'industry'),
    size: textsIn(data, 'company_sizes', 'company_size'),
    region: textsIn(data, 'regions', 'region'),
    product: textsIn(data, 'products', 'product'),
    use: textsIn(data, 'use_cases', 'use_case'),
    competitor: textsIn(data, 'competitors', 'competitor', 'displaced_competitor'),
    audience: [textsIn(data, 'audience')[0] ?? (type === 'calculators' ? 'public' : 'internal')],
    owner: textsIn(data, 'owner'),
  };
  return [{ path: `/${type}/${file.replace(/\.(md|yml)$/, '')}/`, values }];
};

const ASSETS = ASSET_TYPES.flatMap((type) =>
  readdirSync(`content/${collections[type].folder}`).flatMap((file) => readAsset(type, file)),
);
const FITS_ALL = ['industry', 'size', 'region'];

type Chosen = Readonly<Record<string, readonly string[]>>;

const fits = ({ values }: Written, facet: string, chosen: readonly string[]): boolean => {
  const own = values[facet] ?? [];
  return own.length === 0 ? FITS_ALL.includes(facet) : own.some((value) => chosen.includes(value));
};

const passes = (asset: Written, chosen: Chosen, except?: string): boolean =>
  Object.entries(chosen).every(([facet, values]) => facet === except || fits(asset, facet, values));

const brute = (assets: readonly Written[], chosen: Chosen, facet: string, value: string): number =>
  assets.filter((asset) => passes(asset, chosen, facet) && fits(asset, facet, [value])).length;

const addressOf = (chosen: Chosen, query = ''): string => {
  const pairs = Object.entries(chosen).flatMap(([facet, values]) => values.map((value) => [facet, value]));
  return `/library/?${new URLSearchParams([...(query ? [['q', query]] : []), ...pairs]).toString()}`;
};

const status = (page: Page): Locator => page.locator('[data-part="status"]');

const openLibrary = async (page: Page, address = '/library/', site = INTERNAL): Promise<void> => {
  await page.goto(`${site}${address}`);
  await expect(status(page)).toContainText(/\d+ (of \d+ )?(assets|case studies)/);
};

/** All counts that the page shows: `[facet, value, count]`. */
const shownCounts = (page: Page): Promise<[string, string, number][]> =>
  page.locator('.facet-value').evaluateAll((labels) =>
    labels.map((label): [string, string, number] => {
      const box = label.querySelector('input');
      return [box?.name ?? '', box?.value ?? '', Number(label.querySelector('.facet-count')?.textContent)];
    }),
  );

const shownPaths = async (page: Page): Promise<string[]> => {
  const more = page.getByRole('button', { name: 'Show more' });
  for (let i = 0; i < 10 && (await more.isVisible()); i++) {
    const before = await page.locator('[data-part="results"] > li').count();
    await more.click();
    await expect.poll(() => page.locator('[data-part="results"] > li').count()).toBeGreaterThan(before);
  }
  return page
    .locator('[data-part="results"] h3 a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
};

const expectTrueCounts = async (page: Page, among: readonly Written[], chosen: Chosen): Promise<void> => {
  const counts = (await shownCounts(page)).filter(([facet]) => facet !== 'freshness');
  expect(counts.length).toBeGreaterThan(40);
  expect(counts).toEqual(counts.map(([facet, value]) => [facet, value, brute(among, chosen, facet, value)]));
};

test.describe('the library', () => {
  const selections: Chosen[] = [
    {},
    { stage: ['decision'] },
    { stage: ['decision'], persona: ['legal', 'procurement'] },
    { industry: ['healthcare'], type: ['case-studies', 'one-pagers', 'resources'] },
    { competitor: ['corvane'], size: ['enterprise'], region: ['dach'], owner: ['Revenue Enablement'] },
  ];
  for (const chosen of selections) {
    test(`shows true counts for ${JSON.stringify(chosen)}`, async ({ page }) => {
      await openLibrary(page, addressOf(chosen));
      await expectTrueCounts(page, ASSETS, chosen);
      const expected = ASSETS.filter((asset) => passes(asset, chosen)).map(({ path }) => path);
      expect((await shownPaths(page)).sort()).toEqual(expected.sort());
    });
  }

  test('shows true counts under a query, and the same assets as without facets', async ({ page }) => {
    await openLibrary(page, addressOf({}, 'invoice'));
    const hits = await shownPaths(page);
    expect(hits.length).toBeGreaterThan(10);
    const among = ASSETS.filter(({ path }) => hits.includes(path));
    await expectTrueCounts(page, among, {});
    const chosen = { persona: ['champion', 'end-user'] };
    await openLibrary(page, addressOf(chosen, 'invoice'));
    await expectTrueCounts(page, among, chosen);
    expect(await shownPaths(page)).toEqual(
      hits.filter((path) => among.some((asset) => asset.path === path && passes(asset, chosen))),
    );
  });

  test('counts freshness as the badges of the assets say it', async ({ page }) => {
    await openLibrary(page, '/library/?freshness=overdue');
    const paths = await shownPaths(page);
    await expect(page.locator('[data-part="results"] .freshness')).toHaveText(
      paths.map(() => /^Review overdue since /),
    );
    await page.goto(`${INTERNAL}/`);
    await expect(page.getByText(`${paths.length} assets are overdue`)).toBeVisible();
  });

  test('keeps what is chosen in the address, and goes back and forward', async ({ page }) => {
    await openLibrary(page);
    await page.getByRole('checkbox', { name: /^Decision/ }).check();
    await expect(page).toHaveURL(/\?stage=decision$/);
    await page.getByRole('checkbox', { name: /^Legal/ }).check();
    await expect(page).toHaveURL(/\?stage=decision&persona=legal$/);
    const chosen = { stage: ['decision'], persona: ['legal'] };
    const both = `${ASSETS.filter((asset) => passes(asset, chosen)).length} of ${ASSETS.length} assets`;
    await expect(status(page)).toHaveText(both);
    await page.getByRole('button', { name: 'Remove Buying stage: Decision' }).click();
    await expect(page).toHaveURL(/\?persona=legal$/);
    await page.goBack();
    await expect(status(page)).toHaveText(both);
    await expect(page.getByRole('checkbox', { name: /^Decision/ })).toBeChecked();
    await page.goBack();
    await expect(page.getByRole('checkbox', { name: /^Legal/ })).not.toBeChecked();
    await page.goForward();
    await expect(page.getByRole('checkbox', { name: /^Legal/ })).toBeChecked();
    await page.reload();
    await expect(status(page)).toHaveText(both);
    await page.getByRole('button', { name: 'Clear all' }).click();
    await expect(page).toHaveURL(/\/library\/$/);
    await expect(status(page)).toHaveText(`${ASSETS.length} assets`);
  });

  test('leaves out what a link names and this build does not have, and says so', async ({ page }) => {
    await openLibrary(page, '/library/?stage=decision&persona=%3Cb%3Enobody&utm_source=x');
    await expect(page.getByText('Persona “<b>nobody” is not known here, so it was left out.')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /^Decision/ })).toBeChecked();
    await expect(page.locator('.list-notes b')).toHaveCount(0);
    // Outside there are no owners.
    await openLibrary(page, '/library/?owner=Revenue+Enablement', PUBLIC);
    await expect(page.locator('.list-notes li')).toHaveText(
      'Owner “Revenue Enablement” is not known here, so it was left out.',
    );
    expect((await shownCounts(page)).some(([facet]) => facet === 'owner')).toBe(false);
  });

  test('says of an asset that names no industry that it is for all of them', async ({ page }) => {
    await openLibrary(page, '/library/?industry=retail&type=pricing-faqs');
    await expect(page.locator('.fits-all').first()).toHaveText('All industries');
    await expect(page.getByText('say nothing here: they fit all')).not.toHaveCount(0);
  });

  test('sorts by title and by review, and says how many there are', async ({ page }) => {
    await openLibrary(page, '/library/?type=objections');
    await page.getByLabel('Sort by').selectOption('Title');
    await expect(page).toHaveURL(/sort=title/);
    const titles = page.locator('[data-part="results"] h3');
    await expect(titles.first()).toHaveText('Corvane has offered us a big discount');
    const texts = await titles.allTextContents();
    expect(texts).toEqual([...texts].sort(new Intl.Collator('en-GB').compare));
  });

  test('offers what to give up when nothing has all of it', async ({ page }) => {
    const chosen = {
      type: ['battlecards'],
      stage: ['post-purchase'],
      persona: ['legal'],
      industry: ['retail'],
    };
    await openLibrary(page, addressOf(chosen));
    await expect(status(page)).toHaveText(`0 of ${ASSETS.length} assets`);
    const best = Object.keys(chosen)
      .map((facet) => ASSETS.filter((asset) => passes(asset, chosen, facet)).length)
      .sort((a, b) => b - a)[0];
    const offer = page.getByRole('button', { name: `Drop the filter “Type” and see ${best}` });
    await offer.click();
    await expect(status(page)).toHaveText(`${best} of ${ASSETS.length} assets`);
    await expect(page.getByRole('heading', { name: 'Assets', exact: true })).toBeFocused();
  });

  test('offers to drop the words when they are what is too much', async ({ page }) => {
    await openLibrary(page, '/library/?q=xqzvwk&type=battlecards');
    const cards = ASSETS.filter(({ values }) => values['type']?.includes('battlecards')).length;
    await page.getByRole('button', { name: `Drop the words “xqzvwk” and see ${cards}` }).click();
    await expect(status(page)).toHaveText(`${cards} of ${ASSETS.length} assets`);
    await expect(page.getByLabel('Words to look for in this list')).toHaveValue('');
  });

  test('finds with words, puts slips right, and takes that back', async ({ page }) => {
    await openLibrary(page);
    await page.getByLabel('Words to look for in this list').fill('invioce matchng');
    await expect(status(page)).toContainText('for “invoice matching”');
    await expect(page).toHaveURL(/\?q=invioce\+matchng$/);
    await expect(page.getByLabel('Sort by')).toHaveValue('relevance');
    await page.getByRole('button', { name: 'Search instead for “invioce matchng”' }).click();
    await expect(status(page)).toContainText('for “invioce matchng”');
    await page.goBack();
    await expect(status(page)).toContainText('for “invoice matching”');
  });

  test('shows more where the keyboard is, and is as long as it was after coming back', async ({ page }) => {
    await openLibrary(page);
    const items = page.locator('[data-part="results"] > li');
    await expect(items).toHaveCount(24);
    await page.getByRole('button', { name: 'Show more' }).focus();
    await page.keyboard.press('Enter');
    await expect(items).toHaveCount(48);
    await expect(items.nth(24).getByRole('link')).toBeFocused();
    await items.nth(40).getByRole('link').click();
    await page.waitForURL((url) => url.pathname !== '/library/');
    await page.goBack();
    await expect(items).toHaveCount(48);
  });

  test('works by keyboard alone', async ({ page }) => {
    await openLibrary(page);
    await page.getByRole('checkbox', { name: /^Decision/ }).focus();
    await page.keyboard.press('Space');
    await expect(page.getByRole('checkbox', { name: /^Decision/ })).toBeFocused();
    await page.getByRole('checkbox', { name: /^Legal/ }).focus();
    await page.keyboard.press('Space');
    await expect(page).toHaveURL(/persona=legal/);
    await page.getByRole('button', { name: 'Remove Buying stage: Decision' }).focus();
    await page.keyboard.press('Enter');
    // The next chip, and after the last the results.
    await expect(page.getByRole('button', { name: 'Remove Persona: Legal' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Assets', exact: true })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.locator('[data-part="results"] > li').first().getByRole('link')).toBeFocused();
  });

  test('is announced politely', async ({ page }) => {
    await openLibrary(page);
    await expect(status(page)).toHaveAttribute('role', 'status');
  });

  test('downloads nothing of the search, and one file of cards, before it is needed', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await openLibrary(page);
    expect(asked.filter((path) => path.includes('pagefind') || path.includes('search-words'))).toEqual([]);
    expect(asked.filter((path) => path.endsWith('.json'))).toEqual(['/library/columns.json', '/library/cards-0.json']);
  });

  test('on a phone the facets are a sheet that says what it will show', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await openLibrary(page);
    await expect(page.locator('.facets-column')).toBeHidden();
    await page.getByRole('button', { name: 'Filters', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'Filters' });
    await sheet.locator('summary', { hasText: 'Buying stage' }).click();
    await sheet.getByRole('checkbox', { name: /^Decision/ }).check();
    const count = ASSETS.filter(({ values }) => values['stage']?.includes('decision')).length;
    await sheet.getByRole('button', { name: `Show ${count} assets` }).click();
    await expect(sheet).toBeHidden();
    await expect(page.getByRole('button', { name: 'Filters (1)' })).toBeFocused();
    await expect(status(page)).toHaveText(`${count} of ${ASSETS.length} assets`);
    await page.getByRole('button', { name: 'Filters (1)' }).click();
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});

test.describe('the library when something is missing', () => {
  const index = (page: Page): Locator => page.getByRole('heading', { name: 'By buying stage' });

  for (const [name, body] of [
    ['missing', undefined],
    ['cut short', '{"format":1,"stamp":"x","rows":98,"fac'],
    ['of another format', '{"format":99}'],
  ] as const) {
    test(`says so and leaves the index when the columns are ${name}`, async ({ page }) => {
      await page.route('**/library/columns.json', (route) =>
        body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ body, contentType: 'application/json' }),
      );
      await page.goto(`${INTERNAL}/library/`);
      await expect(status(page)).toContainText('The filters could not be loaded');
      await expect(index(page)).toBeVisible();
      await page.getByRole('link', { name: 'Decision', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Decision' })).toBeVisible();
    });
  }

  test('says so and shows the index when the cards are of another build', async ({ page }) => {
    await page.route('**/library/cards-*.json', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace(/"stamp":"[^"]*"/, '"stamp":"old"') });
    });
    await page.goto(`${INTERNAL}/library/`);
    await expect(status(page)).toContainText('could not be loaded');
    await expect(index(page)).toBeVisible();
  });

  for (const [name, broken] of [
    ['missing', 'abort'],
    ['of another build', 'other'],
  ] as const) {
    test(`says so and goes on by facets when the search index is ${name}`, async ({ page }) => {
      await page.route('**/pagefind/**', async (route) => {
        if (broken === 'abort') await route.abort();
        else
          await route.fulfill({
            response: await route.fetch({ url: route.request().url().replace(INTERNAL, PUBLIC) }),
          });
      });
      await openLibrary(page, '/library/?q=corvane&stage=decision');
      await expect(page.getByText('Search is not available just now, so this list leaves out “corvane”')).toBeVisible();
      await expectTrueCounts(page, ASSETS, { stage: ['decision'] });
    });
  }

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('is an index by type, stage and reader, with counts', async ({ page }) => {
      await page.goto(`${PUBLIC}/library/`);
      await expect(page.getByText('Filters need JavaScript')).toBeVisible();
      await expect(page.getByRole('searchbox')).toHaveCount(1);
      await page.getByRole('main').getByRole('link', { name: 'Case studies' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Case studies');
      await expect(page.getByRole('link', { name: 'Eirvale Clinics is live in 31 days' })).toBeVisible();
      await expect(page.getByText('Customers like you')).toBeHidden();
      await page.goto(`${INTERNAL}/objections/`);
      await expect(page.getByRole('link', { name: 'It is too expensive' })).toBeVisible();
    });
  });
});

test.describe('case studies', () => {
  const first = (page: Page): Locator => page.locator('[data-part="results"] > li').first();

  test('rank by likeness to the deal, with the reasons', async ({ page }) => {
    await openLibrary(page, '/case-studies/');
    const deal = page.getByRole('region', { name: 'Closest to your deal' });
    await deal.getByLabel('Industry').selectOption('Manufacturing');
    await deal.getByLabel('Company size').selectOption({ label: 'Enterprise (2,000 and more)' });
    await deal.getByLabel('Use case').selectOption('Month-end close');
    await deal.getByLabel('Persona').selectOption('Procurement');
    await expect(status(page)).toContainText('the closest first');
    await expect(first(page)).toContainText('A packaging manufacturer sees 89 percent of spend');
    await expect(first(page).getByRole('list', { name: 'How it compares' }).getByRole('listitem')).toHaveText([
      'Same industry',
      'One size smaller',
      'Same use case',
      'This persona took part',
    ]);
    await expect(page.locator('.reasons', { hasText: 'Another industry: ' })).not.toHaveCount(0);
    await expect(page).toHaveURL(/deal-industry=manufacturing&deal-size=enterprise&deal-use=month-end-close/);
    await page.goBack();
    await expect(deal.getByLabel('Persona')).toHaveValue('');
    await page.reload();
    await expect(first(page)).toContainText('Same industry');
    await deal.getByRole('button', { name: 'Start over' }).click();
    await expect(status(page)).toHaveText('14 case studies');
  });

  test('are filtered by what counts, also by the kind of result', async ({ page }) => {
    await openLibrary(page, '/case-studies/?region=dach&outcome=money');
    const dach = ASSETS.filter(
      ({ path, values }) => path.startsWith('/case-studies/') && values['region']?.includes('dach'),
    );
    const paths = await shownPaths(page);
    expect(paths.length).toBeGreaterThan(0);
    expect(dach.map(({ path }) => path)).toEqual(expect.arrayContaining(paths));
    await expect(first(page)).toContainText('$73,000');
  });

  test('outside are told as the customers allow', async ({ page }) => {
    await openLibrary(page, '/case-studies/?deal-industry=manufacturing', PUBLIC);
    await expect(page.getByRole('region', { name: 'Customers like you' })).toBeVisible();
    // Its consent to be named has ended; the two without consent are not there at all.
    await expect(page.locator('.study .eyebrow', { hasText: 'Nordic packaging manufacturer' })).toHaveCount(1);
    await expect(page.getByText('Vestermark')).toHaveCount(0);
    await expect(page.getByText('Outside:')).toHaveCount(0);
    await page.getByRole('button', { name: 'Start over' }).click();
    await expect(status(page)).toHaveText('12 case studies');
    await expect(page.getByText('Parrishgate')).toHaveCount(0);
  });

  test('are a plain list when the filters cannot be loaded', async ({ page }) => {
    await page.route('**/library/case-studies.json', (route) => route.fulfill({ body: '{' }));
    await page.goto(`${INTERNAL}/case-studies/`);
    await expect(status(page)).toContainText('Filters could not be loaded');
    await expect(page.getByRole('link', { name: 'Eirvale Clinics is live in 31 days' })).toBeVisible();
  });
});

test.describe('objections', () => {
  test('a prospect’s sentence finds the answer, by keyboard alone, and it can be copied', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: INTERNAL });
    await page.goto(`${INTERNAL}/objections/`);
    await page.getByLabel('What did they say?').focus();
    await page.keyboard.type('honestly, your product costs too much money');
    await expect(status(page)).toContainText('answers may fit');
    const answer = page.locator('.answer').first();
    await expect(answer).toContainText('It is too expensive');
    await expect(answer).toContainText('Compared with what? In our model');
    await expect(answer.getByText('How many of your people did you count as users?')).toBeVisible();
    await expect(answer.getByText('Merrow & Tide Research').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(answer.getByRole('link', { name: 'It is too expensive' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('.answer').nth(1).locator('h3 a')).toBeFocused();
    await expect(page.locator('.answer').nth(1).locator('details')).toHaveAttribute('open', '');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(page.getByLabel('What did they say?')).toBeFocused();
    await answer.getByRole('button', { name: 'Copy as text: It is too expensive' }).press('Enter');
    await expect(status(page)).toHaveText('Answer copied');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^It is too expensive\n\nCompared with what\?[^]*\n\nAsk first:\n- [^]*\n\nProof:\n- /);
    await expect(page).toHaveURL(/\?q=honestly/);
  });

  test('are found by what a rival is called, and without that where the words cannot be had', async ({ page }) => {
    await page.goto(`${INTERNAL}/objections/?q=the free card is enough`);
    await expect(page.locator('.answer').first()).toContainText('Pocketwren');
    await page.route('**/search-words.json', (route) => route.fulfill({ body: '{"synonyms":' }));
    await page.goto(`${INTERNAL}/objections/?q=Pocketwren is enough`);
    await expect(page.locator('.answer').first()).toContainText('Pocketwren');
  });

  test('are filtered by category and force, and the address brings them back', async ({ page }) => {
    await page.goto(`${INTERNAL}/objections/?category=security`);
    await expect(status(page)).toHaveText('3 answers may fit, the likeliest first');
    await page.getByLabel('What did they say?').fill('where are your servers');
    await expect(page.locator('.answer').first()).toContainText('Our data must stay in the EU');
    await page.goto(`${INTERNAL}/objections/?category=nonsense`);
    await expect(page.getByRole('link', { name: 'It is too expensive' })).toBeVisible();
  });

  test('say so when nothing fits, and when the answers cannot be loaded', async ({ page }) => {
    await page.goto(`${INTERNAL}/objections/?q=xqzvwk`);
    await expect(page.getByText('No objection sounds like this yet')).toBeVisible();
    await page.route('**/library/answers-*.json', (route) => route.fulfill({ body: '{"stamp":"old"}' }));
    await page.goto(`${INTERNAL}/objections/?q=budget`);
    await expect(status(page)).toContainText('The answers could not be loaded');
    await expect(page.getByRole('link', { name: 'It is too expensive' })).toBeVisible();
  });

  test('load nothing before the reader turns to them', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${INTERNAL}/objections/`, { waitUntil: 'networkidle' });
    expect(asked.filter((path) => path.endsWith('.json'))).toEqual([]);
    await page.getByLabel('What did they say?').focus();
    await expect.poll(() => asked).toContain('/library/objections.json');
  });
});

test.describe('pins', () => {
  const pinned = (page: Page): Locator => page.getByRole('region', { name: 'Pinned' });

  test('survive a reload, stand on the first page and in the library, and can be taken back', async ({ page }) => {
    await page.goto(`${INTERNAL}/objections/too-expensive/`);
    const pin = page.getByRole('button', { name: 'Pin', exact: true });
    await pin.click();
    await expect(pin).toHaveAttribute('aria-pressed', 'true');
    await page.reload();
    await expect(pin).toHaveAttribute('aria-pressed', 'true');
    await openLibrary(page, '/library/?type=objections');
    await expect(pinned(page).getByRole('link')).toHaveText(['It is too expensive']);
    await page.getByRole('button', { name: 'Pin “Our ERP can do that”' }).click();
    await expect(page).toHaveURL(/\/library\//);
    await page.goto(`${INTERNAL}/`);
    await expect(pinned(page).getByRole('link')).toHaveText(['Our ERP can do that', 'It is too expensive']);
    await pinned(page).getByRole('button', { name: 'Unpin “Our ERP can do that”' }).press('Enter');
    await expect(pinned(page).getByRole('button', { name: 'Unpin “It is too expensive”' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(pinned(page)).toBeHidden();
  });

  test('can be set on a result of the search', async ({ page }) => {
    await page.goto(`${INTERNAL}/search/?q=corvane`);
    await page.getByRole('button', { name: /^Pin “Halyard or Corvane”/ }).click();
    await page.goto(`${INTERNAL}/`);
    await expect(pinned(page).getByRole('link')).toHaveText(['Halyard or Corvane']);
  });

  test('are not trusted: what others have written there is left out', async ({ page }) => {
    await page.goto(`${INTERNAL}/`);
    const path = 'javascript:alert(1)';
    const kept = [{ path, title: 'Bad', kind: '' }, 7, { path: '/kits/healthcare/', title: '<b>Kit</b>', kind: 'Kit' }];
    await page.evaluate((text) => localStorage.setItem('pins', text), JSON.stringify(kept));
    await page.reload();
    await expect(pinned(page).getByRole('link')).toHaveText(['<b>Kit</b>']);
  });

  test('hold for the page where storage is closed, without alarming anybody', async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.goto(`${INTERNAL}/objections/too-expensive/`);
    const pin = page.getByRole('button', { name: 'Pin', exact: true });
    await pin.click();
    await expect(pin).toHaveAttribute('aria-pressed', 'true');
    expect(errors).toEqual([]);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe, with results shown, ${colorScheme}`, () => {
    test.use({ colorScheme });
    for (const [name, address, isPhone] of [
      ['library', '/library/?q=invoice&industry=retail&stage=nope', false],
      ['library, empty', '/library/?type=battlecards&stage=post-purchase&persona=legal&industry=retail', false],
      ['library on a phone, filters open', '/library/?stage=decision', true],
      ['case studies', '/case-studies/?deal-industry=retail&deal-size=small&deal-use=month-end-close', false],
      ['objections', '/objections/?q=your product costs too much', false],
    ] as const) {
      test(name, async ({ page }) => {
        if (isPhone) await page.setViewportSize({ width: 390, height: 800 });
        await page.addInitScript(() =>
          localStorage.setItem('pins', '[{"path":"/kits/healthcare/","title":"Healthcare","kind":"Kit"}]'),
        );
        await page.goto(`${INTERNAL}${address}`);
        await expect(status(page)).toContainText(/\d+ /);
        if (isPhone) await page.getByRole('button', { name: /Filters/ }).click();
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
        ).toEqual([]);
      });
    }
  });
}
