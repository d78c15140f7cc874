/** Files of a kit, made when they are asked for. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { offerFile } from '../../browser/offer-file.ts';
import { coverPage } from '../../domain/kit/cover-page.ts';
import type { ReadyItem, ReadyKit } from '../../domain/kit/for-reader.ts';
import { fileNameOf, writeKitFile } from '../../domain/kit/kit-file.ts';
import type { Kit } from '../../domain/kit/kit.ts';
import type { KitWords } from '../../domain/kit/mail.ts';
import { pdfPath } from '../../domain/pdf-path.ts';
import type { KitProps } from './props.ts';

export const downloadKit = (kit: Kit): void =>
  offerFile(`${fileNameOf(kit.title)}.json`, [writeKitFile(kit)], 'application/json');

export interface MadeZip {
  /** PDFs in it. */
  count: number;
  /** Titles of assets that are linked instead. */
  without: string[];
}

const isPdf = (bytes: Uint8Array): boolean => new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';

/**
 * The PDF that `npm run pdf` has made of an asset's page, where it may be handed on. The page itself would not do: it
 * holds what colleagues may read, and only hides it on paper.
 */
const fetchPdf = async ({ asset, type, isSameOutside }: ReadyItem, { handedOn, paper }: KitProps) => {
  if (!isSameOutside || !handedOn.includes(type)) return undefined;
  const response = await fetch(pdfPath(`/${asset}/`, paper));
  if (!response.ok) return undefined;
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Some hosts answer what is not there with a page.
  return isPdf(bytes) ? bytes : undefined;
};

/** A zip for the buyer: a cover page that needs nothing, and the PDFs beside it. */
export const downloadZip = async (ready: ReadyKit, told: KitWords, props: KitProps): Promise<MadeZip> => {
  const fetched = await Promise.all(ready.items.map(async (item) => ({ item, pdf: await fetchPdf(item, props) })));
  const files: Zippable = {};
  const names = new Map<string, string>();
  fetched.forEach(({ item, pdf }, i) => {
    if (!pdf) return;
    const name = `${String(i + 1).padStart(2, '0')}-${fileNameOf(item.title)}.pdf`;
    // A PDF is packed already.
    files[name] = [pdf, { level: 0 }];
    names.set(item.asset, name);
  });
  files['index.html'] = strToU8(coverPage(ready, told, names, props.locale));
  offerFile(`${fileNameOf(ready.title)}.zip`, [new Uint8Array(zipSync(files))], 'application/zip');
  return {
    count: names.size,
    without: fetched.flatMap(({ item, pdf }) => (pdf ? [] : [item.title])),
  };
};
