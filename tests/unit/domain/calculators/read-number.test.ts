/** What a person types: read, asked about or refused, but never guessed and never clamped. */
import { describe, expect, test } from 'vitest';
import { readNumber, type NumberField, type ReadNumber } from '../../../../src/domain/calculators/read-number.ts';

const MONEY: NumberField = { unit: 'currency', default: 50, min: 0, max: 2_000_000 };
const SHARE: NumberField = { unit: 'percent', default: 0.22, min: 0, max: 1 };
const PEOPLE: NumberField = { unit: 'count', default: 600, min: 1, max: 100_000, integer: true };

const read = (text: string, field: NumberField = MONEY, locale = 'en-GB'): ReadNumber =>
  readNumber(text, field, { locale, currency: 'EUR' });

const ASK: ReadNumber = { kind: 'not a number', example: 50 };

describe('what is no number', () => {
  test.each([
    '',
    '   ',
    'abc',
    'NaN',
    'Infinity',
    '1e309',
    '1e999',
    '--5',
    '5-',
    '1.2.3',
    '1,2,3',
    '12 34',
    '0x10',
    '5 apples',
    '=1+1',
    "=CMD|'/C calc'!A0",
    '__proto__',
    '€',
    '%',
    '1'.repeat(60),
    '٣',
  ])('%j', (text) => expect(read(text)).toEqual(ASK));

  test('an optional field may be empty, which counts as nothing', () => {
    expect(read('', { ...MONEY, required: false })).toEqual({ kind: 'number', value: 0 });
  });
});

describe('read by the locale', () => {
  test.each<[string, string, number]>([
    ['1234.5', 'en-GB', 1234.5],
    ['1,234.5', 'en-GB', 1234.5],
    ['1.234,5', 'en-GB', 1234.5],
    ['1,234', 'en-GB', 1234],
    ['1,234,567', 'en-GB', 1_234_567],
    ['1.234,5', 'de-DE', 1234.5],
    ['1,234.5', 'de-DE', 1234.5],
    ['1.234', 'de-DE', 1234],
    ['1 234,5', 'fr-FR', 1234.5],
    ['1\u202f234,5', 'fr-FR', 1234.5],
    ['1’234.50', 'de-CH', 1234.5],
    ['1,23,456', 'en-IN', 123_456],
    ['0.125', 'en-GB', 0.125],
    ['.5', 'en-GB', 0.5],
    ['1,5', 'en-GB', 1.5],
    ['12,50', 'en-GB', 12.5],
    ['€ 5k', 'en-GB', 5000],
    ['5k €', 'en-GB', 5000],
    ['EUR 5k', 'en-GB', 5000],
    ['€1.5m', 'en-GB', 1_500_000],
    ['-€5', 'en-GB', -5],
    ['1e3', 'en-GB', 1000],
    ['１２３', 'en-GB', 123],
    ['+5', 'en-GB', 5],
  ])('%j in %s', (text, locale, value) => {
    expect(read(text, { ...MONEY, min: -10 }, locale)).toEqual({ kind: 'number', value });
  });

  test('what could mean two things is asked', () => {
    expect(read('1.234')).toEqual({ kind: 'ambiguous', readings: [1.234, 1234] });
    expect(read('1,234', MONEY, 'de-DE')).toEqual({ kind: 'ambiguous', readings: [1.234, 1234] });
    expect(read('1.234', MONEY, 'fr-FR')).toEqual({ kind: 'ambiguous', readings: [1.234, 1234] });
    expect(read('0.22', SHARE)).toEqual({ kind: 'ambiguous', readings: [0.0022, 0.22] });
  });

  test('people are whole: a thousand can be meant, a fraction cannot', () => {
    expect(read('1.234', PEOPLE)).toEqual({ kind: 'number', value: 1234 });
    expect(read('2.5', PEOPLE)).toEqual({ kind: 'not whole', value: 2.5, example: 600 });
  });
});

describe('units', () => {
  test.each([
    ['22', 0.22],
    ['22 %', 0.22],
    ['22%', 0.22],
    ['0.5 %', 0.005],
    ['100', 1],
    ['0', 0],
  ])('%j of a percentage', (text, value) => expect(read(text, SHARE)).toEqual({ kind: 'number', value }));

  test('signs of other units are refused, and other currencies are not converted', () => {
    expect(read('22 %', PEOPLE)).toEqual({ kind: 'not a number', example: 600 });
    expect(read('€ 22', PEOPLE)).toEqual({ kind: 'not a number', example: 600 });
    expect(read('$ 22')).toEqual({ kind: 'other currency', currency: 'EUR' });
    expect(read('USD 22')).toEqual({ kind: 'other currency', currency: 'EUR' });
  });
});

test('the range is named, and nothing is clamped', () => {
  expect(read('-1')).toEqual({ kind: 'out of range', value: -1, min: 0, max: 2_000_000 });
  expect(read('−1')).toEqual({ kind: 'out of range', value: -1, min: 0, max: 2_000_000 });
  expect(read('3 000 000')).toEqual({ kind: 'out of range', value: 3_000_000, min: 0, max: 2_000_000 });
  expect(read('150', SHARE)).toEqual({ kind: 'out of range', value: 1.5, min: 0, max: 1 });
});
