/** What `git log --raw -z` says of the content folder → which file got which content in which commit. */

export interface FileContent {
  /** Path inside the content folder; undefined where there was no such file. */
  path: string | undefined;
  /** Id of the content, hex; undefined where there was none. */
  blob: string | undefined;
}

export interface FileChange {
  before: FileContent;
  after: FileContent;
}

export interface Commit {
  /** Seconds since 1970. */
  at: number;
  author: string;
  /** Has nothing before it: in a shallow clone the whole library seems to begin here. */
  isFirst: boolean;
  files: FileChange[];
}

/** Begins the line of a commit; `%x01` in git's own spelling. */
const START = '\u0001';
const SEPARATOR = '\u0002';
export const LOG_FORMAT = ['%x01%ct', '%P', '%aN'].join('%x02');

const NOTHING = /^0+$/;
const RAW = /^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/;

const contentOf = (path: string, blob: string): FileContent =>
  NOTHING.test(blob) ? { path: undefined, blob: undefined } : { path, blob };

/** @param output of `git log --raw --no-abbrev -z` with {@link LOG_FORMAT}, the newest commit first */
export const parseLog = (output: string): Commit[] => {
  const commits: Commit[] = [];
  const parts = output.split('\0').values();
  for (const part of parts) {
    const text = part.replace(/^\n+/, '');
    if (text.startsWith(START)) {
      const [at = '0', parents = '', author = ''] = text.slice(1).split(SEPARATOR);
      commits.push({ at: Number(at), author: author.trim(), isFirst: parents === '', files: [] });
      continue;
    }
    const [, before = '', after = '', kind] = RAW.exec(text) ?? [];
    if (kind === undefined) continue;
    const path = parts.next().value ?? '';
    const newPath = kind === 'R' || kind === 'C' ? (parts.next().value ?? '') : path;
    commits.at(-1)?.files.push({ before: contentOf(path, before), after: contentOf(newPath, after) });
  }
  return commits;
};
