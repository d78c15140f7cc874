/**
 * Which characters a font file really draws, from the file's own `cmap` table. A style sheet's
 * `unicode-range` promises more than the files hold, and a promise not kept is an empty box on a card.
 */
import { brotliDecompressSync } from 'node:zlib';

/** First and last code point, both included. */
export type CodeRange = [first: number, last: number];

const WOFF2 = 0x774f4632;
const HEADER_BYTES = 48;
/** The format's list of known tables begins with cmap; glyf and loca stand at 10 and 11, and are transformed by default. */
const CMAP = 0;
const OUTLINES = new Set([10, 11]);
const OUTLINES_AS_THEY_ARE = 3;
const OTHER_TAG = 63;

/** Reads on from where it stands. */
const readerOf = (bytes: Buffer, start: number) => {
  let at = start;
  return {
    byte: () => bytes.readUInt8(at++),
    skip: (count: number) => {
      at += count;
    },
    /** A number in as many bytes as it needs, seven bits each. */
    number: () => {
      let value = 0;
      for (;;) {
        const byte = bytes.readUInt8(at++);
        value = value * 128 + (byte & 0x7f);
        if (byte < 0x80) return value;
      }
    },
    position: () => at,
  };
};

/** @param bytes a WOFF2 file @returns its character map, unpacked */
const cmapOf = (bytes: Buffer): Buffer => {
  if (bytes.length < HEADER_BYTES || bytes.readUInt32BE(0) !== WOFF2) throw new Error('This is not a WOFF2 font.');
  const reader = readerOf(bytes, HEADER_BYTES);
  let offset = 0;
  let cmap: CodeRange | undefined;
  for (let table = bytes.readUInt16BE(12); table > 0; table--) {
    const flags = reader.byte();
    const tag = flags & OTHER_TAG;
    if (tag === OTHER_TAG) reader.skip(4);
    const transform = flags >> 6;
    const plainLength = reader.number();
    const isTransformed = OUTLINES.has(tag) ? transform !== OUTLINES_AS_THEY_ARE : transform !== 0;
    const length = isTransformed ? reader.number() : plainLength;
    if (tag === CMAP) cmap = [offset, offset + length];
    offset += length;
  }
  if (!cmap) throw new Error('This font has no character map.');
  const packed = bytes.subarray(reader.position(), reader.position() + bytes.readUInt32BE(20));
  return brotliDecompressSync(packed).subarray(...cmap);
};

/** The two forms of map that fonts for the web have: the long one knows characters beyond U+FFFF. */
const SHORT_FORM = 4;
const LONG_FORM = 12;

const subtableOf = (cmap: Buffer, form: number): Buffer | undefined => {
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + i * 8 + 4));
    if (table.readUInt16BE(0) === form) return table;
  }
  return undefined;
};

const longRanges = (table: Buffer): CodeRange[] =>
  Array.from({ length: table.readUInt32BE(12) }, (_, i) => {
    const at = 16 + i * 12;
    return [table.readUInt32BE(at), table.readUInt32BE(at + 4)];
  });

const shortRanges = (table: Buffer): CodeRange[] => {
  const segments = table.readUInt16BE(6) / 2;
  const ends = 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  const ranges: CodeRange[] = [];
  for (let i = 0; i < segments; i++) {
    const first = table.readUInt16BE(starts + i * 2);
    const last = Math.min(table.readUInt16BE(ends + i * 2), 0xfffe);
    const delta = table.readUInt16BE(deltas + i * 2);
    const offset = table.readUInt16BE(offsets + i * 2);
    for (let code = first; code <= last; code++) {
      const glyph =
        offset === 0 ? (code + delta) & 0xffff : table.readUInt16BE(offsets + i * 2 + offset + (code - first) * 2);
      if (glyph !== 0) addCode(ranges, code);
    }
  }
  return ranges;
};

const addCode = (ranges: CodeRange[], code: number): void => {
  const last = ranges.at(-1);
  if (last && last[1] === code - 1) last[1] = code;
  else ranges.push([code, code]);
};

/**
 * @param bytes a WOFF2 file
 * @returns the ranges of characters it has glyphs for, in order
 * @throws if it is no such file
 */
export const coverageOf = (bytes: Buffer): CodeRange[] => {
  const cmap = cmapOf(bytes);
  const long = subtableOf(cmap, LONG_FORM);
  const short = subtableOf(cmap, SHORT_FORM);
  return long ? longRanges(long) : short ? shortRanges(short) : [];
};

/** @param ranges in order, none overlapping */
export const covers = (ranges: readonly Readonly<CodeRange>[], code: number): boolean => {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first = 0, last = 0] = ranges[middle] ?? [];
    if (code < first) high = middle - 1;
    else if (code > last) low = middle + 1;
    else return true;
  }
  return false;
};
