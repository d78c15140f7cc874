/** A file of a build → the texts it holds, whatever container they are in. */
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import type { SearchOptions } from '../../src/domain/leaks.ts';
import { wordsInFile } from '../../src/domain/search/vocabulary-files.ts';
import { BREAK, layersOf } from '../../src/domain/words.ts';
import { cborStrings } from '../../src/integrations/cbor.ts';
import { metadataOf, withoutPixels } from './image-metadata.ts';
import { pdfTexts } from './pdf.ts';

/** One text of a file. */
export interface TextPart extends SearchOptions {
  text: string;
}

/** Bytes that are a file of their own: the output file itself, or one inside it. */
export interface BytesPart {
  bytes: Buffer;
}

export type Part = TextPart | BytesPart;

/** A container within a container within … ends somewhere. */
const DEEPEST = 4;
/** What unpacks to more than this is no part of a site. */
const LARGEST = 512 * 1024 * 1024;

const MARKUP = /\.(html?|xhtml|xml|svg|rss|atom)$/i;
const DATA = /\.(json|jsonld|webmanifest|geojson|ndjson)$/i;
const CODE = /\.(m?js|cjs|css|map|ts)$/i;
/** Words of the search index, coded so that no text search would see them. */
const VOCABULARY = /(^|\/)pagefind\/vocabulary(\/[^/]+)?\.json$/;
const VENDOR = /(^|\/)pagefind\/[^/]+\.(js|css|json)$/;
const DOCUMENT_ENTRY = /^(word|xl|ppt|docProps|customXml|_rels|content\.xml|meta\.xml|\[Content_Types\])/;

const PAGEFIND_MARK = Buffer.from('pagefind_dcd');

/** All texts and embedded files of a file. @param name its path inside the build */
export async function* partsOf(name: string, bytes: Buffer, depth = 0): AsyncGenerator<Part> {
  yield { bytes };
  if (depth > DEEPEST) throw new Error('it is packed too deep');
  if (isPrefix(bytes, [0x1f, 0x8b])) {
    yield* unpacked(name.replace(/\.(gz|tgz)$/i, ''), gunzipSync(bytes, { maxOutputLength: LARGEST }), depth);
  } else if (/\.br$/i.test(name)) {
    yield* partsOf(name.replace(/\.br$/i, ''), brotliDecompressSync(bytes, { maxOutputLength: LARGEST }), depth + 1);
  } else if (isPrefix(bytes, [0x50, 0x4b, 0x03, 0x04])) yield* zipParts(bytes, depth);
  else if (bytes.subarray(0, 1024).includes('%PDF-')) yield* pdfParts(bytes, depth);
  else {
    const text = textIn(bytes);
    if (text === undefined) yield* binaryParts(bytes);
    else yield* textParts(name, text, depth);
  }
}

async function* unpacked(name: string, bytes: Buffer, depth: number): AsyncGenerator<Part> {
  if (!isPrefix(bytes, [...PAGEFIND_MARK])) {
    yield* partsOf(name, bytes, depth + 1);
    return;
  }
  const content = bytes.subarray(PAGEFIND_MARK.length);
  yield { bytes: content };
  if (/\.pf_fragment$/.test(name)) yield* searched(content.toString('utf8'), { place: 'data', quotes: true }, depth);
  else if (isPrefix(content, [0x00, 0x61, 0x73, 0x6d])) yield { text: content.toString('latin1'), place: 'vendor' };
  else {
    const place = /\.pf_filter$/.test(name) ? 'data' : 'stems';
    yield { text: cborStrings(content).join(BREAK), place };
  }
}

async function* zipParts(bytes: Buffer, depth: number): AsyncGenerator<Part> {
  for (const [inside, content] of Object.entries(unzipSync(bytes))) {
    yield { text: inside, place: 'document' };
    for await (const part of partsOf(
      inside,
      Buffer.from(content.buffer, content.byteOffset, content.byteLength),
      depth + 1,
    )) {
      yield 'text' in part && DOCUMENT_ENTRY.test(inside) ? { ...part, place: 'document' } : part;
    }
  }
}

async function* pdfParts(bytes: Buffer, depth: number): AsyncGenerator<Part> {
  const { texts, attachments } = await pdfTexts(bytes);
  yield { text: texts.join(BREAK), place: 'document' };
  yield { text: bytes.toString('latin1'), place: 'bytes' };
  for (const { name, content } of attachments) yield* partsOf(name, content, depth + 1);
}

/** Pixels are noise, in which only what is long can be told from chance; metadata are read as they are. */
function* binaryParts(bytes: Buffer): Generator<Part> {
  const metadata = metadataOf(bytes, (packed) => inflateSync(packed, { maxOutputLength: LARGEST }));
  for (const block of metadata)
    for (const text of readings(block)) yield { text, place: 'document', markup: text.includes('<') };
  for (const text of readings(withoutPixels(bytes))) yield { text, place: 'bytes' };
}

/** The same bytes in every encoding that metadata use. */
function* readings(bytes: Buffer): Generator<string> {
  yield bytes.toString('utf8');
  yield bytes.toString('latin1');
  for (const from of [0, 1]) {
    const even = Buffer.from(bytes.subarray(from, bytes.length - ((bytes.length - from) % 2)));
    yield even.toString('utf16le');
    yield even.swap16().toString('utf16le');
  }
}

async function* textParts(name: string, text: string, depth: number): AsyncGenerator<Part> {
  if (VOCABULARY.test(name)) {
    yield { text: wordsInFile(JSON.parse(text)).join(BREAK), place: 'stems' };
  } else if (VENDOR.test(name)) yield* searched(text, { place: 'vendor' }, depth);
  else if (CODE.test(name)) yield* searched(text, { place: 'code', quotes: true }, depth);
  else if (DATA.test(name)) yield* searched(text, { place: 'data', quotes: true }, depth);
  else if (MARKUP.test(name) || /^\s*<(!doctype|html|\?xml|svg)/i.test(text))
    yield* searched(text, { place: 'text', markup: true }, depth);
  else yield* searched(text, { place: 'data' }, depth);
}

const TAG = /<[a-zA-Z/!]/;

/** A text with its escapes undone, layer by layer, and the files it carries in `data:` addresses. */
async function* searched(text: string, options: SearchOptions, depth: number): AsyncGenerator<Part> {
  for (const layer of layersOf(text)) {
    yield { text: layer, ...options };
    if (options.markup !== true && TAG.test(layer)) yield { text: layer, ...options, markup: true };
  }
  for (const [, type = '', data = ''] of text.matchAll(DATA_ADDRESS)) {
    yield* partsOf(`inline.${type.replace(/^.*[/+]/, '')}`, Buffer.from(data, 'base64'), depth + 1);
  }
}

const DATA_ADDRESS = /data:([\w.+/-]*)(?:;[\w=-]+)*;base64,([A-Za-z0-9+/_-]{8,}={0,2})/g;

const isPrefix = (bytes: Buffer, prefix: readonly number[]): boolean => prefix.every((byte, i) => bytes[i] === byte);

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a file that is one; undefined for anything else. */
const textIn = (bytes: Buffer): string | undefined => {
  if (isPrefix(bytes, [0xff, 0xfe])) return bytes.subarray(2).toString('utf16le');
  if (isPrefix(bytes, [0xfe, 0xff]))
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le');
  if (bytes.subarray(0, 8_192).includes(0)) return undefined;
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
};
