/** Finding a LibreOffice for the tests of exported workbooks, and installing one where there is none. */
import { existsSync } from 'node:fs';
import { isRootOnDebian, run } from './install.ts';

const PLACES = [
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/usr/lib/libreoffice/program/soffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];

/** The spreadsheet to use; `SOFFICE` names another one. Undefined where there is none. */
export const findSpreadsheet = (): string | undefined =>
  [process.env['SOFFICE'], ...PLACES].find((path): path is string => path !== undefined && existsSync(path));

/** Debian's own, where it can be installed. Elsewhere the tests that need one are skipped, and say so. */
export const ensureSpreadsheet = async (): Promise<void> => {
  if (findSpreadsheet() !== undefined) return;
  if (isRootOnDebian()) {
    console.log('No LibreOffice found: installing one.');
    await run('apt-get', ['update']);
    const install = ['install', '-y', '--no-install-recommends'];
    // The first has no window and needs less; older releases do not have it.
    if (!(await run('apt-get', [...install, 'libreoffice-calc-nogui'])))
      await run('apt-get', [...install, 'libreoffice-calc']);
  }
  if (findSpreadsheet() === undefined)
    console.log('Without LibreOffice the workbooks are not recalculated: install one, or name it in SOFFICE.');
};
