/** A QR code as one SVG path: small, sharp on any paper. */
import { encode } from 'uqr';

export interface QrCode {
  /** Modules on each side, quiet zone included. */
  size: number;
  /** Dark modules as strokes, one unit wide, from the middle of each row. */
  path: string;
}

/** The standard's quiet zone (ISO/IEC 18004, 9.1): without it many readers see nothing. */
const QUIET = 4;
/** Any mask can be read. Trying all eight for the prettiest takes ten times as long. */
const MASK = 2;

/** Corrects up to 15 % of damage: paper is folded, and stained. */
export const qrCode = (text: string): QrCode => {
  const { data, size } = encode(text, { ecc: 'M', border: 0, maskPattern: MASK });
  // From the end of one stroke to the beginning of the next: half as long as telling each place.
  let x = 0;
  let y = 0;
  let path = 'M0 .5';
  for (const [row, modules] of data.entries()) {
    for (const [start, length] of runsOf(modules)) {
      path += `m${start + QUIET - x} ${row + QUIET - y}h${length}`;
      x = start + QUIET + length;
      y = row + QUIET;
    }
  }
  return { size: size + 2 * QUIET, path };
};

/** Where dark modules begin, and how many there are. */
const runsOf = (row: readonly boolean[]): (readonly [number, number])[] => {
  const runs: [number, number][] = [];
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1);
    if (!dark) continue;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  }
  return runs;
};
