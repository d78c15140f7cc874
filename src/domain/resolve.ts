/**
 * Author's text → the text that pages show: claims by their value, links and media by their address
 * in this build. Runs after the gate, so that nothing can be resolved that the build may not hold.
 */
import { fieldPlan } from '../schemas/field-plan.ts';
import { collections } from '../schemas/index.ts';
import { citationsIn, inReadingOrder, type Citation } from './citations.ts';
import { claimText, replaceClaims } from './claims.ts';
import { editAt } from './edit.ts';
import { isRecord, type ContentEntry, type Library, type MediaFile } from './entries.ts';
import { linkTarget, rewriteLinks, type FoundLink } from './links.ts';
import { entryPath, filePath, imagePath, shortHash } from './routes.ts';
import { claimUses, mediaName } from './texts.ts';

/** A media file with its size in pixels, where it is a picture. */
export interface MeasuredMedia extends MediaFile {
  width?: number | undefined;
  height?: number | undefined;
}

export interface ResolvedEntry extends ContentEntry {
  /** Ids of the claims it cites, in the order of reading. */
  cites: string[];
  citations: Citation[];
}

export interface Resolver {
  library: Library;
  media: ReadonlyMap<string, MeasuredMedia>;
}

export const resolveEntry = (resolver: Resolver, entry: ContentEntry): ResolvedEntry => {
  const { library } = resolver;
  const isKnown = (id: string): boolean => library.entries.get('claims')?.has(id) === true;
  const uses = inReadingOrder(entry.collection, claimUses(entry));
  const cites = [...new Set(uses.map((use) => use.id))].filter(isKnown);
  const citations = citationsIn(entry, (id) => claimValue(library, id), isKnown);
  const inText = (value: unknown) =>
    typeof value === 'string' ? replaceClaims(value, (id) => claimValue(library, id)) : value;
  const inMarkdown = (value: unknown) => (typeof value === 'string' ? resolveMarkdown(resolver, entry, value) : value);
  const inMedia = (value: unknown) => (typeof value === 'string' ? mediaAddress(resolver, mediaName(value)) : value);

  const inUrl = (value: unknown) =>
    typeof value === 'string' ? linkAddress(resolver, entry, { href: value, text: '', isImage: false }) : value;

  let data = entry.data;
  for (const { path, format, required } of fieldPlan(entry.collection)) {
    if (format === 'text') data = editAt(data, path, inText);
    else if (format === 'markdown') data = editAt(data, path, inMarkdown);
    else if (format === 'image' || format === 'file') data = editAt(data, path, inMedia);
    else if (format === 'url') {
      data = editAt(data, path, inUrl);
      // A link is nothing without its address.
      if (required === true) data = editAt(data, path.slice(0, -1), (link) => (hasAddress(link) ? link : undefined));
    }
  }
  return { ...entry, data, body: resolveMarkdown(resolver, entry, entry.body), cites, citations };
};

const hasAddress = (link: unknown): boolean => !isRecord(link) || Object.hasOwn(link, 'url');

const claimValue = (library: Library, id: string): string => {
  const claim = library.entries.get('claims')?.get(id);
  return claim ? claimText(claim, library.settings.locale) : '—';
};

/** The id of a claim's place in the list at the end of a page. */
export const claimAnchor = (id: string): string => `claim:${id}`;

const resolveMarkdown = (resolver: Resolver, entry: ContentEntry, markdown: string): string => {
  if (markdown === '') return '';
  const linked = rewriteLinks(markdown, (link) => linkAddress(resolver, entry, link));
  return replaceClaims(linked, (id) => {
    const value = claimValue(resolver.library, id);
    // No link to a claim that the build leaves out: its address alone would name it.
    return resolver.library.entries.get('claims')?.has(id) ? `[${value}](#${claimAnchor(id)})` : value;
  });
};

const linkAddress = ({ library, media }: Resolver, entry: ContentEntry, link: FoundLink): string | undefined => {
  const target = linkTarget(link.href, collections[entry.collection].folder);
  switch (target.kind) {
    case 'entry': {
      const { collection, id } = target.address;
      if (!library.entries.get(collection)?.has(id)) return undefined;
      return `${entryPath(collection, id)}${target.anchor === '' ? '' : `#${target.anchor}`}`;
    }
    case 'media':
      return mediaAddress({ library, media }, target.path);
    case 'unknown':
      return undefined;
    default:
      return link.href;
  }
};

/** Widest picture that a page shows, in pixels. */
export const WIDEST_PICTURE = 1200;

const DRAWING = /\.svg$/i;

/** Where a build offers a media file; a picture's size rides along as `#w=…&h=…`. */
const mediaAddress = ({ media }: Resolver, name: string): string | undefined => {
  const file = media.get(name);
  return file && addressOf(file);
};

export const addressOf = (file: MeasuredMedia): string => {
  if (file.width === undefined || file.height === undefined)
    return filePath(file.hash, file.path.split('/').at(-1) ?? 'file');
  const width = Math.min(file.width, WIDEST_PICTURE);
  const size = `#w=${width}&h=${Math.round((file.height * width) / file.width)}`;
  return DRAWING.test(file.path)
    ? `/media/${shortHash(file.hash)}.svg${size}`
    : `${imagePath(file.hash, width)}${size}`;
};

/** Everything at once: what the store receives. */
export const resolveLibrary = (resolver: Resolver): ResolvedEntry[] =>
  [...resolver.library.entries.values()].flatMap((entries) =>
    [...entries.values()].map((entry) => resolveEntry(resolver, entry)),
  );
