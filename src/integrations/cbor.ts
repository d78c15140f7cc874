/** Texts in CBOR data, which Pagefind writes its index and metadata in. */

const TEXT = 3;
const BYTES = 2;

/** Every text string, in order; numbers, lists and maps are only walked over. */
export const cborStrings = (bytes: Buffer): string[] => {
  const texts: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const head = bytes[at++] ?? 0;
    const major = head >> 5;
    const info = head & 31;
    const width = info < 24 ? 0 : info === 24 ? 1 : info === 25 ? 2 : info === 26 ? 4 : info === 27 ? 8 : undefined;
    if (width === undefined) {
      if (info !== 31) throw new Error('it is no CBOR');
      continue;
    }
    if (at + width > bytes.length) throw new Error('it is cut off');
    const value = width === 0 ? info : width === 8 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUIntBE(at, width);
    at += width;
    if (major !== TEXT && major !== BYTES) continue;
    if (at + value > bytes.length) throw new Error('it is cut off');
    texts.push(bytes.toString('utf8', at, at + value));
    at += value;
  }
  return texts;
};
