/** The blocks of an image file that hold words: EXIF, XMP, IPTC, comments, PNG texts. */

/** @param inflate undoes the compression of PNG's zTXt and iTXt */
export const metadataOf = (bytes: Buffer, inflate: (packed: Buffer) => Buffer): Buffer[] => {
  if (bytes.subarray(0, 8).equals(PNG)) return pngBlocks(bytes, inflate);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegBlocks(bytes);
  if (bytes.toString('latin1', 0, 4) === 'RIFF') return riffBlocks(bytes);
  return [];
};

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface PngChunk {
  type: string;
  data: Buffer;
  /** Where it begins and ends in the file, its length, name and checksum included. */
  start: number;
  end: number;
}

function* chunksOf(png: Buffer): Generator<PngChunk> {
  for (let start = 8; start + 12 <= png.length;) {
    const length = png.readUInt32BE(start);
    const end = start + 12 + length;
    const type = png.toString('latin1', start + 4, start + 8);
    yield { type, data: png.subarray(start + 8, start + 8 + length), start, end };
    start = end;
  }
}

/**
 * A PNG without its packed pixels, in which no words can be read: a site has thousands of pictures, and
 * searching their pixels takes longer than all its pages. Any other file as it is.
 */
export const withoutPixels = (bytes: Buffer): Buffer => {
  if (!bytes.subarray(0, 8).equals(PNG)) return bytes;
  const kept: Buffer[] = [];
  let at = 0;
  for (const { type, start, end } of chunksOf(bytes)) {
    if (type !== 'IDAT') continue;
    kept.push(bytes.subarray(at, start));
    at = end;
  }
  return Buffer.concat([...kept, bytes.subarray(at)]);
};

const pngBlocks = (bytes: Buffer, inflate: (packed: Buffer) => Buffer): Buffer[] => {
  const blocks: Buffer[] = [];
  for (const { type, data } of chunksOf(bytes)) {
    if (/^(tEXt|zTXt|iTXt|eXIf)$/.test(type)) blocks.push(data);
    const packed = packedText(type, data);
    if (packed) blocks.push(inflate(packed));
  }
  return blocks;
};

/** zTXt: keyword, 0, method, data. iTXt: keyword, 0, flag, method, language, 0, translated keyword, 0, data. */
const packedText = (type: string, data: Buffer): Buffer | undefined => {
  const keyword = data.indexOf(0);
  if (keyword === -1) return undefined;
  if (type === 'zTXt') return data.subarray(keyword + 2);
  if (type !== 'iTXt' || data[keyword + 1] !== 1) return undefined;
  const language = data.indexOf(0, keyword + 3);
  const translated = data.indexOf(0, language + 1);
  return language === -1 || translated === -1 ? undefined : data.subarray(translated + 1);
};

/** APP1 (EXIF, XMP), APP13 (IPTC) and comments; APP2 holds colour profiles, whose words are their makers'. */
const jpegBlocks = (bytes: Buffer): Buffer[] => {
  const blocks: Buffer[] = [];
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) break;
    const length = bytes.readUInt16BE(at + 2);
    if (marker === 0xe1 || marker === 0xed || marker === 0xfe) blocks.push(bytes.subarray(at + 4, at + 2 + length));
    at += 2 + length;
  }
  return blocks;
};

const riffBlocks = (bytes: Buffer): Buffer[] => {
  const blocks: Buffer[] = [];
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32LE(at + 4);
    if (/^(EXIF|XMP |LIST)$/.test(bytes.toString('latin1', at, at + 4)))
      blocks.push(bytes.subarray(at + 8, at + 8 + length));
    at += 8 + length + (length % 2);
  }
  return blocks;
};
