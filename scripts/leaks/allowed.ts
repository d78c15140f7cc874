/** All that a build may say: content that passed the gate, the words of the interface, and the engine's own. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { allEntries, isRecord, type Library } from '../../src/domain/entries.ts';
import { resolveLibrary } from '../../src/domain/resolve.ts';
import { entryPath, isPaged } from '../../src/domain/routes.ts';
import { textsOf } from '../../src/domain/texts.ts';
import { piecesOf } from '../../src/domain/words.ts';
import type { Labels } from '../../src/schemas/labels.ts';

/** Every text of the gated library, as pages receive it, and of labels and settings. */
export function* allowedTexts(gated: Library, labels: Labels | undefined): Generator<string> {
  // What the landing page names, by id or address, may be what this build leaves out.
  const { figures: _figures, featured: _featured, call_to_action, ...landing } = gated.settings.landing;
  const origins = Object.values(gated.settings.sites);
  for (const entry of resolveLibrary({ library: gated, media: gated.media })) {
    yield entry.id;
    if (isPaged(entry.collection))
      for (const origin of ['', ...origins]) yield origin + entryPath(entry.collection, entry.id);
    for (const { value, format } of textsOf(entry)) yield* piecesOf(value, format === 'markdown');
  }
  for (const entry of allEntries(gated)) {
    for (const number of numbersIn(entry.data)) yield* spellings(number);
  }
  for (const name of gated.media.keys()) yield name;
  yield* stringsIn(labels);
  yield* stringsIn({ ...gated.settings, landing });
  yield* stringsIn(call_to_action?.label);
  yield* calendarWords(gated.settings.locale);
}

export function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const item of value) yield* stringsIn(item);
  else if (isRecord(value)) for (const item of Object.values(value)) yield* stringsIn(item);
}

export function* numbersIn(value: unknown): Generator<number> {
  if (typeof value === 'number') yield value;
  else if (Array.isArray(value)) for (const item of value) yield* numbersIn(item);
  else if (isRecord(value)) for (const item of Object.values(value)) yield* numbersIn(item);
}

/** How a number may stand on a page; marks between digits do not matter. */
export const spellings = (number: number): string[] => [
  ...new Set([String(number), new Intl.NumberFormat('en', { maximumFractionDigits: 6 }).format(number)]),
];

/** Names of months and days, which dates on pages are made of. */
function* calendarWords(locale: string): Generator<string> {
  for (let month = 0; month < 12; month++) {
    const day = new Date(Date.UTC(2026, month, 1 + month));
    for (const style of ['long', 'short'] as const) {
      yield new Intl.DateTimeFormat(locale, { month: style, weekday: style, timeZone: 'UTC' }).format(day);
    }
  }
}

/** Code that ends up in pages and bundles beside ours. */
const BUNDLED = [
  'react-dom/cjs/react-dom-client.production.js',
  'react/cjs/react.production.js',
  'astro/dist/runtime/server/astro-island.js',
];

/** What HTML, Astro and browsers call things. */
const MARKUP_WORDS =
  'doctype html charset utf viewport device width initial scale canonical stylesheet module preload noindex nofollow astro island renderer component export before hydration svelte urlset sitemaps schemas lastmod isPermaLink pubDate guid';

const SOURCE = /\.(astro|ts|tsx|css|js)$/;

/** Remarks are not part of any page, and may speak of content as an example. */
const withoutRemarks = (source: string): string =>
  source.replaceAll(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<=^|[\s;,{}()])\/\/[^\n]*/g, ' ');

/** The engine's own words: names of tags, classes and fields are no evidence. */
export const engineTexts = async (): Promise<string[]> => {
  const own = await Promise.all(
    ['src', 'public'].map(async (folder) =>
      (await readdir(folder, { recursive: true }).catch(() => []))
        .filter((name) => SOURCE.test(name))
        .map((name) => path.join(folder, name)),
    ),
  );
  const files = [...own.flat(), ...BUNDLED.map((name) => path.join('node_modules', name))];
  const sources = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')));
  return [MARKUP_WORDS, ...sources.map(withoutRemarks)];
};
