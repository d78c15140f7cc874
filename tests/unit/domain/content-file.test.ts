import { describe, expect, test } from 'vitest';
import { parseContentFile } from '../../../src/domain/content-file.ts';

const md = (text: string) => parseContentFile('content/assets/resources/a.md', text);
const yml = (text: string) => parseContentFile('content/claims/a.yml', text);
const codes = ({ problems }: ReturnType<typeof md>) => problems.map(({ code }) => code);

describe('front matter', () => {
  test.each([
    ['---\ntitle: A\n---\n\nBody.\n', { data: { title: 'A' }, body: 'Body.' }],
    ['---\ntitle: A\n---', { data: { title: 'A' }, body: '' }],
    ['--- \ntitle: A\n---\t\nBody.\n\n---\n\nMore.\n', { data: { title: 'A' }, body: 'Body.\n\n---\n\nMore.' }],
    ['---\ntitle: |\n  ---\n  A\n---\n', { data: { title: '---\nA\n' }, body: '' }],
  ])('%j', (text, parsed) => {
    expect(md(text)).toMatchObject({ parsed, problems: [] });
  });

  test.each([
    'title: A\n',
    ' ---\ntitle: A\n---\n',
    '---\ntitle: A\n',
    '----\ntitle: A\n----\n',
    '# A\n\n---\ntitle: A\n---\n',
  ])('%j has none', (text) => {
    expect(codes(md(text))).toEqual(['NO_FRONT_MATTER']);
  });

  test.each([
    '',
    ' \n\n',
    '---\n---\n',
    '---\n\n---\nBody.\n',
    '---\ntitle:\nsummary: ""\ntags: []\n---\n',
    '---\n---\n\nBody.\n\n---\n',
  ])('%j is empty', (text) => {
    expect(codes(md(text))).toEqual(['FILE_EMPTY']);
  });
});

test('a byte order mark and Windows line ends are reported and mended', () => {
  const result = md('\uFEFF---\r\ntitle: A\r\n---\r\n\r\nOne.\r\nTwo.\r\n');
  expect(codes(result)).toEqual(['BYTE_ORDER_MARK', 'WINDOWS_LINE_ENDS']);
  expect(result.parsed).toMatchObject({ data: { title: 'A' }, body: 'One.\nTwo.' });
});

test('what a form leaves behind is pruned; what was meant stays', () => {
  expect(
    yml(
      'a: ""\nb: null\nc: []\nd: {}\ne: [null, "", [], {}]\nf: { g: { h: "  " } }\ni: 0\nj: false\nk: [0, null, x]\nl: " x "\n',
    ).parsed?.data,
  ).toEqual({ i: 0, j: false, k: [0, 'x'], l: ' x ' });
});

test('dates and the like stay texts', () => {
  expect(yml('a: 2026-03-15\nb: 12:30\nc: yes\nd: 0o17\n').parsed?.data).toEqual({
    a: '2026-03-15',
    b: '12:30',
    c: 'yes',
    d: 15,
  });
});

describe('problems say where', () => {
  test.each([
    ['a: b\na: c\n', { code: 'DUPLICATE_KEY', field: 'a', line: 2 }],
    ['a:\n\tb: c\n', { code: 'TAB_INDENTATION', field: 'b', line: 2 }],
    ['a: b\nlist:\n  - name: c: d\n', { code: 'INVALID_YAML', field: 'name', line: 3 }],
    ['a: "b\n', { code: 'INVALID_YAML' }],
    ['- a\n', { code: 'INVALID_YAML' }],
    ['only words\n', { code: 'INVALID_YAML' }],
    ['42\n', { code: 'INVALID_YAML' }],
    ['a: b\n---\nc: d\n', { code: 'INVALID_YAML' }],
    ['a: *b\n', { code: 'INVALID_YAML', field: 'a', line: 1 }],
  ])('%j', (text, problem) => {
    expect(yml(text).problems).toEqual([expect.objectContaining(problem)]);
    expect(yml(text).parsed).toBeUndefined();
  });

  test('lines are counted from the top of the file, front matter included', () => {
    expect(md('---\na: b\na: c\n---\n').problems).toEqual([expect.objectContaining({ line: 3 })]);
  });
});

test('names of the language are keys like any other', () => {
  const data = yml('__proto__: { audience: public }\nconstructor: a\n').parsed?.data ?? {};
  expect(Object.keys(data)).toEqual(['__proto__', 'constructor']);
  expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  expect(data['audience']).toBeUndefined();
});

test.each([
  ['a list that holds itself', 'a: &x [*x]\n'],
  ['a group that holds itself', 'a: &x { b: *x }\n'],
  [
    'anchors that multiply',
    `a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 8 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(10)}]\n`).join('')}`,
  ],
  ['brackets without end', `a: ${'['.repeat(100_000)}\n`],
  ['a long line of dashes', `${'-'.repeat(500_000)} x: y: z\n`],
])('%s is named', (_, text) => {
  expect(codes(yml(text))).toEqual(['INVALID_YAML']);
});

test('an anchor used twice is fine', () => {
  expect(yml('a: &x [b, c]\nd: *x\n').parsed?.data).toEqual({ a: ['b', 'c'], d: ['b', 'c'] });
});

test('what was dropped is remembered, so that a split or misspelt field is noticed', () => {
  // Without quotes, the comma ends the text and begins a field without a value.
  const text = 'news: [{ on: 2026-01-01, text: One thing, and another }]\nsummary:\ntitel: ""\n';
  expect(yml(text).parsed?.emptied).toEqual(['news.*.and another', 'summary', 'titel']);
});
