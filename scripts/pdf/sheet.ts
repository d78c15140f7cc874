/** A finished page → what of it is printed. Pages are our own, so that their parts are found by their marks. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isPrintable, PRINTABLE, type Paper, type PrintableType } from '../../src/domain/paper.ts';
import { withoutOffers } from './offer.ts';

/** One page as it goes to the printer. */
export interface Sheet {
  /** `/battlecards/corvane/` */
  path: string;
  title: string;
  /** Attributes of the root: language, audience, what stands in the margins. */
  root: Readonly<Record<string, string>>;
  /** Addresses of its stylesheets, in their order. */
  styles: readonly string[];
  /** The page's content, as HTML. */
  main: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#34': '"',
  '#38': '&',
  '#39': "'",
};

const decode = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#3[489]);/g, (_, name: string) => ENTITIES[name] ?? '');

const attributesOf = (tag: string): Record<string, string> =>
  Object.fromEntries(
    [...tag.matchAll(/\s([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decode(value)]),
  );

const MAIN = /<main\b[^>]*>([\s\S]*)<\/main>/;
const STYLESHEET = /<link\b[^>]*\brel="stylesheet"[^>]*>/g;

/** Undefined for a page that is not made to be printed, such as one that leads on to another. */
export const toSheet = (pagePath: string, html: string): Sheet | undefined => {
  const root = attributesOf(/<html\b[^>]*>/.exec(html)?.[0] ?? '');
  const main = MAIN.exec(html)?.[1];
  if (root['data-paper'] === undefined || main === undefined) return undefined;
  return {
    path: pagePath,
    title: decode(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''),
    root,
    styles: [...html.matchAll(STYLESHEET)].flatMap(([tag]) => attributesOf(tag)['href'] ?? []),
    main: withoutOffers(main),
  };
};

/** Printable pages of a finished build, in the order of their addresses. */
export const readSheets = async (folder: string, type: PrintableType | undefined): Promise<Sheet[]> => {
  const types = Object.keys(PRINTABLE).filter(isPrintable);
  const sheets: Sheet[] = [];
  for (const each of type === undefined ? types : [type]) {
    const ids = existsSync(path.join(folder, each)) ? await readdir(path.join(folder, each)) : [];
    for (const id of ids.sort()) {
      const sheet = await readSheet(folder, `/${each}/${id}/`);
      if (sheet) sheets.push(sheet);
    }
  }
  return sheets;
};

export const pageFile = (folder: string, pagePath: string): string => path.join(folder, pagePath, 'index.html');

export const readSheet = async (folder: string, pagePath: string): Promise<Sheet | undefined> => {
  const file = pageFile(folder, pagePath);
  return existsSync(file) ? toSheet(pagePath, await readFile(file, 'utf8')) : undefined;
};

/**
 * A short text that changes whenever the printed sheet would: its content, styles and paper, and the
 * program that prints it. Fonts and pictures are named by their content.
 * @param printer what says which printer it is
 */
export const createStamp = (folder: string, printer: string): ((sheet: Sheet, paper: Paper) => string) => {
  const styleHashes = new Map<string, string>();
  const styleHash = (address: string): string => {
    const known = styleHashes.get(address) ?? sha256(readFileSync(path.join(folder, address)));
    styleHashes.set(address, known);
    return known;
  };
  return ({ title, root, styles, main }, paper) =>
    sha256(JSON.stringify([printer, paper, title, root, styles.map(styleHash), main]));
};

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex').slice(0, 32);
