/** Every sheet of a build as a PDF: those that have not changed are taken from the store. */
import { isPrintable, PRINTABLE, type Paper, type PrintRule } from '../../src/domain/paper.ts';
import { pageCount } from './page-count.ts';
import { pageTexts, whatIsOver } from './overflow.ts';
import { openPrinter, printerStamp, type Press, type Printed } from './printer.ts';
import { createStamp, type Sheet } from './sheet.ts';
import type { PdfStore, PrintRecord } from './store.ts';

export interface PrintedSheet extends PrintRecord {
  sheet: Sheet;
}

export interface PrintJob {
  /** A finished build. */
  folder: string;
  sheets: readonly Sheet[];
  paper: Paper;
  store: PdfStore;
  /** Told after each sheet that is ready, and of how many. */
  onProgress: (done: number, of: number) => void;
}

const ruleOf = ({ root }: Sheet): PrintRule => {
  const type = root['data-paper'] ?? '';
  return isPrintable(type) ? PRINTABLE[type] : { pages: undefined, isHandedOn: false };
};

const judge = async (rule: PrintRule, { pdf, fields }: Printed, pages: number): Promise<string[]> =>
  rule.pages === undefined || rule.pages === pages ? [] : whatIsOver(rule, await fields(), await pageTexts(pdf));

/** @returns how many were printed anew, and all of them */
export const printAll = async (job: PrintJob): Promise<{ anew: number; printed: PrintedSheet[] }> => {
  const { folder, sheets, paper, store, onProgress } = job;
  const stampOf = createStamp(folder, printerStamp());
  const stamped = sheets.map((sheet) => ({ sheet, stamp: stampOf(sheet, paper) }));
  const missing = stamped.filter(({ stamp }) => store.get(stamp) === undefined);
  let done = sheets.length - missing.length;
  onProgress(done, sheets.length);

  const print = async (press: Press, { sheet, stamp }: (typeof stamped)[number]): Promise<void> => {
    const printed = await press.print(sheet, paper);
    const pages = pageCount(printed.pdf);
    store.put({ stamp, pages, over: await judge(ruleOf(sheet), printed, pages) }, printed.pdf);
    done += 1;
    onProgress(done, sheets.length);
  };

  if (missing.length > 0) {
    const printer = await openPrinter(folder);
    try {
      await printer.run(missing, print);
    } finally {
      await printer.close();
    }
  }
  const printed = stamped.flatMap(({ sheet, stamp }) => {
    const record = store.get(stamp);
    return record ? [{ ...record, sheet }] : [];
  });
  return { anew: missing.length, printed };
};
