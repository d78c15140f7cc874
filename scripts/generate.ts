/** `npm run generate [-- --check]`: writes what is made from the schemas, or names what of it is stale. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { formConfig } from '../cms/form/config.ts';
import { fieldReference } from './generate/field-reference.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Nothing here may depend on content: a new term must not make the code stale. */
const wanted = new Map([
  ['docs/fields.md', fieldReference()],
  ['cms/generated/decap.json', json(formConfig())],
]);

const isStale = async ([file, text]: readonly [string, string]): Promise<boolean> =>
  (await readFile(file, 'utf8').catch(() => '')) !== text;

if (!values.check) {
  for (const [file, text] of wanted) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    console.log(`${file} written.`);
  }
} else {
  const states = await Promise.all([...wanted].map(async (one) => ({ file: one[0], stale: await isStale(one) })));
  const stale = states.filter((state) => state.stale).map(({ file }) => file);
  for (const file of stale) console.error(`${file} is stale. Run "npm run generate" and commit the result.`);
  if (stale.length === 0) console.log(`${wanted.size} generated files are up to date.`);
  else process.exitCode = 1;
}
