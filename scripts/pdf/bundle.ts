/** `--bundle <kit>`: a kit's printable assets as one PDF, with a cover, contents and page numbers throughout. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findAsset, isRecord, titleOf, valuesAt, type ContentEntry } from '../../src/domain/entries.ts';
import { gate } from '../../src/domain/gate.ts';
import { isPrintable, pageCountContent, type Paper } from '../../src/domain/paper.ts';
import { entryPath, isPaged } from '../../src/domain/routes.ts';
import type { LoadedLibrary } from '../../src/library/load-library.ts';
import type { Audience } from '../../src/schemas/fields.ts';
import { coverSheet, type ContentsLine } from './bundle-cover.ts';
import { mergePdfs } from './merge.ts';
import { pageCount } from './page-count.ts';
import { openPrinter, type PageCount, type Press } from './printer.ts';
import { publish } from './publish.ts';
import { readSheet, type Sheet } from './sheet.ts';

export interface BundleJob {
  /** A finished build. */
  folder: string;
  audience: Audience;
  /** The day that it was built for. */
  today: string;
  kit: string;
  paper: Paper;
  loaded: LoadedLibrary;
  /** Where the file is kept. */
  cache: string;
}

export interface Bundled {
  assets: number;
  pages: number;
  /** Address of the file, inside the site. */
  address: string;
}

/** An asset of the kit, and why it is in it. */
interface Item {
  sheet: Sheet;
  title: string;
  why: string;
}

/** Undefined where the build has no such kit; a sentence where nothing of it can be printed. */
export const bundle = async (job: BundleJob): Promise<Bundled | string | undefined> => {
  const { folder, audience, today, loaded } = job;
  const library = gate(loaded.library, { audience, today, drafts: false });
  const kit = library.entries.get('kits')?.get(job.kit);
  if (!kit) return undefined;
  const items: Item[] = [];
  for (const { value } of valuesAt(kit.data, ['items', '*'])) {
    const item = await readItem(folder, value, (id) => findAsset(library, id));
    if (item) items.push(item);
  }
  if (items.length === 0) return `The kit ${job.kit} has nothing that can be printed for ${audience} readers.`;
  const printer = await openPrinter(folder, 1);
  try {
    let bundled: Bundled | undefined;
    await printer.run([job], async (press) => {
      bundled = await printBundle(press, job, kit, items);
    });
    return bundled;
  } finally {
    await printer.close();
  }
};

const readItem = async (
  folder: string,
  value: unknown,
  find: (id: string) => ContentEntry | undefined,
): Promise<Item | undefined> => {
  if (!isRecord(value) || typeof value['asset'] !== 'string') return undefined;
  const asset = find(value['asset']);
  if (!asset || !isPrintable(asset.collection) || !isPaged(asset.collection)) return undefined;
  const sheet = await readSheet(folder, entryPath(asset.collection, asset.id));
  const why = typeof value['why'] === 'string' ? value['why'] : '';
  return sheet && { sheet, title: titleOf(asset), why };
};

const countOf = (label: string, before: number, of: number): PageCount => ({
  before,
  content: pageCountContent(label.replace('{pages}', String(of))),
});

const printBundle = async (
  press: Press,
  job: BundleJob,
  kit: ContentEntry,
  items: readonly Item[],
): Promise<Bundled> => {
  const { paper, loaded, folder } = job;
  const label = loaded.labels?.list.page_of ?? '{page}';
  const cover = (lines: readonly ContentsLine[]): Sheet =>
    coverSheet({ ...job, kit, lines, sheets: items.map(({ sheet }) => sheet) });
  // Printed twice: only what has been printed knows how many pages it takes.
  const lengths: number[] = [];
  for (const { sheet } of items) lengths.push(pageCount((await press.print(sheet, paper)).pdf));
  const blank = items.map(({ title, why }) => ({ title, why, page: 0 }));
  const coverLength = pageCount((await press.print(cover(blank), paper)).pdf);
  const starts = lengths.map((_, i) => coverLength + lengths.slice(0, i).reduce((sum, length) => sum + length, 0));
  const pages = coverLength + lengths.reduce((sum, length) => sum + length, 0);

  const lines = items.map(({ title, why }, i) => ({ title, why, page: (starts[i] ?? 0) + 1 }));
  const front = await press.print(cover(lines), paper, countOf(label, 0, pages));
  const parts = [{ pdf: front.pdf, title: undefined }];
  const titled: { pdf: Buffer; title: string }[] = [];
  for (const [i, { sheet, title }] of items.entries())
    titled.push({ pdf: (await press.print(sheet, paper, countOf(label, starts[i] ?? 0, pages))).pdf, title });

  const { brand, locale } = loaded.library.settings;
  const merged = await mergePdfs(
    [...parts, ...titled],
    { title: `${titleOf(kit)} · ${brand.name}`, language: locale, maker: 'Dealshelf' },
    partOf,
  );
  const file = path.join(job.cache, `kit-${job.kit}-${paper}.pdf`);
  await writeFile(file, merged);
  const address = await publish(folder, entryPath('kits', job.kit), paper, file);
  return { assets: items.length, pages, address };
};

/** Lines of the contents are printed as links to `#part-1`, which is the part after the cover. */
const partOf = (address: string): number | undefined => {
  const number = /#part-(\d+)$/.exec(address)?.[1];
  return number === undefined ? undefined : Number(number);
};
