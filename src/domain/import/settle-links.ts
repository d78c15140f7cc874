/** Links and pictures of imported text: what they point to is elsewhere now, or comes along, or is gone. */
import { collections, type CollectionName } from '../../schemas/index.ts';
import { replaceClaims } from '../claims.ts';
import type { Library } from '../entries.ts';
import { linkTarget, rewriteLinks, type FoundLink } from '../links.ts';
import type { NewMedia, Say } from './row.ts';
import { shorten } from './steps.ts';

export interface Settling {
  collection: CollectionName;
  library: Pick<Library, 'entries'>;
  /** The address of the page that relative links are meant from. */
  base: string | undefined;
  findMedia: (href: string) => NewMedia | { reason: string };
  /** Told of each file that comes along. */
  take: (media: NewMedia) => void;
  field: string;
  say: Say;
}

export const settleMarkdown = (markdown: string, settling: Settling): string =>
  settleClaims(
    rewriteLinks(markdown, (link) => settleLink(link, settling)),
    settling,
  );

/** `{claim:id}` of another house means nothing here. */
export const settleClaims = (text: string, { library, field, say }: Settling): string =>
  replaceClaims(text, (id) => {
    if (library.entries.get('claims')?.has(id)) return `{claim:${id}}`;
    say({ field, reason: `named a claim “${id}”, which does not exist; the word is kept` });
    return id;
  });

/** Brackets in an address may have a backslash before them in Markdown. */
const withoutEscapes = (href: string): string => href.replaceAll(/\\([()_*&~])/g, '$1');

/** @returns undefined for a link that leads nowhere: its words stay */
const settleLink = (link: FoundLink, settling: Settling): string | undefined => {
  const written = withoutEscapes(link.href);
  const settled = link.isImage ? settleImage(written, settling) : settleHref(written, settling);
  return settled === written ? link.href : settled;
};

const isWeb = (href: string): boolean => /^(https?:|mailto:|tel:)/i.test(href);

export const settleHref = (href: string, settling: Settling): string | undefined => {
  const { collection, library, field, say } = settling;
  if (href.startsWith('#') || isWeb(href)) return href;
  const absolute = absoluteHref(href, settling.base);
  if (absolute !== undefined) return absolute;
  const target = linkTarget(href, collections[collection].folder);
  if (target.kind === 'entry' && library.entries.get(target.address.collection)?.has(target.address.id)) return href;
  say({ field, reason: `links to “${shorten(href)}”, which leads nowhere here; its words are kept` });
  return undefined;
};

const settleImage = (href: string, settling: Settling): string | undefined => {
  const { field, say, take } = settling;
  if (/^https?:/i.test(href)) return href;
  const media = settling.findMedia(href);
  if (!('reason' in media)) {
    take(media);
    return `/media/${encodeURI(media.path)}`;
  }
  const absolute = absoluteHref(href, settling.base);
  if (absolute !== undefined) return absolute;
  say({ field, reason: `shows the picture “${shorten(href)}”, which ${media.reason}; it is left out` });
  return undefined;
};

const absoluteHref = (href: string, base: string | undefined): string | undefined => {
  const isOther = /^[a-z][a-z0-9+.-]*:/i.test(href);
  if (isOther || (base === undefined && !href.startsWith('//')) || !URL.canParse(href, base ?? 'https://a.example'))
    return undefined;
  const url = new URL(href, base ?? 'https://a.example');
  // Brackets would end the link in Markdown.
  return url.href.replaceAll('(', '%28').replaceAll(')', '%29');
};
