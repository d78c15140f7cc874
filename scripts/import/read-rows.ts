/** Files → rows, each format by its own reader; what cannot be read is named. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Mapping } from '../../src/domain/import/mapping.ts';
import type { ImportSource, Refusal } from '../../src/domain/import/plan-import.ts';
import type { ImportRow } from '../../src/domain/import/row.ts';
import type { FoundFiles } from './list-files.ts';
import { decodeText } from './decode-text.ts';
import { readDeck } from './read-deck.ts';
import { readHtml, readMarkdown } from './read-document.ts';
import { readJson, readYaml } from './read-data.ts';
import { readPdf } from './read-pdf.ts';
import { readTable } from './read-table.ts';
import { Unreadable } from './unreadable.ts';

/** What a reader knows of a row; the rest is the same for all formats. */
export type ReadRow = Pick<ImportRow, 'data'> &
  Partial<Pick<ImportRow, 'body' | 'select' | 'notes' | 'isAttachment'>> & {
    /** Which part of the file, such as `row 4`; left out, the whole. */
    part?: string;
  };

export interface ReadFile {
  rows: ReadRow[];
  refused?: Refusal[];
}

type TextReader = (text: string, mapping: Mapping) => ReadFile;
type BytesReader = (bytes: Buffer) => Promise<ReadFile> | ReadFile;

const TEXT_READERS: Readonly<Record<string, TextReader>> = {
  md: readMarkdown,
  mdx: readMarkdown,
  markdown: readMarkdown,
  html: readHtml,
  htm: readHtml,
  csv: readTable,
  tsv: readTable,
  json: readJson,
  yml: readYaml,
  yaml: readYaml,
};

const BYTES_READERS: Readonly<Record<string, BytesReader>> = { pdf: readPdf, pptx: readDeck };

const ADVICE: Readonly<Record<string, string>> = {
  xlsx: 'is a workbook; save its sheet as CSV',
  xls: 'is a workbook; save its sheet as CSV',
  docx: 'is a Word document; save it as HTML, or as PDF for a resource',
  doc: 'is a Word document; save it as HTML, or as PDF for a resource',
  ppt: 'is an old PowerPoint file; save it as .pptx',
  adoc: 'is AsciiDoc; convert it to HTML or Markdown',
  asciidoc: 'is AsciiDoc; convert it to HTML or Markdown',
};
const PICTURES = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'svg']);

const LARGEST_TEXT = 20_971_520;
const LARGEST_BYTES = 26_214_400;

export const readRows = async ({ root, files, refused }: FoundFiles, mapping: Mapping): Promise<ImportSource> => {
  const source: { rows: ImportRow[]; refused: Refusal[] } = { rows: [], refused: [...refused] };
  for (const file of files) {
    try {
      const read = await readOne(path.join(root, file), extensionOf(file), mapping);
      source.refused.push(...(read.refused ?? []).map(({ from, reason }) => ({ from: `${file}, ${from}`, reason })));
      if (read.rows.length === 0 && (read.refused ?? []).length === 0)
        source.refused.push({ from: file, reason: 'has nothing to import' });
      source.rows.push(...read.rows.map((row) => toRow(file, row)));
    } catch (error) {
      source.refused.push({ from: file, reason: whyUnreadable(error) });
    }
  }
  return source;
};

const extensionOf = (file: string): string => path.extname(file).slice(1).toLowerCase();

const readOne = async (full: string, extension: string, mapping: Mapping): Promise<ReadFile> => {
  const readText = Object.hasOwn(TEXT_READERS, extension) ? TEXT_READERS[extension] : undefined;
  const readBytes = Object.hasOwn(BYTES_READERS, extension) ? BYTES_READERS[extension] : undefined;
  if (!readText && !readBytes) throw new Unreadable(adviceFor(extension));
  const { size } = await stat(full);
  const limit = readText ? LARGEST_TEXT : LARGEST_BYTES;
  if (size > limit) throw new Unreadable(`is ${megabytes(size)} large; ${megabytes(limit)} is the limit`);
  const bytes = await readFile(full);
  return readText ? readText(decodeText(bytes), mapping) : ((await readBytes?.(bytes)) ?? { rows: [] });
};

const adviceFor = (extension: string): string => {
  if (PICTURES.has(extension)) return 'is a picture; it comes along with the text that shows it';
  const known = [...Object.keys(TEXT_READERS), ...Object.keys(BYTES_READERS)].join(', ');
  if (Object.hasOwn(ADVICE, extension)) return ADVICE[extension] ?? '';
  return extension === '' ? `has no ending; read are ${known}` : `is a .${extension} file; read are ${known}`;
};

const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;

/** A parser that breaks on what it was given says so in words of its own; nobody needs its stack. */
const whyUnreadable = (error: unknown): string => {
  if (error instanceof Unreadable) return error.message;
  if (error instanceof RangeError) return 'is nested too deeply to be read';
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  return `cannot be read: ${message}`;
};

const toRow = (file: string, { part, data, ...rest }: ReadRow): ImportRow => {
  const { base, name, ext, dir } = path.posix.parse(file);
  return {
    from: part === undefined ? file : `${file}, ${part}`,
    // `page.html.markdown` is called page.
    file: {
      path: file,
      name: base,
      stem: name.replace(/\.html?$/, ''),
      parent: path.posix.basename(dir),
      extension: ext.slice(1),
    },
    data,
    body: '',
    select: () => [],
    isAttachment: false,
    notes: [],
    ...rest,
  };
};
