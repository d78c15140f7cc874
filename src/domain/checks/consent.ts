/** What customers allow: lapsed consents, and names that slip out elsewhere. */
import { audienceOf, textOf, type ContentEntry } from '../entries.ts';
import { allEntries } from '../entries.ts';
import { consentOf, namesCustomer } from '../consent.ts';
import { fieldName, type Problem } from '../problems.ts';
import { textsOf } from '../texts.ts';
import { audienceAt, isApproved, type CheckContext, type Rule } from './context.ts';

const studies = ({ library }: CheckContext): ContentEntry[] => [...(library.entries.get('case-studies')?.values() ?? [])].filter(isApproved);

export const checkConsents: Rule = (context) =>
  studies(context).flatMap((study): Problem[] => {
    const { lapsed_on, scope } = consentOf(study, context.today);
    if (lapsed_on === undefined || audienceOf(study) === 'internal') return [];
    const outcome = scope === 'anonymised' ? 'the anonymised story is published instead' : 'the story is not published';
    return [{ code: 'CONSENT_LAPSED', file: study.file, field: 'consent.expires_on', args: { on: lapsed_on, outcome } }];
  });

/** A claim or a quote elsewhere must not tell what the study itself may not. */
export const checkCustomerNames: Rule = (context) =>
  studies(context)
    .filter((study) => consentOf(study, context.today).scope !== 'named')
    .flatMap((study) => {
      const customer = textOf(study, 'customer') ?? '';
      return [...allEntries(context.library)].filter((entry) => entry !== study && isApproved(entry)).flatMap((entry): Problem[] =>
        [...textsOf(entry)].flatMap(({ value, at, format }): Problem[] => {
          if (format === undefined && at[0] !== 'keywords') return [];
          const word = namesCustomer(value, customer);
          if (word === undefined || audienceAt(entry, at) === 'internal') return [];
          return [{ code: 'CUSTOMER_NAMED', file: entry.file, field: fieldName(at), args: { word, study: study.file } }];
        }),
      );
    });
