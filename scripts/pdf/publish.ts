/** Puts PDFs beside their pages, and lets the pages offer them. */
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pdfPath, type Paper } from '../../src/domain/paper.ts';
import { withOffer } from './offer.ts';
import { pageFile } from './sheet.ts';

/**
 * @param folder a finished build
 * @param pagePath `/battlecards/corvane/`
 * @param file the PDF, wherever it is kept
 */
export const publish = async (folder: string, pagePath: string, paper: Paper, file: string): Promise<string> => {
  const address = pdfPath(pagePath, paper);
  await copyFile(file, path.join(folder, address));
  const page = pageFile(folder, pagePath);
  const html = await readFile(page, 'utf8');
  const offering = withOffer(html, paper, address);
  if (offering !== html) await writeFile(page, offering);
  return address;
};

/** What does not fit its paper is not handed out: an older file goes as well. */
export const withhold = (folder: string, pagePath: string, paper: Paper): Promise<void> =>
  rm(path.join(folder, pdfPath(pagePath, paper)), { force: true });
