/** A short text that changes whenever the code changes that makes pages of content. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What else decides how a page looks: packages, and how the site is built of them. */
const OTHER_FILES = ['astro.config.ts', 'package-lock.json'];

/** @param root the project's folder */
export const codeStamp = (root: string): string => {
  const code = readdirSync(path.join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  // Dates and numbers are written by Node's own tables of languages.
  const hash = createHash('sha256').update(JSON.stringify(process.versions));
  for (const file of [...code, ...OTHER_FILES.map((name) => path.join(root, name))])
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
};
