/** Which files the media folder may hold, and how large: the check and the editor say the same. */

/** Bytes of one file. */
export const LARGEST_MEDIA = 26_214_400;

/** Pictures are converted and resized by the build; documents are handed on as they are. */
export const PICTURE_TYPES = ['png', 'jpg', 'jpeg', 'webp', 'avif', 'gif', 'svg'] as const;
export const DOCUMENT_TYPES = [
  'pdf',
  'pptx',
  'docx',
  'xlsx',
  'odp',
  'odt',
  'ods',
  'key',
  'csv',
  'txt',
  'ics',
  'zip',
  'mp4',
  'webm',
] as const;

const TYPES: readonly string[] = [...PICTURE_TYPES, ...DOCUMENT_TYPES];

/** Endings in the order in which messages name them. */
export const mediaTypes = (): readonly string[] => TYPES;

/** The ending of a file name in small letters, without the dot; empty where there is none. */
export const endingOf = (name: string): string => /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

export const isMediaType = (name: string): boolean => TYPES.includes(endingOf(name));

/** `26214400` → `25.0 MB`. @param bytes of a file */
export const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;
