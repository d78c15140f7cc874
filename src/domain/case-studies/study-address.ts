/** What the page of case studies shows, as the query part of its address, and back. */
import { readSelection, writeSelection, type UnknownValue } from '../facets/address.ts';
import type { Selection } from '../facets/count.ts';
import type { Facet } from '../facets/facet.ts';
import { CRITERIA, type Deal } from './match.ts';
import { STUDY_FACETS } from './study-columns.ts';

export interface StudyState {
  selection: Selection;
  deal: Deal;
}

const inAddress = (criterion: string): string => `deal-${criterion}`;

export const readStudyState = (
  address: URLSearchParams,
  facets: readonly Facet[],
): { state: StudyState; unknown: readonly UnknownValue[] } => {
  const filters = readSelection(address, STUDY_FACETS, facets);
  const deal: Deal = {};
  const unknown = [...filters.unknown];
  for (const criterion of CRITERIA) {
    const value = address.get(inAddress(criterion));
    if (!value) continue;
    const own = new URLSearchParams({ [criterion]: value });
    const read = readSelection(own, [criterion], facets);
    if (read.unknown.length > 0) unknown.push(...read.unknown);
    else deal[criterion] = value;
  }
  return { state: { selection: filters.selection, deal }, unknown };
};

export const writeStudyState = ({ selection, deal }: StudyState, facets: readonly Facet[]): URLSearchParams => {
  const address = new URLSearchParams();
  for (const criterion of CRITERIA) {
    const value = deal[criterion];
    if (value !== undefined) address.set(inAddress(criterion), value);
  }
  writeSelection(address, selection, facets);
  return address;
};
