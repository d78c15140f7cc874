/** The editor from end to end: the real Decap, its real local server, a real repository, real builds. */
import { expect as expectSoon, test, type Page } from '@playwright/test';
import { EditorSite } from './editor-site.ts';
import { INTERNAL } from './sites.ts';

/** Decap, git and a build take their time on a machine that is busy. */
const expect = expectSoon.configure({ timeout: 30_000 });

const PORT = Number(new URL(INTERNAL).port) + 10;
const ID = 'against-nimbus-deutschland';
const FILE = `assets/battlecards/${ID}.md`;
const TITLE = 'Against Nimbus “Deutschland”';

test.describe.configure({ mode: 'serial' });

let site: EditorSite;
/** Where requests went that were not to the site itself, and what the page's policy refused. */
const strangers: string[] = [];
const refused: string[] = [];

test.beforeAll(async () => {
  test.setTimeout(300_000);
  site = await EditorSite.make();
  await site.start(PORT);
});
test.afterAll(() => site.stop());

test.beforeEach(({ page }) => {
  test.setTimeout(240_000);
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^https?:$/.test(protocol) && origin !== site.url) strangers.push(request.url());
  });
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  page.on('dialog', (dialog) => void dialog.accept());
});

const signIn = async (page: Page, hash = ''): Promise<void> => {
  await page.goto(`${site.url}/admin/${hash}`);
  await page.getByRole('button', { name: 'Login' }).click();
};

/** What is filled in right after a save can be joined to what was there: read it back, and try again. */
const fill = async (page: Page, name: string, value: string): Promise<void> => {
  const field = page.locator(`[id^="${name}-field-"]`).first();
  await expect(async () => {
    await field.fill(value);
    await expect(field).toHaveValue(value, { timeout: 500 });
  }).toPass();
};

const choose = async (page: Page, name: string, option: string): Promise<void> => {
  await page.locator(`[id^="${name}-field-"]`).first().click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();

const moveTo = async (page: Page, from: string, to: string): Promise<void> => {
  await page.getByRole('button', { name: `Status: ${from}` }).click();
  await page.getByRole('menuitem', { name: to }).click();
  await expect(page.getByRole('button', { name: `Status: ${to}` })).toBeVisible();
};

const publish = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Publish now', exact: true }).click();
};

const preview = (page: Page) => page.frameLocator('#preview-pane');

test('a battlecard is written, refused while incomplete, reviewed, published, and found', async ({ page }) => {
  // A page of the portal has begun the draft: texts stay texts, and lists are lists.
  const begun = new URLSearchParams([
    ['title', TITLE],
    ['stages', 'decision'],
    ['personas', 'economic-buyer'],
    ['personas', 'champion'],
    ['their_pitch', 'Half the price <b>& twice</b> the speed, true'],
    ['we_win_when', 'Month end hurts, a lot'],
    ['we_win_when', 'Größere Firmen'],
  ]);
  await signIn(page, `#/collections/battlecards/new?${begun.toString()}`);
  await expect(page.locator('[id^="title-field-"]')).toHaveValue(TITLE);
  await expect(page.locator('[id^="their_pitch-field-"]')).toHaveValue('Half the price <b>& twice</b> the speed, true');

  // The preview is the site's own page, and shows what there is.
  await expect(preview(page).locator('h1')).toHaveText(TITLE);
  await expect(preview(page).getByText('Größere Firmen')).toBeVisible();
  await expect(preview(page).getByText(/Still missing before it can be approved: .*Competitor/)).toBeVisible();

  await fill(page, 'summary', 'What to say when Nimbus is in the deal.');
  await choose(page, 'competitor', 'Corvane');
  await fill(page, 'the_one_thing_to_say', 'Ask who closes the books in {claim:invoice-cycle-time}.');
  await choose(page, 'status', 'approved');
  await save(page);

  // In the words of the check, and with everything still there.
  const refusal = page.getByRole('dialog', { name: /Not saved yet, for \d+ reasons/ });
  await expect(refusal.getByText('is required once the entry is approved: "Owner" is missing')).toBeVisible();
  await refusal.getByRole('button', { name: 'Back to the form' }).click();
  await expect(page.locator('[id^="title-field-"]')).toHaveValue(TITLE);
  await expect(page.locator('[id^="summary-field-"]')).toHaveValue('What to say when Nimbus is in the deal.');

  // Lists of things with several fields, and the text below all of them.
  await page.getByRole('button', { name: 'Add their strengths' }).click();
  await fill(page, 'text', 'A large library of connectors');
  await fill(page, 'how_to_acknowledge', 'They have more of them: ask which ones are in use.');
  await page.getByRole('button', { name: 'Add comparison' }).click();
  await fill(page, 'capability', 'Approvals on a phone');
  await choose(page, 'us', 'yes');
  await choose(page, 'them', 'partial');
  await page.locator('[data-slate-editor="true"]').last().click();
  await page.keyboard.type('Ask before the demo.');
  await expect(preview(page).getByText('A large library of connectors')).toBeVisible();
  await expect(preview(page).getByText('Ask before the demo.')).toBeVisible();

  await fill(page, 'owner', 'Revenue Enablement');
  await fill(page, 'reviewed_on', '2026-11-14');
  await fill(page, 'won', '7');
  await expect(preview(page).getByText('Ask who closes the books in 3.2 days')).toBeVisible();
  await expect(preview(page).getByText('Still missing')).toHaveCount(0);
  await save(page);
  await expect(page.getByText('Entry saved').first()).toBeVisible();
  expect(site.git('ls-files', `content/${FILE}`), 'a draft is not published').toBe('');

  await moveTo(page, 'Draft', 'In review');
  await moveTo(page, 'In review', 'Ready');
  await publish(page);
  await expect.poll(() => site.git('ls-files', `content/${FILE}`)).toContain(ID);
  const text = await site.read(FILE);
  expect(text).toContain('won: 7');
  expect(text).toContain('- Größere Firmen');
  expect(text).toContain('- text: A large library of connectors\n    how_to_acknowledge: ');
  expect(text).toContain('- capability: Approvals on a phone\n    us: yes\n    them: partial\n');
  expect(text.trimEnd()).toMatch(/\n---\n+Ask before the demo\.$/);
  expect(text).toMatch(/^reviewed_on: '?2026-11-14'?$/m);
  expect(text, 'what was left empty is not there').not.toMatch(/: (?:''|""|null|\[\])$/m);
  expect(site.check()).toContain('0 errors');
  expect(site.git('log', '-1', '--format=%an')).toBe('Mia Marketer\n');

  await site.says('The internal build shows what was published');
  await page.goto(`${site.url}/search/?q=Nimbus`);
  await expect(page.locator('main').getByRole('link', { name: TITLE }).first()).toBeVisible();
});

test('an edit made meanwhile on disk is kept, and a field that is cleared is gone', async ({ page }) => {
  await page.goto(`${site.url}/battlecards/${ID}/`);
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByRole('button', { name: 'Login' }).click();
  await expect(page.locator('[id^="title-field-"]')).toHaveValue(TITLE);

  await site.write(FILE, (await site.read(FILE)).replace('owner: Revenue Enablement', 'owner: Competitive Team'));
  site.commit('Another owner');
  await fill(page, 'their_pitch', '');
  await fill(page, 'won', '8');
  await save(page);
  await expect(page.getByText('Entry saved').first()).toBeVisible();
  await moveTo(page, 'Draft', 'Ready');

  // What is not committed is nowhere else: it is never written over, and the person is told.
  const committed = await site.read(FILE);
  await site.write(FILE, `${committed}\nA line of somebody who has not committed it yet.\n`);
  await publish(page);
  await expect(page.getByText(/has changes on disk that are not committed/).first()).toBeVisible();
  expect(await site.read(FILE)).toContain('who has not committed it yet');

  await site.write(FILE, committed);
  await publish(page);
  await expect(async () => expect(await site.read(FILE)).toContain('won: 8')).toPass();
  const text = await site.read(FILE);
  expect(text).toContain('owner: Competitive Team');
  expect(text).not.toContain('their_pitch');
  expect(site.check()).toContain('0 errors');
});

test('the same field changed in both places is told, and neither is lost', async ({ page }) => {
  await signIn(page, `#/collections/battlecards/entries/${ID}`);
  await expect(page.locator('[id^="title-field-"]')).toHaveValue(TITLE);
  await site.write(FILE, (await site.read(FILE)).replace('won: 8', 'won: 9'));
  site.commit('Another win');
  await fill(page, 'won', '10');
  await save(page);
  await expect(page.getByText(/was changed elsewhere while you wrote, in won/).first()).toBeVisible();
  await expect(page.locator('[id^="won-field-"]')).toHaveValue('10');
  expect(await site.read(FILE)).toContain('won: 9');
});

test('a picture is uploaded beside the content; another type is refused with the reason', async ({ page }) => {
  const told: string[] = [];
  page.on('dialog', (dialog) => told.push(dialog.message()));
  await signIn(page);
  await page.getByRole('button', { name: 'Media' }).click();
  const input = page.locator('.ReactModalPortal input[type=file]');
  await input.setInputFiles({ name: 'tool.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') });
  await expect(() => expect(told.join()).toContain('tool.exe cannot be used')).toPass();
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await input.setInputFiles({ name: 'close-by-day.png', mimeType: 'image/png', buffer: picture });
  await expect.poll(() => site.git('ls-files', 'content/media')).toContain('content/media/close-by-day.png');
  expect(site.git('ls-files', 'content/media')).not.toContain('tool.exe');
  expect(site.check()).toMatch(/media\/close-by-day\.png: .*UNUSED_MEDIA/s);
});

test('a gap of the coverage opens as a draft that is begun', async ({ page }) => {
  await page.goto(`${site.url}/coverage/`);
  const draft = page.getByRole('link', { name: /^Open as a draft: / }).first();
  const values = new URLSearchParams((await draft.getAttribute('href'))?.split('?')[1]);
  await draft.click();
  await page.getByRole('button', { name: 'Login' }).click();
  await expect(page.locator('[id^="title-field-"]')).toHaveValue(values.get('title') ?? 'a title');
});

test('only its own page may ask the backend, and nothing has left the machine', async ({ request }) => {
  const ask = (headers: Record<string, string>) =>
    request.post(`${site.url}/admin/api/v1/`, { headers, data: { action: 'info' } });
  expect((await ask({})).status()).toBe(200);
  expect((await ask({ Origin: 'https://elsewhere.example' })).status()).toBe(403);
  expect((await ask({ Host: 'rebound.example' })).status()).toBe(403);
  const outside = { action: 'getEntry', params: { branch: 'main', path: '.git/config' } };
  expect((await request.post(`${site.url}/admin/api/v1/`, { data: outside })).status()).toBe(409);
  expect(strangers).toEqual([]);
  expect(refused).toEqual([]);
});
