/** Git as the local editor uses it: quietly, without anybody's hooks, and never asking anything. */
import { execFile } from 'node:child_process';

export class GitFailed extends Error {}

export interface GitResult {
  code: number;
  output: string;
  /** What it said of its failure. */
  complaint: string;
}

const QUIET = ['-c', 'core.hooksPath=/dev/null', '-c', 'commit.gpgsign=false', '-c', 'advice.detachedHead=false'];
const MOST_OUTPUT = 64 * 1_048_576;

/** Runs git in a folder; a code other than 0 is an answer. Code 127: there is no git. */
export const tryGit = (folder: string, ...args: readonly string[]): Promise<GitResult> =>
  new Promise((resolve) => {
    execFile(
      'git',
      [...QUIET, ...args],
      {
        cwd: folder,
        maxBuffer: MOST_OUTPUT,
        env: { ...withoutGit(process.env), GIT_TERMINAL_PROMPT: '0', GIT_EDITOR: 'true', LC_ALL: 'C' },
      },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 127;
        resolve({ code, output: stdout, complaint: stderr.trim() });
      },
    );
  });

/** A hook or another git that started us must not decide which repository is meant. */
const withoutGit = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !/^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX)$/.test(name)));

/** Runs git in a folder; throws what it complained of. */
export const git = async (folder: string, ...args: readonly string[]): Promise<string> => {
  const { code, output, complaint } = await tryGit(folder, ...args);
  if (code !== 0) throw new GitFailed(`git ${args[0] ?? ''} failed: ${complaint || output.trim()}`);
  return output;
};

/** A single line, such as the name of a branch; undefined where git has none to tell. */
export const gitLine = async (folder: string, ...args: readonly string[]): Promise<string | undefined> => {
  const { code, output } = await tryGit(folder, ...args);
  const line = output.trim();
  return code === 0 && line !== '' ? line : undefined;
};
