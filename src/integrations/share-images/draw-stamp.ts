/** A short text that changes whenever the code or the packages change that draw cards. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const CODE = 'src/integrations/share-images';
const PLAN = 'src/domain/share-image.ts';
const PACKAGES = /takumi|@fontsource/;

const lockSchema = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) });

const versionsIn = (lock: string): string[] =>
  Object.entries(lockSchema.parse(JSON.parse(lock)).packages)
    .filter(([name]) => PACKAGES.test(name))
    .map(([name, { version = '' }]) => `${name} ${version}`);

/** @param root the project's folder */
export const drawStamp = (root: string): string => {
  const hash = createHash('sha256');
  const code = readdirSync(path.join(root, CODE)).map((name) => path.join(CODE, name));
  for (const file of [...code.sort(), PLAN]) hash.update(readFileSync(path.join(root, file)));
  hash.update(versionsIn(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).join('\n'));
  return hash.digest('hex').slice(0, 16);
};
