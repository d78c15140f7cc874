/**
 * What a build reuses is never stale: after every kind of change that one page can bring to another,
 * the warm build holds what a cold one would, byte for byte.
 */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Site } from './site.ts';

let site: Site;

const asset = (title: string, more: object = {}) => ({
  title,
  summary: `About ${title}`,
  stages: ['decision'],
  personas: ['champion'],
  status: 'approved',
  owner: 'Marketing',
  reviewed_on: '2026-11-01',
  ...more,
});

const objection = (title: string, more: object = {}) =>
  asset(title, { verbatim: 'Too much', category: 'price', short_answer: 'No', ...more });

const claim = (value: number) => ({
  statement: `It takes ${value} days.`,
  value,
  unit: 'days',
  source: { title: 'A study', dated: '2026-01-01' },
  status: 'approved',
});

beforeAll(async () => {
  site = await Site.make();
  await site.writeEntry('stages', 'decision', { label: 'Decision', buyer_question: 'Why now?' });
  await site.writeEntry('personas', 'champion', {
    label: 'Champion',
    committee_role: 'champion',
    forces: { push: ['Today is slow'] },
  });
  await site.writeEntry('claims', 'days', claim(3));
  await site.writeEntry('objections', 'first', objection('First', { related: ['second'] }), 'It takes {claim:days}.');
  await site.writeEntry('objections', 'second', objection('Second'));
  await site.writeEntry('objections', 'third', objection('Third', { stages: ['decision'] }));
  await site.build('internal');
});

afterAll(() => site.remove());

const page = async (path: string): Promise<string> => {
  const bytes = (await site.files('internal')).get(`${path}/index.html`);
  return bytes?.toString('utf8') ?? '';
};

/** All files of the build as text that can be compared. */
const everything = async (): Promise<Map<string, string>> =>
  new Map([...(await site.files('internal'))].map(([file, bytes]) => [file, bytes.toString('base64')]));

test('a label of the taxonomy is followed by every page that shows it', async () => {
  expect(await page('objections/first')).toContain('Decision');
  await site.writeEntry('stages', 'decision', { label: 'Choosing', buyer_question: 'Why now?' });
  await site.build('internal');
  for (const path of [
    'objections/first',
    'objections/second',
    'stages',
    'stages/decision',
    'objections',
    'personas/champion',
  ]) {
    expect(await page(path), path).toContain('Choosing');
    expect(await page(path), path).not.toContain('>Decision<');
  }
});

test('a claim’s value is followed by the texts that cite it', async () => {
  expect(await page('objections/first')).toContain('3 days');
  await site.writeEntry('claims', 'days', claim(5));
  await site.build('internal');
  const first = await page('objections/first');
  expect(first).toContain('5 days');
  expect(first).not.toContain('3 days');
});

test('a related asset’s title is followed by the pages that list it', async () => {
  await site.writeEntry('objections', 'second', objection('Renamed'));
  await site.build('internal');
  for (const path of ['objections/first', 'objections', 'stages/decision']) {
    expect(await page(path), path).toContain('Renamed');
    expect(await page(path), path).not.toContain('Second');
  }
});

test('a word of the interface is followed by all pages', async () => {
  await site.write('labels/en.yml', 'asset:\n  related: Read next\n');
  await site.build('internal');
  expect(await page('objections/first')).toContain('Read next');
});

test('an entry that is gone leaves no page', async () => {
  await rm(`${site.content}/assets/objections/third.md`);
  await site.build('internal');
  expect(await page('objections/third')).toBe('');
  expect(await page('objections')).not.toContain('Third');
});

test('the warm build equals a cold one, byte for byte', async () => {
  const warm = await everything();
  await rm(site.cacheFolder('internal'), { recursive: true });
  await site.build('internal');
  const cold = await everything();
  expect([...warm.keys()].sort()).toEqual([...cold.keys()].sort());
  expect([...cold].filter(([file, bytes]) => warm.get(file) !== bytes).map(([file]) => file)).toEqual([]);
});
