/** `npm test`: everything on a fresh machine. Installs a browser and a spreadsheet where there is none, builds, then runs all tests. */
import { ensureBrowser } from './browser.ts';
import { ensureSpreadsheet } from './spreadsheet.ts';
import { buildAudience, checkContent } from './build/build-audience.ts';
import { runNode, runSteps } from './build/run.ts';
import { AUDIENCES } from '../src/schemas/fields.ts';

await runSteps(async () => {
  await ensureBrowser();
  await ensureSpreadsheet();
  await checkContent();
  for (const audience of AUDIENCES) await buildAudience(audience);
  await runNode('node_modules/vitest/vitest.mjs', ['run']);
  await runNode('node_modules/@playwright/test/cli.js', ['test']);
});
