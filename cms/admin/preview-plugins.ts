/** What Vite needs to read the site's own components for the preview. */
import { fileURLToPath } from 'node:url';
import { transform } from '@astrojs/compiler-rs';
import type { Plugin } from 'vite';

/** Compiles components as the build of the site does; their scripts and styles come with the page instead. */
const astroComponents = (): Plugin => ({
  name: 'dealshelf-preview-components',
  enforce: 'pre',
  transform: {
    filter: { id: /\.astro$/ },
    handler(source, id) {
      const { code, diagnostics } = transform(source, {
        filename: id,
        normalizedFilename: id,
        internalURL: 'astro/compiler-runtime',
        // As the site's own build: white space between elements as in JSX.
        compact: 'jsx',
        resultScopedSlot: true,
        resolvePath: (specifier) => specifier,
      });
      const error = diagnostics.find(({ severity }) => severity === 'error');
      if (error) this.error(`${id}: ${error.text}`);
      return { code, map: null, moduleType: 'ts' };
    },
  },
});

/** The engine of the build is a program for servers. */
const markdownForBrowsers = (): Plugin => ({
  name: 'dealshelf-preview-markdown',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^satteri$/ },
    handler: () => fileURLToPath(new URL('preview/markdown.ts', import.meta.url)),
  },
});

export const previewPlugins = (): Plugin[] => [astroComponents(), markdownForBrowsers()];
