/** A definition → a model that can be worked out again and again: formulas parsed, names known, in order. */
import { authorsName, cellsOf, isCase, type CellSource } from './cells.ts';
import type { Definition } from './definition.ts';
import { FUNCTIONS } from './functions.ts';
import { nodesOf, parseFormula, type SyntaxProblem, type Tree } from './parse.ts';

export interface ModelCell extends CellSource {
  /** The parsed formula; undefined for what is entered, or found by a procedure. */
  tree: Tree | undefined;
  /** Names it is worked out from. */
  needs: readonly string[];
}

export interface Model {
  definition: Definition;
  /** Every cell by name. */
  cells: ReadonlyMap<string, ModelCell>;
  /** What is worked out, each after all that it needs. */
  order: readonly ModelCell[];
  /** For each input, what depends on it, in order: what a change of it alone works out again. */
  dependents: ReadonlyMap<string, readonly ModelCell[]>;
  /** True where there are benefits or costs. */
  isCase: boolean;
  /** Years that are worked out. */
  years: number;
}

/** What keeps a definition from being a model: a code, where, and what the words need. */
export type ModelIssue =
  | ({ code: SyntaxProblem['code'] } & Place & Omit<SyntaxProblem, 'code'>)
  | ({ code: 'FORMULA_UNKNOWN_NAME'; name: string } & Place)
  | ({ code: 'FORMULA_UNKNOWN_FUNCTION'; name: string } & Place)
  | ({ code: 'FORMULA_ARGUMENTS'; name: string; count: number; usage: string } & Place)
  | ({ code: 'FORMULA_YEARS'; reason: string; fix: string } & Place)
  | ({ code: 'FORMULA_CYCLE'; path: readonly string[] } & Place);

interface Place {
  field: string;
  /** Position in the formula, from 0. */
  position: number;
}

/** Thrown for a definition that the check would have refused. */
export class ModelError extends Error {
  readonly issues: readonly ModelIssue[];

  constructor(issues: readonly ModelIssue[]) {
    super(
      `The calculator's definition has ${issues.length} problem(s), the first in ${issues[0]?.field}: ${issues[0]?.code}`,
    );
    this.issues = issues;
  }
}

/**
 * Compiles a definition; do it once, and calculate as often as inputs change.
 * @throws ModelError for a definition that is not sound, which the content check refuses before
 */
export const compile = (definition: Definition): Model => {
  const { model, issues } = analyse(definition);
  if (issues.length > 0) throw new ModelError(issues);
  return model;
};

export interface Analysis {
  model: Model;
  issues: readonly ModelIssue[];
}

/** Everything at once: the model as far as it goes, and all that is wrong with its formulas. */
export const analyse = (definition: Definition): Analysis => {
  const issues: ModelIssue[] = [];
  const parsed = cellsOf(definition).map((source) => parseCell(source, issues));
  const cells = new Map(parsed.map((cell) => [cell.name, cell]));
  for (const cell of parsed) issues.push(...problemsOfNames(cell, cells));
  const { order, cycle } = sortByNeed(parsed, cells);
  if (cycle) issues.push(cycle);
  for (const cell of order) cell.yearly ||= isYearly(cell, cells);
  for (const cell of order) issues.push(...problemsOfYears(cell, cells));
  const model: Model = {
    definition,
    cells,
    order,
    dependents: new Map(definition.inputs.map(({ id }) => [id, dependentsOf(id, order)])),
    isCase: isCase(definition),
    years: definition.horizon_years,
  };
  return { model, issues };
};

const parseCell = (source: CellSource, issues: ModelIssue[]): ModelCell => {
  if (source.formula === undefined) return { ...source, tree: undefined, needs: needsOf(source) };
  const result = parseFormula(source.formula);
  if (result.problem) {
    issues.push({ ...result.problem, field: source.field ?? source.name });
    return { ...source, tree: undefined, needs: [] };
  }
  return { ...source, tree: withSurcharge(result.tree, source.surcharge), needs: namesIn(result.tree) };
};

/** `(formula) * (1 + risk)`, put together as a tree: a text would have to trust the author's brackets. */
const withSurcharge = (tree: Tree, surcharge: number | undefined): Tree => {
  if (!surcharge) return tree;
  const number = (value: number): Tree => ({ kind: 'number', value, at: 0 });
  const factor: Tree = { kind: 'binary', operator: '+', left: number(1), right: number(surcharge), at: 0 };
  return { kind: 'binary', operator: '*', left: tree, right: factor, at: 0 };
};

const needsOf = ({ procedure }: CellSource): readonly string[] => {
  switch (procedure) {
    case 'payback':
    case 'internal rate':
      return ['initial_costs', 'net_by_year'];
    case 'first year of benefits':
      return ['benefits_by_year'];
    case 'first year of costs':
      return ['costs_by_year'];
    case undefined:
      return [];
  }
};

const namesIn = (tree: Tree): string[] => [
  ...new Set([...nodesOf(tree)].flatMap((node) => (node.kind === 'name' ? [node.name] : []))),
];

type CellIndex = ReadonlyMap<string, ModelCell>;

const problemsOfNames = (cell: ModelCell, cells: CellIndex): ModelIssue[] => {
  if (!cell.tree) return [];
  const field = cell.field ?? cell.name;
  return [...nodesOf(cell.tree)].flatMap((node): ModelIssue[] => {
    const place = { field, position: node.at };
    if (node.kind === 'name')
      return cells.has(node.name) ? [] : [{ code: 'FORMULA_UNKNOWN_NAME', name: node.name, ...place }];
    if (node.kind !== 'call') return [];
    const found = FUNCTIONS.get(node.name);
    if (!found) return [{ code: 'FORMULA_UNKNOWN_FUNCTION', name: node.name, ...place }];
    const [fewest, most] = found.arity;
    const count = node.args.length;
    return count >= fewest && count <= most
      ? []
      : [{ code: 'FORMULA_ARGUMENTS', name: node.name, count, usage: found.usage, ...place }];
  });
};

interface Sorted {
  order: ModelCell[];
  cycle: ModelIssue | undefined;
}

/** What is needed comes first; the first ring found is reported with its way round. */
const sortByNeed = (all: readonly ModelCell[], cells: CellIndex): Sorted => {
  const order: ModelCell[] = [];
  const done = new Set<string>();
  const path: ModelCell[] = [];
  const open = new Set<string>();
  let cycle: ModelIssue | undefined;

  const visit = (cell: ModelCell): void => {
    if (done.has(cell.name)) return;
    if (open.has(cell.name)) {
      cycle ??= ringOf(path.slice(path.findIndex(({ name }) => name === cell.name)), cell);
      return;
    }
    open.add(cell.name);
    path.push(cell);
    for (const name of cell.needs) {
      const needed = cells.get(name);
      if (needed) visit(needed);
    }
    path.pop();
    open.delete(cell.name);
    done.add(cell.name);
    if (cell.tree || cell.procedure) order.push(cell);
  };
  for (const cell of all) visit(cell);
  return { order, cycle };
};

const ringOf = (ring: readonly ModelCell[], closing: ModelCell): ModelIssue => {
  // Said in the author's ids: what the engine puts between them is no news to anybody.
  const names = [...ring, closing].map(authorsName);
  const path = names.filter((name, i) => i === 0 || name !== names[i - 1]);
  const field = [closing, ...ring].find((cell) => cell.field !== undefined)?.field ?? closing.name;
  return { code: 'FORMULA_CYCLE', field, position: 0, path: path.length > 1 ? path : [...path, ...path] };
};

/** A formula has a value for each year when a name in it has, unless a function takes all its years at once. */
const isYearly = (cell: ModelCell, cells: CellIndex): boolean => cell.tree !== undefined && usesYears(cell.tree, cells);

const usesYears = (tree: Tree, cells: CellIndex): boolean => {
  switch (tree.kind) {
    case 'name':
      return cells.get(tree.name)?.yearly === true;
    case 'sign':
    case 'percent':
      return usesYears(tree.operand, cells);
    case 'binary':
      return usesYears(tree.left, cells) || usesYears(tree.right, cells);
    case 'call': {
      const takesSeries = FUNCTIONS.get(tree.name)?.takesSeries === true;
      return tree.args.some((arg) => !(takesSeries && arg.kind === 'name') && usesYears(arg, cells));
    }
    default:
      return false;
  }
};

/** Where one figure is needed there must be one, and only what has years can be totalled. */
const problemsOfYears = (cell: ModelCell, cells: CellIndex): ModelIssue[] => {
  if (!cell.tree) return [];
  const field = cell.field ?? cell.name;
  const needsOne = cell.kind === 'output' || cell.kind === 'initial' || cell.name === 'status_quo_per_year';
  const found: ModelIssue[] =
    needsOne && cell.yearly
      ? [
          {
            ...{ code: 'FORMULA_YEARS', field, position: 0 },
            reason: 'gives a value for each year where one is needed',
            fix: 'Add the years up with TOTAL(name), or discount them with NPV(discount_rate, name).',
          },
        ]
      : [];
  const totals = [...nodesOf(cell.tree)].flatMap((node): ModelIssue[] => {
    if (node.kind !== 'call' || node.name !== 'TOTAL') return [];
    const [arg] = node.args;
    if (!arg || (arg.kind === 'name' && cells.get(arg.name)?.yearly !== false)) return [];
    return [
      {
        ...{ code: 'FORMULA_YEARS', field, position: node.at },
        reason: `totals ${arg.kind === 'name' ? `"${arg.name}", which has no years` : 'a formula'}`,
        fix: 'Name a series, a benefit, a cost or a line that has a value for each year.',
      },
    ];
  });
  return [...found, ...totals];
};

const dependentsOf = (input: string, order: readonly ModelCell[]): ModelCell[] => {
  const touched = new Set([input]);
  return order.filter((cell) => {
    const depends = cell.needs.some((name) => touched.has(name));
    if (depends) touched.add(cell.name);
    return depends;
  });
};
