/**
 * `npm run pdf [-- --audience internal --type battlecards --paper letter | --bundle <kit id>]`: prints
 * finished builds. What does not fit its paper is named, and the run ends with code 1.
 */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { paperOf, type Paper } from '../src/domain/paper.ts';
import { loadLibrary } from '../src/library/load-library.ts';
import { AUDIENCES, type Audience } from '../src/schemas/fields.ts';
import { buildDay, cacheFolderOf, outFolderOf, site } from '../src/site.ts';
import { leaksStep } from './build/build-audience.ts';
import { runNode, runSteps, StepFailed } from './build/run.ts';
import { bundle } from './pdf/bundle.ts';
import { readOptions } from './pdf/options.ts';
import { printAll, type PrintedSheet } from './pdf/print-all.ts';
import { progressBar } from './pdf/progress.ts';
import { publish, withhold } from './pdf/publish.ts';
import { readSheets } from './pdf/sheet.ts';
import { openPdfStore, type PdfStore } from './pdf/store.ts';

const options = readOptions();
const show = (file: string): string => path.relative('', file) || file;

const storeOf = (audience: Audience, paper: Paper): PdfStore =>
  openPdfStore(path.join(cacheFolderOf(audience), 'pdf', paper));

/** @returns whether all of them fit their paper */
const printBuild = async (audience: Audience, paper: Paper): Promise<boolean> => {
  const folder = outFolderOf(audience);
  const store = storeOf(audience, paper);
  const sheets = await readSheets(folder, options.type);
  const onProgress = progressBar(`${audience}, ${paper}`);
  const { anew, printed } = await printAll({ folder, sheets, paper, store, onProgress });
  for (const { sheet, stamp, over } of printed) {
    if (over.length > 0) await withhold(folder, sheet.path, paper);
    else await publish(folder, sheet.path, paper, store.fileOf(stamp));
  }
  const misfits = printed.filter(({ over }) => over.length > 0);
  for (const misfit of misfits) report(misfit, paper, store);
  if (options.type === undefined) store.prune();
  const mark = misfits.length === 0 ? '✓' : '✗';
  console.log(
    `${mark} ${audience}, ${paper}: ${printed.length} PDFs in ${show(folder)}, ${anew} printed, ` +
      `${printed.length - anew} unchanged${misfits.length > 0 ? `; ${misfits.length} do not fit their paper and are not offered` : ''}.`,
  );
  return misfits.length === 0;
};

const report = ({ sheet, over, pages, stamp }: PrintedSheet, paper: Paper, store: PdfStore): void => {
  console.error(`✗ ${sheet.path} (${paper}, ${pages} pages): ${over.join(' ')}`);
  console.error(`    Shorten it, and build and print again. It is kept in ${show(store.fileOf(stamp))}.`);
};

/** @returns whether the build holds the kit */
const makeBundle = async (kit: string, audience: Audience, paper: Paper): Promise<boolean> => {
  const folder = outFolderOf(audience);
  const cache = path.join(cacheFolderOf(audience), 'pdf');
  await mkdir(cache, { recursive: true });
  const result = await bundle({ folder, audience, today, kit, paper, loaded, cache });
  if (typeof result === 'string') throw new StepFailed(result);
  if (!result) return false;
  const { assets, pages, address } = result;
  console.log(`✓ ${audience}, ${paper}: ${assets} assets on ${pages} pages in ${show(path.join(folder, address))}.`);
  return true;
};

const loaded = await loadLibrary(site.contentFolder, site.shippedFolder);
const { settings } = loaded.library;
const today = buildDay(settings.frozen_on);
const paper = options.paper ?? paperOf(settings.locale);
const chosen = options.audience ? [options.audience] : AUDIENCES;
const builds = chosen.filter((audience) => existsSync(outFolderOf(audience)));

await runSteps(async () => {
  if (builds.length === 0) {
    throw new StepFailed(`There is no build to print. Make one with: npm run build -- --audience ${chosen[0]}`);
  }
  const { bundle: kit } = options;
  let bundles = 0;
  for (const audience of builds) {
    if (kit === undefined && !(await printBuild(audience, paper))) process.exitCode = 1;
    if (kit !== undefined && (await makeBundle(kit, audience, paper))) bundles += 1;
    // What was printed is proved as the build was: nothing on paper that its readers must not know.
    const { entry, args, env } = leaksStep(audience);
    await runNode(entry, args, env);
  }
  if (kit !== undefined && bundles === 0) throw new StepFailed(`No build has a kit with the id ${kit}.`);
});
