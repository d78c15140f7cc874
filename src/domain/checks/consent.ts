/** What customers allow: lapsed consents, and names that slip out elsewhere. */
import { allEntries, audienceOf, textOf, type ContentEntry } from '../entries.ts';
import { consentOf, firstWords, namesCustomer, wordsOf } from '../consent.ts';
import { fieldName, type Problem } from '../problems.ts';
import { textsOf, type EntryText } from '../texts.ts';
import { audienceAt, isApproved, type CheckContext, type Rule } from './context.ts';

const studies = ({ library }: CheckContext): ContentEntry[] =>
  [...(library.entries.get('case-studies')?.values() ?? [])].filter(isApproved);

export const checkConsents: Rule = (context) =>
  studies(context).flatMap((study): Problem[] => {
    const { lapsed_on, scope } = consentOf(study, context.today);
    if (lapsed_on === undefined || audienceOf(study) === 'internal') return [];
    const outcome = scope === 'anonymised' ? 'the anonymised story is published instead' : 'the story is not published';
    return [
      { code: 'CONSENT_LAPSED', file: study.file, field: 'consent.expires_on', args: { on: lapsed_on, outcome } },
    ];
  });

/** Case studies whose customer must not be named elsewhere, by every word that a naming could begin with. */
type Unnamed = ReadonlyMap<string, readonly ContentEntry[]>;

const indexUnnamed = (context: CheckContext): Unnamed => {
  const index = new Map<string, ContentEntry[]>();
  for (const study of studies(context)) {
    if (consentOf(study, context.today).scope === 'named') continue;
    for (const word of firstWords(customerOf(study))) {
      const list = index.get(word);
      if (list) list.push(study);
      else index.set(word, [study]);
    }
  }
  return index;
};

const customerOf = (study: ContentEntry): string => textOf(study, 'customer') ?? '';

/** A claim or a quote elsewhere must not tell what the study itself may not. */
export const checkCustomerNames: Rule = (context) => {
  const unnamed = indexUnnamed(context);
  if (unnamed.size === 0) return [];
  return [...allEntries(context.library)]
    .filter((entry) => isApproved(entry) && audienceOf(entry) !== 'internal')
    .flatMap((entry) => textsOf(entry).flatMap((text) => namesIn(entry, text, unnamed)));
};

const namesIn = (entry: ContentEntry, { value, at, format }: EntryText, unnamed: Unnamed): Problem[] => {
  if (format === undefined && at[0] !== 'keywords') return [];
  const suspects = new Set(wordsOf(value).flatMap((word) => unnamed.get(word) ?? []));
  suspects.delete(entry);
  if (suspects.size === 0 || audienceAt(entry, at) === 'internal') return [];
  return [...suspects].flatMap((study): Problem[] => {
    const word = namesCustomer(value, customerOf(study));
    return word === undefined
      ? []
      : [{ code: 'CUSTOMER_NAMED', file: entry.file, field: fieldName(at), args: { word, study: study.file } }];
  });
};
