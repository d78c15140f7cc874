/** Real builds of a folder with a history: what pages and feeds tell whom, and what a new commit makes anew. */
import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Site } from './site.ts';

let site: Site;

const git = (args: readonly string[], day = '2026-11-01'): void => {
  const who = (role: string) => ({
    [`GIT_${role}_NAME`]: 'Grace Hidden',
    [`GIT_${role}_EMAIL`]: 'grace@example.com',
    [`GIT_${role}_DATE`]: `${day}T12:00:00Z`,
  });
  execFileSync('git', ['-C', site.folder, ...args], {
    env: { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', ...who('AUTHOR'), ...who('COMMITTER') },
  });
};

const commit = (day: string): void => {
  git(['add', 'content']);
  git(['commit', '--quiet', '-m', 'x'], day);
};

const page = async (audience: 'public' | 'internal', file: string): Promise<string> =>
  String((await site.files(audience)).get(file));

const GUIDE = {
  title: 'The guide',
  summary: 'What to do.',
  stages: ['decision'],
  personas: ['champion'],
  audience: 'public',
  status: 'approved',
  owner: 'Team',
  reviewed_on: '2026-11-01',
  format: 'article',
};

beforeAll(async () => {
  site = await Site.make();
  git(['init', '--quiet']);
  await site.writeEntry('stages', 'decision', { label: 'Decision', buyer_question: 'Why?' });
  await site.writeEntry('personas', 'champion', {
    label: 'Champion',
    committee_role: 'champion',
    forces: { push: ['x'] },
  });
  await site.writeEntry('resources', 'guide', GUIDE, 'Text.');
  commit('2026-11-02');
  await site.writeEntry('resources', 'guide', { ...GUIDE, demand: 'creation', keywords: ['a'] }, 'Text.');
  commit('2026-11-03');
});
afterAll(() => site.remove());

test('pages, the first page and the feed tell what changed, each audience what it may know', async () => {
  await site.build('internal');
  await site.build('public');
  const inside = await page('internal', 'resources/guide/index.html');
  expect(inside).toContain('Changed: Keywords, Demand, <span class="muted">by Grace Hidden</span>');
  expect(await page('internal', 'index.html')).toContain('Recently changed');
  expect(await page('internal', 'changes.xml')).toContain('<title>The guide: Changed: Keywords, Demand</title>');

  const outside = await page('public', 'resources/guide/index.html');
  expect(outside).toMatch(/What changed[\s\S]*3 Nov 2026[\s\S]*Changed: Keywords<[\s\S]*2 Nov 2026[\s\S]*Published/);
  expect(await page('public', 'changes.xml')).toContain('<title>The guide: Changed: Keywords</title>');
  for (const [file, bytes] of await site.files('public'))
    expect(String(bytes), file).not.toMatch(/Grace|Changed: [^<]*Demand/);
  const { output, code } = await site.checkLeaks('public');
  expect(code, output).toBe(0);
});

test('a new commit makes the page anew; without git nothing is said', async () => {
  await site.writeEntry('resources', 'guide', { ...GUIDE, language: 'en' }, 'Text.');
  commit('2026-11-04');
  await site.build('public');
  expect(await page('public', 'resources/guide/index.html')).toContain('Changed: Keywords, Language');

  await rm(path.join(site.folder, '.git'), { recursive: true });
  await site.build('public');
  const html = await page('public', 'resources/guide/index.html');
  expect(html).toContain('The guide');
  expect(html).not.toContain('What changed');
  expect(await page('public', 'changes.xml')).not.toContain('<item>');
});
