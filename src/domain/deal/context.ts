/** What a rep says of a deal. Everything may be left out: what is not said does not count. */

/** What a deal can be compared with assets by, in the order of the form; each but `pipeline` is a facet of assets. */
export const CRITERIA = ['industry', 'size', 'region', 'product', 'use', 'competitor', 'pipeline'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** Ids of terms. */
export interface DealContext extends Readonly<Partial<Record<Criterion, string>>> {
  /** Personas who sit on the committee; none: all that there are. */
  readonly members: readonly string[];
}

export const NOTHING_SAID: DealContext = { members: [] };

export const isEmptyContext = (context: DealContext): boolean =>
  context.members.length === 0 && CRITERIA.every((criterion) => context[criterion] === undefined);
