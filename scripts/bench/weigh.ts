/** What a finished build weighs: bytes a page, and what one page makes a browser load. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

export interface PageWeight {
  pages: number;
  bytesPerPage: number;
}

export const weighPages = async (folder: string): Promise<PageWeight> => {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html'));
  let bytes = 0;
  for (const name of names) bytes += (await stat(path.join(folder, name))).size;
  return { pages: names.length, bytesPerPage: bytes / names.length };
};

export interface LoadedFile {
  name: string;
  bytes: number;
  gzip: number;
}

export interface PageBudget {
  scripts: LoadedFile[];
  styles: LoadedFile[];
  /** All that the styles offer: a browser loads those whose characters a page has. */
  fonts: LoadedFile[];
}

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap((match) => match.slice(1, 2));

const SCRIPT = /<script\b[^>]*\bsrc="([^"]+)"/g;
const STYLE = /<link\b[^>]*\brel="stylesheet"[^>]*\bhref="([^"]+)"/g;
const STYLE_BY_HREF = /<link\b[^>]*\bhref="([^"]+)"[^>]*\brel="stylesheet"/g;
const PRELOADED = /<link\b[^>]*\brel="modulepreload"[^>]*\bhref="([^"]+)"/g;
/** What a module needs before it runs; not what it asks for later with `import()`. */
const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["']([^"']+\.js)["']/g;
const FONT = /url\(["']?([^"')]+\.woff2?)["']?\)/g;

/** @param page path of a page inside the build, `resources/x/index.html` */
export const weighBudget = async (folder: string, page: string): Promise<PageBudget> => {
  const html = await readFile(path.join(folder, page), 'utf8');
  const scripts = new Map<string, string>();
  for (const name of [...all(html, SCRIPT), ...all(html, PRELOADED)]) await followImports(folder, name, scripts);
  const styles = await readAll(folder, [...all(html, STYLE), ...all(html, STYLE_BY_HREF)]);
  const fonts = [...styles].flatMap(([name, css]) =>
    all(css, FONT).map((url) => path.posix.resolve(path.posix.dirname(name), url)),
  );
  return { scripts: weighTexts(scripts), styles: weighTexts(styles), fonts: await weighFiles(folder, fonts) };
};

const followImports = async (folder: string, name: string, found: Map<string, string>): Promise<void> => {
  if (found.has(name)) return;
  const text = await readFile(path.join(folder, name), 'utf8');
  found.set(name, text);
  for (const other of all(text, STATIC_IMPORT))
    await followImports(folder, path.posix.resolve(path.posix.dirname(name), other), found);
};

const readAll = async (folder: string, names: readonly string[]): Promise<Map<string, string>> => {
  const texts = new Map<string, string>();
  for (const name of names) texts.set(name, await readFile(path.join(folder, name), 'utf8'));
  return texts;
};

const weighTexts = (texts: ReadonlyMap<string, string>): LoadedFile[] =>
  [...texts].map(([name, text]) => ({ name, bytes: Buffer.byteLength(text), gzip: gzipSync(text).length }));

const weighFiles = async (folder: string, names: readonly string[]): Promise<LoadedFile[]> => {
  const files: LoadedFile[] = [];
  for (const name of new Set(names)) {
    const bytes = (await stat(path.join(folder, name))).size;
    files.push({ name, bytes, gzip: bytes });
  }
  return files;
};

export const gzipOf = (files: readonly LoadedFile[]): number => files.reduce((sum, file) => sum + file.gzip, 0);
