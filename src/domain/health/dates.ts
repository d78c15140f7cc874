/** What time has done: reviews, expired entries, claims and consents that end. The rules of the check say when. */
import type { Finding } from '../../schemas/finding.ts';
import { checkConsents } from '../checks/consent.ts';
import { isApproved } from '../checks/context.ts';
import { checkDates } from '../checks/dates.ts';
import { isRecord, textOf, type ContentEntry } from '../entries.ts';
import { addDays } from '../freshness.ts';
import type { Problem } from '../problems.ts';
import { ownerOf, ownerOfClaim, placeOf, type HealthContext } from './context.ts';

/** What the check calls a problem, as a finding of the same file. */
const fromProblem = (
  { byFile }: HealthContext,
  { file, args }: Problem,
  kind: 'review_overdue' | 'asset_expired' | 'consent_lapsed',
  day: string | number | undefined,
): Finding[] => {
  const entry = byFile.get(file);
  if (!entry) return [];
  const { outcome } = args;
  const date = String(day ?? '');
  const filled: Finding['args'] = outcome === undefined ? { date } : { date, outcome };
  return [{ kind, wording: kind, subject: placeOf(entry), others: [], owner: ownerOf(entry), args: filled }];
};

export const findDates = (context: HealthContext): Finding[] =>
  checkDates(context).flatMap((problem) =>
    problem.code === 'EXPIRED'
      ? fromProblem(context, problem, 'asset_expired', problem.args['on'])
      : fromProblem(context, problem, 'review_overdue', problem.args['due']),
  );

/** Claims that have expired, or will soon, with the texts that cite them. */
export const findClaims = (context: HealthContext): Finding[] => {
  const { library, today, citing } = context;
  const soon = addDays(today, library.settings.health.claim_notice);
  return [...(library.entries.get('claims')?.values() ?? [])]
    .filter((claim) => claim.valid && isApproved(claim))
    .flatMap((claim): Finding[] => {
      const date = textOf(claim, 'expires_on');
      if (date === undefined || date > soon) return [];
      const users = citing.get(claim.id) ?? [];
      const kind = date <= today ? 'claim_expired' : 'claim_expiring';
      return [
        {
          kind,
          wording: users.length === 0 ? `${kind}_unused` : kind,
          subject: placeOf(claim),
          others: users.map(placeOf),
          owner: ownerOfClaim(context, claim.id),
          args: { date, count: users.length },
        },
      ];
    });
};

const consentEnd = (study: ContentEntry): string | undefined => {
  const { consent } = study.data;
  const until = isRecord(consent) && consent['scope'] !== 'none' ? consent['expires_on'] : undefined;
  return typeof until === 'string' ? until : undefined;
};

/** Consents that have ended, as the check has it, and those that will soon. */
export const findConsents = (context: HealthContext): Finding[] => {
  const { library, today, live } = context;
  const soon = addDays(today, library.settings.health.consent_notice);
  const lapsed = checkConsents(context).flatMap((problem) =>
    fromProblem(context, problem, 'consent_lapsed', problem.args['on']),
  );
  const lapsing = live.flatMap((study): Finding[] => {
    const date = study.collection === 'case-studies' ? consentEnd(study) : undefined;
    if (date === undefined || date < today || date > soon) return [];
    const found = { subject: placeOf(study), others: [], owner: ownerOf(study), args: { date } };
    return [{ kind: 'consent_lapsing', wording: 'consent_lapsing', ...found }];
  });
  return [...lapsed, ...lapsing];
};
