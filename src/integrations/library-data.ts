/**
 * The library is data, not code: pages read it from the file that the loaders have written. As a module it
 * would be parsed, printed and compiled like a program, which takes as long as a small site, and much memory.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Astro's name for the module, and for the file in the cache folder that it is made of. */
const MODULE = 'astro:data-layer-content';
const FILE = 'data-store.json';
const OURS = '\0dealshelf:library-data';

const readerOf = (file: string): string => `
import { readFileSync } from 'node:fs';
export default JSON.parse(readFileSync(${JSON.stringify(file)}, 'utf8'));
`;

/** @param prepareAhead begins to read the content folder, while Astro starts */
export const libraryData = (prepareAhead: () => void): AstroIntegration => ({
  name: 'dealshelf-library-data',
  hooks: {
    'astro:config:setup': ({ command, config, updateConfig }) => {
      // While authors write, Astro itself sees to it that a changed library is read again.
      if (command !== 'build') return;
      prepareAhead();
      const file = fileURLToPath(new URL(FILE, config.cacheDir));
      const plugin = {
        name: 'dealshelf-library-data',
        enforce: 'pre' as const,
        resolveId: { order: 'pre' as const, handler: (id: string) => (id === MODULE ? OURS : undefined) },
        load: { order: 'pre' as const, handler: (id: string) => (id === OURS ? readerOf(file) : undefined) },
      };
      updateConfig({ vite: { plugins: [plugin] } });
    },
  },
});
