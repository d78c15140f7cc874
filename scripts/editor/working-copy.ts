/** The repository that holds the content folder: where editors' work is published to. */
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { git, gitLine, tryGit } from './git.ts';

export interface WorkingCopy {
  /** Absolute path of its top folder. */
  root: string;
  /** The branch that is checked out: what is published goes there. */
  branch: string;
  /** The content folder inside it; empty where it is the whole repository. */
  folder: string;
}

/** Undefined where there is no git, no branch with a commit, or the content is not kept in it. */
export const findWorkingCopy = async (contentFolder: string): Promise<WorkingCopy | undefined> => {
  const content = await realpath(contentFolder).catch(() => undefined);
  if (content === undefined) return undefined;
  const root = await gitLine(content, 'rev-parse', '--show-toplevel');
  const branch = await gitLine(content, 'symbolic-ref', '--quiet', '--short', 'HEAD');
  if (root === undefined || branch === undefined) return undefined;
  if ((await gitLine(content, 'rev-parse', '--verify', '--quiet', 'HEAD')) === undefined) return undefined;
  if ((await gitLine(content, 'ls-tree', '--name-only', 'HEAD', './')) === undefined) return undefined;
  const top = await realpath(root);
  return { root: top, branch, folder: path.relative(top, content).split(path.sep).join('/') };
};

/** Those of the files that differ on disk from what is committed, or would be overwritten. */
export const uncommitted = async ({ root }: WorkingCopy, files: readonly string[]): Promise<string[]> => {
  if (files.length === 0) return [];
  const status = await git(
    root,
    'status',
    '--porcelain=v1',
    '-z',
    '--untracked-files=all',
    '--no-renames',
    '--',
    ...files,
  );
  return status
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => line.slice(3));
};

/**
 * Brings what was published in the editor's clone into the working copy. Git itself refuses wherever a change
 * that is not committed would be overwritten; then nothing at all has happened.
 * @returns why it could not be; undefined when it is there
 */
export const bring = async (copy: WorkingCopy, clone: string): Promise<string | undefined> => {
  const branch = await gitLine(copy.root, 'symbolic-ref', '--quiet', '--short', 'HEAD');
  if (branch !== copy.branch)
    return `the working copy is on ${branch ?? 'no branch'} now, and the editor publishes to ${copy.branch}`;
  const fetched = await tryGit(copy.root, 'fetch', '--quiet', '--no-tags', clone, copy.branch);
  if (fetched.code !== 0) return fetched.complaint;
  const merged = await tryGit(copy.root, 'merge', '--quiet', '--ff-only', 'FETCH_HEAD');
  return merged.code === 0 ? undefined : merged.complaint;
};
