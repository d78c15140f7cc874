/** Asking git about the folder that content lies in, whichever repository that is in. */
import { spawn } from 'node:child_process';

/** A hook, or a tool around the build, may have pointed git at another repository. */
const environment = (): NodeJS.ProcessEnv => {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return { ...Object.fromEntries(others), GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' };
};

/** @returns undefined wherever git cannot say: it is not there, or the folder is in no repository */
export const askGit = (folder: string, args: readonly string[], input = ''): Promise<Buffer | undefined> =>
  new Promise((resolve) => {
    const git = spawn('git', ['-C', folder, ...args], { env: environment(), stdio: ['pipe', 'pipe', 'ignore'] });
    const parts: Buffer[] = [];
    git.stdout.on('data', (part: Buffer) => parts.push(part));
    git.on('error', () => resolve(undefined));
    git.on('close', (code) => resolve(code === 0 ? Buffer.concat(parts) : undefined));
    // It may end before it has read everything.
    git.stdin.on('error', () => undefined);
    git.stdin.end(input);
  });

/** Contents by their ids, all from one process; what is not there is left out. */
export const readBlobs = async (folder: string, ids: readonly string[]): Promise<Map<string, string>> => {
  const blobs = new Map<string, string>();
  if (ids.length === 0) return blobs;
  const output = await askGit(folder, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  if (!output) return blobs;
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at);
    const [id = '', kind, size] = output.toString('latin1', at, end).split(' ');
    at = end + 1;
    // `<id> missing` has no content behind it.
    if (kind !== 'blob') continue;
    const length = Number(size);
    blobs.set(id, output.toString('utf8', at, at + length));
    at += length + 1;
  }
  return blobs;
};
