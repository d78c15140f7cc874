/** What an importer is given, whatever file it came from, and what it needs of the world around it. */
import type { FILE_FACTS } from './mapping.ts';

/** One thing to be imported: a document, a row of a table, an item of a list. */
export interface ImportRow {
  /** As messages name it: `stories/acme.md`, `customers.csv, row 4`. */
  from: string;
  file: Readonly<Record<(typeof FILE_FACTS)[number], string>>;
  /** Front matter, or the row's own fields. */
  data: unknown;
  /** Markdown; empty where the format has none. */
  body: string;
  /** The inside of elements of an HTML page, as Markdown. @throws {Error} for a selector that cannot be read */
  select: (selector: string, labelled?: string) => readonly string[];
  /** The file itself is what is imported: a PDF, a deck. */
  isAttachment: boolean;
  /** What reading it has lost already, such as components of a page. */
  notes: readonly Note[];
}

/** A file that goes into the media folder. */
export interface NewMedia {
  /** Path inside the media folder. */
  path: string;
  /** Path of the file itself, inside the folder that is imported. */
  from: string;
}

export interface ImportTools {
  /** HTML, components and comments inside a Markdown text → Markdown. */
  toMarkdown: (text: string) => string;
  /** Markdown → its words. */
  toText: (markdown: string) => string;
  toYaml: (data: Readonly<Record<string, unknown>>) => string;
  /**
   * A file beside the row's own, for the media folder.
   * @param href as it is written in the row
   * @param id of the entry that shows it
   */
  findMedia: (row: ImportRow, href: string, id: string) => NewMedia | { reason: string };
}

/** Something that did not arrive as it was, and why. */
export interface Note {
  /** A field of the entry, or `body`. */
  field: string;
  reason: string;
}

export type Say = (note: Note) => void;
