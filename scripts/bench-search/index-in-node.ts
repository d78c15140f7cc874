/** A built site's search index, opened in Node as a browser opens it, with the bytes that a browser would load. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { pagefindEngine, type Pagefind, type SearchEngine } from '../../src/domain/search/engine.ts';
import { createSearchLayer, type SearchLayer } from '../../src/domain/search/layer.ts';
import { parseSearchWords } from '../../src/domain/search/search-words.ts';
import { openVocabulary } from '../../src/domain/search/vocabulary-files.ts';

export interface OpenIndex {
  engine: SearchEngine;
  layer: SearchLayer;
  /** Bytes loaded so far, as they go over the line. */
  loaded: () => number;
  /** Of them, what only the layer needs. */
  layerBytes: number;
}

type Module = Pagefind & { options: (options: object) => Promise<void> };

const isFunction = (value: unknown): value is (...args: unknown[]) => unknown => typeof value === 'function';
const moduleSchema = z.object({
  search: z.custom<Pagefind['search']>(isFunction),
  options: z.custom<Module['options']>(isFunction),
});

/** Files of the index are compressed as they lie; a server compresses the others. */
const isPacked = (file: string): boolean => /\.(?:pf_\w+|pagefind)$/.test(file);

const weigh = (file: string, bytes: Uint8Array): number =>
  isPacked(file) ? bytes.byteLength : gzipSync(bytes, { level: 9 }).byteLength;

let bytesLoaded = 0;
let opened = 0;

const readCounted = (file: string): Buffer => {
  const bytes = readFileSync(file);
  bytesLoaded += weigh(file, bytes);
  return bytes;
};

/** Pagefind asks for files beside its own module. */
const fetchFile = (input: string | URL | Request): Promise<Response> => {
  const url = new URL(input instanceof Request ? input.url : input);
  url.search = '';
  return Promise.resolve(new Response(new Uint8Array(readCounted(fileURLToPath(url)))));
};

/**
 * @param site folder of the build
 * @param today the reader's day
 */
export const openIndex = async (site: string, today: string): Promise<OpenIndex> => {
  globalThis.fetch = fetchFile;
  const before = bytesLoaded;
  const folder = path.join(site, 'pagefind');
  const script = path.join(folder, 'pagefind.js');
  readCounted(script);
  // A module of its own each time: nothing is loaded yet.
  opened += 1;
  const pagefind = moduleSchema.parse(await import(`${pathToFileURL(script).href}?${opened}`));
  await pagefind.options({ baseUrl: '/', excerptLength: 24 });
  const engine = pagefindEngine(pagefind);
  const json = (file: string): unknown => JSON.parse(readCounted(file).toString());
  const beforeLayer = bytesLoaded;
  const layer = createSearchLayer({
    engine,
    vocabulary: await openVocabulary((name) => Promise.resolve(json(path.join(folder, name)))),
    ...parseSearchWords(json(path.join(site, 'search-words.json'))),
    today,
  });
  return { engine, layer, loaded: () => bytesLoaded - before, layerBytes: bytesLoaded - beforeLayer };
};
