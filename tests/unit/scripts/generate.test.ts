import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const containing = (text: string): unknown => expect.stringContaining(text);

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dealshelf-generate-'));
  for (const name of ['docs/fields.md', 'cms/generated', '.vscode'])
    await cp(name, path.join(folder, name), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

const generate = (...args: string[]): Promise<{ code: number; output: string }> =>
  new Promise((done) => {
    const script = path.resolve('scripts/generate.ts');
    execFile(process.execPath, [script, ...args], { cwd: folder }, (error, stdout, stderr) =>
      done({ code: error ? 1 : 0, output: stdout + stderr }),
    );
  });

describe('npm run generate', () => {
  it('finds nothing to do when all is up to date', async () => {
    expect(await generate('--check')).toMatchObject({ code: 0, output: containing('up to date') });
  });

  it('names what is stale or missing, and mends only that', async () => {
    const decap = path.join(folder, 'cms/generated/decap.json');
    await writeFile(decap, '{}\n');
    await rm(path.join(folder, 'cms/generated/schemas/kits.json'));
    const check = await generate('--check');
    expect(check.code).toBe(1);
    expect(check.output.trim().split('\n')).toEqual([
      containing('cms/generated/decap.json is stale'),
      containing('cms/generated/schemas/kits.json is stale'),
    ]);
    const mended = await generate();
    expect(mended.output.trim().split('\n')).toEqual([
      'cms/generated/decap.json written.',
      'cms/generated/schemas/kits.json written.',
    ]);
    expect(await readFile(decap, 'utf8')).toBe(await readFile('cms/generated/decap.json', 'utf8'));
    expect((await generate('--check')).code).toBe(0);
  });
});
