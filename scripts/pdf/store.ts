/**
 * PDFs of earlier runs, by the stamp of what they were printed from: what has not changed is not printed
 * again, and a run that was broken off goes on where it stopped.
 */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const recordSchema = z.object({
  stamp: z.string(),
  pages: z.number(),
  /** What does not fit, in words; empty where everything does. */
  over: z.array(z.string()),
});
export type PrintRecord = z.output<typeof recordSchema>;

export interface PdfStore {
  /** What is known of a PDF, if it is there. */
  get: (stamp: string) => PrintRecord | undefined;
  put: (record: PrintRecord, pdf: Buffer) => void;
  fileOf: (stamp: string) => string;
  /** Forgets what was neither asked for nor put since the store was opened. */
  prune: () => void;
}

const RECORDS = 'records.jsonl';

/** A line that was cut off when a run ended is as if it had never been written. */
const parseRecord = (line: string): PrintRecord[] => {
  try {
    return [recordSchema.parse(JSON.parse(line))];
  } catch {
    return [];
  }
};

/** @param folder one an audience: what is kept there holds whole pages */
export const openPdfStore = (folder: string): PdfStore => {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, RECORDS);
  const fileOf = (stamp: string): string => path.join(folder, `${stamp}.pdf`);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  // What is written next must not be joined to a line that was cut off.
  if (lines.at(-1)) appendFileSync(file, '\n');
  const records = new Map(lines.flatMap(parseRecord).map((record) => [record.stamp, record]));
  const used = new Map<string, PrintRecord>();
  return {
    fileOf,
    get: (stamp) => {
      const record = records.get(stamp);
      if (!record || !existsSync(fileOf(stamp))) return undefined;
      used.set(stamp, record);
      return record;
    },
    put: (record, pdf) => {
      writeFileSync(fileOf(record.stamp), pdf);
      appendFileSync(file, `${JSON.stringify(record)}\n`);
      records.set(record.stamp, record);
      used.set(record.stamp, record);
    },
    prune: () => {
      for (const name of readdirSync(folder))
        if (name.endsWith('.pdf') && !used.has(name.replace(/\.pdf$/, ''))) rmSync(path.join(folder, name));
      writeFileSync(`${file}.new`, [...used.values()].map((record) => `${JSON.stringify(record)}\n`).join(''));
      renameSync(`${file}.new`, file);
    },
  };
};
