/** A small content folder in a git repository of its own, and `npm start` upon it: the real editor, end to end. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Enough for terms, claims and pictures to choose from; small, so that it is built in seconds. */
const PARTS = ['taxonomy', 'claims', 'labels', 'media', 'settings.yml'];

export class EditorSite {
  readonly url: string;
  readonly repository: string;
  readonly #folder: string;
  #process: ChildProcess | undefined;
  #output = '';

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.repository = path.join(folder, 'repository');
    this.url = `http://localhost:${port}`;
  }

  static async make(port: number): Promise<EditorSite> {
    const site = new EditorSite(await mkdtemp(path.join(tmpdir(), 'dealshelf-editor-')), port);
    for (const part of PARTS)
      await cp(path.join('content', part), path.join(site.repository, 'content', part), { recursive: true });
    site.git('init', '--quiet', '--initial-branch', 'main');
    site.git('config', 'user.name', 'Mia Marketer');
    site.git('config', 'user.email', 'mia@halyard.example');
    site.commit('Content');
    return site;
  }

  async start(): Promise<void> {
    const { port } = new URL(this.url);
    this.#process = spawn(process.execPath, ['scripts/start.ts', '--audience', 'internal', '--port', port], {
      env: {
        ...process.env,
        DEALSHELF_CONTENT: path.join(this.repository, 'content'),
        DEALSHELF_OUT: path.join(this.#folder, 'dist'),
        DEALSHELF_CACHE: path.join(this.#folder, 'cache'),
        DEALSHELF_STATE: path.join(this.#folder, 'state'),
      },
    });
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.on('data', (chunk) => (this.#output += String(chunk)));
    await this.says('Press Ctrl+C to stop.');
  }

  /** Waits until the program has said something. */
  async says(text: string): Promise<void> {
    while (!this.#output.includes(text)) {
      if (this.#process?.exitCode !== null) throw new Error(`npm start ended.\n${this.#output}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  get output(): string {
    return this.#output;
  }

  async stop(): Promise<void> {
    if (this.#process?.exitCode === null) {
      this.#process.kill('SIGTERM');
      await once(this.#process, 'exit');
    }
    await rm(this.#folder, { recursive: true, force: true });
  }

  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.repository, encoding: 'utf8' });
  }

  commit(message: string): void {
    this.git('add', '.');
    this.git('commit', '--quiet', '--message', message);
  }

  read(file: string): Promise<string> {
    return readFile(path.join(this.repository, 'content', file), 'utf8');
  }

  write(file: string, text: string): Promise<void> {
    return writeFile(path.join(this.repository, 'content', file), text);
  }

  /** What `npm run check` says of the content as it stands. */
  check(): string {
    return execFileSync(process.execPath, ['scripts/check.ts'], {
      encoding: 'utf8',
      env: { ...process.env, DEALSHELF_CONTENT: path.join(this.repository, 'content') },
    });
  }
}
