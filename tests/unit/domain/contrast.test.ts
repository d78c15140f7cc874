import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { contrast, GROUNDS } from '../../../src/domain/contrast.ts';

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  // The two sides of the limit for text, known from WCAG’s own examples.
  ['#767676', '#ffffff', 4.54],
  ['#777777', '#ffffff', 4.48],
  ['#ff0000', '#ffffff', 4],
])('%s on %s is %d', (a, b, ratio) => {
  expect(contrast(a, b)).toBeCloseTo(ratio, 2);
  expect(contrast(b, a)).toBe(contrast(a, b));
});

test('the grounds are those of the stylesheet', async () => {
  const styles = await readFile(path.resolve(import.meta.dirname, '../../../src/styles/tokens.css'), 'utf8');
  expect(styles).toContain(`--ground: light-dark(${GROUNDS.light}, ${GROUNDS.dark});`);
});
