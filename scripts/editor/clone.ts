/**
 * The editor's own clone: Decap's server switches branches and commits whatever it finds, so it never works in
 * the author's working copy. Drafts are branches of the clone, `cms/<collection>/<id>`.
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bring, uncommitted, type WorkingCopy } from './working-copy.ts';
import { git, gitLine, tryGit } from './git.ts';
import { mergeEntry } from './three-way.ts';

/** Said to the person at the form, who has lost nothing. */
export class Refused extends Error {}

const overtaken = (file: string, fields: readonly string[]): string =>
  `${file} was changed elsewhere in ${fields.join(', ')}, which this draft changes as well. Nothing is lost: the draft stays as it is, and so does ` +
  'what is published. Copy what you need from the form, delete the unpublished changes, and open the entry again.';

const NOBODY = { 'user.name': 'Dealshelf editor', 'user.email': 'editor@localhost' } as const;

export class Clone {
  readonly folder: string;
  readonly #copy: WorkingCopy;

  private constructor(copy: WorkingCopy, folder: string) {
    this.#copy = copy;
    this.folder = folder;
  }

  /** @param folder where the clone is, or shall be */
  static async open(copy: WorkingCopy, folder: string): Promise<Clone> {
    const clone = new Clone(copy, folder);
    if (!existsSync(path.join(folder, '.git'))) await clone.#make();
    await clone.tidy();
    await clone.#sign();
    await clone.sync();
    return clone;
  }

  async #make(): Promise<void> {
    const { root, branch } = this.#copy;
    await mkdir(path.dirname(this.folder), { recursive: true });
    await git(
      path.dirname(this.folder),
      'clone',
      '--quiet',
      '--no-tags',
      '--single-branch',
      '--branch',
      branch,
      root,
      this.folder,
    );
  }

  /** Who publishes is who works on this machine: the name and the day stand in the history. */
  async #sign(): Promise<void> {
    for (const [key, otherwise] of Object.entries(NOBODY))
      await git(this.folder, 'config', key, (await gitLine(this.#copy.root, 'config', key)) ?? otherwise);
    await git(this.folder, 'config', 'commit.gpgsign', 'false');
    await git(this.folder, 'config', 'core.autocrlf', 'false');
    await git(this.folder, 'config', 'core.hooksPath', '/dev/null');
  }

  /** Ends what was broken off, and goes back to the published branch. Drafts are commits, and stay. */
  async tidy(): Promise<void> {
    await tryGit(this.folder, 'merge', '--abort');
    await tryGit(this.folder, 'rebase', '--abort');
    await git(
      this.folder,
      'fetch',
      '--quiet',
      '--no-tags',
      'origin',
      `+refs/heads/${this.#copy.branch}:refs/published/head`,
    );
    if ((await this.#commit(this.#copy.branch)) === undefined)
      await git(this.folder, 'branch', this.#copy.branch, 'refs/published/head');
    await git(this.folder, 'checkout', '--quiet', '--force', this.#copy.branch);
    await git(this.folder, 'clean', '-qfd');
  }

  #commit(name: string): Promise<string | undefined> {
    return gitLine(this.folder, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`);
  }

  async #includes(commit: string, ancestor: string): Promise<boolean> {
    return (await tryGit(this.folder, 'merge-base', '--is-ancestor', ancestor, commit)).code === 0;
  }

  /** Takes over what was committed in the working copy meanwhile, and brings there what it does not have yet. */
  async sync(): Promise<void> {
    const { root, branch } = this.#copy;
    const theirs = await gitLine(root, 'rev-parse', '--verify', '--quiet', `refs/heads/${branch}`);
    if (theirs === undefined || theirs === (await this.#commit(branch))) return;
    await git(this.folder, 'fetch', '--quiet', '--no-tags', 'origin', `+refs/heads/${branch}:refs/published/head`);
    if (!(await this.#includes(branch, theirs))) {
      const merged = await tryGit(this.folder, 'merge', '--quiet', '--no-edit', 'refs/published/head');
      if (merged.code !== 0) {
        await this.tidy();
        throw new Refused(
          'What was published here and what was committed in the working copy change the same lines. Merge the two by hand.',
        );
      }
    }
    if (!(await this.#includes(theirs, branch))) await bring(this.#copy, this.folder);
  }

  /** After publishing. @returns files that changed; throws where the working copy could not take them */
  async publish(before: string | undefined): Promise<string[]> {
    const after = await this.head();
    if (after === undefined || after === before) return [];
    const why = await bring(this.#copy, this.folder);
    if (why !== undefined)
      throw new Refused(
        `It is published in the editor's clone and follows into the working copy as soon as that can take it: ${why}.`,
      );
    return before === undefined ? [] : this.#changes(`${before}..${after}`);
  }

  head(): Promise<string | undefined> {
    return this.#commit(this.#copy.branch);
  }

  async #changes(range: string): Promise<string[]> {
    return (await git(this.folder, 'diff', '--name-only', '-z', range)).split('\0').filter((name) => name !== '');
  }

  draftBranch(collection: string, id: string): string {
    return `cms/${collection}/${id}`;
  }

  async hasDraft(branch: string): Promise<boolean> {
    return (await this.#commit(branch)) !== undefined;
  }

  /** Files that a draft changes, compared with where it began. */
  draftFiles(branch: string): Promise<string[]> {
    return this.#changes(`${this.#copy.branch}...${branch}`);
  }

  /**
   * Makes a draft one that can be published: where git cannot join it with what was published since, it begins
   * again from there, with the fields of both.
   * @returns a tree that has both; throws where both changed the same field
   */
  async catchUp(branch: string): Promise<string> {
    const { code, output } = await tryGit(this.folder, 'merge-tree', '--write-tree', this.#copy.branch, branch);
    if (code === 0) return output.trim();
    const base = (await gitLine(this.folder, 'merge-base', this.#copy.branch, branch)) ?? '';
    const texts = new Map<string, string>();
    const files = await this.draftFiles(branch);
    for (const file of files) {
      const [was, now, mine] = await Promise.all(
        [base, this.#copy.branch, branch].map((tree) => this.textIn(tree, file)),
      );
      if (mine === undefined || now === undefined || now === was || !/\.(?:md|ya?ml)$/.test(file)) continue;
      const merged = await mergeEntry(was ?? '', now, mine);
      if ('conflicts' in merged) throw new Refused(overtaken(file, merged.conflicts));
      texts.set(file, merged.text);
    }
    await this.#beginAgain(branch, files, texts);
    return branch;
  }

  async #beginAgain(branch: string, files: readonly string[], texts: ReadonlyMap<string, string>): Promise<void> {
    const draft = await git(this.folder, 'rev-parse', branch);
    const message = await git(this.folder, 'log', '-1', '--format=%B', branch);
    await git(this.folder, 'checkout', '--quiet', '-B', branch, this.#copy.branch);
    await git(this.folder, 'checkout', '--quiet', draft.trim(), '--', ...files);
    for (const [file, text] of texts) await writeFile(path.join(this.folder, file), text);
    await git(this.folder, 'add', '--', ...files);
    await git(this.folder, 'commit', '--quiet', '--no-verify', '-m', message.trim());
    await git(this.folder, 'checkout', '--quiet', this.#copy.branch);
  }

  /** The text of a file in a commit or tree; undefined where it has none. */
  async textIn(tree: string, file: string): Promise<string | undefined> {
    const { code, output } = await tryGit(this.folder, 'show', `${tree}:${file}`);
    return code === 0 ? output : undefined;
  }

  /** Publishing writes these files of the working copy: none may have changes that are nowhere else. */
  async refuseOverUncommitted(files: readonly string[]): Promise<void> {
    const changed = await uncommitted(this.#copy, files);
    if (changed.length > 0)
      throw new Refused(
        `${changed.join(', ')} has changes on disk that are not committed. Commit or undo them there, then publish again. ` +
          'Nothing is lost: the draft stays as it is, and so does the file.',
      );
  }

  /** Changes in the content folder that the editor does not see. */
  async unseen(): Promise<string[]> {
    return uncommitted(this.#copy, [this.#copy.folder || '.']);
  }
}
