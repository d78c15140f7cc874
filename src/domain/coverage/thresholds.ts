/** What a build may require of the coverage, and where it falls short. */
import type { Settings } from '../../schemas/settings.ts';
import { fill, type Ui } from '../ui.ts';
import type { CoverageView } from './view.ts';

export type Thresholds = Settings['coverage']['thresholds'];

/** Rounded down: 59.9 is not yet 60. */
export const percentOf = (share: number): number => Math.floor(share * 100 + 1e-9);

/** A sentence for each threshold that is missed; none where all is well. */
export const missedThresholds = (ui: Ui, view: CoverageView, { covered, empty, balance }: Thresholds): string[] => {
  const words = ui.labels.coverage;
  const missed: string[] = [];
  if (covered !== undefined && view.covered * 100 + 1e-9 < covered)
    missed.push(fill(words.failed_covered, { percent: percentOf(view.covered), least: covered }));
  if (empty !== undefined && view.empty.length > empty) {
    const label = (list: CoverageView['stages'], id: string): string =>
      list.find((term) => term.id === id)?.label ?? id;
    const where = view.empty.map(
      ({ stage, persona }) => `${label(view.personas, persona)} · ${label(view.stages, stage)}`,
    );
    missed.push(fill(words.failed_empty, { count: view.empty.length, most: empty, where: where.join('; ') }));
  }
  const { creation, wanted, tolerance, verdict } = view.demand;
  if (balance && creation !== undefined && verdict !== 'balanced')
    missed.push(fill(words.failed_balance, { creation: Math.round(creation), wanted, tolerance }));
  return missed;
};
