/**
 * Shared kits between real builds: the colleague's and the public one agree on what was shared, the public page says
 * what has changed since, and never names what it may not, whatever a link says.
 */
import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSER_ARGS, findBrowser } from '../../scripts/browser.ts';
import { serve } from '../../scripts/serve.ts';
import { isKitAsset, type KitAsset } from '../../src/domain/kit/for-reader.ts';
import { writeShareLink, type SharedItem } from '../../src/domain/kit/share-link.ts';
import { isPublicType, type PublicAsset } from '../../src/domain/kit/since.ts';
import { Site } from './site.ts';

/** Of the settings that serve where a content folder has none of its own. */
const PUBLIC_SITE = 'https://halyard.example';

const asset = (title: string, given: object = {}) => ({
  title,
  summary: 'About it.',
  stages: ['decision'],
  personas: ['champion'],
  owner: 'Ana',
  reviewed_on: '2026-11-01',
  audience: 'public',
  status: 'approved',
  ...given,
});
const guide = (given: object = {}) => asset('The guide', { format: 'article', ...given });

let site: Site;
let browser: Browser;
beforeAll(async () => {
  site = await Site.make();
  await site.writeEntry('stages', 'decision', { label: 'Decision', buyer_question: 'Why now?' });
  await site.writeEntry('personas', 'champion', { label: 'Champion', committee_role: 'champion' });
  await site.writeEntry('resources', 'guide', guide(), 'As it was.');
  await site.writeEntry('resources', 'vexley', asset('Vexley plan', { format: 'article', audience: 'partner' }));
  await site.writeEntry('battlecards', 'vexley-card', asset('Vexley card', { audience: 'internal' }));
  await site.writeEntry('case-studies', 'quuxberry', {
    ...asset('Quuxberry is live'),
    customer: 'Quuxberry',
    anonymised_name: 'A maker of anvils',
    consent: { scope: 'anonymised' },
  });
  await site.build('internal');
  await site.build('public');
  const executablePath = findBrowser();
  browser = await chromium.launch({
    args: [...BROWSER_ARGS],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
});
afterAll(async () => {
  await browser.close();
  await site.remove();
});

const json = async (audience: 'internal' | 'public', file: string): Promise<unknown> => {
  const bytes = (await site.files(audience)).get(file);
  return bytes && JSON.parse(bytes.toString());
};

const inside = async (key: string): Promise<KitAsset> => {
  const data = await json('internal', `${key}.json`);
  if (!isKitAsset(data)) throw new Error(`The internal build has no data of ${key}.`);
  return data;
};

const outside = async (type: string): Promise<readonly PublicAsset[]> => {
  const data = await json('public', `${type}/index.json`);
  return isPublicType(data) ? data.assets : [];
};

/** What the public page says of a link, as its reader reads it. */
const opened = async (items: readonly SharedItem[], title = 'For you'): Promise<string> => {
  const server = await serve(site.outFolder('public'), 0);
  const page = await browser.newPage();
  try {
    const fragment = writeShareLink(PUBLIC_SITE, { madeOn: '2026-11-05', title, items, plan: [] });
    await page.goto(`${server.url}/shared/#${fragment ?? ''}`);
    await page.locator('.shared-items').waitFor();
    return await page.locator('body').innerText();
  } finally {
    await page.close();
    await server.close();
  }
};

describe('both builds', () => {
  test('stamp the same content the same', async () => {
    const ours = await inside('resources/guide');
    const [theirs] = await outside('resources');
    expect(ours.content_version).toMatch(/^[\w-]{8}$/);
    expect(theirs).toMatchObject({ id: 'guide', content_version: ours.content_version });
  });

  test('agree on a story without its customer’s name', async () => {
    const ours = await inside('case-studies/quuxberry');
    const [theirs] = await outside('case-studies');
    expect(ours.shared_as).toMatchObject({ id: theirs?.id, title: 'A maker of anvils is live' });
    expect(ours.content_version).toBe(theirs?.content_version);
  });

  test('know nothing of an outside of what is not public', async () => {
    for (const key of ['battlecards/vexley-card', 'resources/vexley']) {
      const data = await inside(key);
      expect(data.shared_as).toBeUndefined();
      expect(data.content_version).toBeUndefined();
    }
  });

  test('have the page that is theirs', async () => {
    const [internal, outer] = [await site.files('internal'), await site.files('public')];
    expect(internal.has(path.join('kit', 'index.html'))).toBe(true);
    expect(internal.has(path.join('shared', 'index.html'))).toBe(false);
    expect(outer.has(path.join('kit', 'index.html'))).toBe(false);
    expect(outer.has(path.join('shared', 'index.html'))).toBe(true);
    for (const [file, bytes] of outer) expect(bytes.toString(), file).not.toMatch(/vexley|quuxberry|committee_roles/i);
  });
});

describe('the public page', () => {
  test('says nothing of what it does not hold, whatever the link says', async () => {
    const text = await opened([
      { asset: 'battlecards/vexley-card', version: 'x', why: 'The Vexley card' },
      { asset: 'resources/vexley', version: 'x', why: 'The Vexley plan' },
      { asset: 'case-studies/quuxberry', version: 'x', why: 'Quuxberry is live' },
      { asset: 'nothing/vexley', version: 'x', why: 'Vexley' },
    ]);
    expect(text).toContain('4 no longer available');
    expect(text).not.toMatch(/vexley|quuxberry/i);
  });

  test('says what has changed since, and takes a review for none', async () => {
    const { content_version: version = '' } = await inside('resources/guide');
    const shared = [{ asset: 'resources/guide', version, why: 'Read it' }];
    expect(await opened(shared)).toContain('Nothing in it has changed since.');

    await site.writeEntry('resources', 'guide', guide({ reviewed_on: '2026-11-20', owner: 'Ben' }), 'As it was.');
    await site.build('public');
    expect(await opened(shared)).toContain('Nothing in it has changed since.');

    await site.writeEntry('resources', 'guide', guide({ reviewed_on: '2026-11-20' }), 'As it is now.');
    await site.build('public');
    const changed = await opened(shared);
    expect(changed).toContain('Since then: 1 updated.');
    expect(changed).toContain('Updated on 20 Nov 2026');

    await site.writeEntry('resources', 'guide', guide({ status: 'archived' }));
    await site.build('public');
    const gone = await opened([...shared, ...shared.map((item) => ({ ...item, asset: 'resources/other' }))]);
    expect(gone).toContain('2 no longer available');
    expect(gone).not.toContain('The guide');
  });
});
