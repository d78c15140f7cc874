/** What a PDF says: its pages, its properties, its outline, notes and form fields, and the files attached to it. */
import { isRecord } from '../../src/domain/entries.ts';
import { stringsIn } from './allowed.ts';

export interface PdfTexts {
  texts: string[];
  attachments: { name: string; content: Buffer }[];
}

export const pdfTexts = async (bytes: Buffer): Promise<PdfTexts> => {
  // Loaded only where there is a PDF: it is the largest part of the proof.
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  const document = await task.promise;
  try {
    const { info, metadata } = await document.getMetadata();
    const texts = [...stringsIn(info), ...stringsIn(metadata?.getRaw()), ...stringsIn(await document.getOutline())];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: false });
      texts.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
      texts.push(...stringsIn(await page.getAnnotations()));
      page.cleanup();
    }
    return { texts, attachments: attached(await document.getAttachments()) };
  } finally {
    await task.destroy();
  }
};

const attached = (files: unknown): PdfTexts['attachments'] =>
  (files instanceof Map ? [...files.values()] : isRecord(files) ? Object.values(files) : []).flatMap((file: unknown) =>
    isRecord(file) && typeof file['filename'] === 'string' && file['content'] instanceof Uint8Array
      ? [{ name: file['filename'], content: Buffer.from(file['content']) }]
      : [],
  );
