/**
 * The order of assets as columns and in the search index: the most lately reviewed first. The search index sorts by
 * the same text, so that the n-th page of one is the n-th row of the other.
 */

/** Sorts before every day: what was never reviewed comes last. */
const NEVER = '0000-00-00';

/** @param reviewedOn day of the last review, or empty. @param id of the asset: no two have the same */
export const rowKey = (reviewedOn: string, id: string): string => `${reviewedOn || NEVER}/${id}`;
