import type { Paper } from './paper.ts';

/** Where the PDF of a page lies, beside it. */
export const pdfPath = (pagePath: string, paper: Paper): string =>
  `${pagePath}${pagePath.split('/').at(-2) ?? 'page'}-${paper}.pdf`;
