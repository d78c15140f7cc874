/** After a build: `_headers`, which many static hosts read. */
import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { cardPattern, EMBEDDED_COLLECTIONS } from '../domain/routes.ts';
import { framedBy, securityHeaders } from '../domain/security-headers.ts';

/** Names that change with the content may be kept for good; everything else is asked for again. */
const FOREVER = 'public, max-age=31536000, immutable';

const block = (path: string, headers: Readonly<Record<string, string>>): string =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');

/**
 * A host that reads `!` takes the header of all pages away before it sends the card's own; one that lets
 * the later rule win needs no telling; one that sends both keeps the card as closed as every page.
 */
const frameable = (path: string, origins: readonly string[]): string =>
  [path, '  ! Content-Security-Policy', `  Content-Security-Policy: ${framedBy(origins)}`].join('\n');

/**
 * @param dir folder of the finished build
 * @param origins who may show the compact cards inside a page of their own
 */
export const writeHostFiles = async (dir: URL, origins: readonly string[]): Promise<void> => {
  const cards = origins.length > 0 ? EMBEDDED_COLLECTIONS.map(cardPattern) : [];
  const blocks = [
    block('/*', securityHeaders),
    ...cards.map((path) => frameable(path, origins)),
    ...['/_astro/*', '/media/*', '/files/*'].map((path) => block(path, { 'Cache-Control': FOREVER })),
  ];
  await writeFile(new URL('_headers', dir), `${blocks.join('\n\n')}\n`);
};

/** @param origins see {@link writeHostFiles} */
export const hostFiles = (origins: readonly string[]): AstroIntegration => ({
  name: 'dealshelf-host-files',
  hooks: {
    'astro:build:done': ({ dir }) => writeHostFiles(dir, origins),
  },
});
