/** `npm run check`: reads all content and reports every problem of every file at once. */
import { parseArgs } from 'node:util';
import { checkLibrary } from '../src/domain/checks/index.ts';
import { severityOf } from '../src/domain/problems.ts';
import { loadLibrary } from '../src/library/load-library.ts';
import { buildDay, site } from '../src/site.ts';
import { isFormat, reporters } from './check/reporters.ts';

const { values } = parseArgs({ options: { format: { type: 'string', default: 'text' } } });
if (!isFormat(values.format)) {
  console.error(`--format ${values.format} is not known. Use one of ${Object.keys(reporters).join(', ')}.`);
  process.exit(2);
}

const { library, problems: loading, drawings, name } = await loadLibrary(site.contentFolder, site.shippedFolder);
const problems = checkLibrary({ library, today: buildDay(library.settings.frozen_on), drawings, name }, loading);
console.log(reporters[values.format](problems));
process.exitCode = problems.some((problem) => severityOf(problem) === 'error') ? 1 : 0;
