/**
 * Which customer is most like the deal at hand, and why. A buyer first asks for somebody of their own industry, then
 * for the same job to be done; size comes next, and one step in size is still near; that the same reader took part is
 * the smallest help. Every criterion that the deal names is answered, also where it does not fit.
 */

/** What a rep says of the deal: ids of terms. What is not said does not count. */
export interface Deal {
  industry?: string;
  size?: string;
  use?: string;
  persona?: string;
}

export const CRITERIA = ['industry', 'size', 'use', 'persona'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** The same of a case study: ids of terms. */
export type StudyTerms = Readonly<Record<Criterion, readonly string[]>>;

export interface Reason {
  criterion: Criterion;
  /** `larger` and `smaller` only of sizes; `unknown`: the study does not say. */
  fit: 'same' | 'larger' | 'smaller' | 'other' | 'unknown';
  /** Sizes between them; 0 where that means nothing. */
  steps: number;
}

export interface Match {
  /** 0: nothing in common. Only its order means something. */
  score: number;
  /** One for each criterion of the deal, in the order of {@link CRITERIA}. */
  reasons: readonly Reason[];
}

const WEIGHTS: Readonly<Record<Criterion, number>> = { industry: 5, use: 4, size: 3, persona: 2 };
/** The next size is half as good, the one after is none. */
const NEAR_SIZE = 0.5;

const sizeReason = (wanted: string, of: readonly string[], sizes: readonly string[]): Reason => {
  const places = of.map((size) => sizes.indexOf(size)).filter((place) => place >= 0);
  const distances = places.map((place) => place - sizes.indexOf(wanted));
  const nearest = distances.sort((a, b) => Math.abs(a) - Math.abs(b))[0];
  if (nearest === undefined) return { criterion: 'size', fit: 'unknown', steps: 0 };
  const fit = nearest === 0 ? 'same' : nearest > 0 ? 'larger' : 'smaller';
  return { criterion: 'size', fit, steps: Math.abs(nearest) };
};

const reasonOf = (criterion: Criterion, wanted: string, study: StudyTerms, sizes: readonly string[]): Reason => {
  const of = study[criterion];
  if (criterion === 'size') return sizeReason(wanted, of, sizes);
  const fit = of.length === 0 ? 'unknown' : of.includes(wanted) ? 'same' : 'other';
  return { criterion, fit, steps: 0 };
};

const scoreOf = ({ criterion, fit, steps }: Reason): number => {
  if (fit === 'same') return WEIGHTS[criterion];
  return criterion === 'size' && steps === 1 ? WEIGHTS.size * NEAR_SIZE : 0;
};

/** @param sizes ids of all company sizes, the smallest first */
export const matchStudy = (deal: Deal, study: StudyTerms, sizes: readonly string[]): Match => {
  const reasons = CRITERIA.flatMap((criterion) => {
    const wanted = deal[criterion];
    return wanted === undefined ? [] : [reasonOf(criterion, wanted, study, sizes)];
  });
  return { score: reasons.reduce((sum, reason) => sum + scoreOf(reason), 0), reasons };
};

export const isEmptyDeal = (deal: Deal): boolean => CRITERIA.every((criterion) => deal[criterion] === undefined);

/** Matches in the order of their likeness; equals stay as they were, and what has nothing in common is left out. */
export const closest = <T extends { match: Match }>(studies: readonly T[]): T[] =>
  studies.filter(({ match }) => match.score > 0).sort((a, b) => b.match.score - a.match.score);
