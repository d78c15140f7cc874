/** `npm run rename -- <id or collection/id> <new-id> [--write]`: moves an entry and all that names it. */
import { audienceOf } from '../src/domain/entries.ts';
import { consentOf } from '../src/domain/consent.ts';
import { findTarget, whyNotFree } from '../src/domain/rename/find-target.ts';
import { planRename } from '../src/domain/rename/plan-rename.ts';
import { loadLibrary } from '../src/library/load-library.ts';
import { readContentTree } from '../src/library/read-content.ts';
import { buildDay, site } from '../src/site.ts';
import { Refused } from './refused.ts';
import { isConfirmed } from './rename/confirm.ts';
import { readOptions } from './rename/options.ts';
import { changeText } from './rename/show-changes.ts';
import { writeChanges } from './rename/write-changes.ts';

try {
  const { target, newId, write } = readOptions(process.argv.slice(2));
  const { library } = await loadLibrary(site.contentFolder, site.shippedFolder);
  const { entry, reason } = findTarget(library, target);
  if (!entry) throw new Refused(reason);
  const why = whyNotFree(library, entry, newId);
  if (why !== undefined) throw new Refused(why);

  const { name, texts } = readContentTree(site.contentFolder);
  const { changes, problems } = planRename(texts, { collection: entry.collection, from: entry.id, to: newId });
  if (problems.length > 0)
    throw new Refused(['Nothing was changed.', ...problems.map((problem) => `  ${name}/${problem}`)].join('\n'));
  console.log(changeText(changes, name));
  const isToldWithoutName =
    entry.collection === 'case-studies' &&
    audienceOf(entry) !== 'internal' &&
    consentOf(entry, buildDay(library.settings.frozen_on)).scope === 'anonymised';
  if (isToldWithoutName)
    console.log(
      'Outside, this story has an address made of its id, so that it changes and nothing leads on from the old one.',
    );
  if (!write && !(await isConfirmed())) console.log('Nothing was changed. Add --write to change these files.');
  else {
    await writeChanges(changes, site.contentFolder);
    console.log(`${changes.length} ${changes.length === 1 ? 'file' : 'files'} changed.`);
  }
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
