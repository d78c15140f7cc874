/**
 * Formulas: text → syntax tree → text. A fixed subset of Excel, en-US. The text is read character by
 * character into a tree of plain values; nothing of it is ever run as code.
 */

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=';

/** `at` is the position of the token that made the node, from 0. */
export type Tree =
  | { readonly kind: 'number'; readonly value: number; readonly at: number }
  | { readonly kind: 'text'; readonly value: string; readonly at: number }
  | { readonly kind: 'truth'; readonly value: boolean; readonly at: number }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  | { readonly kind: 'sign'; readonly operator: '+' | '-'; readonly operand: Tree; readonly at: number }
  | { readonly kind: 'percent'; readonly operand: Tree; readonly at: number }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Tree;
      readonly right: Tree;
      readonly at: number;
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Tree[]; readonly at: number };

/** Why a text is no formula. */
export interface SyntaxProblem {
  readonly code: 'FORMULA_SYNTAX' | 'FORMULA_TOO_LONG' | 'FORMULA_TOO_DEEP';
  /** In words for the author, after "at character n". */
  readonly reason: string;
  readonly fix: string;
  /** Position in the text, from 0. */
  readonly position: number;
}

export type ParseResult = { readonly tree: Tree; readonly problem?: undefined } | { readonly problem: SyntaxProblem };

export const LONGEST_FORMULA = 2_000;
export const DEEPEST_FORMULA = 60;

export const parseFormula = (text: string): ParseResult => {
  if (text.length > LONGEST_FORMULA) {
    const reason = `is ${text.length} characters long, ${LONGEST_FORMULA} at most`;
    return {
      problem: { code: 'FORMULA_TOO_LONG', reason, fix: 'Move parts of it into lines of their own.', position: 0 },
    };
  }
  try {
    return { tree: new Parser(text).parse() };
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.problem };
    throw error;
  }
};

/** How the parser leaves its own recursion; never seen outside. */
class Unreadable extends Error {
  readonly problem: SyntaxProblem;

  constructor(problem: SyntaxProblem) {
    super(problem.reason);
    this.problem = problem;
  }
}

type TokenKind = 'number' | 'text' | 'word' | 'operator' | 'end';

interface Token {
  kind: TokenKind;
  text: string;
  at: number;
}

const SPACE = /[ \t\r\n]*/y;
const TOKENS: readonly (readonly [TokenKind, RegExp])[] = [
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['text', /"(?:[^"]|"")*"/y],
  ['word', /[A-Za-z_][A-Za-z0-9_]*/y],
  ['operator', /<>|<=|>=|[-+*/^&=<>%(),]/y],
];

/** What people write out of habit, and what to write instead. */
const HABITS: Readonly<Record<string, string>> = {
  ';': 'Separate arguments with a comma.',
  '!': 'Refer to values by their ids: there are no sheets here.',
  ':': 'Refer to values by their ids: there are no ranges here.',
  $: 'Leave out signs of currency: amounts are plain numbers.',
  '€': 'Leave out signs of currency: amounts are plain numbers.',
  '£': 'Leave out signs of currency: amounts are plain numbers.',
  '×': 'Multiply with *.',
  '÷': 'Divide with /.',
  '−': 'Subtract with the plain minus sign -.',
  '“': 'Put texts between plain quotation marks ".',
  '”': 'Put texts between plain quotation marks ".',
  '"': 'End the text with a quotation mark.',
};

const COMPARISONS: readonly string[] = ['=', '<>', '<', '<=', '>', '>='];

/** From loosest to tightest; each level reads its operands from the next one. */
const LEVELS: readonly (readonly string[])[] = [COMPARISONS, ['&'], ['+', '-'], ['*', '/'], ['^']];

const isBinary = (text: string): text is BinaryOperator => LEVELS.some((level) => level.includes(text));

class Parser {
  readonly #text: string;
  #token: Token;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#token = this.#read(0);
  }

  parse(): Tree {
    if (this.#is('end')) this.#fail('is empty', 'Write a formula such as seats * price.', 0);
    if (this.#is('operator', '=')) this.#fail('begins with "="', 'Write the formula without the = before it.');
    const tree = this.#level(0);
    if (!this.#is('end')) {
      const { text } = this.#token;
      const hint = text === ')' ? 'Remove it, or open it before.' : 'Put an operator such as * before it.';
      this.#fail(`has "${shorten(text)}" where it should end`, hint);
    }
    return tree;
  }

  #is(kind: TokenKind, ...texts: readonly string[]): boolean {
    return this.#token.kind === kind && (texts.length === 0 || texts.includes(this.#token.text));
  }

  /** Binary operators, all of which group from the left: `2^3^2` is `(2^3)^2`. */
  #level(level: number): Tree {
    const operators = LEVELS[level];
    if (!operators) return this.#percent();
    let left = this.#level(level + 1);
    while (this.#is('operator', ...operators)) {
      const { text, at } = this.#take();
      const right = this.#level(level + 1);
      if (isBinary(text)) left = { kind: 'binary', operator: text, left, right, at };
    }
    return left;
  }

  #percent(): Tree {
    let operand = this.#sign();
    while (this.#is('operator', '%')) {
      operand = { kind: 'percent', operand, at: this.#take().at };
    }
    return operand;
  }

  /** A sign binds tighter than a power, as in a spreadsheet: `-2^2` is 4. */
  #sign(): Tree {
    if (!this.#is('operator', '-', '+')) return this.#primary();
    const { text, at } = this.#take();
    return this.#deeper(() => ({ kind: 'sign', operator: text === '-' ? '-' : '+', operand: this.#sign(), at }));
  }

  #primary(): Tree {
    const { kind, text, at } = this.#token;
    if (kind === 'number') return this.#number();
    if (kind === 'text') return { kind: 'text', value: this.#take().text.slice(1, -1).replaceAll('""', '"'), at };
    if (kind === 'word') return this.#word();
    if (kind === 'operator' && text === '(') {
      this.#take();
      const inside = this.#deeper(() => this.#level(0));
      this.#expect(')');
      return inside;
    }
    return this.#fail(
      kind === 'end' ? 'ends too early' : `has "${text}" where a number or a name should be`,
      kind === 'end' ? 'Write what comes after the last operator.' : 'Remove it, or write what it works on.',
    );
  }

  #number(): Tree {
    const { text, at } = this.#take();
    const value = Number(text);
    if (!Number.isFinite(value))
      this.#fail(`has the number ${shorten(text)}, which is too large`, 'Write a smaller one.', at);
    return { kind: 'number', value, at };
  }

  #word(): Tree {
    const { text, at } = this.#take();
    const upper = text.toUpperCase();
    if (this.#is('operator', '(')) {
      this.#take();
      return this.#deeper(() => ({ kind: 'call', name: upper, args: this.#args(), at }));
    }
    if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'truth', value: upper === 'TRUE', at };
    return { kind: 'name', name: text.toLowerCase(), at };
  }

  #args(): Tree[] {
    const args: Tree[] = [];
    if (!this.#is('operator', ')')) {
      args.push(this.#level(0));
      while (this.#is('operator', ',')) {
        this.#take();
        args.push(this.#level(0));
      }
    }
    this.#expect(')');
    return args;
  }

  #expect(text: string): void {
    if (this.#is('operator', text)) this.#take();
    else if (this.#is('end')) this.#fail(`ends without "${text}"`, `Close every bracket with "${text}".`);
    else
      this.#fail(
        `has "${shorten(this.#token.text)}" where "${text}" should be`,
        'Put an operator or a comma before it.',
      );
  }

  #deeper<T>(read: () => T): T {
    if (++this.#depth > DEEPEST_FORMULA) {
      const reason = `is nested more than ${DEEPEST_FORMULA} levels deep`;
      const fix = 'Move parts of it into lines of their own.';
      throw new Unreadable({ code: 'FORMULA_TOO_DEEP', reason, fix, position: this.#token.at });
    }
    const result = read();
    this.#depth--;
    return result;
  }

  #take(): Token {
    const taken = this.#token;
    this.#token = this.#read(taken.at + taken.text.length);
    return taken;
  }

  #read(from: number): Token {
    SPACE.lastIndex = from;
    SPACE.test(this.#text);
    const at = SPACE.lastIndex;
    if (at >= this.#text.length) return { kind: 'end', text: '', at };
    for (const [kind, pattern] of TOKENS) {
      pattern.lastIndex = at;
      const [text] = pattern.exec(this.#text) ?? [];
      if (text !== undefined) return { kind, text, at };
    }
    const character = String.fromCodePoint(this.#text.codePointAt(at) ?? 0);
    const fix = HABITS[character] ?? 'Use names, numbers, operators, brackets and functions only.';
    return this.#fail(
      character === '"' ? 'has a text without an end' : `has "${character}", which means nothing here`,
      fix,
      at,
    );
  }

  #fail(reason: string, fix: string, position = this.#token.at): never {
    throw new Unreadable({ code: 'FORMULA_SYNTAX', reason, fix, position });
  }
}

const shorten = (text: string): string => (text.length > 30 ? `${text.slice(0, 29)}…` : text);

/** How tightly a node holds together; what is looser than its surroundings needs brackets. */
const strength = (tree: Tree): number => {
  if (tree.kind === 'binary') return LEVELS.findIndex((level) => level.includes(tree.operator));
  if (tree.kind === 'percent') return LEVELS.length;
  return tree.kind === 'sign' ? LEVELS.length + 1 : LEVELS.length + 2;
};

/** How the parts of a formula are written; a workbook writes names as cells, and a few functions otherwise. */
export interface Printing {
  name: (name: string) => string;
  /** Undefined: as it is. */
  call: (call: Extract<Tree, { kind: 'call' }>, print: (tree: Tree) => string) => string | undefined;
}

const PLAIN: Printing = { name: (name) => name, call: () => undefined };

/** The tree as a formula, with as few brackets as it needs; parsing it again gives the same tree. */
export const printFormula = (tree: Tree, printing: Printing = PLAIN): string => {
  const print = (node: Tree): string => {
    switch (node.kind) {
      case 'number':
        return printNumber(node.value);
      case 'text':
        return `"${node.value.replaceAll('"', '""')}"`;
      case 'truth':
        return node.value ? 'TRUE' : 'FALSE';
      case 'name':
        return printing.name(node.name);
      case 'sign':
        return `${node.operator}${bracket(node.operand, strength(node))}`;
      case 'percent':
        return `${bracket(node.operand, strength(node))}%`;
      case 'binary': {
        const own = strength(node);
        const space = node.operator === '^' ? '' : ' ';
        return `${bracket(node.left, own)}${space}${node.operator}${space}${bracket(node.right, own + 1)}`;
      }
      case 'call':
        return printing.call(node, print) ?? `${node.name}(${node.args.map(print).join(', ')})`;
    }
  };
  const bracket = (node: Tree, least: number): string => (strength(node) < least ? `(${print(node)})` : print(node));
  return print(tree);
};

/** `1e+21` as a spreadsheet writes it, `1E+21`. */
const printNumber = (value: number): string => String(value).replace('e', 'E');

/** Every node, outer ones first. */
export function* nodesOf(tree: Tree): Generator<Tree> {
  yield tree;
  if (tree.kind === 'sign' || tree.kind === 'percent') yield* nodesOf(tree.operand);
  else if (tree.kind === 'binary') {
    yield* nodesOf(tree.left);
    yield* nodesOf(tree.right);
  } else if (tree.kind === 'call') for (const arg of tree.args) yield* nodesOf(arg);
}

/** A formula of the engine's own, known to be right. */
export const parseOwn = (text: string): Tree => {
  const result = parseFormula(text);
  if (result.problem) throw new Error(`${text}: ${result.problem.reason}`);
  return result.tree;
};
