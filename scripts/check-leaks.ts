/** `npm run check:leaks [-- --audience public]`: proves that a build holds nothing that it must not. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadLibrary } from '../src/library/load-library.ts';
import { AUDIENCES, audienceSchema } from '../src/schemas/fields.ts';
import { outFolderOf, site } from '../src/site.ts';
import { prove } from './leaks/prove.ts';
import { isFormat, reporters, type Proof } from './leaks/reporters.ts';

const show = (folder: string): string => path.relative('', folder) || folder;

const { values } = parseArgs({
  options: { audience: { type: 'string' }, format: { type: 'string', default: 'text' } },
});
const stop = (sentence: string): never => {
  console.error(sentence);
  process.exit(2);
};

const format = isFormat(values.format)
  ? values.format
  : stop(`Usage: npm run check:leaks -- --format ${Object.keys(reporters).join('|')}`);
const chosen = audienceSchema.optional().safeParse(values.audience);
if (!chosen.success) stop(`--audience ${values.audience} is not known. Use one of ${AUDIENCES.join(', ')}.`);

const wanted = chosen.data ? [chosen.data] : AUDIENCES.filter((audience) => existsSync(outFolderOf(audience)));
const missing = wanted.find((audience) => !existsSync(outFolderOf(audience)));
if (missing)
  stop(
    `There is no ${missing} build in ${show(outFolderOf(missing))}. Make it with: npm run build -- --audience ${missing}`,
  );
if (wanted.length === 0)
  stop(`There is no build in ${show(path.dirname(site.outFolder))}. Make one with: npm run build`);

const loaded = await loadLibrary(site.contentFolder, site.shippedFolder);
const proofs: Proof[] = [];
for (const audience of wanted) proofs.push(await prove(loaded, audience));
console.log(reporters[format](proofs));
process.exitCode = proofs.some(({ leaks }) => leaks.length > 0) ? 1 : 0;
