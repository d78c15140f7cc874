/** A PDF is imported as a file; its title and its first words are there for the mapping. */
import { isRecord } from '../../src/domain/entries.ts';
import type { ReadFile } from './read-rows.ts';
import { Unreadable } from './unreadable.ts';

const PAGES_READ = 5;
const LONGEST_WAIT = 30_000;

export const readPdf = async (bytes: Buffer): Promise<ReadFile> => {
  if (bytes.subarray(0, 1024).indexOf('%PDF-') === -1) throw new Unreadable('is no PDF, whatever its name says');
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  const timer = setTimeout(() => void task.destroy(), LONGEST_WAIT);
  try {
    const document = await task.promise;
    const { info } = await document.getMetadata();
    const pages: string[] = [];
    for (let number = 1; number <= Math.min(document.numPages, PAGES_READ); number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
    }
    const said = isRecord(info) ? info : {};
    const data = {
      title: said['Title'],
      author: said['Author'],
      subject: said['Subject'],
      keywords: said['Keywords'],
      pages: document.numPages,
      text: pages
        .join('\n')
        .replaceAll(/[ \t]+/g, ' ')
        .trim(),
    };
    return { rows: [{ data, isAttachment: true }] };
  } catch (error) {
    throw new Unreadable(`is a PDF that cannot be opened: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    clearTimeout(timer);
    await task.destroy();
  }
};
