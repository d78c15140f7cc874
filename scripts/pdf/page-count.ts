/**
 * Pages of a PDF that Chromium has written, read from the file itself. Its page tree is written as
 * plain text; parsing the whole file for one number would take longer than printing it.
 */
export const pageCount = (pdf: Buffer): number => {
  const counts = [...pdf.toString('latin1').matchAll(/\/Type \/Pages\s[^>]*?\/Count (\d+)/g)].map((match) =>
    Number(match[1]),
  );
  if (counts.length === 0) throw new Error('The browser has written a PDF without a page tree that can be read.');
  // Long files have a tree of several levels; its root counts all of them.
  return Math.max(...counts);
};
