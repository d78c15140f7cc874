/** A static server for a finished build: loopback only, with the headers that the build asks its host for. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sirv from 'sirv';
import { headersFor, parseHeadersFile } from './serve/headers-file.ts';

const HOST = '127.0.0.1';

/** Tries the wanted port, and then any free one. */
const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port !== 0) listen(server, 0).then(resolve, reject);
      else reject(error);
    });
    server.listen(port, HOST, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });

export interface RunningServer {
  url: string;
  close: () => Promise<void>;
}

/** Answers some requests itself. */
export interface Extra {
  takes: (pathname: string) => boolean;
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/**
 * @param folder a finished build, such as `dist/public`; another one may take its place while it is served
 * @param extra what answers beside the files: the editor's backend
 */
export const serve = async (folder: string, port: number, extra?: Extra): Promise<RunningServer> => {
  const files = sirv(folder, { dev: true });
  const rules = parseHeadersFile(await readFile(path.join(folder, '_headers'), 'utf8'));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', `http://${HOST}`);
    if (extra?.takes(pathname)) {
      void extra.handle(request, response);
      return;
    }
    for (const [name, value] of headersFor(rules, pathname)) response.setHeader(name, value);
    files(request, response, async () => {
      response.statusCode = 404;
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(await readFile(path.join(folder, '404.html')).catch(() => 'Not found'));
    });
  });
  const actual = await listen(server, port);
  return {
    url: `http://localhost:${actual}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
