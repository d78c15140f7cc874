/**
 * The functions of the formula language, with a spreadsheet's own semantics. Each is given values and
 * gives a value; names are looked up in a Map, so that nothing beside these can be called.
 */
import { internalRate, payment, presentValue } from './finance.ts';
import { isError, numberInText, type ErrorCode, type Figure, type FormulaError, type Value } from './values.ts';

/** Makes an error that knows the formula and the place it began in. */
export type Fail = (code: ErrorCode) => FormulaError;

export interface FormulaFunction {
  /** Fewest and most arguments. */
  readonly arity: readonly [number, number];
  /** What to write, for messages. */
  readonly usage: string;
  /** True where an argument that is a series by name means all its years. */
  readonly takesSeries?: boolean;
  readonly run: (args: readonly Value[], fail: Fail) => Value;
}

export const toNumber = (value: Value, fail: Fail): Figure => {
  if (typeof value === 'number' || isError(value)) return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return numberInText(value) ?? fail('#VALUE!');
};

export const toTruth = (value: Value, fail: Fail): boolean | FormulaError => {
  if (typeof value === 'boolean' || isError(value)) return value;
  if (typeof value === 'number') return value !== 0;
  const word = value.toUpperCase();
  return word === 'TRUE' || word === 'FALSE' ? word === 'TRUE' : fail('#VALUE!');
};

/** A number in a text, with the fifteen digits a spreadsheet shows. */
export const toText = (value: Exclude<Value, FormulaError>): string => {
  if (typeof value === 'number') return String(fifteenDigits(value)).replace('e', 'E');
  return typeof value === 'string' ? value : value ? 'TRUE' : 'FALSE';
};

/** Spreadsheets count with fifteen decimal digits; what is beyond them is noise of binary fractions. */
const fifteenDigits = (value: number): number => Number(value.toPrecision(15));

/** Moves the decimal point, without the noise of a multiplication. */
const shift = (value: number, places: number): number => {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
};

type Rounding = (positive: number) => number;

const HALF_UP: Rounding = (value) => {
  const floor = Math.floor(value);
  return value - floor >= 0.5 ? floor + 1 : floor;
};

/** Rounds the amount and keeps the sign: halves away from zero, `ROUND(-2.5, 0)` is -3. */
const roundTo = (value: number, places: number, rounding: Rounding): number => {
  const whole = Math.trunc(places);
  if (value === 0 || whole > 300) return value;
  if (whole < -300) return 0;
  return Math.sign(value) * shift(rounding(shift(fifteenDigits(Math.abs(value)), whole)), -whole);
};

/** Functions of numbers: every argument is read as one, and the first that is none is the result. */
const numeric =
  (run: (numbers: readonly number[], fail: Fail) => Value) =>
  (args: readonly Value[], fail: Fail): Value => {
    const numbers: number[] = [];
    for (const arg of args) {
      const number = toNumber(arg, fail);
      if (isError(number)) return number;
      numbers.push(number);
    }
    return run(numbers, fail);
  };

const one = (run: (value: number, fail: Fail) => Value) => numeric(([value = 0], fail) => run(value, fail));
const two = (run: (a: number, b: number, fail: Fail) => Value) => numeric(([a = 0, b = 0], fail) => run(a, b, fail));

/** Like AND and OR: all arguments are read, and an error in any is the result. */
const logical =
  (run: (truths: readonly boolean[]) => boolean) =>
  (args: readonly Value[], fail: Fail): Value => {
    const truths: boolean[] = [];
    for (const arg of args) {
      const truth = toTruth(arg, fail);
      if (isError(truth)) return truth;
      truths.push(truth);
    }
    return run(truths);
  };

export const power = (base: number, exponent: number, fail: Fail): Figure => {
  if (base === 0 && exponent === 0) return fail('#NUM!');
  if (base === 0 && exponent < 0) return fail('#DIV/0!');
  const result = base ** exponent;
  return Number.isFinite(result) ? result : fail('#NUM!');
};

/** How many steps of a size fit, up or down: 1.5 in steps of 0.1 is 15 of them, not 15 and a bit. */
const steps = (value: number, size: number, round: (value: number) => number): number =>
  fifteenDigits(round(fifteenDigits(value / size)) * size);

const ceiling = (value: number, size: number, fail: Fail): Figure => {
  if (size === 0 || value === 0) return 0;
  return value > 0 && size < 0 ? fail('#NUM!') : steps(value, size, Math.ceil);
};

const floor = (value: number, size: number, fail: Fail): Figure => {
  if (value === 0) return 0;
  if (size === 0) return fail('#DIV/0!');
  return value > 0 && size < 0 ? fail('#NUM!') : steps(value, size, Math.floor);
};

const npv = numeric(([rate = 0, ...flows], fail) => (rate === -1 ? fail('#DIV/0!') : presentValue(rate, flows)));

const irr = numeric((flows, fail) => internalRate(flows) ?? fail('#NUM!'));

const pmt = numeric(
  ([rate = 0, periods = 0, present = 0, future = 0, type = 0], fail) =>
    payment(rate, periods, present, future, type !== 0) ?? fail('#NUM!'),
);

/** How many arguments a list may have. */
const MANY = 100;

/**
 * IF and IFERROR are in the table for their arity only: the evaluator works out no more of their
 * arguments than are needed.
 */
const chooses = (args: readonly Value[]): Value => args[0] ?? false;

const TABLE: readonly (readonly [string, FormulaFunction])[] = [
  ['IF', { arity: [2, 3], usage: 'IF(test, then, otherwise)', run: chooses }],
  ['IFERROR', { arity: [2, 2], usage: 'IFERROR(value, instead)', run: chooses }],
  ['AND', { arity: [1, MANY], usage: 'AND(test, test, …)', run: logical((truths) => truths.every(Boolean)) }],
  ['OR', { arity: [1, MANY], usage: 'OR(test, test, …)', run: logical((truths) => truths.some(Boolean)) }],
  ['NOT', { arity: [1, 1], usage: 'NOT(test)', run: logical(([truth]) => truth !== true) }],
  ['MIN', { arity: [1, MANY], usage: 'MIN(number, …)', run: numeric((numbers) => Math.min(...numbers)) }],
  ['MAX', { arity: [1, MANY], usage: 'MAX(number, …)', run: numeric((numbers) => Math.max(...numbers)) }],
  ['SUM', { arity: [1, MANY], usage: 'SUM(number, …)', run: numeric((numbers) => numbers.reduce((a, b) => a + b, 0)) }],
  [
    'ROUND',
    { arity: [2, 2], usage: 'ROUND(number, places)', run: two((value, places) => roundTo(value, places, HALF_UP)) },
  ],
  [
    'ROUNDUP',
    { arity: [2, 2], usage: 'ROUNDUP(number, places)', run: two((value, places) => roundTo(value, places, Math.ceil)) },
  ],
  [
    'ROUNDDOWN',
    {
      arity: [2, 2],
      usage: 'ROUNDDOWN(number, places)',
      run: two((value, places) => roundTo(value, places, Math.floor)),
    },
  ],
  ['ABS', { arity: [1, 1], usage: 'ABS(number)', run: one(Math.abs) }],
  ['INT', { arity: [1, 1], usage: 'INT(number)', run: one((value) => Math.floor(fifteenDigits(value))) }],
  ['CEILING', { arity: [2, 2], usage: 'CEILING(number, step)', run: two(ceiling) }],
  ['FLOOR', { arity: [2, 2], usage: 'FLOOR(number, step)', run: two(floor) }],
  ['POWER', { arity: [2, 2], usage: 'POWER(base, exponent)', run: two(power) }],
  [
    'SQRT',
    { arity: [1, 1], usage: 'SQRT(number)', run: one((value, fail) => (value < 0 ? fail('#NUM!') : Math.sqrt(value))) },
  ],
  ['EXP', { arity: [1, 1], usage: 'EXP(number)', run: one(Math.exp) }],
  [
    'LN',
    { arity: [1, 1], usage: 'LN(number)', run: one((value, fail) => (value <= 0 ? fail('#NUM!') : Math.log(value))) },
  ],
  ['NPV', { arity: [2, MANY], usage: 'NPV(rate, flow, …)', takesSeries: true, run: npv }],
  ['IRR', { arity: [1, MANY], usage: 'IRR(first flow, flow, …)', takesSeries: true, run: irr }],
  ['PMT', { arity: [3, 5], usage: 'PMT(rate, periods, present value)', run: pmt }],
  [
    'TOTAL',
    {
      arity: [1, 1],
      usage: 'TOTAL(series)',
      takesSeries: true,
      run: numeric((numbers) => numbers.reduce((a, b) => a + b, 0)),
    },
  ],
];

export const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map(TABLE);
