/** A QR code drawn as one path says what the encoder said. */
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrCode } from '../../../src/domain/qr.ts';

/** Dark modules of a path, as `x,y`. */
const darkIn = (path: string): Set<string> => {
  const dark = new Set<string>();
  let [x, y] = [0, 0];
  for (const [, dx, dy, length] of path.matchAll(/m(-?\d+) (\d+)h(\d+)/g)) {
    x += Number(dx);
    y += Number(dy);
    for (let i = 0; i < Number(length); i++, x++) dark.add(`${x},${y}`);
  }
  return dark;
};

test.each(['https://a.example/battlecards/x/', `https://a.example/${'long-'.repeat(40)}/`])('%s', (text) => {
  const { size, path } = qrCode(text);
  const { data, size: inner } = encode(text, { ecc: 'M', border: 0, maskPattern: 2 });
  expect(size).toBe(inner + 8);
  const dark = new Set(data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x + 4},${y + 4}`] : []))));
  expect(darkIn(path)).toEqual(dark);
  expect(path.replaceAll(/m-?\d+ \d+h\d+/g, '')).toBe('M0 .5');
});
