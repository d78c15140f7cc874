/** What the import needs of the machine: markup, the text of a file, and files beside a row's own. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { CORE_SCHEMA, dump } from 'js-yaml';
import type { Library } from '../../src/domain/entries.ts';
import type { ImportRow, ImportTools } from '../../src/domain/import/row.ts';
import { toId } from '../../src/domain/to-id.ts';
import { plainText } from '../../src/markdown/plain-text.ts';
import { toMarkdown } from './to-markdown.ts';

const LARGEST_FILE = 26_214_400;
const PICTURES = ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif'];
const DOCUMENTS = ['pdf', 'pptx'];

/** @param root the folder that is imported: no file outside it is ever read */
export const importTools = (root: string, library: Pick<Library, 'media'>): ImportTools => ({
  toMarkdown,
  toText: plainText,
  toYaml,
  findMedia: mediaFinder(root, library),
});

const toYaml = (data: Readonly<Record<string, unknown>>): string =>
  dump(data, { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true });

const decode = (href: string): string => {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
};

const mediaFinder = (root: string, library: Pick<Library, 'media'>): ImportTools['findMedia'] => {
  const sources = new Map<string, string>();
  return (row, href, id) => {
    const from = insidePath(root, row, href);
    if (typeof from !== 'string') return from;
    const { name, ext } = path.posix.parse(from);
    const wanted = `imported/${id}/${toId(name) || 'file'}${ext.toLowerCase()}`;
    const media = freeName(wanted, from, sources);
    const there = library.media.get(media);
    if (there && there.hash !== hashOf(path.join(root, from)))
      return { reason: `would take the place of media/${media}, which is another file` };
    return { path: media, from };
  };
};

/** Two pictures whose names become one. */
const freeName = (wanted: string, from: string, sources: Map<string, string>): string => {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : wanted.replace(/(\.\w+)$/, `-${number}$1`);
    const owner = sources.get(name);
    if (owner !== undefined && owner !== from) continue;
    sources.set(name, from);
    return name;
  }
};

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

const insidePath = (root: string, row: ImportRow, href: string): string | { reason: string } => {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(href)) return { reason: 'is not a file of this folder' };
  const written = decode(href.replace(/[?#].*$/, ''));
  const full = path.resolve(root, path.dirname(row.file['path']), written);
  if (!full.startsWith(root + path.sep) || written.includes('\0')) return { reason: 'is outside of the folder' };
  const found = lstatSync(full, { throwIfNoEntry: false });
  if (!found) return { reason: 'does not exist' };
  // Also a folder on the way may be a link.
  if (found.isSymbolicLink() || realpathSync(full) !== full) return { reason: 'is a link to another place' };
  if (!found.isFile()) return { reason: 'is not a file' };
  const extension = path.extname(full).slice(1).toLowerCase();
  if (extension === 'svg') return { reason: 'is a drawing, which can carry scripts: add it by hand' };
  if (![...PICTURES, ...DOCUMENTS].includes(extension))
    return { reason: `is a .${extension} file, which is no picture or document` };
  if (found.size > LARGEST_FILE) return { reason: 'is larger than 25 MB' };
  return path.relative(root, full).split(path.sep).join('/');
};
