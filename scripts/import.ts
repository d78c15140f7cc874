/** `npm run import -- <folder or file> --type <type> --map <mapping.yml> [--write]`: other people's files → drafts. */
import { importJson, importText } from '../src/domain/import/report.ts';
import { planImport } from '../src/domain/import/plan-import.ts';
import { loadLibrary } from '../src/library/load-library.ts';
import { buildDay, site } from '../src/site.ts';
import { Refused } from './refused.ts';
import { listFiles } from './import/list-files.ts';
import { readOptions } from './import/options.ts';
import { loadMapping } from './import/load-mapping.ts';
import { readRows } from './import/read-rows.ts';
import { importTools } from './import/tools.ts';
import { writeDrafts } from './import/write-drafts.ts';

try {
  const options = readOptions(process.argv.slice(2));
  const { type, mapping } = await loadMapping(options.map, options.type);
  const found = await listFiles(options.source, mapping.files);
  const { library, name } = await loadLibrary(site.contentFolder, site.shippedFolder);
  const plan = planImport(await readRows(found, mapping), {
    collection: type,
    mapping,
    library,
    tools: importTools(found.root, library),
    folder: name,
    today: buildDay(library.settings.frozen_on),
  });
  const made = options.write ? await writeDrafts(plan, found.root, site.contentFolder) : plan;
  console.log(options.format === 'json' ? importJson(made, options.write) : importText(made, options.write));
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
