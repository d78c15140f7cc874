/** After a build: `_headers` and `_redirects`, which many static hosts read. */
import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { securityHeaders } from '../domain/security-headers.ts';

/** Names that change with the content may be kept for good; everything else is asked for again. */
const FOREVER = 'public, max-age=31536000, immutable';

const block = (path: string, headers: Readonly<Record<string, string>>): string =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');

export const hostFiles = (): AstroIntegration => ({
  name: 'dealshelf-host-files',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const blocks = [
        block('/*', securityHeaders),
        ...['/_astro/*', '/media/*', '/files/*'].map((path) => block(path, { 'Cache-Control': FOREVER })),
      ];
      await writeFile(new URL('_headers', dir), `${blocks.join('\n\n')}\n`);
    },
  },
});
