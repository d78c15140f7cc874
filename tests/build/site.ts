/** A content folder of a test's own, and real builds of it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { dump } from 'js-yaml';
import type { Audience } from '../../src/schemas/fields.ts';
import { collections, type CollectionName } from '../../src/schemas/index.ts';

export const TODAY = '2026-11-22';

export interface Ended {
  code: number | null;
  /** What it wrote, to both outputs. */
  output: string;
}

export class Site {
  readonly folder: string;
  readonly content: string;
  readonly out: string;

  private constructor(folder: string) {
    this.folder = folder;
    this.content = path.join(folder, 'content');
    this.out = path.join(folder, 'dist');
  }

  static async make(): Promise<Site> {
    const site = new Site(await mkdtemp(path.join(tmpdir(), 'dealshelf-')));
    await mkdir(site.content);
    return site;
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Writes a file of the content folder. */
  async write(file: string, content: string | Buffer): Promise<void> {
    const full = path.join(this.content, file);
    await mkdir(path.dirname(full), { recursive: true });
    await writeFile(full, content);
  }

  /** Writes an entry; returns its path as messages show it. */
  async writeEntry(collection: CollectionName, id: string, data: object, body = ''): Promise<string> {
    const file = `${collections[collection].folder}/${id}.md`;
    await this.write(file, `---\n${dump(data)}---\n\n${body}\n`);
    return `content/${file}`;
  }

  outFolder(audience: Audience): string {
    return path.join(this.out, audience);
  }

  /** Without the check, unless told otherwise: the gate must hold even where the check did not. */
  async build(audience: Audience, { checked = false } = {}): Promise<void> {
    const { code, output } = await this.#run('node_modules/astro/bin/astro.mjs', ['build', '--silent'], {
      AUDIENCE: audience,
      NODE_ENV: 'production',
      DEALSHELF_UNCHECKED: checked ? '0' : '1',
    });
    if (code !== 0) throw new Error(`The ${audience} build failed.\n${output}`);
  }

  check(...args: string[]): Promise<Ended> {
    return this.#run('scripts/check.ts', args, {});
  }

  checkLeaks(audience: Audience, ...args: string[]): Promise<Ended> {
    return this.#run('scripts/check-leaks.ts', ['--audience', audience, ...args], {});
  }

  /** Prints what has been built. */
  pdf(...args: string[]): Promise<Ended> {
    return this.#run('scripts/pdf.ts', args, {});
  }

  async #run(entry: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
    const child = spawn(process.execPath, [path.resolve(entry), ...args], {
      env: {
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: '1',
        DEALSHELF_CONTENT: this.content,
        DEALSHELF_OUT: this.out,
        DEALSHELF_CACHE: path.join(this.folder, 'cache'),
        DEALSHELF_TODAY: TODAY,
        ...env,
      },
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    await once(child, 'close');
    return { code: child.exitCode, output };
  }

  /** What the builds of an audience keep for the next one. */
  cacheFolder(audience: Audience): string {
    return path.join(this.folder, 'cache', audience);
  }

  /** All files of a build by their path inside it; what is packed with gzip is unpacked. */
  files(audience: Audience): Promise<Map<string, Buffer>> {
    return this.filesIn(this.outFolder(audience));
  }

  async filesIn(folder: string): Promise<Map<string, Buffer>> {
    const files = new Map<string, Buffer>();
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const full = path.join(entry.parentPath, entry.name);
      const bytes = await readFile(full);
      files.set(path.relative(folder, full), bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes);
    }
    return files;
  }
}
