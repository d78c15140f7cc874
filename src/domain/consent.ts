/** What a customer allows us to tell outside, at a given day. */
import { CONSENT_SCOPES, type ConsentScope } from '../schemas/assets/case-study.ts';
import { isRecord, type ContentEntry } from './entries.ts';

export interface Consent {
  scope: ConsentScope;
  /** The day on which a consent to be named ended, where it did. */
  lapsed_on?: string;
}

const isScope = (value: unknown): value is ConsentScope => CONSENT_SCOPES.some((scope) => scope === value);

/** Without a word from the customer nothing is told; a lapsed name becomes an anonymous story. */
export const consentOf = (study: Pick<ContentEntry, 'data'>, today: string): Consent => {
  const { consent, anonymised_name } = study.data;
  if (!isRecord(consent) || !isScope(consent['scope'])) return { scope: 'none' };
  const scope = consent['scope'] === 'anonymised' && anonymised_name === undefined ? 'none' : consent['scope'];
  const until = consent['expires_on'];
  if (typeof until !== 'string' || until >= today) return { scope };
  if (scope === 'named') return { scope: anonymised_name === undefined ? 'none' : 'anonymised', lapsed_on: until };
  return scope === 'anonymised' ? { scope: 'none', lapsed_on: until } : { scope };
};

const GENERIC = new Set(
  'a an and the of for group company corp corporation inc ltd gmbh ag plc llc holding holdings hospital hospitals health healthcare bank foods food logistics software systems services solutions retail stores manufacturing industries international global partners trust care energy'.split(
    ' ',
  ),
);

/** The words of a customer's name that give it away: all but the generic ones. */
export const tellingWords = (customer: string): string[] =>
  customer.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 3 && !GENERIC.has(word.toLowerCase()));

const namePattern = (customer: string): RegExp => {
  const needles = [customer, ...tellingWords(customer)].map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${needles.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
};

/** Puts the anonymised name wherever the customer's name, or a telling word of it, stands. */
export const anonymise = (text: string, customer: string, anonymisedName: string): string =>
  customer === '' ? text : text.replaceAll(namePattern(customer), anonymisedName);

/** The word of a text that gives the customer away, if there is one. */
export const namesCustomer = (text: string, customer: string): string | undefined =>
  customer === '' ? undefined : (namePattern(customer).exec(text)?.[0] ?? undefined);

/** Runs of letters and digits, in a spelling in which words that differ only in case are the same. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .toUpperCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of which one stands in every text that {@link namesCustomer}: few texts need a closer look. */
export const firstWords = (customer: string): Set<string> =>
  new Set([...wordsOf(customer).slice(0, 1), ...tellingWords(customer).flatMap(wordsOf)]);
