/** Links and media inside Markdown: finding them, and saying what they point to. */
import { collections } from '../schemas/index.ts';
import { isPaged, parseEntryPath, PAGED_COLLECTIONS, type EntryAddress } from './routes.ts';

export type LinkTarget =
  | { kind: 'entry'; address: EntryAddress; anchor: string }
  | { kind: 'index' }
  | { kind: 'media'; path: string }
  | { kind: 'external' }
  | { kind: 'anchor' }
  | { kind: 'unknown' };

export interface FoundLink {
  href: string;
  isImage: boolean;
  /** The words between the brackets. */
  text: string;
}

// [text](href "title") and ![alt](href), href possibly in <…>; one level of brackets inside the text.
// Every part has an end or a limit, so that no text, however odd, takes more than a moment to search.
const INLINE =
  /(!?)\[((?:[^[\]]|\[[^[\]]{0,200}\]){0,1000})\]\([ \t\n]{0,9}<?([^()\s<>]{1,2000}(?:\([^()\s<>]{0,200}\)[^()\s<>]{0,200}){0,9})>?((?:\s{1,9}(?:"[^"]{0,500}"|'[^']{0,500}'))?)\s{0,9}\)/g;
const DEFINITION =
  /^( {0,3}\[[^\]^\n][^\]\n]{0,998}\]:[ \t]{0,9})<?([^\s<>]{1,2000})>?([ \t]{1,9}(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'))?[ \t]*$/gm;

// The same as HTML, which Markdown allows.
const ELEMENT = /<(a|img)(\s[^<>]{1,2000})>/gi;
const ADDRESS = /(\s(?:href|src)\s{0,9}=\s{0,9})("[^"]*"|'[^']*'|[^\s"']+)/i;
const WORDS = /\salt\s{0,9}=\s{0,9}("[^"]*"|'[^']*'|[^\s"']+)/i;

const unquoted = (value: string): string => value.replace(/^(["'])(.*)\1$/s, '$2');

const elementLink = (name: string, attributes: string): FoundLink[] => {
  const address = ADDRESS.exec(attributes)?.[2];
  if (address === undefined) return [];
  const isImage = name.toLowerCase() === 'img';
  return [{ isImage, text: unquoted(WORDS.exec(attributes)?.[1] ?? ''), href: unquoted(address) }];
};

export const findLinks = (markdown: string): FoundLink[] => [
  ...[...markdown.matchAll(INLINE)].map((m) => ({ isImage: m[1] === '!', text: m[2] ?? '', href: m[3] ?? '' })),
  ...[...markdown.matchAll(DEFINITION)].map((m) => ({ isImage: false, text: '', href: m[2] ?? '' })),
  ...[...markdown.matchAll(ELEMENT)].flatMap((m) => elementLink(m[1] ?? '', m[2] ?? '')),
];

/**
 * Gives every link a new address.
 * @param rewrite returns the new address, or undefined to keep the words and drop the link
 */
export const rewriteLinks = (markdown: string, rewrite: (link: FoundLink) => string | undefined): string =>
  markdown
    .replaceAll(INLINE, (whole, bang: string, text: string, href: string, title: string) => {
      const next = rewrite({ isImage: bang === '!', text, href });
      if (next === href) return whole;
      return next === undefined ? text : `${bang}[${text}](${next}${title})`;
    })
    .replaceAll(DEFINITION, (whole, head: string, href: string, title: string | undefined) => {
      const next = rewrite({ isImage: false, text: '', href });
      if (next === href) return whole;
      return next === undefined ? '' : `${head}${next}${title ?? ''}`;
    })
    .replaceAll(ELEMENT, (whole, name: string, attributes: string) => {
      const [link] = elementLink(name, attributes);
      const next = link && rewrite(link);
      if (!link || next === link.href) return whole;
      return `<${name}${attributes.replace(ADDRESS, (_, head: string) => (next === undefined ? '' : `${head}"${next}"`))}>`;
    });

const FOLDERS = new Map(PAGED_COLLECTIONS.map((name) => [collections[name].folder, name]));

/** Pages of the engine's own: /search/ and /library/. */
const PAGES = new Set(['search', 'library']);

const decode = (text: string): string => {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
};

/**
 * What a link points to. Authors may write a page's address (`/battlecards/corvane/`), a file beside
 * theirs as on any git host (`../battlecards/corvane.md`), or a file of the media folder.
 * @param folder the author's own folder inside the content folder, `assets/objections`
 */
export const linkTarget = (href: string, folder: string): LinkTarget => {
  if (href.startsWith('#')) return { kind: 'anchor' };
  if (/^(https?:|mailto:|tel:)/i.test(href)) return { kind: 'external' };
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//')) return { kind: 'unknown' };
  const [address = '', anchor = ''] = decode(href).split('#', 2);
  const path = address.replace(/\?.*$/, '');
  const media = mediaPath(path, folder);
  if (media !== undefined) return { kind: 'media', path: media };
  if (path.startsWith('/')) {
    const address = parseEntryPath(path);
    if (address) return { kind: 'entry', address, anchor };
    const [, first = '', ...rest] = path.replace(/\/$/, '').split('/');
    const isIndex = rest.length === 0 && (first === '' || PAGES.has(first) || isPaged(first));
    return { kind: isIndex ? 'index' : 'unknown' };
  }
  const file = /^(.*?)([^/]+)\.(?:md|ya?ml)$/.exec(join(folder, path));
  const collection = FOLDERS.get((file?.[1] ?? '').replace(/\/$/, ''));
  return collection && file?.[2] !== undefined
    ? { kind: 'entry', address: { collection, id: file[2] }, anchor }
    : { kind: 'unknown' };
};

/** The path inside the media folder, however the author wrote it; undefined for what is not media. */
export const mediaPath = (path: string, folder: string): string | undefined => {
  const full = /^\/?media\//.test(path) ? path.replace(/^\//, '') : path.startsWith('/') ? '' : join(folder, path);
  return full.startsWith('media/') ? full.slice('media/'.length) : undefined;
};

/** Joins two paths, resolving `.` and `..`; what leaves the content folder stays outside it as `../`. */
const join = (folder: string, path: string): string => {
  const steps: string[] = [];
  for (const step of `${folder}/${path}`.split('/')) {
    if (step === '' || step === '.') continue;
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else steps.push(step);
  }
  return steps.join('/');
};
