/** What `npm run coverage -- …` may be told. */
import { parseArgs } from 'node:util';
import { FILTERS, type Filter, type FilterName } from '../../src/domain/coverage/filter.ts';
import type { Thresholds } from '../../src/domain/coverage/thresholds.ts';
import { ASSET_TYPES } from '../../src/domain/entries.ts';
import { suggest } from '../../src/domain/suggest.ts';
import type { PortalLibrary } from '../../src/library/portal-library.ts';
import { Refused } from '../refused.ts';

export interface CoverageOptions {
  format: 'text' | 'json' | 'github';
  /** As written; not yet compared with what the library has. */
  filter: Filter;
  /** Thresholds instead of those of the settings. */
  least: Partial<Thresholds>;
  /** Gaps with a brief, in texts. */
  gaps: number;
}

const USAGE = `Usage: npm run coverage [-- --format text|json|github] [--audience public|partner] [--product <id>] [--type <type>]
                        [--covered <percent>] [--empty <count>] [--balance] [--gaps <count>]

  --covered 60   fails when less than 60% of the targets are met, by weight
  --empty 0      fails when a reader finds nothing at a stage
  --balance      fails when creation and capture of demand are too far apart
  --gaps 5       shows the 5 most valuable gaps; JSON has all`;

const FORMATS = ['text', 'json', 'github'] as const;
const MOST_GAPS = 10;

const parse = (args: readonly string[]) => {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        format: { type: 'string', default: 'text' },
        ...{ audience: option, product: option, type: option },
        ...{ covered: option, empty: option, gaps: option },
        balance: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new Refused(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
};

const readCount = (name: string, text: string | undefined, most: number): number | undefined => {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number) || number < 0 || number > most)
    throw new Refused(`--${name} ${text} is not a number from 0 to ${most}.`);
  return number;
};

export const readOptions = (args: readonly string[]): CoverageOptions => {
  const { format: name, audience, product, type, covered, empty, balance, gaps } = parse(args);
  const format = FORMATS.find((known) => known === name);
  if (format === undefined) throw new Refused(`--format ${name} is not known. Use ${FORMATS.join(', ')}.`);
  const least = { covered: readCount('covered', covered, 100), empty: readCount('empty', empty, 10_000), balance };
  return {
    format,
    filter: Object.fromEntries(Object.entries({ audience, product, type }).filter(([, value]) => value !== undefined)),
    least: Object.fromEntries(Object.entries(least).filter(([, value]) => value !== undefined)),
    gaps: readCount('gaps', gaps, 10_000) ?? MOST_GAPS,
  };
};

/** A misspelt value would find nothing, and look like a gap. */
export const readFilter = ({ filter }: CoverageOptions, { library }: PortalLibrary): Filter => {
  const known: Readonly<Record<FilterName, readonly string[]>> = {
    audience: ['public', 'partner', 'internal'],
    product: [...(library.entries.get('products')?.keys() ?? [])],
    type: ASSET_TYPES,
  };
  for (const name of FILTERS) {
    const value = filter[name];
    if (value === undefined || known[name].includes(value)) continue;
    const near = suggest(value, known[name]);
    const hint = near === undefined ? `There are: ${known[name].join(', ')}.` : `Did you mean "${near}"?`;
    throw new Refused(`--${name} ${value} is not known. ${hint}`);
  }
  return filter;
};
