/** `npm run generate [-- --check]`: writes the field reference from the schemas, or fails where it is stale. */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { fieldReference } from './generate/field-reference.ts';

const FILE = 'docs/fields.md';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const wanted = fieldReference();

if (!values.check) {
  await writeFile(FILE, wanted);
  console.log(`${FILE} written.`);
} else if ((await readFile(FILE, 'utf8').catch(() => '')) === wanted) {
  console.log(`${FILE} is up to date.`);
} else {
  console.error(`${FILE} is stale. Run "npm run generate" and commit the result.`);
  process.exitCode = 1;
}
