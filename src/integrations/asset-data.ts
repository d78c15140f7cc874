/**
 * A file of metadata for each asset, for other programs; docs/sharing.md describes it. The pages have left all
 * of them in one file: as many pages more would take much longer than as many files.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { allAssetDataPath } from '../domain/asset-data.ts';
import { assetDataPath, isPaged } from '../domain/routes.ts';

const addressSchema = z.object({ type: z.string().refine(isPaged), id: z.string() });

/** @param outFolder of a build whose pages are all rendered */
export const writeAssetData = (outFolder: string): void => {
  const all = path.join(outFolder, allAssetDataPath());
  const lines = readFileSync(all, 'utf8').split('\n').filter(Boolean);
  rmSync(all);
  const made = new Set<string>();
  for (const line of lines) {
    const { type, id } = addressSchema.parse(JSON.parse(line));
    const file = path.join(outFolder, assetDataPath(type, id));
    const folder = path.dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(file, line);
  }
};
