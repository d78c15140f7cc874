/** Everything that is measured for one size of library. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildDealshelf, pagesFolder, type FullBuild } from './dealshelf-site.ts';
import { writeLibrary, type GeneratedLibrary } from './library.ts';
import { measure, type Measured } from './measure.ts';
import { writePlainSite } from './plain-site.ts';
import { weighBudget, weighPages, type PageBudget, type PageWeight } from './weigh.ts';

interface Weighed {
  weight: PageWeight;
}

export interface SizeResult {
  assets: number;
  plain: Measured & Weighed;
  full: FullBuild & Weighed;
  /** The same again after one asset was changed. */
  changed: FullBuild;
  budget: PageBudget;
}

export interface Workshop {
  /** Empty folders: Astro keeps what it works with beside the output, which must lie inside its project. */
  plain: string;
  dealshelf: string;
}

/** @param say tells the reader what takes so long */
export const runSize = async (
  { plain: plainFolder, dealshelf: folder }: Workshop,
  assets: number,
  say: (step: string) => void,
): Promise<SizeResult> => {
  const content = path.join(folder, 'content');
  await mkdir(content, { recursive: true });
  say(`${assets} assets: writing the library`);
  const library = await writeLibrary(content, assets);

  say(`${assets} assets: plain Astro`);
  const plainSite = await writePlainSite(plainFolder, content);
  const plain = { ...(await measure(plainSite.program)), weight: await weighPages(plainSite.out) };

  const site = { content, out: path.join(folder, 'dist'), cache: path.join(folder, 'cache') };
  const pages = pagesFolder(site);
  say(`${assets} assets: Dealshelf, everything new`);
  const full = { ...(await buildDealshelf(site)), weight: await weighPages(pages) };

  say(`${assets} assets: Dealshelf, one asset changed`);
  await changeOne(library);
  const changed = await buildDealshelf(site);
  const page = library.edited.replace(/^assets\/(.*)\.md$/, '$1/index.html');
  return { assets, plain, full, changed, budget: await weighBudget(pages, page) };
};

/** As an author would: another title, and another sentence at the end. */
const changeOne = async ({ folder, edited }: GeneratedLibrary): Promise<void> => {
  const file = path.join(folder, edited);
  const text = await readFile(file, 'utf8');
  await writeFile(file, `${text.replace(/^title: /m, 'title: Now ')}\nThis sentence is new.\n`);
};
