/**
 * `node cms/admin/make-bundle.ts <folder>`: bundles the editor for browsers, from the project's folder. A program of
 * its own, because what a bundle is made for is decided by its environment: a development server has another one.
 */
import path from 'node:path';
import { build } from 'vite';
import { BUNDLE_ENTRY, BUNDLE_MANIFEST, BUNDLE_PATH } from './bundle.ts';
import { previewPlugins } from './preview-plugins.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined || process.env['NODE_ENV'] !== 'production') {
  console.error('Usage: NODE_ENV=production node cms/admin/make-bundle.ts <folder>');
  process.exit(2);
}

await build({
  configFile: false,
  envFile: false,
  publicDir: false,
  logLevel: 'error',
  base: BUNDLE_PATH,
  plugins: previewPlugins(),
  build: {
    outDir: folder,
    emptyOutDir: true,
    assetsDir: '.',
    target: 'es2022',
    manifest: BUNDLE_MANIFEST,
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: Infinity,
    rolldownOptions: { input: path.resolve(BUNDLE_ENTRY) },
  },
});
