/** What time has done to entries: reviews that are due, entries that have expired. */
import { allEntries, isAssetType, textOf } from '../entries.ts';
import { freshness, isDay } from '../freshness.ts';
import type { Problem } from '../problems.ts';
import { isApproved, type Rule } from './context.ts';

export const checkDates: Rule = ({ library, today }) =>
  [...allEntries(library)].filter(isApproved).flatMap((entry): Problem[] => {
    const expires = entry.collection === 'claims' ? undefined : textOf(entry, 'expires_on');
    if (expires !== undefined && expires <= today)
      return [{ code: 'EXPIRED', file: entry.file, field: 'expires_on', args: { on: expires } }];
    const reviewed = textOf(entry, 'reviewed_on');
    if (!isAssetType(entry.collection) || reviewed === undefined || !isDay(reviewed)) return [];
    // Rules also see what does not fit its schema: that is reported elsewhere, and must not break this.
    const own = entry.data['review_every'];
    const every = typeof own === 'number' && own > 0 ? own : library.settings.review_every[entry.collection];
    const { state, due_on } = freshness(reviewed, every, library.settings.review_notice, today);
    if (state !== 'overdue') return [];
    return [
      {
        code: 'REVIEW_OVERDUE',
        file: entry.file,
        field: 'reviewed_on',
        args: { due: due_on, owner: textOf(entry, 'owner') ?? 'nobody' },
      },
    ];
  });
