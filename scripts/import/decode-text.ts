/** Bytes → text, whatever program saved it. */

/** UTF-8, or UTF-16 with its mark; else what office programs in the West have saved for decades. */
export const decodeText = (bytes: Buffer): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return lineEnds(new TextDecoder('utf-16le').decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return lineEnds(new TextDecoder('utf-16be').decode(bytes));
  return lineEnds(utf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes));
};

const utf8 = (bytes: Buffer): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const lineEnds = (text: string): string => text.replaceAll(/\r\n?/g, '\n');
