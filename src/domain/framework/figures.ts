/** Figures of metrics: how old they are, how they stand to their target, and where they come from. */
import type { MetricKind } from '../../schemas/beside/metric.ts';
import { addDays, freshness, type Freshness } from '../freshness.ts';
import { entryPath } from '../routes.ts';
import type { EntryOf, SiteLibrary } from '../site-library.ts';
import { drawTrend, type Figure, type TrendChart } from './trend-chart.ts';

/** A figure that nobody has renewed for so long says how things were, not how they are. */
export const isFigureOld = (asOf: string, every: number, today: string): boolean => addDays(asOf, every) < today;

export const STANDINGS = ['reached', 'short', 'no_target'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Where a figure has moved, seen from what would be better. */
export const MOVES = ['towards', 'away', 'still'] as const;
export type Move = (typeof MOVES)[number];

export interface MetricFigure {
  id: string;
  title: string;
  path: string;
  kind: MetricKind;
  unit: string | undefined;
  better: 'higher' | 'lower';
  target: number | undefined;
  actual: number;
  owner: string;
  standing: Standing;
  /** Whether the newest figure can still be trusted, as with the review of an asset. */
  review: Freshness & { reviewed_on: string; every: number; notice: number };
  /** Earlier figures and the newest, the earliest first. */
  figures: readonly Figure[];
  /** Undefined where there is nothing before the newest figure. */
  move: Move | undefined;
  /** Undefined where there is nothing to draw a line from. */
  chart: TrendChart | undefined;
}

const standingOf = (actual: number, target: number | undefined, better: 'higher' | 'lower'): Standing => {
  if (target === undefined) return 'no_target';
  return (better === 'higher' ? actual >= target : actual <= target) ? 'reached' : 'short';
};

const moveOf = (figures: readonly Figure[], better: 'higher' | 'lower'): Move | undefined => {
  const [first] = figures;
  const last = figures.at(-1);
  if (!first || !last || first === last) return undefined;
  if (first.value === last.value) return 'still';
  return first.value < last.value === (better === 'higher') ? 'towards' : 'away';
};

export const metricFigure = ({ settings, today }: SiteLibrary, { id, data }: EntryOf<'metrics'>): MetricFigure => {
  const { title, kind, unit, better, target, actual, as_of, owner } = data;
  const every = data.update_every ?? settings.framework.figure_old_after;
  const notice = settings.review_notice;
  const figures = [...data.history, ...(as_of === '' ? [] : [{ on: as_of, value: actual }])].sort((a, b) =>
    a.on < b.on ? -1 : 1,
  );
  return {
    id,
    title,
    path: entryPath('metrics', id),
    kind,
    unit,
    better,
    target,
    actual,
    owner,
    standing: standingOf(actual, target, better),
    review: { ...freshness(as_of, every, notice, today), reviewed_on: as_of, every, notice },
    figures,
    move: moveOf(figures, better),
    chart: drawTrend(figures, target),
  };
};

/** The figures of these metrics, in their order; what the build does not hold is left out. */
export const figuresOf = (library: SiteLibrary, ids: readonly string[]): MetricFigure[] =>
  ids.flatMap((id) => {
    const metric = library.entries.get('metrics')?.get(id);
    return metric?.collection === 'metrics' ? [metricFigure(library, metric)] : [];
  });
