/**
 * What a formula's result is counted in, as far as that can be told: enough to find hours added to money,
 * and never a word about what is only unusual. Money by hours or by people stays money, as people write it.
 */
import type { Unit } from '../../schemas/assets/calculator.ts';
import type { Model } from './model.ts';
import { printFormula, type Tree } from './parse.ts';

/** `any`: a bare number; `unknown`: cannot be told; `truth` and `text` are no numbers. */
type Kind = Unit | 'any' | 'unknown' | 'truth' | 'text';

export interface UnitIssue {
  code: 'FORMULA_UNIT';
  field: string;
  position: number;
  reason: string;
  fix: string;
}

/** Things that have a dimension; a percentage, a ratio and a bare number have none. */
const isThing = (kind: Kind): boolean =>
  kind === 'currency' || kind === 'hours' || kind === 'months' || kind === 'count';

/** Adding these two makes no sense. A ratio may stand for anything that was divided before. */
const clash = (a: Kind, b: Kind): boolean =>
  a !== b && ((isThing(a) && isThing(b)) || (isThing(a) && b === 'percent') || (isThing(b) && a === 'percent'));

const WORDS: Readonly<Record<Kind, string>> = {
  currency: 'money',
  percent: 'a percentage',
  count: 'a count',
  hours: 'hours',
  months: 'months',
  ratio: 'a ratio',
  any: 'a number',
  unknown: 'something',
  truth: 'TRUE or FALSE',
  text: 'a text',
};

/** Functions that give what they are given, and need it to be of one kind. */
const KEEPING = new Set(['MIN', 'MAX', 'SUM', 'TOTAL']);
/** Functions that give what their first argument is. */
const SHAPING = new Set(['ROUND', 'ROUNDUP', 'ROUNDDOWN', 'ABS', 'INT', 'CEILING', 'FLOOR']);
const LOGICAL = new Set(['AND', 'OR', 'NOT']);

export const unitIssues = (model: Model): UnitIssue[] => {
  const kinds = new Map<string, Kind>([...model.cells.values()].map(({ name, unit }) => [name, unit]));
  return model.order.flatMap((cell) => {
    if (!cell.tree || cell.field === undefined || cell.kind === 'benefit') return [];
    const reader = new UnitReader(kinds, cell.field);
    const found = reader.kindOf(cell.tree);
    if (found === 'truth' && cell.kind === 'line') {
      kinds.set(cell.name, 'truth');
      return reader.issues;
    }
    const issue = reader.issues.length === 0 ? resultIssue(found, cell.unit, cell.field) : undefined;
    return issue ? [issue] : reader.issues;
  });
};

/** A result may be called anything where its parts cannot tell, but hours are not money. */
const resultIssue = (found: Kind, declared: Unit, field: string): UnitIssue | undefined => {
  const isWrong = found === 'text' || found === 'truth' || clash(found, declared);
  if (!isWrong) return undefined;
  return {
    ...{ code: 'FORMULA_UNIT', field, position: 0 },
    reason: `gives ${WORDS[found]} where ${WORDS[declared]} should be`,
    fix:
      found === 'truth'
        ? 'Write IF(test, 1, 0).'
        : 'Multiply by what is missing, such as a cost an hour, or correct the unit.',
  };
};

class UnitReader {
  readonly issues: UnitIssue[] = [];
  readonly #kinds: ReadonlyMap<string, Kind>;
  readonly #field: string;

  constructor(kinds: ReadonlyMap<string, Kind>, field: string) {
    this.#kinds = kinds;
    this.#field = field;
  }

  kindOf(tree: Tree): Kind {
    switch (tree.kind) {
      case 'number':
        return 'any';
      case 'text':
        return 'text';
      case 'truth':
        return 'truth';
      case 'name':
        return this.#kinds.get(tree.name) ?? 'unknown';
      case 'sign':
        return this.kindOf(tree.operand);
      case 'percent':
        return this.kindOf(tree.operand) === 'any' ? 'percent' : 'unknown';
      case 'binary':
        return this.#binary(tree);
      case 'call':
        return this.#call(tree);
    }
  }

  #binary(tree: Extract<Tree, { kind: 'binary' }>): Kind {
    const { operator, at } = tree;
    const [left, right] = [this.kindOf(tree.left), this.kindOf(tree.right)];
    switch (operator) {
      case '+':
      case '-':
        return this.#same([left, right], at, operator === '+' ? 'adds' : 'subtracts', [tree.left, tree.right]);
      case '*':
        return product(left, right);
      case '/':
        return quotient(left, right);
      case '^':
        return left === 'any' || left === 'percent' || left === 'ratio' ? 'ratio' : 'unknown';
      case '&':
        return 'text';
      default:
        if (left !== 'text' && right !== 'text') this.#same([left, right], at, 'compares', [tree.left, tree.right]);
        return 'truth';
    }
  }

  #call({ name, args, at }: Extract<Tree, { kind: 'call' }>): Kind {
    const kinds = args.map((arg) => this.kindOf(arg));
    if (LOGICAL.has(name)) return 'truth';
    if (name === 'IF') return this.#same(kinds.slice(1), at, 'chooses between', args.slice(1));
    if (name === 'IFERROR') return this.#same(kinds, at, 'chooses between', args);
    if (KEEPING.has(name) || name === 'NPV' || name === 'IRR') {
      const from = name === 'NPV' ? 1 : 0;
      if (this.#refusesTruths(kinds, args, at)) return 'unknown';
      const kind = this.#same(kinds.slice(from), at, 'mixes', args.slice(from));
      return name === 'IRR' ? 'percent' : kind;
    }
    return SHAPING.has(name) ? (kinds[0] ?? 'unknown') : name === 'PMT' ? (kinds[2] ?? 'unknown') : 'unknown';
  }

  /** A spreadsheet skips a TRUE in a cell here: the sum would not be the same there. */
  #refusesTruths(kinds: readonly Kind[], args: readonly Tree[], at: number): boolean {
    const index = kinds.findIndex((kind, i) => kind === 'truth' && args[i]?.kind === 'name');
    const arg = args[index];
    if (!arg) return false;
    this.#report(at, `counts ${printFormula(arg)}, which is TRUE or FALSE`, `Write IF(${printFormula(arg)}, 1, 0).`);
    return true;
  }

  #same(kinds: readonly Kind[], at: number, verb: string, trees: readonly Tree[]): Kind {
    for (const [i, kind] of kinds.entries()) {
      const other = kinds.findIndex((candidate, j) => j < i && clash(candidate, kind));
      const [a, b] = [kinds[other], kind];
      const [first, second] = [trees[other], trees[i]];
      if (a === undefined || !first || !second) continue;
      const reason = `${verb} ${WORDS[a]} (${shown(first)}) and ${WORDS[b]} (${shown(second)})`;
      this.#report(at, reason, 'Bring both to one unit first.');
      return 'unknown';
    }
    return kinds.find(isThing) ?? kinds.find((kind) => kind !== 'any') ?? 'any';
  }

  #report(position: number, reason: string, fix: string): void {
    this.issues.push({ code: 'FORMULA_UNIT', field: this.#field, position, reason, fix });
  }
}

const shown = (tree: Tree): string => {
  const text = printFormula(tree);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
};

/** Money by anything is money, as in a price by pieces; otherwise only a plain number leaves a thing what it is. */
const product = (a: Kind, b: Kind): Kind => {
  if (a === 'currency' || b === 'currency') return a === b ? 'unknown' : 'currency';
  if (isThing(a)) return isThing(b) ? 'unknown' : keptBy(a, b);
  if (isThing(b)) return keptBy(b, a);
  // 50% of 41,000 can be half of anything.
  return a === b ? a : 'unknown';
};

const quotient = (a: Kind, b: Kind): Kind => {
  if (a === b && isThing(a)) return 'ratio';
  if (a === 'currency') return b === 'hours' || b === 'months' ? 'unknown' : 'currency';
  if (isThing(a)) return isThing(b) ? 'unknown' : keptBy(a, b);
  if (isThing(b)) return 'unknown';
  return a === 'percent' && b === 'any' ? 'percent' : 'unknown';
};

const keptBy = (thing: Kind, plain: Kind): Kind => (plain === 'unknown' ? 'unknown' : thing);
