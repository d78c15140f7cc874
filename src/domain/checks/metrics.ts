/** Figures of metrics: new enough to steer by, and in an order that a trend can follow. */
import { allEntries, textOf, valuesAt, type ContentEntry } from '../entries.ts';
import { isDay } from '../freshness.ts';
import { isFigureOld } from '../framework/figures.ts';
import { fieldName, type Problem } from '../problems.ts';
import { isApproved, type CheckContext, type Rule } from './context.ts';

export const checkMetrics: Rule = (context) =>
  [...allEntries(context.library)]
    .filter((entry) => entry.collection === 'metrics' && isApproved(entry))
    .flatMap((metric) => [...oldFigure(context, metric), ...wrongDays(context, metric)]);

const oldFigure = ({ library, today }: CheckContext, metric: ContentEntry): Problem[] => {
  const on = textOf(metric, 'as_of');
  // Rules also see what does not fit its schema: that is reported elsewhere, and must not break this.
  const own = metric.data['update_every'];
  const every = typeof own === 'number' && own > 0 ? own : library.settings.framework.figure_old_after;
  if (on === undefined || !isDay(on) || !isFigureOld(on, every, today)) return [];
  const args = { on, every, owner: textOf(metric, 'owner') ?? 'nobody' };
  return [{ code: 'FIGURE_OLD', file: metric.file, field: 'as_of', args }];
};

const wrongDays = ({ today }: CheckContext, metric: ContentEntry): Problem[] => {
  const newest = textOf(metric, 'as_of');
  const days = [...valuesAt(metric.data, ['history', '*', 'on'])].flatMap(({ value, at }) =>
    typeof value === 'string' ? [{ on: value, at }] : [],
  );
  const seen = new Set<string>();
  const problems = days.flatMap(({ on, at }): Problem[] => {
    const isTwice = seen.has(on);
    seen.add(on);
    const isLate = newest !== undefined && on >= newest;
    if (!isTwice && !isLate) return [];
    const why = isTwice ? 'another earlier figure has too' : `is not before ${newest}, the day of the newest figure`;
    return [{ code: 'FIGURE_DAY', file: metric.file, field: fieldName(at), args: { on, why } }];
  });
  if (newest === undefined || newest <= today) return problems;
  return [
    ...problems,
    { code: 'FIGURE_DAY', file: metric.file, field: 'as_of', args: { on: newest, why: 'is yet to come' } },
  ];
};
