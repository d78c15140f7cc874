/** After a build: Pagefind reads the finished pages and writes the search index beside them. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

export const searchIndex = (): AstroIntegration => ({
  name: 'dealshelf-search-index',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const out = fileURLToPath(dir);
      const { index, errors } = await createIndex({});
      if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
      const added = await index.addDirectory({ path: out });
      const written = await index.writeFiles({ outputPath: `${out}/pagefind` });
      await close();
      const failures = [...added.errors, ...written.errors];
      if (failures.length > 0) throw new Error(`The search index could not be made: ${failures.join('; ')}`);
      logger.info(`${added.page_count} pages read`);
    },
  },
});
