import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { editor } from './cms/admin/integration.ts';
import { editorOrigins, hasEditor } from './src/domain/editor.ts';
import { hostFiles } from './src/integrations/host-files.ts';
import { libraryData } from './src/integrations/library-data.ts';
import { pages } from './src/integrations/pages.ts';
import { shareImages } from './src/integrations/share-images.ts';
import { loadWords } from './src/library/load-library.ts';
import { prepareAhead } from './src/library/preparing.ts';
import { buildDay, site } from './src/site.ts';

const { settings, labels } = await loadWords(site.contentFolder, site.shippedFolder);

// One folder and one cache an audience: with a shared cache, an internal build could leak into the next public one.
export default defineConfig({
  output: 'static',
  outDir: site.outFolder,
  cacheDir: site.cacheFolder,
  trailingSlash: 'always',
  integrations: [
    react(),
    libraryData(prepareAhead),
    hostFiles({
      cards: settings.embedding.origins,
      editor: hasEditor(settings, site) ? editorOrigins(settings, site) : undefined,
      // A public calculator is there to be shown elsewhere, and knows nothing of its reader.
      calculators: site.audience === 'public' ? ['*'] : settings.embedding.origins,
    }),
    pages(site.cacheFolder),
    shareImages(site.cacheFolder),
    editor({ ...site, settings, labels, today: buildDay(settings.frozen_on), root: import.meta.dirname }),
  ],
  // The policy allows no inline styles or scripts, so none are made.
  build: { inlineStylesheets: 'never', concurrency: 4 },
  // A build made while an author writes must not reload their pages a thousand times.
  vite: { build: { assetsInlineLimit: 0 }, server: { watch: { ignored: ['**/dist/**', '**/.dealshelf/**'] } } },
  server: { host: '127.0.0.1' },
  devToolbar: { enabled: false },
});
