/** The check is a part of the build: content with errors ends it before the last output is touched. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await Site.make();
  await site.writeEntry('industries', 'retail', { label: 'Retail' });
  await site.build('public', { checked: true });
});
afterAll(() => site.remove());

test('the problem is named, and the last build stays', async () => {
  await site.writeEntry('industries', 'nameless', { summary: 'It has no label.' });
  await expect(site.build('public', { checked: true })).rejects.toThrow(/nameless\.md: label is required/);
  expect(existsSync(path.join(site.outFolder('public'), 'industries/retail/index.html'))).toBe(true);
});
