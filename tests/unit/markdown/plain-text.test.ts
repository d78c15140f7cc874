/** Markdown without its markup. */
import { expect, test } from 'vitest';
import { plainText } from '../../../src/markdown/plain-text.ts';

test('paragraphs, lists and headings become lines', () => {
  expect(plainText('## Price\n\nIt is **low**, [see here](/x/).\n\n- one\n- two\n')).toBe(
    'Price\nIt is low, see here.\none\ntwo',
  );
});

test('a row of a table is one line', () => {
  expect(plainText('| Plan | Price |\n| --- | --- |\n| Growth | $24 |\n')).toBe('Plan · Price\nGrowth · $24');
});

test('what is escaped in HTML is not escaped here', () => {
  expect(plainText('Fish & chips < 5 > 3 "quoted"')).toBe('Fish & chips < 5 > 3 "quoted"');
});

test('marks of footnotes and their list are left out', () => {
  expect(plainText('Fast[^1].\n\n[^1]: Says who?\n')).toBe('Fast.');
});

test('scripts leave nothing', () => {
  expect(plainText('a <script>alert(1)</script> b')).toBe('a b');
});
