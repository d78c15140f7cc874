/** Numbers that readers could doubt need a claim behind them. */
import { fieldPlan } from '../../schemas/field-plan.ts';
import { claimsIn } from '../claims.ts';
import { allEntries, isRecord, valuesAt, type ContentEntry } from '../entries.ts';
import { fieldName, type Problem } from '../problems.ts';
import { isApproved, type Rule } from './context.ts';

/** A figure, not a date or a name: digits with a unit, a percentage, an amount, or a bare number. */
const FIGURE =
  /(?<![\p{L}\p{N}.-])[€$£]?\d[\d.,]*\s*(?:%|×|x\b|hours?|days?|weeks?|months?|minutes?|users?|[kKmM]\b)?/u;
const YEAR_ONLY = /^(?:19|20)\d\d$/;

export const checkMissingClaims: Rule = ({ library }) =>
  [...allEntries(library)].filter(isApproved).flatMap(missingClaims);

const missingClaims = (entry: ContentEntry): Problem[] => {
  const found = fieldPlan(entry.collection)
    .filter((field) => field.provenBy !== undefined)
    .flatMap((field) =>
      [...valuesAt(entry.data, field.path.slice(0, -1))].flatMap(({ value: holder, at }): Problem[] => {
        const key = field.path.at(-1);
        const text = isRecord(holder) && key !== undefined ? holder[key] : undefined;
        if (!isRecord(holder) || key === undefined || typeof text !== 'string' || field.provenBy === undefined)
          return [];
        if (holder[field.provenBy] !== undefined || claimsIn(text).length > 0 || !statesFigure(text)) return [];
        return [
          {
            code: 'CLAIM_MISSING',
            file: entry.file,
            field: fieldName([...at, key]),
            args: { text, claimField: field.provenBy },
          },
        ];
      }),
    );
  return found;
};

const statesFigure = (text: string): boolean => {
  const figure = FIGURE.exec(text)?.[0].trim();
  return figure !== undefined && !YEAR_ONLY.test(figure);
};
