/** Facets as a file has them: a column is a text with one character a row, which packs better than numbers. */
import type { Facet, FacetValue } from './facet.ts';
import { isBelow, isCounts, isListOf, isRecord, isText } from '../guards.ts';

/** The first character after the quotation mark, which JSON would have to escape. */
const FIRST = 0x23;
/** Halves of characters are no characters, and would not survive as UTF-8. */
const HALVES_FROM = 0xd800;
const HALVES = 0x800;

const toCharacter = (number: number): string => {
  const code = number + FIRST;
  return String.fromCharCode(code < HALVES_FROM ? code : code + HALVES);
};

const fromCharacter = (character: string): number => {
  const code = character.charCodeAt(0);
  return (code < HALVES_FROM ? code : code - HALVES) - FIRST;
};

export const encodeFacet = ({ column, ...facet }: Facet): unknown => ({
  ...facet,
  column: column.map(toCharacter).join(''),
});

const isValue = (value: unknown): value is FacetValue =>
  isRecord(value) && isText(value['id']) && isText(value['label']);
const isValues = isListOf(isValue);
const isSets = isListOf(isCounts);

const decodeFacet = (value: unknown, rows: number): Facet | undefined => {
  if (!isRecord(value)) return undefined;
  const { name, values, sets, column: text, fitsAll } = value;
  if (!isText(name) || typeof fitsAll !== 'boolean' || !isValues(values) || !isSets(sets) || !isText(text))
    return undefined;
  const column = Array.from({ length: text.length }, (_, row) => fromCharacter(text.charAt(row)));
  const isWhole = column.length === rows && isCounts(column) && isBelow(column, sets.length);
  return isWhole && sets.every((set) => isBelow(set, values.length))
    ? { name, values, sets, column, fitsAll }
    : undefined;
};

/** What was downloaded → the facets; undefined where one of them is not as it should be. @param rows of each column */
export const decodeFacets = (list: unknown, rows: number): Facet[] | undefined => {
  if (!Array.isArray(list)) return undefined;
  const facets = list.flatMap((value: unknown) => decodeFacet(value, rows) ?? []);
  return facets.length === list.length ? facets : undefined;
};
