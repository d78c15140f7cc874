/** History from real repositories: what each audience is told, and what nobody is. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gate } from '../../../src/domain/gate.ts';
import { MOST_CHANGES, MOST_IN_COMMIT } from '../../../src/domain/history/collect-changes.ts';
import { loadLibrary } from '../../../src/library/load-library.ts';
import { readHistory } from '../../../src/library/read-history.ts';
import type { Audience } from '../../../src/schemas/fields.ts';
import { Repository } from '../../fixtures/repository.ts';

let repository: Repository;
let cache: string;
beforeEach(() => {
  repository = new Repository();
  cache = mkdtempSync(path.join(tmpdir(), 'dealshelf-cache-'));
});
afterEach(() => {
  repository.remove();
  rmSync(cache, { recursive: true, force: true });
});

const FILE = 'assets/resources/guide.md';

const guide = (fields: string, body = 'Text.'): string =>
  `---\ntitle: Guide\naudience: public\nstatus: approved\nsummary: One.\nstages: [decision]\npersonas: [champion]\nowner: Team\nreviewed_on: 2026-01-01\nformat: article\n${fields}---\n\n${body}\n`;

const write = (fields: string, body?: string, file = FILE): Repository =>
  repository.write(`content/${file}`, guide(fields, body));

const historyOf = async (audience: Audience, { folder = repository.folder, today = '2026-11-22' } = {}) => {
  const { library, root, name } = await loadLibrary(path.join(folder, 'content'));
  const build = { audience, today, drafts: false };
  const gated = gate(library, build);
  return readHistory({ root, name, gated, build, cacheFolder: path.join(cache, audience) });
};

const told = async (...args: Parameters<typeof historyOf>) =>
  ((await historyOf(...args)).get(`content/${FILE}`) ?? []).map(({ on, kind, fields }) =>
    [on, kind, ...fields].join(' '),
  );

beforeEach(() => {
  repository
    .write('content/taxonomy/stages/decision.yml', 'label: Decision\nbuyer_question: Why?\n')
    .write('content/taxonomy/personas/champion.yml', 'label: Champion\ncommittee_role: champion\nforces: {}\n');
});

test('fields in the order of the form, newest first; a first approval is when it was published', async () => {
  write('').write(`content/${FILE}`, guide('').replace('approved', 'draft')).commit('2026-02-01');
  write('').commit('2026-03-01');
  write('keywords: [a]\n', 'Other text.').commit('2026-04-01');
  write('keywords: [b]\nlanguage: en\n', 'Other text.').commit('2026-05-01');
  expect(await told('internal')).toEqual([
    '2026-05-01 changed keywords language',
    '2026-04-01 changed keywords body',
    '2026-03-01 added',
  ]);
});

test('what only looks different is no change: order, quotes, comments, white space, line ends', async () => {
  write('keywords: [a, b]\n').commit('2026-02-01');
  const other = guide('')
    .replace('title: Guide\n', '')
    .replace(
      '---\n\nText.',
      "keywords:\n  - a # first\n  - 'b'\nsummary: 'One.'\ntitle: \"Guide\"\n---\n\n\nText.\n\n",
    );
  repository
    .write(`content/${FILE}`, other.replace('summary: One.\n', '').replaceAll('\n', '\r\n'))
    .commit('2026-03-01');
  expect(await told('public')).toEqual(['2026-02-01 added']);
});

test('a review that changed nothing is told as such', async () => {
  write('').commit('2026-02-01');
  repository.write(`content/${FILE}`, guide('').replace('2026-01-01', '2026-03-01')).commit('2026-03-01');
  expect(await told('public')).toEqual(['2026-03-01 reviewed', '2026-02-01 added']);
});

test('outside, nothing is told of internal fields, internal times, hidden references and authors', async () => {
  repository.write('content/assets/resources/secret.md', guide('').replace('public', 'internal'));
  repository.write(`content/${FILE}`, guide('').replace('public', 'internal')).commit('2026-02-01', 'Grace Hidden');
  repository.write(`content/${FILE}`, guide('keywords: [x]\n').replace('public', 'internal')).commit('2026-03-01');
  write('keywords: [x]\n').commit('2026-04-01');
  write('keywords: [x]\ndemand: creation\nsupersedes: [secret]\nrelated: [secret]\n').commit('2026-05-01');
  write('keywords: [y]\ndemand: capture\n').commit('2026-06-01');
  expect(await told('public')).toEqual(['2026-06-01 changed keywords', '2026-04-01 added']);
  expect(await told('internal')).toEqual([
    '2026-06-01 changed keywords related supersedes demand',
    '2026-05-01 changed related supersedes demand',
    '2026-04-01 changed audience',
    '2026-03-01 changed keywords',
    '2026-02-01 added',
  ]);
  const everything = JSON.stringify([...(await historyOf('public'))]);
  expect(everything).not.toMatch(/secret|demand|supersedes|Ada|Grace/);
  expect(JSON.stringify([...(await historyOf('internal'))])).toContain('"by":"Grace Hidden"');
});

test('a quote without consent changes nothing that outsiders see', async () => {
  const story = (quote: string, known: string) =>
    `---\ntitle: Story\naudience: public\nstatus: approved\ncustomer: Acme\nconsent: {scope: named}\nquotes:\n  - {text: ${quote}, role: CFO}\n  - {text: ${known}, role: CFO, consent: true}\n---\n`;
  const file = 'content/assets/case-studies/story.md';
  repository.write(file, story('a', 'b')).commit('2026-02-01');
  repository.write(file, story('changed', 'b')).commit('2026-03-01');
  repository.write(file, story('changed', 'c')).commit('2026-04-01');
  const { library, root, name } = await loadLibrary(path.join(repository.folder, 'content'));
  const entries = [...(library.entries.get('case-studies')?.values() ?? [])].map((entry) => ({
    ...entry,
    valid: true,
  }));
  const build = { audience: 'public' as const, today: '2026-11-22', drafts: false };
  const whole = {
    ...library,
    entries: new Map([['case-studies' as const, new Map(entries.map((entry) => [entry.id, entry]))]]),
  };
  const history = await readHistory({ root, name, gated: gate(whole, build), build, cacheFolder: cache });
  expect(history.get(file)?.map(({ on, kind }) => `${on} ${kind}`)).toEqual(['2026-04-01 changed', '2026-02-01 added']);
});

test('a shallow clone says nothing of the commit at which it begins', async () => {
  write('').commit('2026-02-01');
  write('keywords: [a]\n').commit('2026-03-01');
  write('keywords: [b]\n').commit('2026-04-01');
  const clone = path.join(cache, 'clone');
  repository.git('clone', '--quiet', '--depth', '2', `file://${repository.folder}`, clone);
  expect(await told('internal', { folder: clone })).toEqual(['2026-04-01 changed keywords']);
});

test('no git, no history; and none of a repository that the folder merely lies in', async () => {
  write('').commit('2026-02-01');
  rmSync(path.join(repository.folder, '.git'), { recursive: true });
  expect((await historyOf('internal')).size).toBe(0);
});

test('edits that are not committed yet are none; a folder deep inside another repository works', async () => {
  repository.write(`deep/inside/content/${FILE}`, guide('')).commit('2026-02-01');
  repository.write(`deep/inside/content/${FILE}`, guide('keywords: [a]\n'));
  repository
    .write('deep/inside/content/taxonomy/stages/decision.yml', 'label: Decision\nbuyer_question: Why?\n')
    .write(
      'deep/inside/content/taxonomy/personas/champion.yml',
      'label: Champion\ncommittee_role: champion\nforces: {}\n',
    );
  expect(await told('internal', { folder: path.join(repository.folder, 'deep/inside') })).toEqual(['2026-02-01 added']);
});

test('a renamed file keeps its history, and a renamed term changes no asset that carries it', async () => {
  write('', 'A text that is long enough to be known again.').commit('2026-02-01');
  write('keywords: [a]\n', 'A text that is long enough to be known again.').commit('2026-03-01');
  repository.move(`content/${FILE}`, 'content/assets/resources/handbook.md').commit('2026-04-01');
  repository
    .move('content/taxonomy/personas/champion.yml', 'content/taxonomy/personas/advocate.yml')
    .write(
      'content/taxonomy/personas/advocate.yml',
      'label: Champion\ncommittee_role: champion\nforces: {}\naliases: [champion]\n',
    )
    .write(
      'content/assets/resources/handbook.md',
      guide('keywords: [a]\n', 'A text that is long enough to be known again.').replace('[champion]', '[advocate]'),
    )
    .commit('2026-05-01');
  const history = (await historyOf('public')).get('content/assets/resources/handbook.md');
  expect(history?.map(({ on, kind }) => `${on} ${kind}`)).toEqual(['2026-03-01 changed', '2026-02-01 added']);
});

test('a mass migration, and what is dated after the day of the build, are not told', async () => {
  write('').commit('2026-02-01');
  write('keywords: [a]\n');
  for (let i = 0; i < MOST_IN_COMMIT; i++) repository.write(`content/claims/claim-${i}.yml`, `statement: ${i}\n`);
  repository.commit('2026-03-01');
  write('keywords: [b]\n').commit('2026-04-01');
  write('keywords: [c]\n').commit('2027-04-01');
  expect(await told('public')).toEqual(['2026-04-01 changed keywords', '2026-02-01 added']);
});

test('a merge is told once, when it arrived', async () => {
  write('').commit('2026-02-01');
  repository.git('checkout', '--quiet', '-b', 'cms/guide');
  write('keywords: [a]\n').commit('2026-03-01');
  write('keywords: [b]\nlanguage: en\n').commit('2026-03-02');
  repository.git('checkout', '--quiet', 'main');
  repository.write('other.txt', 'x').commit('2026-03-03');
  repository.git(
    '-c',
    'user.name=Editor',
    '-c',
    'user.email=e@example.com',
    'merge',
    '--quiet',
    '--no-ff',
    '-m',
    'x',
    'cms/guide',
  );
  const history = (await historyOf('internal', { today: '9999-01-01' })).get(`content/${FILE}`) ?? [];
  expect(history.map(({ kind, fields, by }) => [kind, by, ...fields])).toEqual([
    ['changed', 'Editor', 'keywords', 'language'],
    ['added', 'Ada Example'],
  ]);
});

test('a long history has an end, and what is kept for the next build gives the same', async () => {
  for (let i = 1; i <= MOST_CHANGES + 3; i++)
    write(`keywords: [k${i}]\n`).commit(`2026-02-${String(i).padStart(2, '0')}`);
  const cold = await historyOf('public');
  expect(cold.get(`content/${FILE}`)).toHaveLength(MOST_CHANGES);
  expect(await historyOf('public')).toEqual(cold);
});
