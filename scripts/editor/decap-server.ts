/** Decap's own local server as a child: on the loopback address, on a port that is free, ended with us. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const HOST = '127.0.0.1';

export interface DecapServer {
  /** Where it takes its requests. */
  url: string;
  /** What it last complained of. */
  complaint: () => string;
  close: () => void;
}

export interface DecapServerOptions {
  mode: 'git' | 'fs';
  /** The folder that it works in. */
  folder: string;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, HOST, () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port is free.')),
      );
    });
  });

const TRIES = 100;
const PAUSE = 100;

/** Throws when it does not answer within ten seconds, with what it said. */
export const startDecapServer = async ({ mode, folder }: DecapServerOptions): Promise<DecapServer> => {
  const port = await freePort();
  const child = spawn(process.execPath, [path.resolve('node_modules/decap-server/dist/index.js')], {
    // Elsewhere it would read a file of secrets that is not meant for it.
    cwd: path.resolve('node_modules/decap-server'),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      BIND_HOST: HOST,
      PORT: String(port),
      MODE: mode,
      GIT_REPO_DIRECTORY: folder,
      // Only our own server speaks to it: no page of any origin.
      ORIGIN: 'http://editor.invalid',
      LOG_LEVEL: 'error',
    },
  });
  let said = '';
  const listen = (chunk: unknown): void => {
    said = `${said}${String(chunk)}`.slice(-2_000);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  let hasEnded = false;
  child.once('exit', () => {
    hasEnded = true;
  });
  const close = (): void => {
    child.kill();
  };
  process.once('exit', close);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, endSelf);

  const url = `http://${HOST}:${port}/api/v1`;
  for (let i = 0; i < TRIES && !hasEnded; i += 1) {
    if (await answers(url)) return { url, complaint: () => lastReason(said), close };
    await wait(PAUSE);
  }
  close();
  throw new Error(`The editor's backend does not answer on ${HOST}:${port}. It said: ${said.trim() || 'nothing'}`);
};

/** Ended by a signal, a program does not say goodbye to its children: this one does. */
const endSelf = (): void => {
  process.exit(130);
};

const answers = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ action: 'info' }),
    });
    return response.ok;
  } catch {
    return false;
  }
};

/** It logs the whole request before the reason; the reason is the last thing on the line. */
const lastReason = (said: string): string => said.trim().split('\n').at(-1)?.split('}: ').at(-1)?.trim() ?? '';
