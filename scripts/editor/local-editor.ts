/** The backend of the editor on this machine: what it works in, and how its requests are taken. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { z } from 'zod';
import { LOCAL_API } from '../../cms/admin/settings.ts';
import { Clone } from './clone.ts';
import { startDecapServer } from './decap-server.ts';
import { Guard, type EditorAnswer } from './guard.ts';
import { findWorkingCopy, type WorkingCopy } from './working-copy.ts';

export interface LocalEditor {
  /** Whether a request is for it. */
  takes: (pathname: string) => boolean;
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  close: () => void;
}

export interface LocalEditorOptions {
  contentFolder: string;
  /** Where clones are kept, with the drafts in them. */
  stateFolder: string;
  onPublished: (files: readonly string[]) => void;
  log: (line: string) => void;
}

/** What the page asks before it starts. */
export interface AboutBackend {
  mode: 'git' | 'fs';
  branch: string | undefined;
  /** The content folder inside what the backend works in. */
  folder: string;
}

const MOST_BYTES = 60 * 1_048_576;

export const startLocalEditor = async (options: LocalEditorOptions): Promise<LocalEditor> => {
  const { contentFolder, log } = options;
  const copy = await findWorkingCopy(contentFolder);
  const clone = copy && (await Clone.open(copy, cloneFolder(path.join(options.stateFolder, 'editor'), copy)));
  if (clone) await tellUnseen(clone, log);
  else log('The content folder is not kept in git: the editor writes files as they are saved, without drafts.');
  const folder = clone?.folder ?? path.resolve(contentFolder);
  const decap = await startDecapServer({ mode: clone ? 'git' : 'fs', folder });
  const about: AboutBackend = { mode: clone ? 'git' : 'fs', branch: copy?.branch, folder: copy?.folder ?? '' };
  const guard = new Guard({ decap, clone, folder, content: about.folder, onPublished: options.onPublished, log });
  return {
    takes: (pathname) => pathname === LOCAL_API || pathname.startsWith(`${LOCAL_API}/`),
    handle: async (request, response) => {
      const { status, body } = await answer(request, guard, about);
      response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
      response.end(JSON.stringify(body));
    },
    close: decap.close,
  };
};

/** One clone a repository: another content folder has another one. */
const cloneFolder = (stateFolder: string, { root }: WorkingCopy): string =>
  path.join(stateFolder, `${path.basename(root)}-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`);

const tellUnseen = async (clone: Clone, log: (line: string) => void): Promise<void> => {
  const files = await clone.unseen();
  if (files.length > 0)
    log(
      `The editor shows what is committed. Not committed, and so not seen there: ${files.slice(0, 5).join(', ')}${files.length > 5 ? ` and ${files.length - 5} more` : ''}.`,
    );
};

const answer = async (request: IncomingMessage, guard: Guard, about: AboutBackend): Promise<EditorAnswer> => {
  if (!isOwnPage(request)) return { status: 403, body: { error: 'Only the editor on this machine may ask.' } };
  if (request.method === 'GET') return { status: 200, body: about };
  if (request.method !== 'POST') return { status: 405, body: { error: 'Use POST.' } };
  try {
    return await guard.answer(JSON.parse(await bodyOf(request)));
  } catch (error) {
    return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } };
  }
};

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** There is no login on this machine, so nobody but its own page may ask: not even by a name that leads here. */
const isOwnPage = ({ headers }: IncomingMessage): boolean => {
  const { host = '', origin } = headers;
  const site = headers['sec-fetch-site'];
  return (
    LOOPBACK.test(host) &&
    (origin === undefined || origin === `http://${host}`) &&
    (site === undefined || site === 'same-origin' || site === 'none')
  );
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(z.instanceof(Uint8Array).parse(part));
    size += bytes.length;
    if (size > MOST_BYTES) throw new Error('This is more than the editor takes at once.');
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
};
