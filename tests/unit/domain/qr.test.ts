/** A QR code drawn as one path says what the encoder said. */
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrCode } from '../../../src/domain/qr.ts';

/** Dark modules of a path, as `x,y`. */
const darkIn = (path: string): Set<string> =>
  new Set(
    [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)].flatMap(([, x, y, length]) =>
      Array.from({ length: Number(length) }, (_, i) => `${Number(x) + i},${y}`),
    ),
  );

test.each(['https://a.example/battlecards/x/', `https://a.example/${'long-'.repeat(40)}/`])('%s', (text) => {
  const { size, path } = qrCode(text);
  const { data, size: inner } = encode(text, { ecc: 'M', border: 0, maskPattern: 2 });
  expect(size).toBe(inner + 8);
  const dark = new Set(data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x + 4},${y + 4}`] : []))));
  expect(darkIn(path)).toEqual(dark);
  expect(path.replaceAll(/M\d+ \d+h\d+v1h-\d+z/g, '')).toBe('');
});
