/** All rules of the check, each a function of the whole library; every problem is reported. */
import { sortProblems, type Problem } from '../problems.ts';
import { checkMissingClaims } from './claims.ts';
import { checkConsents, checkCustomerNames } from './consent.ts';
import type { CheckContext, Rule } from './context.ts';
import { checkDates } from './dates.ts';
import { checkKits } from './kits.ts';
import { checkAliases, checkLinks, checkMedia, checkMediaFolder } from './links.ts';
import { checkMetrics } from './metrics.ts';
import { checkReferences } from './references.ts';
import { checkSettings } from './settings.ts';

const RULES: readonly Rule[] = [
  checkReferences,
  checkLinks,
  checkMedia,
  checkMediaFolder,
  checkAliases,
  checkMissingClaims,
  checkDates,
  checkConsents,
  checkCustomerNames,
  checkKits,
  checkMetrics,
  checkSettings,
];

/** @param loading problems found while reading and parsing, reported with the rest */
export const checkLibrary = (context: CheckContext, loading: readonly Problem[] = []): Problem[] =>
  sortProblems([...loading, ...RULES.flatMap((rule) => rule(context))]);
