/** Share images, metadata and data of a real public build: hostile titles, changes, and what must stay inside. */
import { readdir } from 'node:fs/promises';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { metadataOf } from '../../scripts/leaks/image-metadata.ts';
import { Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await Site.make();
  await site.writeEntry('stages', 'decision', { label: 'Decision', buyer_question: 'Why now?' });
  await site.writeEntry('personas', 'cfo', {
    label: 'Zorblatt buyer',
    committee_role: 'economic buyer',
    audience: 'internal',
    forces: { push: ['Today is slow'] },
  });
  await site.writeEntry('personas', 'champion', {
    label: 'Champion',
    committee_role: 'champion',
    forces: { push: ['Today is slow'] },
  });
  await site.writeEntry('resources', 'guide', resource(HOSTILE));
  await site.writeEntry('resources', 'other', resource('Other'));
  await site.writeEntry('battlecards', 'secret', { ...resource('Quuxberry plan'), audience: 'internal' });
  await site.build('public');
});
afterAll(() => site.remove());

const HOSTILE = `</script><script>alert("1")</script> & כמה 🚀 ${'x'.repeat(60)}`;

const resource = (title: string) => ({
  title,
  summary: 'About it.',
  stages: ['decision'],
  personas: ['cfo', 'champion'],
  format: 'article',
  owner: 'Vexley team',
  reviewed_on: '2026-11-01',
  audience: 'public',
  status: 'approved',
});

const page = async (path: string): Promise<string> =>
  (await site.files('public')).get(`${path}/index.html`)?.toString() ?? '';

const pictureOf = async (path: string): Promise<string> =>
  /<meta property="og:image" content="https?:\/\/[^/]+\/(share\/[0-9a-f]+\.png)"/.exec(await page(path))?.[1] ?? '';

/** The scripts of a page, as a browser finds them. */
const scriptsIn = (node: DefaultTreeAdapterMap['node']): { type: string | undefined; text: string }[] => {
  if (!('childNodes' in node)) return [];
  const inside = node.childNodes.flatMap(scriptsIn);
  if (node.nodeName !== 'script' || !('attrs' in node)) return inside;
  const type = node.attrs.find(({ name }) => name === 'type')?.value;
  return [{ type, text: node.childNodes.map((child) => ('value' in child ? child.value : '')).join('') }];
};

test('a hostile title ends no element and breaks no picture', async () => {
  const html = await page('resources/guide');
  const scripts = scriptsIn(parse(html));
  expect(scripts.map(({ type }) => type)).toEqual(['application/ld+json', undefined, 'module']);
  expect(JSON.stringify(JSON.parse(scripts[0]?.text ?? ''))).toContain(JSON.stringify(HOSTILE).slice(1, -1));
  const picture = (await site.files('public')).get(await pictureOf('resources/guide'));
  expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
});

test('neither pictures nor data tell what stays inside', async () => {
  for (const [name, bytes] of await site.files('public')) {
    if (!/\.(png|json)$/.test(name)) continue;
    expect(/Zorblatt|Quuxberry|Vexley/.test(bytes.toString()), name).toBe(false);
  }
  const picture = (await site.files('public')).get(await pictureOf('resources/other'));
  const words = metadataOf(picture ?? Buffer.alloc(0), (packed) => packed).map(String);
  expect(words.join()).toContain('Other\nResource\nChampion');
  expect((await site.checkLeaks('public')).code).toBe(0);
});

test('a new title has a new picture, and the old one is gone', async () => {
  const before = { guide: await pictureOf('resources/guide'), other: await pictureOf('resources/other') };
  const kept = (await site.files('public')).get(before.guide);
  await site.writeEntry('resources', 'other', resource('Renamed'));
  await site.build('public');
  const files = await site.files('public');
  const after = await pictureOf('resources/other');
  expect(after).not.toBe(before.other);
  expect(files.has(after)).toBe(true);
  expect(files.has(before.other)).toBe(false);
  expect(files.get(before.guide)?.equals(kept ?? Buffer.alloc(0))).toBe(true);
  expect(files.get('resources/other.json')?.toString()).toContain('"title":"Renamed"');
  expect(files.get('resources/index.json')?.toString()).toContain('"title":"Renamed"');
});

test('a label’s new words reach the picture of what carries it', async () => {
  const before = await pictureOf('resources/other');
  await site.writeEntry('personas', 'champion', {
    label: 'Sponsor',
    committee_role: 'champion',
    forces: { push: ['Today is slow'] },
  });
  await site.build('public');
  expect(await pictureOf('resources/other')).not.toBe(before);
});

test('the cache holds the pictures of this build and no others', async () => {
  const folders = await readdir(`${site.cacheFolder('public')}/share-images`);
  expect(folders).toHaveLength(1);
  const kept = await readdir(`${site.cacheFolder('public')}/share-images/${folders[0]}`);
  const built = [...(await site.files('public')).keys()].filter((name) => name.startsWith('share/'));
  expect(kept.map((name) => `share/${name}`).sort()).toEqual(built.sort());
});
