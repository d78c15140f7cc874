/** References from entry to entry: they must exist, be live, and be visible to the same readers. */
import { fieldPlan } from '../../schemas/field-plan.ts';
import type { ReferenceTarget } from '../../schemas/fields.ts';
import { collections } from '../../schemas/index.ts';
import { maySee, whyNotLive } from '../audiences.ts';
import { allEntries, audienceOf, textOf, valuesAt, type ContentEntry, type Path } from '../entries.ts';
import { fieldName, type Problem } from '../problems.ts';
import { suggest } from '../suggest.ts';
import { claimUses } from '../texts.ts';
import { audienceAt, isApproved, knownIds, resolveReference, type CheckContext, type Rule } from './context.ts';

interface Reference {
  target: ReferenceTarget;
  id: string;
  at: Path;
  required: boolean;
}

const referencesOf = (entry: ContentEntry): Reference[] => {
  const fields = fieldPlan(entry.collection).flatMap(({ path, refersTo, required }) =>
    refersTo === undefined || refersTo === 'claims'
      ? []
      : [...valuesAt(entry.data, path)].flatMap(({ value, at }) =>
          typeof value === 'string' ? [{ target: refersTo, id: value, at, required: required === true }] : [],
        ),
  );
  const claims = claimUses(entry).map(({ id, at }) => ({ target: 'claims' as const, id, at, required: true }));
  return [...fields, ...claims];
};

export const checkReferences: Rule = (context) =>
  [...allEntries(context.library)].flatMap((entry) =>
    referencesOf(entry).flatMap((reference) => checkReference(context, entry, reference)),
  );

const checkReference = (
  context: CheckContext,
  entry: ContentEntry,
  { target, id, at, required }: Reference,
): Problem[] => {
  const { library, today } = context;
  const found = resolveReference(library, target, id);
  const place = { file: entry.file, field: fieldName(at) };
  const kind = kindName(target);
  if (!found) {
    return [
      { code: 'UNKNOWN_REFERENCE', ...place, args: { kind, id, suggestion: suggest(id, knownIds(library, target)) } },
    ];
  }
  if (!isApproved(entry)) return [];
  const expired = target === 'claims' ? textOf(found, 'expires_on') : undefined;
  if (expired !== undefined && expired <= today)
    return [{ code: 'CLAIM_EXPIRED', ...place, args: { id, on: expired } }];

  // A tag that a reader may not see is dropped for that reader: only what the page is about, or cites, must be visible.
  const isTag = collections[found.collection].kind === 'taxonomy' && !required;
  const audience = audienceAt(entry, at);
  if (!isTag && !maySee(audience, audienceOf(found))) {
    return [
      {
        code: 'PUBLIC_REFERS_TO_INTERNAL',
        ...place,
        args: { audience, target: `the ${kind} "${id}"`, targetAudience: audienceOf(found) },
      },
    ];
  }
  // What an entry replaces has been archived, as it should be.
  const why = at[0] === 'supersedes' ? undefined : whyNotLive(found, today);
  return why === undefined ? [] : [{ code: 'REFERENCE_NOT_LIVE', ...place, args: { kind, id, why } }];
};

const KINDS: Readonly<Record<ReferenceTarget, string>> = {
  asset: 'asset',
  stages: 'stage',
  personas: 'persona',
  industries: 'industry',
  'company-sizes': 'company size',
  regions: 'region',
  products: 'product',
  'use-cases': 'use case',
  competitors: 'competitor',
  'pipeline-stages': 'pipeline stage',
  'funnel-statuses': 'funnel status',
  claims: 'claim',
  objections: 'objection',
  'case-studies': 'case study',
  snippets: 'snippet',
  metrics: 'metric',
};

export const kindName = (target: ReferenceTarget): string => KINDS[target];
