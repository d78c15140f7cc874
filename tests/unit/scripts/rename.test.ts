/** The real command on a copy of the example: the check says the same before and after. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLibrary } from '../../../src/domain/checks/index.ts';
import { allEntries } from '../../../src/domain/entries.ts';
import { loadLibrary } from '../../../src/library/load-library.ts';

const project = path.resolve(import.meta.dirname, '../../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dealshelf-rename-'));
  cpSync(path.join(project, 'content'), path.join(folder, 'content'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/rename.ts', ...args], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, DEALSHELF_CONTENT: path.join(folder, 'content') },
  });
  return { code: status, output: stdout, errors: stderr };
};

const check = async () => {
  const { library, problems, drawings, name } = await loadLibrary(path.join(folder, 'content'));
  const context = { library, today: library.settings.frozen_on ?? '', drawings, name };
  return { library, problems: checkLibrary(context, problems) };
};

test('it shows what would change, and changes nothing before it is told to', () => {
  const { output, code } = run('objections/too-expensive', 'price-too-steep');
  expect(code).toBe(0);
  expect(output).toContain(
    'content/assets/objections/too-expensive.md → content/assets/objections/price-too-steep.md\n' +
      '  - aliases: [price-too-high]\n  + aliases: [price-too-high, too-expensive]\n',
  );
  expect(output).toContain('Nothing was changed. Add --write to change these files.');
  expect(existsSync(path.join(folder, 'content/assets/objections/too-expensive.md'))).toBe(true);
});

test('a sample of all entries: the check says the same of the new id as of the old one', async () => {
  const before = await check();
  const sample = [...allEntries(before.library)].filter((_, i) => i % 73 === 0);
  for (const [i, { collection, id, file }] of sample.entries()) {
    const newId = `renamed-for-a-test-${i}`;
    const { errors, output } = run(`${collection}/${id}`, newId, '--write');
    expect(errors, output).toBe('');
    const own = file.replace(id, newId);
    expect(existsSync(path.join(folder, own)), file).toBe(true);
    const now = await check();
    const wanted: unknown = JSON.parse(JSON.stringify(before.problems).replaceAll(`${file}"`, `${own}"`));
    expect(new Set(now.problems.map((problem) => JSON.stringify(problem)))).toEqual(
      new Set((Array.isArray(wanted) ? wanted : []).map((problem) => JSON.stringify(problem))),
    );
    expect(run(`${collection}/${newId}`, id, '--write').code).toBe(0);
  }
  expect((await check()).problems).toEqual(before.problems);
}, 120_000);

test.each([
  [[], 'Usage: npm run rename'],
  [['too-expensiv', 'x'], 'Did you mean "too-expensive"?'],
  [['too-expensive', 'Too Dear'], 'How about "too-dear"?'],
])('%j is refused in words', (args, words) => {
  const { code, output, errors } = run(...args);
  expect(`${errors}${output}`).toContain(words);
  expect(code).toBe(2);
});

test('a file that is behind the new name is never written over', () => {
  const study = readFileSync(path.join(folder, 'content/assets/objections/too-expensive.md'), 'utf8');
  expect(run('too-expensive', 'year-end-first', '--write').errors).toContain('is taken by content/assets/objections/');
  expect(readFileSync(path.join(folder, 'content/assets/objections/too-expensive.md'), 'utf8')).toBe(study);
});
