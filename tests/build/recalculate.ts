/** A workbook given to LibreOffice to be worked out anew: what comes back owes nothing to what was stored in it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readXlsx } from 'hucre/xlsx';

/** `0`: always recalculate. By default LibreOffice trusts the values it finds, and would prove nothing. */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

export type Found = string | number | boolean | null;

/** Values by sheet, then by `row,column` from 0. */
export type Recalculated = ReadonlyMap<string, ReadonlyMap<string, Found>>;

/** All of them in one start of the program, which takes longer than the work. */
export const recalculate = async (
  soffice: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<Map<string, Recalculated>> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dealshelf-sheets-'));
  try {
    const profile = path.join(folder, 'profile');
    await mkdir(path.join(profile, 'user'), { recursive: true });
    await writeFile(path.join(profile, 'user', 'registrymodifications.xcu'), PROFILE);
    const names = [...files.keys()].map((name) => `${name}.xlsx`);
    for (const [name, bytes] of files) await writeFile(path.join(folder, `${name}.xlsx`), bytes);
    await convert(soffice, profile, folder, names);
    const out = new Map<string, Recalculated>();
    for (const name of files.keys()) out.set(name, await readValues(path.join(folder, 'out', `${name}.xlsx`)));
    return out;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const convert = async (soffice: string, profile: string, folder: string, names: readonly string[]): Promise<void> => {
  const args = [
    '--headless',
    '--norestore',
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    '--convert-to',
    'xlsx',
    '--outdir',
    path.join(folder, 'out'),
  ];
  const child = spawn(soffice, [...args, ...names.map((name) => path.join(folder, name))], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (data: Buffer) => (said += data.toString()));
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  await once(child, 'exit');
  if (child.exitCode !== 0) throw new Error(`LibreOffice ended with ${child.exitCode}: ${said}`);
};

const readValues = async (file: string): Promise<Recalculated> => {
  const { sheets } = await readXlsx(await readFile(file));
  return new Map(
    sheets.map(({ name, rows }) => [
      name,
      new Map(
        rows.flatMap((row, r) =>
          row.map((value, c) => [`${r},${c}`, value instanceof Date ? value.toISOString() : value] as const),
        ),
      ),
    ]),
  );
};
