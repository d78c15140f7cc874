/**
 * The editor's code, bundled once and kept: Decap is large and never changes with the content, so builds copy it.
 * Vite is the one that Astro brings.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { runNode } from '../../scripts/build/run.ts';

/** Where the page finds it. */
export const BUNDLE_PATH = '/admin/assets/';

export const BUNDLE_ENTRY = 'cms/admin/client/main.ts';
/** What the bundle is made of, beside packages. */
const SOURCES = ['cms', 'src'];
export const BUNDLE_MANIFEST = 'manifest.json';

export interface Bundle {
  /** Absolute path of the folder with its files. */
  folder: string;
  /** Files that the page names, inside the folder. */
  script: string;
  styles: readonly string[];
}

const manifestSchema = z.record(
  z.string(),
  z.object({ file: z.string(), css: z.array(z.string()).default([]), isEntry: z.boolean().default(false) }),
);

/**
 * @param root the project's folder
 * @param cacheFolder where bundles are kept; those of other sources are forgotten
 */
export const makeBundle = async (root: string, cacheFolder: string): Promise<Bundle> => {
  const folder = path.join(cacheFolder, await stampOf(root));
  if (!existsSync(path.join(folder, BUNDLE_MANIFEST))) await bundleInto(folder);
  await forgetOthers(cacheFolder, path.basename(folder));
  const manifest = manifestSchema.parse(JSON.parse(await readFile(path.join(folder, BUNDLE_MANIFEST), 'utf8')));
  const entry = manifest[BUNDLE_ENTRY];
  if (!entry) throw new Error(`The editor's bundle has no ${BUNDLE_ENTRY}. Delete ${folder} and build again.`);
  return { folder, script: entry.file, styles: entry.css };
};

/** Made beside its place and then moved there: a bundle that was broken off is never taken for a whole one. */
const bundleInto = async (folder: string): Promise<void> => {
  const making = `${folder}.${process.pid}`;
  await runNode('cms/admin/make-bundle.ts', [making], { NODE_ENV: 'production' });
  await rm(folder, { recursive: true, force: true });
  await rename(making, folder);
};

const stampOf = async (root: string): Promise<string> => {
  const hash = createHash('sha256').update(process.version);
  hash.update(await readFile(path.join(root, 'package-lock.json')));
  for (const source of SOURCES) {
    const entries = await readdir(path.join(root, source), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(path.relative(root, file)).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
};

const forgetOthers = async (cacheFolder: string, kept: string): Promise<void> => {
  await mkdir(cacheFolder, { recursive: true });
  for (const name of await readdir(cacheFolder))
    // Another build may be making one at this moment: its folder's name goes on after the stamp.
    if (name !== kept && !name.includes('.')) await rm(path.join(cacheFolder, name), { recursive: true, force: true });
};
