/** `npm run generate [-- --check]`: writes what is made from the schemas, or names what of it is stale. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { generatedFiles } from './generate/files.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const staleOf = async (wanted: ReadonlyMap<string, string>): Promise<string[]> => {
  const written = await Promise.all([...wanted.keys()].map((file) => readFile(file, 'utf8').catch(() => undefined)));
  return [...wanted].flatMap(([file, text], i) => (written[i] === text ? [] : [file]));
};

const wanted = generatedFiles();
const stale = await staleOf(wanted);

if (stale.length === 0) {
  console.log(`${wanted.size} generated files are up to date.`);
} else if (values.check) {
  for (const file of stale) console.error(`${file} is stale. Run "npm run generate" and commit the result.`);
  process.exitCode = 1;
} else {
  for (const file of stale) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, wanted.get(file) ?? '');
    console.log(`${file} written.`);
  }
}
