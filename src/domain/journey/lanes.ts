/**
 * Steps of our own (funnel statuses, pipeline stages) laid over the buyer's stages: each covers the
 * stages that name it, from the first to the last, and steps that would overlap lie in rows of their own.
 */

export interface Step {
  id: string;
  label: string;
  /** What it means, or what must be true before it is left. */
  note: string;
}

export interface LaneCell {
  /** Place of the first stage below it, from 0. */
  from: number;
  /** Stages below it. */
  span: number;
  /** None where nothing lies over these stages. */
  steps: readonly Step[];
}

export interface Lane {
  /** The cells of a row cover all stages, each once. */
  rows: readonly (readonly LaneCell[])[];
  /** Steps that no stage names. */
  unplaced: readonly Step[];
}

/** @param stages of each stage, the ids of the steps that fall into it */
export const layLane = (steps: readonly Step[], stages: readonly (readonly string[])[]): Lane => {
  const unplaced: Step[] = [];
  const cells = new Map<string, { from: number; span: number; steps: Step[] }>();
  for (const step of steps) {
    const places = stages.flatMap((ids, i) => (ids.includes(step.id) ? [i] : []));
    const [from] = places;
    const to = places.at(-1);
    if (from === undefined || to === undefined) {
      unplaced.push(step);
      continue;
    }
    const key = `${from} ${to}`;
    const cell = cells.get(key) ?? { from, span: to - from + 1, steps: [] };
    cell.steps.push(step);
    cells.set(key, cell);
  }
  return { rows: toRows([...cells.values()], stages.length), unplaced };
};

/** What covers least comes first: steps of one stage share the first row, and longer spans lie below. */
const toRows = (cells: readonly LaneCell[], stages: number): LaneCell[][] => {
  const rows: LaneCell[][] = [];
  for (const cell of [...cells].sort((a, b) => a.span - b.span || a.from - b.from)) {
    const free = rows.find((row) => row.every((other) => endOf(other) <= cell.from || endOf(cell) <= other.from));
    if (free) free.push(cell);
    else rows.push([cell]);
  }
  return rows.map((row) =>
    withGaps(
      row.sort((a, b) => a.from - b.from),
      stages,
    ),
  );
};

const endOf = (cell: LaneCell | undefined): number => (cell ? cell.from + cell.span : 0);

const withGaps = (row: readonly LaneCell[], stages: number): LaneCell[] => {
  const full: LaneCell[] = [];
  const skipTo = (from: number) => {
    const at = endOf(full.at(-1));
    if (at < from) full.push({ from: at, span: from - at, steps: [] });
  };
  for (const cell of row) {
    skipTo(cell.from);
    full.push(cell);
  }
  skipTo(stages);
  return full;
};
