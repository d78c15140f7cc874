/** Everything that the library's health is told by. */
import { FINDING_KINDS, type Finding, type Health } from '../../schemas/finding.ts';
import type { CheckContext } from '../checks/context.ts';
import { isCollectionName, type Library } from '../entries.ts';
import { healthContext, type HealthContext } from './context.ts';
import { findContradictions } from './contradictions.ts';
import { findClaims, findConsents, findDates } from './dates.ts';
import { findDuplicates } from './duplicates.ts';
import { findLongReads } from './reading.ts';
import { findMissingShareImages } from './share-images.ts';
import { findUnlinked } from './unlinked.ts';

const SEARCHES: readonly ((context: HealthContext) => Finding[])[] = [
  findContradictions,
  findClaims,
  findConsents,
  findDates,
  findDuplicates,
  findUnlinked,
  findLongReads,
  findMissingShareImages,
];

/** By kind, then by the day where there is one, the longest ago first; then by file. */
const order = (a: Finding, b: Finding): number => {
  const dayOf = ({ args }: Finding): string => String(args['date'] ?? '');
  return (
    FINDING_KINDS.indexOf(a.kind) - FINDING_KINDS.indexOf(b.kind) ||
    compare(dayOf(a), dayOf(b)) ||
    compare(a.subject.file, b.subject.file) ||
    compare(a.wording, b.wording)
  );
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** All findings of the whole library, what is in no build among them. */
export const findHealth = (check: CheckContext): Finding[] => {
  const context = healthContext(check);
  return SEARCHES.flatMap((search) => search(context)).sort(order);
};

/**
 * What an internal build may tell: findings about what it holds. What has expired is in no build, so its name may not
 * stand in one either; only how many such findings there are is told.
 */
export const healthOfBuild = (findings: readonly Finding[], gated: Library): Health => {
  const isThere = ({ collection, id }: Finding['subject']): boolean =>
    isCollectionName(collection) && gated.entries.get(collection)?.has(id) === true;
  const told = findings.filter(({ subject, others }) => isThere(subject) && others.every(isThere));
  return { findings: told, outside: findings.length - told.length };
};
