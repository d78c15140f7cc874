/** The formula language: parsing, printing and a spreadsheet's own semantics. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../../src/domain/calculators/evaluate.ts';
import {
  DEEPEST_FORMULA,
  parseFormula,
  parseOwn,
  printFormula,
  type Tree,
} from '../../../../src/domain/calculators/parse.ts';
import { isError, type Value } from '../../../../src/domain/calculators/values.ts';
import { treeArbitrary } from '../../../fixtures/formulas.ts';

const run = (formula: string, names: Readonly<Record<string, Value | readonly Value[]>> = {}): Value =>
  evaluate(parseOwn(formula), { cells: new Map(Object.entries(names)), year: 0, from: 'here' });

const codeOf = (formula: string): string => {
  const value = run(formula);
  return isError(value) ? value.error : `no error but ${String(value)}`;
};

describe('values, as a spreadsheet has them', () => {
  test.each<[string, Value]>([
    ['-2^2', 4],
    ['2^3^2', 64],
    ['2^-1', 0.5],
    ['10 - 4 - 3', 3],
    ['2 + 3 * 4', 14],
    ['50% * 10', 5],
    ['-50%', -0.5],
    ['10%%', 0.001],
    ['"a" & 1 + 2', 'a3'],
    ['"a" = "A"', true],
    ['1 = TRUE', false],
    ['99 < "a"', true],
    ['"z" < FALSE', true],
    ['0.1 + 0.2 = 0.3', true],
    ['0.1 + 0.2 - 0.3', 0],
    ['TRUE + 1', 2],
    ['"3" + 1', 4],
    ['1/3 & ""', '0.333333333333333'],
    ['ROUND(1.005, 2)', 1.01],
    ['ROUND(2.675, 2)', 2.68],
    ['ROUND(-2.5, 0)', -3],
    ['ROUND(1234567, -3)', 1_235_000],
    ['ROUND(0.000000449, 7)', 0.0000004],
    ['ROUNDUP(1.1 * 3, 1)', 3.3],
    ['ROUNDUP(-1.21, 1)', -1.3],
    ['ROUNDDOWN(-1.29, 1)', -1.2],
    ['INT(-1.5)', -2],
    ['INT(0.1 * 3 * 10)', 3],
    ['CEILING(1.5, 0.1)', 1.5],
    ['CEILING(-2.5, 2)', -2],
    ['CEILING(-2.5, -2)', -4],
    ['FLOOR(-2.5, 2)', -4],
    ['FLOOR(-2.5, -2)', -2],
    ['IF(1 > 2, 1/0)', false],
    ['IF("true", 1, 2)', 1],
    ['IFERROR(1/0, 9)', 9],
    ['AND(TRUE, 1, 0)', false],
    ['OR(FALSE, 0, 2)', true],
    ['NOT(0)', true],
    ['MAX(-1, -2)', -1],
    ['SUM(1, TRUE, "2")', 4],
    ['PMT(0, 10, 1000)', -100],
  ])('%s is %s', (formula, expected) => {
    const value = run(formula);
    if (typeof expected === 'number') expect(value).toBeCloseTo(expected, 12);
    else expect(value).toBe(expected);
  });

  test.each([
    ['1/0', '#DIV/0!'],
    ['0^-1', '#DIV/0!'],
    ['FLOOR(1, 0)', '#DIV/0!'],
    ['NPV(-1, 5)', '#DIV/0!'],
    ['0^0', '#NUM!'],
    ['(-8)^0.5', '#NUM!'],
    ['SQRT(-1)', '#NUM!'],
    ['LN(0)', '#NUM!'],
    ['EXP(1000)', '#NUM!'],
    ['1E300 * 1E300', '#NUM!'],
    ['CEILING(2.5, -1)', '#NUM!'],
    ['IRR(1, 2, 3)', '#NUM!'],
    ['PMT(10%, 0, 5)', '#NUM!'],
    ['"abc" + 1', '#VALUE!'],
    ['AND("maybe")', '#VALUE!'],
    ['AND(FALSE, 1/0)', '#DIV/0!'],
    ['unknown + 1', '#VALUE!'],
  ])('%s is %s', (formula, code) => expect(codeOf(formula)).toBe(code));

  test('an error remembers the formula and the place it began in', () => {
    const cells = new Map<string, Value>([['ratio', run('1 + 4/0')]]);
    expect(evaluate(parseOwn('ratio * 2'), { cells, year: 0, from: 'there' })).toEqual({
      error: '#DIV/0!',
      from: 'here',
      position: 5,
    });
  });

  test('a name with years means this year, and all years to TOTAL and NPV', () => {
    const cells = new Map<string, Value | readonly Value[]>([['flow', [10, 20, 30]]]);
    const inYear = (formula: string, year: number) => evaluate(parseOwn(formula), { cells, year, from: '' });
    expect(inYear('flow * 2', 1)).toBe(40);
    expect(inYear('TOTAL(flow)', 1)).toBe(60);
    expect(inYear('NPV(0, flow)', 2)).toBe(60);
  });
});

describe('what is no formula is said with its place', () => {
  test.each([
    ['', 0, 'is empty'],
    ['=a+b', 0, 'begins with "="'],
    ['a +', 3, 'ends too early'],
    ['a b', 2, 'has "b" where it should end'],
    ['(a', 2, 'ends without ")"'],
    ['a)', 1, 'has ")" where it should end'],
    ['IF(a; b)', 4, 'has ";", which means nothing here'],
    ['Sheet1!a', 6, 'has "!", which means nothing here'],
    ['"abc', 0, 'has a text without an end'],
    ['a × b', 2, 'has "×", which means nothing here'],
    ['a.b', 1, 'has ".", which means nothing here'],
    ['a["b"]', 1, 'has "[", which means nothing here'],
    ['`${a}`', 0, 'has "`", which means nothing here'],
    ["=CMD|' /C calc'!A0", 0, 'begins with "="'],
    ["CMD|' /C calc'!A0", 3, 'has "|", which means nothing here'],
    ['a => a', 3, 'has ">" where a number or a name should be'],
    ['{a}', 0, 'has "{", which means nothing here'],
    ['1E999', 0, 'has the number 1E999, which is too large'],
    ['a, b', 1, 'has "," where it should end'],
  ])('%s', (text, position, reason) => {
    expect(parseFormula(text).problem).toMatchObject({ code: 'FORMULA_SYNTAX', position, reason });
  });

  test('length and depth have limits, and what is within them does not overflow the stack', () => {
    expect(parseFormula('1+'.repeat(1000) + '1').problem?.code).toBe('FORMULA_TOO_LONG');
    const nested = (levels: number) => `${'('.repeat(levels)}1${')'.repeat(levels)}`;
    expect(parseFormula(nested(DEEPEST_FORMULA)).problem).toBeUndefined();
    expect(parseFormula(nested(DEEPEST_FORMULA + 1)).problem?.code).toBe('FORMULA_TOO_DEEP');
    expect(parseFormula('-'.repeat(DEEPEST_FORMULA + 1) + '1').problem?.code).toBe('FORMULA_TOO_DEEP');
    const long = '1+'.repeat(999) + '1';
    expect(run(long)).toBe(1000);
    expect(printFormula(parseOwn(long))).toHaveLength(1000 + 999 * 3);
  });
});

/** The same tree without positions. */
const bare = (tree: Tree): unknown =>
  JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'at' ? undefined : value)));

test('parse → print → parse is stable', () => {
  fc.assert(
    fc.property(treeArbitrary, (tree) => {
      const printed = printFormula(tree);
      const again = parseFormula(printed);
      if (again.problem) return again.problem.code !== 'FORMULA_SYNTAX';
      expect(bare(again.tree)).toEqual(bare(tree));
      expect(printFormula(again.tree)).toBe(printed);
      return true;
    }),
    { numRuns: 500 },
  );
});

test('no text makes the parser or the evaluator throw, and no result is NaN or Infinity', () => {
  const pieces = fc.constantFrom(
    '1',
    '0',
    'a',
    'flow',
    '+',
    '-',
    '*',
    '/',
    '^',
    '%',
    '(',
    ')',
    ',',
    '"x"',
    'IF(',
    'MAX(',
    'IRR(',
    'SQRT(',
    '__proto__',
    'constructor',
    '=',
    '<>',
    '1E308',
    ' ',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces, { maxLength: 30 }).map((list) => list.join('')),
      ),
      (text) => {
        const parsed = parseFormula(text);
        if (parsed.problem) return;
        const cells = new Map<string, Value | readonly Value[]>([
          ['a', 7],
          ['flow', [-1, 2, 3]],
        ]);
        const value = evaluate(parsed.tree, { cells, year: 0, from: '' });
        if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});

test.each([
  '__proto__',
  'constructor',
  'tostring',
  'hasownproperty',
  'valueof',
  'prototype',
  'globalthis',
  'process',
  'window',
])('the name %s means nothing, and neither does a function of that name', (name) => {
  expect(codeOf(name)).toBe('#VALUE!');
  expect(codeOf(`${name}(1)`)).toBe('#VALUE!');
});
