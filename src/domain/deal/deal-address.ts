/** A deal as the query part of an address, and back: `?industry=healthcare&pipeline=closing&member=legal`. */
import { CRITERIA, type DealContext } from './context.ts';
import { facetOf, placeOf, type Desk } from './desk.ts';

const MEMBER = 'member';

/** A value that an address names and this desk does not have. */
export interface UnknownTerm {
  name: string;
  value: string;
}

/** Of a hostile address, so much is told. */
const MOST_TOLD = 3;
const LONGEST_TOLD = 40;

export const readDeal = (
  address: URLSearchParams,
  desk: Desk,
): { context: DealContext; unknown: readonly UnknownTerm[] } => {
  const unknown: UnknownTerm[] = [];
  const isKnown = (name: (typeof CRITERIA)[number] | 'persona', shown: string, value: string): boolean => {
    const known = placeOf(facetOf(desk, name), value) >= 0;
    if (!known) unknown.push({ name: shown, value: value.slice(0, LONGEST_TOLD) });
    return known;
  };
  const said = CRITERIA.flatMap((criterion) => {
    const value = address.get(criterion);
    return value && isKnown(criterion, criterion, value) ? [[criterion, value] as const] : [];
  });
  const members = [...new Set(address.getAll(MEMBER))].filter((value) => isKnown('persona', MEMBER, value));
  return { context: { ...Object.fromEntries(said), members }, unknown: unknown.slice(0, MOST_TOLD) };
};

/** Always in the same order, so that one deal has one address. */
export const writeDeal = (context: DealContext, desk: Desk): URLSearchParams => {
  const address = new URLSearchParams();
  for (const criterion of CRITERIA) {
    const value = context[criterion];
    if (value !== undefined) address.set(criterion, value);
  }
  for (const { id } of facetOf(desk, 'persona').values) if (context.members.includes(id)) address.append(MEMBER, id);
  return address;
};
