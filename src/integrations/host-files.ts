/** After a build: `_headers`, which many static hosts read. */
import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { calculatorEmbedPath, cardPattern, EMBEDDED_COLLECTIONS } from '../domain/routes.ts';
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

/** Who may show what inside a page of their own. */
export interface Framing {
  /** Origins for the compact cards; none, and nobody may. */
  cards: readonly string[];
  /** Origins for calculators; `*` is anybody. */
  calculators: readonly string[];
}

/** @param dir folder of the finished build */
export const writeHostFiles = async (dir: URL, framing: Framing): Promise<void> => {
  const cards = framing.cards.length > 0 ? EMBEDDED_COLLECTIONS.map(cardPattern) : [];
  const calculators = framing.calculators.length > 0 ? [calculatorEmbedPath(':id')] : [];
  const blocks = [
    block('/*', securityHeaders),
    ...cards.map((path) => frameable(path, framing.cards)),
    ...calculators.map((path) => frameable(path, framing.calculators)),
    ...['/_astro/*', '/media/*', '/files/*'].map((path) => block(path, { 'Cache-Control': FOREVER })),
  ];
  await writeFile(new URL('_headers', dir), `${blocks.join('\n\n')}\n`);
};

export const hostFiles = (framing: Framing): AstroIntegration => ({
  name: 'dealshelf-host-files',
  hooks: {
    'astro:build:done': ({ dir }) => writeHostFiles(dir, framing),
  },
});
