/** The guard before Decap's server, upon real repositories; the server itself is the test's own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Clone } from '../../../../scripts/editor/clone.ts';
import { Guard } from '../../../../scripts/editor/guard.ts';
import { findWorkingCopy } from '../../../../scripts/editor/working-copy.ts';

const FILE = 'content/assets/snippets/a.md';
const TEXT = '---\ntitle: A\nowner: Ann\n---\n';

let folder: string;
let root: string;
let clone: Clone;
let guard: Guard;
let server: Server;
let published: (readonly string[])[];
/** What Decap's server was asked, and what it does. */
let serve: (request: Request) => unknown;

interface Request {
  action: string;
  params: Record<string, unknown>;
}
const requestSchema = z.object({ action: z.string(), params: z.record(z.string(), z.unknown()).default({}) });
const persisted = z.object({ dataFiles: z.array(z.object({ path: z.string(), raw: z.string() })) });

const git = (cwd: string, ...args: string[]) => execFileSync('git', args, { cwd, encoding: 'utf8' });
const onDisk = (text: string) => writeFileSync(path.join(root, FILE), text);
const commit = (text: string) => {
  onDisk(text);
  git(root, 'commit', '--quiet', '--all', '--message', 'On disk');
};
const read = () => readFileSync(path.join(root, FILE), 'utf8');

/** As Decap's server saves without a workflow. */
const commitInClone = ({ params }: Request) => {
  for (const { path: name, raw } of persisted.parse(params).dataFiles)
    writeFileSync(path.join(clone.folder, name), raw);
  git(clone.folder, 'commit', '--quiet', '--all', '--message', 'Saved');
  return { message: 'entry persisted' };
};

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'dealshelf-guard-'));
  root = path.join(folder, 'repository');
  await mkdir(path.join(root, path.dirname(FILE)), { recursive: true });
  git(root, 'init', '--quiet', '--initial-branch', 'trunk');
  git(root, 'config', 'user.name', 'Ann');
  git(root, 'config', 'user.email', 'ann@c.example');
  onDisk(TEXT);
  git(root, 'add', '.');
  git(root, 'commit', '--quiet', '--message', 'Content');
  const copy = await findWorkingCopy(path.join(root, 'content'));
  if (!copy) throw new Error('No working copy was found.');
  clone = await Clone.open(copy, path.join(folder, 'state', 'clone'));
  published = [];
  serve = () => ({});
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(serve(requestSchema.parse(JSON.parse(body)))));
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  guard = new Guard({
    decap: { url: `http://127.0.0.1:${port}/`, complaint: () => '', close: () => undefined },
    clone,
    folder: clone.folder,
    content: copy.folder,
    onPublished: (files) => published.push(files),
    log: () => undefined,
  });
});

afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = async (text: string) => {
  serve = () => ({ data: text });
  await guard.answer({ action: 'getEntry', params: { branch: 'trunk', path: FILE } });
};
const save = (raw: string) => {
  serve = commitInClone;
  return guard.answer({
    action: 'persistEntry',
    params: { branch: 'trunk', dataFiles: [{ path: FILE, slug: 'a', raw }], assets: [], options: {} },
  });
};

describe('what is saved', () => {
  test('arrives in the working copy, is told, and is signed by who works there', async () => {
    await open(TEXT);
    expect(await save('---\ntitle: B\nowner: Ann\n---\n')).toMatchObject({ status: 200 });
    expect(read()).toContain('title: B');
    expect(published).toEqual([[FILE]]);
    expect(git(root, 'log', '-1', '--format=%an')).toBe('Ann\n');
    expect(git(root, 'status', '--short')).toBe('');
  });

  test('is joined with what was committed meanwhile', async () => {
    await open(TEXT);
    commit('---\ntitle: A\nowner: Bob\n---\n');
    expect(await save('---\ntitle: B\nowner: Ann\n---\n')).toMatchObject({ status: 200 });
    expect(read()).toContain('title: B');
    expect(read()).toContain('owner: Bob');
  });

  test('is refused where the same field was changed meanwhile', async () => {
    await open(TEXT);
    commit('---\ntitle: A\nowner: Bob\n---\n');
    const { status, body } = await save('---\ntitle: A\nowner: Cleo\n---\n');
    expect(status).toBe(409);
    expect(JSON.stringify(body)).toContain('in owner, which you changed as well');
    expect(read()).toContain('owner: Bob');
  });

  test('is refused over a change that is not committed', async () => {
    await open(TEXT);
    onDisk('---\ntitle: A\nowner: Nobody has committed me\n---\n');
    const { status, body } = await save('---\ntitle: B\nowner: Ann\n---\n');
    expect(status).toBe(409);
    expect(JSON.stringify(body)).toContain('not committed');
    expect(read()).toContain('Nobody has committed me');
    expect(published).toEqual([]);
  });

  test('is refused while another branch is checked out, and follows afterwards', async () => {
    await open(TEXT);
    git(root, 'checkout', '--quiet', '-b', 'other');
    expect((await save('---\ntitle: B\nowner: Ann\n---\n')).status).toBe(409);
    expect(read()).toBe(TEXT);
    git(root, 'checkout', '--quiet', 'trunk');
    serve = () => [];
    await guard.answer({ action: 'entriesByFolder', params: { branch: 'trunk', folder: 'content' } });
    expect(read()).toContain('title: B');
  });
});

describe('requests', () => {
  test.each([['.git/config'], ['../secret'], ['content/../package.json'], ['content/.git/hooks/x'], ['/etc/passwd']])(
    'for %s are refused',
    async (file) => {
      const { status, body } = await guard.answer({ action: 'getEntry', params: { path: file } });
      expect(status).toBe(409);
      expect(JSON.stringify(body)).toContain('is not in the content folder');
    },
  );

  test('that are none are refused', async () => {
    expect(await guard.answer('hello')).toMatchObject({ status: 400 });
  });
});

describe('a draft', () => {
  const BRANCH = 'cms/snippets/a';

  test('that git cannot join begins again from what was published, with the fields of both', async () => {
    git(clone.folder, 'checkout', '--quiet', '-b', BRANCH);
    writeFileSync(path.join(clone.folder, FILE), '---\ntitle: Draft\nowner: Ann\n---\n');
    git(clone.folder, 'commit', '--quiet', '--all', '--message', 'Draft');
    git(clone.folder, 'checkout', '--quiet', 'trunk');
    commit('---\ntitle: A\nowner: Bob\n---\n');
    await clone.sync();
    const tree = await clone.catchUp(BRANCH);
    expect(await clone.textIn(tree, FILE)).toBe('---\ntitle: Draft\nowner: Bob\n---\n');
    expect(await clone.draftFiles(BRANCH)).toEqual([FILE]);
    expect(await clone.textIn('trunk', FILE)).toContain('title: A');
  });

  test('survives when the editor is started again', async () => {
    git(clone.folder, 'branch', BRANCH);
    const copy = await findWorkingCopy(path.join(root, 'content'));
    const again = copy && (await Clone.open(copy, clone.folder));
    expect(await again?.hasDraft(BRANCH)).toBe(true);
  });
});

test('content that git does not keep has no working copy', async () => {
  const loose = path.join(folder, 'loose');
  await mkdir(loose);
  expect(await findWorkingCopy(loose)).toBeUndefined();
  expect(await findWorkingCopy(path.join(folder, 'nowhere'))).toBeUndefined();
});
