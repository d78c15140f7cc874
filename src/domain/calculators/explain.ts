/** "How is this worked out?": the formula of any figure, with each name's value and where it is from. */
import type { Unit } from '../../schemas/assets/calculator.ts';
import { authorsName, type CellKind, type Procedure } from './cells.ts';
import type { SourceDefinition } from './definition.ts';
import type { Cell } from './evaluate.ts';
import type { Model, ModelCell } from './model.ts';
import { printFormula } from './parse.ts';
import type { Values } from './recompute.ts';
import { isError } from './values.ts';

export interface ExplainedName {
  name: string;
  label: string;
  kind: CellKind;
  unit: Unit;
  /** One value, or one for each year. */
  value: Cell;
  source: SourceDefinition | undefined;
  /** True where it is worked out itself, so that one can ask on. */
  hasFormula: boolean;
}

export interface Explanation extends ExplainedName {
  /** The formula as text; undefined for what is entered, or found by a procedure. */
  formula: string | undefined;
  /** Not a formula but a rule of finance, described in words. */
  procedure: Procedure | undefined;
  names: readonly ExplainedName[];
  /** Where an error among its values began: the name, and its label. */
  brokenAt: { name: string; label: string } | undefined;
}

/** Undefined for a name that the model does not have. */
export const explain = (model: Model, values: Values, name: string): Explanation | undefined => {
  const cell = model.cells.get(name);
  if (!cell) return undefined;
  const own = explainedName(model, values, cell);
  return {
    ...own,
    formula: cell.tree && printFormula(cell.tree),
    procedure: cell.procedure,
    names: cell.needs.flatMap((needed) => {
      const found = model.cells.get(needed);
      return found ? [explainedName(model, values, found)] : [];
    }),
    brokenAt: brokenAt(model, own.value),
  };
};

const explainedName = (model: Model, values: Values, cell: ModelCell): ExplainedName => ({
  name: cell.name,
  label: cell.label,
  kind: cell.kind,
  unit: cell.unit,
  value: values.get(cell.name) ?? 0,
  source: sourceOf(model, cell),
  hasFormula: cell.tree !== undefined || cell.procedure !== undefined,
});

const sourceOf = ({ definition }: Model, cell: ModelCell): SourceDefinition | undefined => {
  const id = authorsName(cell);
  const lists = [definition.inputs, definition.series, definition.benefits, definition.costs];
  for (const list of lists) {
    const found = list.find((item) => item.id === id);
    if (found) return found.source;
  }
  return undefined;
};

const brokenAt = (model: Model, value: Cell): Explanation['brokenAt'] => {
  const error = (Array.isArray(value) ? value : [value]).find(isError);
  const cell = error && model.cells.get(error.from);
  return cell && { name: authorsName(cell), label: cell.label };
};
