/** Links, images and files inside entries, and markup that never reaches a page. */
import { collections } from '../../schemas/index.ts';
import { maySee, whyNotLive } from '../audiences.ts';
import { allEntries, audienceOf, type ContentEntry } from '../entries.ts';
import { endingOf, isMediaType, mediaTypes } from '../media-types.ts';
import { findLinks, linkTarget } from '../links.ts';
import { fieldName, type Problem } from '../problems.ts';
import {
  aliasPath,
  coveragePath,
  entryPath,
  healthPath,
  homePath,
  indexPath,
  isPaged,
  libraryPath,
  PAGED_COLLECTIONS,
  searchPath,
} from '../routes.ts';
import { suggest } from '../suggest.ts';
import { mediaName, mediaUses, textsOf, type EntryText } from '../texts.ts';
import { audienceAt, isApproved, type CheckContext, type Rule } from './context.ts';

export const checkLinks: Rule = (context) =>
  [...allEntries(context.library)].flatMap((entry) =>
    textsOf(entry)
      .filter(({ format }) => format === 'markdown' || format === 'url')
      .flatMap((text) => [...linkProblems(context, entry, text), ...markupProblems(entry, text)]),
  );

const linkProblems = (context: CheckContext, entry: ContentEntry, text: EntryText): Problem[] => {
  const hrefs = text.format === 'url' ? [text.value] : findLinks(text.value).map((link) => link.href);
  return hrefs.flatMap((href) => linkProblem(context, entry, text, href));
};

const linkProblem = (context: CheckContext, entry: ContentEntry, { at }: EntryText, href: string): Problem[] => {
  const place = { file: entry.file, field: fieldName(at) };
  const target = linkTarget(href, collections[entry.collection].folder);
  if (target.kind === 'unknown')
    return [{ code: 'BROKEN_LINK', ...place, args: { href, suggestion: suggest(href, allPaths(context)) } }];
  if (target.kind !== 'entry') return [];
  const { collection, id } = target.address;
  const found = context.library.entries.get(collection)?.get(id);
  if (!found)
    return [
      {
        code: 'BROKEN_LINK',
        ...place,
        args: { href, suggestion: suggest(entryPath(collection, id), allPaths(context)) },
      },
    ];
  if (!isApproved(entry)) return [];
  const audience = audienceAt(entry, at);
  if (!maySee(audience, audienceOf(found))) {
    const args = { audience, target: entryPath(collection, id), targetAudience: audienceOf(found) };
    return [{ code: 'PUBLIC_REFERS_TO_INTERNAL', ...place, args }];
  }
  const why = whyNotLive(found, context.today);
  return why === undefined
    ? []
    : [{ code: 'REFERENCE_NOT_LIVE', ...place, args: { kind: 'page', id: entryPath(collection, id), why } }];
};

const allPaths = ({ library }: CheckContext): string[] =>
  PAGED_COLLECTIONS.flatMap((name) => [...(library.entries.get(name)?.keys() ?? [])].map((id) => entryPath(name, id)));

type Pattern = readonly [pattern: RegExp, what: string];

// Elements may have a prefix in SVG: <svg:script> runs as well.
const RUNS: readonly Pattern[] = [
  [/<(?:[\w-]+:)?script\b/i, 'a <script>'],
  [/<[^<>]+[\s/"']on[a-z]+\s*=/i, 'an event handler'],
];
const UNSAFE_MARKUP: readonly Pattern[] = [
  ...RUNS,
  [/<(?:iframe|object|embed|form|style|link|meta|base)\b/i, 'an element that pages do not allow'],
  [/(?:\]\(|["'=])\s*(?:(?:javascript|vbscript):|data:\S)/i, 'an address that runs code'],
];
// Drawing programs write styles and put photographs into data: addresses; neither runs.
const UNSAFE_DRAWING: readonly Pattern[] = [
  ...RUNS,
  [/<(?:[\w-]+:)?(?:foreignObject|iframe|object|embed)\b/i, 'an element of another kind of page'],
  [/["']\s*(?:javascript|vbscript|data:text|data:image\/svg)/i, 'an address that runs code'],
  [/<!ENTITY/i, 'entities, which can hide code'],
];

/** Character references can spell what the patterns look for, and browsers read them. */
const spelledOut = (markup: string): string =>
  markup.replaceAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi, (_, hex: string | undefined, decimal: string | undefined) =>
    characterOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
  );

const characterOf = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');

const unsafeIn = (markup: string, patterns: readonly Pattern[]): string[] => {
  const read = spelledOut(markup);
  // In addresses browsers skip tabs and line ends: `java<tab>script:` runs.
  const readings = [read, read.replaceAll(/[\t\n\r]/g, '')];
  return patterns.flatMap(([pattern, what]) => (readings.some((reading) => pattern.test(reading)) ? [what] : []));
};

const markupProblems = (entry: ContentEntry, { value, at, format }: EntryText): Problem[] =>
  format !== 'markdown'
    ? []
    : unsafeIn(value, UNSAFE_MARKUP).map((what) => ({
        code: 'UNSAFE_MARKUP',
        file: entry.file,
        field: fieldName(at),
        args: { what },
      }));

/** Media that entries use must lie in the media folder, and pictures need words. */
export const checkMedia: Rule = ({ library, drawings, name }) => {
  const uses = [...allEntries(library)].flatMap((entry) =>
    mediaUses(entry).flatMap(({ path, at, alt }): Problem[] => {
      const place = { file: entry.file, field: fieldName(at) };
      if (!library.media.has(path)) {
        return [{ code: 'MISSING_FILE', ...place, args: { path, suggestion: suggest(path, library.media.keys()) } }];
      }
      return alt === '' ? [{ code: 'MISSING_ALT_TEXT', ...place, args: { path } }] : [];
    }),
  );
  const unsafe = [...drawings].flatMap(([path, svg]): Problem[] => {
    const [what] = unsafeIn(svg, UNSAFE_DRAWING);
    return what === undefined ? [] : [{ code: 'UNSAFE_FILE', file: `${name}/media/${path}`, args: { what } }];
  });
  return [...uses, ...unsafe];
};

/** Files of the media folder: only types that pages can show or offer, and none that nobody uses. */
export const checkMediaFolder: Rule = ({ library, name }) => {
  const { logo } = library.settings.brand;
  const used = new Set([
    ...(logo === undefined ? [] : [mediaName(logo)]),
    ...[...allEntries(library)].flatMap((entry) => mediaUses(entry).map(({ path }) => path)),
  ]);
  return [...library.media.keys()].flatMap((path): Problem[] => {
    const file = `${name}/media/${path}`;
    if (!isMediaType(path))
      return [{ code: 'MEDIA_TYPE', file, args: { ending: endingOf(path), types: mediaTypes().join(', ') } }];
    return used.has(path) ? [] : [{ code: 'UNUSED_MEDIA', file, args: {} }];
  });
};

/** A former address may lead to one page only, and never to where a page is. */
export const checkAliases: Rule = ({ library }) => {
  const owners = new Map<string, string>(
    [
      homePath(),
      searchPath(),
      libraryPath(),
      coveragePath(),
      healthPath(),
      ...PAGED_COLLECTIONS.map((name) => indexPath(name)),
    ].map((path) => [path, 'a page of the site']),
  );
  for (const entry of allEntries(library))
    if (isPaged(entry.collection)) owners.set(entryPath(entry.collection, entry.id), entry.file);
  return [...allEntries(library)].flatMap((entry): Problem[] => {
    const { aliases } = entry.data;
    if (!isPaged(entry.collection) || !Array.isArray(aliases)) return [];
    const collection = entry.collection;
    return aliases.flatMap((alias, i): Problem[] => {
      if (typeof alias !== 'string') return [];
      const path = aliasPath(collection, alias);
      const other = owners.get(path);
      owners.set(path, entry.file);
      return other === undefined
        ? []
        : [{ code: 'ALIAS_TAKEN', file: entry.file, field: `aliases.${i}`, args: { alias, other } }];
    });
  });
};
