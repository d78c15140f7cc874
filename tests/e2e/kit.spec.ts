/**
 * A rep's whole path with a kit: collected, put in order, noted, planned, sent as an e-mail, printed, shared as a link
 * that opens on the public site; and an older link that says what has changed since.
 */
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Download, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { readKitFile } from '../../src/domain/kit/kit-file.ts';
import { readShareLink, writeShareLink, type SharedKit } from '../../src/domain/kit/share-link.ts';
import { INTERNAL, PARTNER, PUBLIC } from './sites.ts';

/** The address of the public site, as the settings of the example name it. */
const SITE = 'https://halyard.example';
const KIT = `${INTERNAL}/kit/`;

const BATTLECARD = 'battlecards/battlecard-corvane';
const STUDY = 'case-studies/eirvale-clinics';
const PAPER = 'one-pagers/one-pager-cfo-budgets';

const allowClipboard = (page: Page) =>
  page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: INTERNAL });

const clipboard = (page: Page, type = 'text/plain') =>
  page.evaluate(async (wanted) => {
    const [item] = await navigator.clipboard.read();
    return item?.types.includes(wanted) ? await (await item.getType(wanted)).text() : '';
  }, type);

/** A kit as it lies in the browser, there before the page is opened. */
const withKit = async (page: Page, ...assets: string[]): Promise<void> => {
  const items = assets.map((asset) => ({ asset, why: '' }));
  const kept = JSON.stringify({ kit: { title: '', items, plan: [] }, removed: [], aside: [] });
  await page.addInitScript((text) => {
    if (localStorage.getItem('kits') === null) localStorage.setItem('kits', text);
  }, kept);
  await page.goto(KIT);
  if (assets.length > 0) await expect(titles(page)).toHaveCount(assets.length);
};

const titles = (page: Page) => page.locator('.kit-item h3');
const status = (page: Page) => page.locator('.kit-notice [role="status"]');
const noticeUndo = (page: Page) => page.getByRole('button', { name: 'Undo' });

const violations = async (page: Page): Promise<string[]> => {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
};

const bytesOf = async (download: Download): Promise<Uint8Array> =>
  new Uint8Array(await readFile(await download.path()));

const openShared = (page: Page, fragment: string) => page.goto(`${PUBLIC}/shared/#${fragment}`);

const linkTo = (kit: SharedKit): string => writeShareLink(SITE, kit) ?? '';

test('from an asset to a link that the buyer opens', async ({ page, browserName }) => {
  test.skip(browserName !== 'chromium', 'PDFs are printed by Chromium alone.');
  // A whole path, with two printings and axe twice.
  test.slow();
  await allowClipboard(page);

  // Collected: on the page of an asset, and in a list.
  await page.goto(`${INTERNAL}/${BATTLECARD}/`);
  const add = page.getByRole('button', { name: /^Kit: / }).first();
  await add.click();
  await expect(add).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('In your kit now. Assets in it: 1.')).toBeAttached();
  await page.goto(`${INTERNAL}/case-studies/`);
  await page.locator(`add-to-kit[data-asset="${STUDY}"] button`).click();
  await page.goto(`${INTERNAL}/${PAPER}/`);
  await page
    .getByRole('button', { name: /^Kit: / })
    .first()
    .click();

  // Put in order, by keyboard.
  await page.goto(KIT);
  await expect(titles(page)).toHaveCount(3);
  const [card = '', study = '', paper = ''] = await titles(page).allInnerTexts();
  const up = page.getByRole('button', { name: `Move “${paper}” up` });
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText(`“${paper}” is number 2 of 3.`);
  await expect(up).toBeFocused();
  await page.keyboard.press('Enter');
  expect(await titles(page).allInnerTexts()).toEqual([paper, card, study]);
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText(`“${paper}” cannot go further.`);

  // Noted and planned.
  await page.getByLabel('Title').fill('For Rust & Söhne');
  await page.getByLabel(`Why “${study}” is in`).fill('Eight sites, as you have. <b>Live</b> in a month.');
  await page.getByRole('button', { name: 'Add a step' }).click();
  await expect(page.getByLabel('Step', { exact: true })).toBeFocused();
  await page.keyboard.type('Match 20 of your invoices in a demo');
  await page.getByLabel('Who', { exact: true }).selectOption('them');
  await page.getByLabel('By when').fill('week 2');

  // The meter says who is left without an answer.
  await expect(page.getByText(/^Missing: .*Legal/)).toBeVisible();
  expect(await violations(page)).toEqual([]);

  // As an e-mail, without what is not public.
  await expect(page.locator('.kit-left-out').first()).toContainText(card);
  await page.getByRole('button', { name: 'Copy as an e-mail' }).click();
  await expect(status(page)).toHaveText('Copied. Paste it into a mail.');
  const mail = await clipboard(page);
  expect(mail).toMatch(/^For Rust & Söhne\n\n1\. /);
  expect(mail).toContain(`${SITE}/${STUDY}/`);
  expect(mail).toContain('Your team: Match 20 of your invoices in a demo (By when: week 2)');
  expect(mail).not.toContain(card);
  const html = await clipboard(page, 'text/html');
  expect(html).toContain('For Rust &amp; Söhne');
  expect(html).toContain('&lt;b&gt;Live&lt;/b&gt;');
  await page.getByRole('radio', { name: 'A colleague' }).check();
  await page.getByRole('button', { name: 'Copy as an e-mail' }).click();
  // Reading while the page still writes fails.
  await expect(async () => expect(await clipboard(page)).toContain(`${INTERNAL}/${BATTLECARD}/`)).toPass();

  // On paper: for a colleague all of it, marked; for the buyer what is public.
  const ours = await printedText(page);
  expect(ours).toContain('Internal: do not forward');
  expect(ours).toContain(card);
  await page.getByRole('radio', { name: 'The buyer' }).check();
  const printed = await printedText(page);
  expect(printed).toContain('For Rust & Söhne');
  expect(printed).toContain('Put together on 22 Nov 2026');
  expect(printed).toContain('Contents');
  expect(printed).toContain('Eight sites, as you have.');
  expect(printed).toContain('Match 20 of your invoices in a demo');
  expect(printed).not.toContain(card);
  for (const chrome of ['Mutual action plan', 'Undo', 'Copy the link', 'Curated kits'])
    expect(printed).not.toContain(chrome);

  // As a link, with the rep told what is inside.
  await expect(page.getByText('The title, the notes and the plan below are inside the link.')).toBeVisible();
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await expect(status(page)).toContainText('The link is copied');
  const link = await clipboard(page);
  expect(link).toMatch(/^https:\/\/halyard\.example\/shared\/#k1\./);
  const { kit } = readShareLink(SITE, new URL(link).hash);
  expect(kit?.items.map(({ asset }) => asset)).toEqual([PAPER, STUDY]);
  // No title of an asset, public or not.
  expect(JSON.stringify(kit)).not.toContain(card);
  expect(JSON.stringify(kit)).not.toContain(study);

  // Opened by the buyer.
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await openShared(page, new URL(link).hash.slice(1));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('For Rust & Söhne');
  await expect(page.getByText('Put together on 22 Nov 2026. Nothing in it has changed since.')).toBeVisible();
  await expect(page.locator('.shared-items h3')).toHaveText([paper, study]);
  await expect(page.getByText('<b>Live</b>')).toBeVisible();
  await expect(page.getByText('Your team')).toBeVisible();
  expect(requests.filter((url) => url.includes('k1.'))).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: study }).click();
  await expect(page).toHaveURL(`${PUBLIC}/${STUDY}/`);
});

/** What a PDF of the page says, read as a program reads it. */
const printedText = async (page: Page): Promise<string> => {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const bytes = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  expect(document.numPages).toBeGreaterThan(1);
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, i) => (await document.getPage(i + 1)).getTextContent()),
  );
  return pages
    .flatMap(({ items }) => items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')))
    .join('')
    .replaceAll(/\s+/g, ' ');
};

test.describe('an older link', () => {
  const today = async (page: Page): Promise<string> => {
    const response = await page.request.get(`${PUBLIC}/case-studies/index.json`);
    const text = await response.text();
    return /"id":"eirvale-clinics".*?"content_version":"([\w-]+)"/.exec(text)?.[1] ?? '';
  };
  const old: SharedKit = {
    madeOn: '2026-01-15',
    title: 'Last winter',
    items: [
      { asset: STUDY, version: 'another', why: 'Read it' },
      { asset: BATTLECARD, version: 'x', why: 'Secret note' },
      { asset: 'resources/withdrawn', version: 'x', why: '' },
    ],
    plan: [],
  };

  test('says what was updated and what is gone, and no more of it', async ({ page }) => {
    await openShared(page, linkTo(old));
    await expect(
      page.getByText('Put together on 15 Jan 2026. Since then: 1 updated, 2 no longer available.'),
    ).toBeVisible();
    await expect(page.getByText('Updated on 16 Nov 2026')).toBeVisible();
    await expect(page.getByText('No longer available, or not shared')).toHaveCount(2);
    await expect(page.locator('main')).not.toContainText('Secret note');
    await expect(page.locator('main')).not.toContainText('Corvane');
  });

  test('of which nothing has changed says so', async ({ page }) => {
    const version = await today(page);
    await openShared(page, linkTo({ ...old, items: [{ asset: STUDY, version, why: '' }] }));
    await expect(page.getByText('Nothing in it has changed since.')).toBeVisible();
  });

  for (const [name, fragment, words] of [
    ['damaged', linkTo(old).slice(0, -3), 'This link is damaged'],
    ['foreign', writeShareLink('https://other.example', old) ?? '', 'made for another site'],
    ['huge', 'x'.repeat(40_000), 'longer than any that is made here'],
    ['newer', linkTo(old).replace('k1', 'k2'), 'made by a newer version'],
    ['empty', '', 'The part after the # is missing'],
  ] as const) {
    test(`that is ${name} is refused with a sentence`, async ({ page }) => {
      await openShared(page, fragment);
      await expect(page.getByRole('status')).toContainText(words);
      await expect(page.locator('.shared-items')).toHaveCount(0);
    });
  }
});

test.describe('nothing that was typed is lost', () => {
  test('a removed asset comes back to its place with its note, from the page or from a list', async ({ page }) => {
    await withKit(page, STUDY, PAPER);
    const [study = ''] = await titles(page).allInnerTexts();
    await page.getByLabel(`Why “${study}” is in`).fill('As large as you are');
    await page.getByRole('button', { name: `Take “${study}” out` }).click();
    await expect(titles(page)).toHaveCount(1);
    await expect(noticeUndo(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(titles(page).first()).toHaveText(study);
    await expect(page.getByLabel(`Why “${study}” is in`)).toHaveValue('As large as you are');

    await page.goto(`${INTERNAL}/${STUDY}/`);
    const toggle = page.getByRole('button', { name: /^Kit: / }).first();
    await toggle.click();
    await expect(toggle).toHaveAttribute('aria-pressed', 'false');
    await toggle.click();
    await page.goto(KIT);
    await expect(page.getByLabel(`Why “${study}” is in`)).toHaveValue('As large as you are');
  });

  test('a removed step comes back, and steps change places by keyboard', async ({ page }) => {
    await withKit(page);
    for (const step of ['First', 'Second']) {
      await page.getByRole('button', { name: 'Add a step' }).click();
      await page.keyboard.type(step);
    }
    await page.getByRole('button', { name: 'Move step 2 up' }).click();
    const steps = page.getByLabel('Step', { exact: true });
    await expect(steps.first()).toHaveValue('Second');
    await expect(page.getByRole('button', { name: 'Move step 1 up' })).toBeFocused();
    await page.getByRole('button', { name: 'Remove step 1' }).click();
    await expect(steps).toHaveCount(1);
    await noticeUndo(page).click();
    await expect(steps.first()).toHaveValue('Second');
  });

  test('a curated kit puts the one at hand aside, from where it comes back', async ({ page }) => {
    await withKit(page, STUDY);
    await page.getByLabel('Title').fill('Mine');
    await page.goto(`${INTERNAL}/kits/manufacturing-mid-market/`);
    await page.getByRole('button', { name: /^Start from/ }).click();
    await expect(page).toHaveURL(KIT);
    await expect(titles(page)).toHaveCount(9);
    await expect(page.getByLabel('Step', { exact: true })).toHaveCount(6);
    await page.getByRole('button', { name: 'Open “Mine”' }).click();
    await expect(titles(page)).toHaveCount(1);
    await page.getByRole('button', { name: /^Throw away/ }).click();
    await noticeUndo(page).click();
    await expect(page.getByRole('button', { name: /^Throw away/ })).toBeVisible();
  });

  test('tabs agree', async ({ page, context }) => {
    await withKit(page, STUDY);
    const other = await context.newPage();
    await other.goto(`${INTERNAL}/${PAPER}/`);
    await other
      .getByRole('button', { name: /^Kit: / })
      .first()
      .click();
    await expect(titles(page)).toHaveCount(2);
    await page
      .getByRole('button', { name: /^Take “/ })
      .nth(1)
      .click();
    await expect(other.getByRole('button', { name: /^Kit: / }).first()).toHaveAttribute('aria-pressed', 'false');
  });

  test('what is not in the library any more keeps its note', async ({ page }) => {
    await withKit(page, 'resources/withdrawn', STUDY).catch(() => undefined);
    await expect(page.getByText('Not in the library any more')).toBeVisible();
    await page.getByLabel('Why “resources/withdrawn” is in').fill('Still mine');
    await page.reload();
    await expect(page.getByLabel('Why “resources/withdrawn” is in')).toHaveValue('Still mine');
  });
});

test.describe('files', () => {
  test('a kit goes to a file and comes back', async ({ page }) => {
    await withKit(page, STUDY, PAPER);
    await page.getByLabel('Title').fill('To keep');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('to-keep.json');
    const bytes = await bytesOf(download);
    expect(readKitFile(new TextDecoder().decode(bytes)).kit?.items).toHaveLength(2);

    await page.getByLabel('Title').fill('Changed');
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'kit.json', mimeType: 'application/json', buffer: Buffer.from(bytes) });
    await expect(page.getByLabel('Title')).toHaveValue('To keep');
    await expect(page.getByRole('button', { name: 'Open “Changed”' })).toBeVisible();
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('[]') });
    await expect(status(page)).toContainText('That is no file of a kit');
    await expect(page.getByLabel('Title')).toHaveValue('To keep');
  });

  test('a zip holds a cover and what may be handed on', async ({ page }) => {
    await page.route('**/*-a4.pdf', (route) =>
      route.fulfill(
        route.request().url().includes(PAPER)
          ? { contentType: 'application/pdf', body: '%PDF-1.7 made before' }
          : { status: 404, body: 'none' },
      ),
    );
    await withKit(page, BATTLECARD, PAPER, STUDY);
    const [card = '', paper = '', study = ''] = await titles(page).allInnerTexts();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download for offline' }).click(),
    ]);
    const files = unzipSync(await bytesOf(download));
    expect(Object.keys(files).sort()).toEqual([expect.stringMatching(/^01-.*\.pdf$/), 'index.html']);
    const cover = new TextDecoder().decode(files['index.html']);
    expect(cover).toContain(paper);
    expect(cover).toContain(`${SITE}/${STUDY}/`);
    expect(cover).not.toContain(card);
    await expect(status(page)).toHaveText(`Made. PDFs in it: 1. Linked instead: ${study}.`);
  });
});

test('the empty kit helps, and a phone shows all of a full one', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await withKit(page);
  await expect(page.getByText('Nothing in it yet')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Start from this kit: “For hospital groups and clinics”' }).click();
  await expect(titles(page)).toHaveCount(8);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  expect(await violations(page)).toEqual([]);
});

test('there is no kit outside, and no place for shared ones inside', async ({ page }) => {
  for (const address of [`${PARTNER}/kit/`, `${PUBLIC}/kit/`, `${INTERNAL}/shared/`, `${PARTNER}/shared/`])
    expect((await page.request.get(address)).status()).toBe(404);
  await page.goto(`${PUBLIC}/library/`);
  await expect(page.locator('.card pin-button').first()).toBeVisible();
  await expect(page.locator('add-to-kit, start-kit')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('both pages say what is missing, and where to go on', async ({ page }) => {
    await page.goto(KIT);
    await expect(page.getByText('Putting a kit together needs JavaScript.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'For hospital groups and clinics' })).toBeVisible();
    await openShared(page, 'k1.x');
    await expect(page.getByText('That needs JavaScript.')).toBeVisible();
  });
});
