/** A kit as a file, for another browser or a colleague's. */
import { isRecord } from '../guards.ts';
import { isEmptyKit, toKit, type Kit } from './kit.ts';

const KIND = 'dealshelf-kit';
/** Counted up when a field changes its meaning or goes. */
const VERSION = 1;
/** Characters: far more than a full kit has. */
export const LONGEST_FILE = 500_000;

export const writeKitFile = ({ title, items, plan }: Kit): string =>
  `${JSON.stringify({ kind: KIND, version: VERSION, title, items, plan }, undefined, 2)}\n`;

export const FILE_FAULTS = ['file_too_long', 'file_no_kit', 'file_newer', 'file_empty'] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const readKitFile = (text: string): { kit: Kit; fault?: undefined } | { kit?: undefined; fault: FileFault } => {
  if (text.length > LONGEST_FILE) return { fault: 'file_too_long' };
  const file = parse(text);
  if (!isRecord(file) || file['kind'] !== KIND) return { fault: 'file_no_kit' };
  if (file['version'] !== VERSION) return { fault: 'file_newer' };
  const kit = toKit(file);
  return isEmptyKit(kit) ? { fault: 'file_empty' } : { kit };
};

/** `For manufacturers` → `for-manufacturers`; what is nothing but signs gets the name of the kind. */
export const fileNameOf = (title: string): string =>
  title
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60) || 'kit';
