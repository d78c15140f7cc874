/** The settings: what they name must exist, and the brand's colours must be readable. */
import { planOf } from '../../schemas/field-plan.ts';
import { settingsSchema } from '../../schemas/settings.ts';
import { maySee, whyNotLive } from '../audiences.ts';
import { contrast, GROUNDS } from '../contrast.ts';
import { audienceOf, valuesAt, type Library } from '../entries.ts';
import { fieldName, type Problem } from '../problems.ts';
import { suggest } from '../suggest.ts';
import { mediaName } from '../texts.ts';
import { knownIds, resolveReference, type Rule } from './context.ts';
import { kindName } from './references.ts';

/** WCAG 2.2, 1.4.3: text of normal size. */
const LEAST_CONTRAST = 4.5;

const COVERAGE_PLAN = planOf(settingsSchema.shape.coverage);

export const checkSettings: Rule = ({ library, name, today }) => {
  const file = `${name}/settings.yml`;
  const { brand, landing } = library.settings;
  const problems: Problem[] = [];

  for (const [field, colour, ground] of [
    ['brand.accent', brand.accent, GROUNDS.light],
    ['brand.accent_dark', brand.accent_dark, GROUNDS.dark],
  ] as const) {
    const ratio = contrast(colour, ground);
    if (ratio < LEAST_CONTRAST)
      problems.push({ code: 'LOW_CONTRAST', file, field, args: { colour, ground, ratio: ratio.toFixed(1) } });
  }
  if (brand.logo !== undefined && !library.media.has(mediaName(brand.logo))) {
    const args = { path: brand.logo, suggestion: suggest(mediaName(brand.logo), library.media.keys()) };
    problems.push({ code: 'MISSING_FILE', file, field: 'brand.logo', args });
  }
  const named = [
    ...landing.figures.map((id, i) => ({
      id,
      target: 'claims' as const,
      kind: 'claim',
      field: `landing.figures.${i}`,
    })),
    ...landing.featured.map((id, i) => ({
      id,
      target: 'asset' as const,
      kind: 'asset',
      field: `landing.featured.${i}`,
    })),
  ];
  for (const { id, target, kind, field } of named) {
    const found = resolveReference(library, target, id);
    if (!found) {
      problems.push({
        code: 'UNKNOWN_REFERENCE',
        file,
        field,
        args: { kind, id, suggestion: suggest(id, knownIds(library, target)) },
      });
    } else if (!maySee('public', audienceOf(found))) {
      const args = { audience: 'public', target: `the ${kind} "${id}"`, targetAudience: audienceOf(found) };
      problems.push({ code: 'PUBLIC_REFERS_TO_INTERNAL', file, field, args });
    } else {
      const why = whyNotLive(found, today);
      if (why !== undefined) problems.push({ code: 'REFERENCE_NOT_LIVE', file, field, args: { kind, id, why } });
    }
  }
  return [...problems, ...unknownTerms(library, file)];
};

/** A target or weight of a term that does not exist would count for nothing, and nobody would notice. */
const unknownTerms = (library: Library, file: string): Problem[] =>
  COVERAGE_PLAN.flatMap(({ path, refersTo }) =>
    refersTo === undefined
      ? []
      : [...valuesAt(library.settings.coverage, path)].flatMap(({ value, at }): Problem[] => {
          if (typeof value !== 'string' || resolveReference(library, refersTo, value)) return [];
          const suggestion = suggest(value, knownIds(library, refersTo));
          const args = { kind: kindName(refersTo), id: value, suggestion };
          return [{ code: 'UNKNOWN_REFERENCE', file, field: fieldName(['coverage', ...at]), args }];
        }),
  );
