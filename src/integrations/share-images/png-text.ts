/** A line of text inside a PNG, for those who cannot see it: asset managers, and the proof that nothing leaks. */
import { crc32 } from 'node:zlib';

const SIGNATURE_BYTES = 8;
/** The chunk that every PNG begins with: length, name, 13 bytes, checksum. */
const HEADER_CHUNK_BYTES = 4 + 4 + 13 + 4;

const chunk = (name: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const bytes = Buffer.alloc(8 + data.length + 4);
  bytes.writeUInt32BE(data.length, 0);
  named.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(named), named.length + 4);
  return bytes;
};

/** The picture with a description in its metadata, in any language. */
export const withDescription = (png: Buffer, description: string): Buffer => {
  const end = SIGNATURE_BYTES + HEADER_CHUNK_BYTES;
  // Keyword, not packed, no language, no translated keyword: each ends with a zero byte.
  const text = chunk('iTXt', Buffer.from(`Description\0\0\0\0\0${description}`));
  return Buffer.concat([png.subarray(0, end), text, png.subarray(end)]);
};
