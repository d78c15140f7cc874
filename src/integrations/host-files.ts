/** After a build: `_headers`, which many static hosts read. */
import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { adminPath } from '../domain/cms-links.ts';
import { calculatorEmbedPath, cardPattern, EMBEDDED_COLLECTIONS } from '../domain/routes.ts';
import { editorHeaders, framedBy, securityHeaders } from '../domain/security-headers.ts';

/** Names that change with the content may be kept for good; everything else is asked for again. */
const FOREVER = 'public, max-age=31536000, immutable';

const block = (path: string, headers: Readonly<Record<string, string>>): string =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');

/**
 * A host that reads `!` takes the header of all pages away before it sends the page's own; one that lets
 * the later rule win needs no telling; one that sends both keeps the page as closed as every page.
 */
const instead = (path: string, headers: Readonly<Record<string, string>>): string =>
  [path, ...Object.entries(headers).flatMap(([name, value]) => [`  ! ${name}`, `  ${name}: ${value}`])].join('\n');

const frameable = (path: string, origins: readonly string[]): string =>
  instead(path, { 'Content-Security-Policy': framedBy(origins) });

/** Which pages have headers of their own. */
export interface OwnHeaders {
  /** Other hosts that the editor talks to; undefined where the build has no editor. */
  editor?: readonly string[] | undefined;
  /** Origins for the compact cards; none, and nobody may. */
  cards: readonly string[];
  /** Origins for calculators; `*` is anybody. */
  calculators: readonly string[];
}

/** @param dir folder of the finished build */
export const writeHostFiles = async (dir: URL, own: OwnHeaders): Promise<void> => {
  const cards = own.cards.length > 0 ? EMBEDDED_COLLECTIONS.map(cardPattern) : [];
  const calculators = own.calculators.length > 0 ? [calculatorEmbedPath(':id')] : [];
  const blocks = [
    block('/*', securityHeaders),
    ...cards.map((path) => frameable(path, own.cards)),
    ...calculators.map((path) => frameable(path, own.calculators)),
    ...(own.editor ? [instead(`${adminPath()}*`, editorHeaders(own.editor))] : []),
    ...['/_astro/*', '/media/*', '/files/*'].map((path) => block(path, { 'Cache-Control': FOREVER })),
  ];
  await writeFile(new URL('_headers', dir), `${blocks.join('\n\n')}\n`);
};

export const hostFiles = (own: OwnHeaders): AstroIntegration => ({
  name: 'dealshelf-host-files',
  hooks: {
    'astro:build:done': ({ dir }) => writeHostFiles(dir, own),
  },
});
