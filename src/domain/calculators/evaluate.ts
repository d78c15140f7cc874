/** A syntax tree and the values of its names → a value. Walks the tree; runs nothing. */
import type { BinaryOperator, Tree } from './parse.ts';
import { FUNCTIONS, power, toNumber, toText, toTruth, type Fail } from './functions.ts';
import { addNearly, finite, isError, nearlyEqual, type Figure, type Value } from './values.ts';

/** One value, or one for each year. */
export type Cell = Value | readonly Value[];

/** Values by name. A Map has nothing in it but what was put there. */
export type Cells = ReadonlyMap<string, Cell>;

export interface Place {
  readonly cells: Cells;
  /** Which year it is, from 0, for names that have a value for each. */
  readonly year: number;
  /** The name whose formula this is: errors remember it. */
  readonly from: string;
}

const isYears = (cell: Cell | undefined): cell is readonly Value[] => Array.isArray(cell);

export const evaluate = (tree: Tree, place: Place): Value => {
  switch (tree.kind) {
    case 'number':
    case 'text':
    case 'truth':
      return tree.value;
    case 'name':
      return valueOf(tree.name, tree.at, place);
    case 'sign': {
      const value = evaluate(tree.operand, place);
      if (tree.operator === '+') return value;
      const number = toNumber(value, failAt(tree.at, place));
      return isError(number) ? number : finite(-number, place.from, tree.at);
    }
    case 'percent': {
      const number = toNumber(evaluate(tree.operand, place), failAt(tree.at, place));
      return isError(number) ? number : number / 100;
    }
    case 'binary':
      return operate(tree.operator, evaluate(tree.left, place), evaluate(tree.right, place), tree.at, place);
    case 'call':
      return call(tree, place);
  }
};

const failAt =
  (position: number, { from }: Place): Fail =>
  (code) => ({ error: code, from, position });

/** A name that means nothing has been refused long before; should one come here, it is no value. */
const valueOf = (name: string, at: number, place: Place): Value => {
  const cell = place.cells.get(name);
  return (isYears(cell) ? cell[place.year] : cell) ?? failAt(at, place)('#VALUE!');
};

const operate = (operator: BinaryOperator, left: Value, right: Value, at: number, place: Place): Value => {
  if (isError(left)) return left;
  if (isError(right)) return right;
  switch (operator) {
    case '&':
      return toText(left) + toText(right);
    case '=':
      return compare(left, right) === 0;
    case '<>':
      return compare(left, right) !== 0;
    case '<':
      return compare(left, right) < 0;
    case '<=':
      return compare(left, right) <= 0;
    case '>':
      return compare(left, right) > 0;
    case '>=':
      return compare(left, right) >= 0;
    default:
      return reckon(operator, left, right, at, place);
  }
};

const reckon = (operator: '+' | '-' | '*' | '/' | '^', left: Value, right: Value, at: number, place: Place): Value => {
  // Nearly always two numbers: nothing else needs to be made for them.
  if (typeof left === 'number' && typeof right === 'number') return arithmetic(operator, left, right, at, place);
  const fail = failAt(at, place);
  const a = toNumber(left, fail);
  if (isError(a)) return a;
  const b = toNumber(right, fail);
  return isError(b) ? b : arithmetic(operator, a, b, at, place);
};

const arithmetic = (operator: '+' | '-' | '*' | '/' | '^', a: number, b: number, at: number, place: Place): Figure => {
  switch (operator) {
    case '+':
      return finite(addNearly(a, b), place.from, at);
    case '-':
      return finite(addNearly(a, -b), place.from, at);
    case '*':
      return finite(a * b, place.from, at);
    case '/':
      return b === 0 ? failAt(at, place)('#DIV/0!') : finite(a / b, place.from, at);
    case '^':
      return power(a, b, failAt(at, place));
  }
};

/** Numbers before texts before truths, as in a spreadsheet; texts regardless of case. */
const rank = (value: Value): number => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);

const compare = (a: Value, b: Value): number => {
  if (typeof a === 'number' && typeof b === 'number') return nearlyEqual(a, b) ? 0 : a - b;
  if (typeof a === 'string' && typeof b === 'string') {
    const [x, y] = [a.toUpperCase(), b.toUpperCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return rank(a) - rank(b) || Number(a) - Number(b);
};

const call = (tree: Extract<Tree, { kind: 'call' }>, place: Place): Value => {
  const fail = failAt(tree.at, place);
  const [first, second, third] = tree.args;
  if (tree.name === 'IF' && first && second) {
    const test = toTruth(evaluate(first, place), fail);
    if (isError(test)) return test;
    const chosen = test ? second : third;
    return chosen ? evaluate(chosen, place) : false;
  }
  if (tree.name === 'IFERROR' && first && second) {
    const value = evaluate(first, place);
    return isError(value) ? evaluate(second, place) : value;
  }
  const found = FUNCTIONS.get(tree.name);
  if (!found) return fail('#VALUE!');
  const args = found.takesSeries
    ? tree.args.flatMap((arg) => allYears(arg, place))
    : tree.args.map((arg) => evaluate(arg, place));
  const result = found.run(args, fail);
  return typeof result === 'number' ? finite(result, place.from, tree.at) : result;
};

const allYears = (arg: Tree, place: Place): Value | readonly Value[] => {
  const cell = arg.kind === 'name' ? place.cells.get(arg.name) : undefined;
  return isYears(cell) ? cell : evaluate(arg, place);
};
