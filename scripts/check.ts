/** `npm run check`: reads all content and reports every problem of every file at once. */
import { checkLibrary } from '../src/domain/checks/index.ts';
import { hasErrors } from '../src/domain/problems.ts';
import { loadLibrary } from '../src/library/load-library.ts';
import { buildDay, site } from '../src/site.ts';
import { chosenFormat, FORMATS, reporters } from '../src/domain/reports.ts';

const format = chosenFormat(process.argv.slice(2));
if (format === undefined) {
  console.error(`Usage: npm run check -- --format ${FORMATS.join('|')}`);
  process.exit(2);
}

const { library, problems: loading, drawings, name } = await loadLibrary(site.contentFolder, site.shippedFolder);
const problems = checkLibrary({ library, today: buildDay(library.settings.frozen_on), drawings, name }, loading);
console.log(reporters[format](problems));
process.exitCode = hasErrors(problems) ? 1 : 0;
