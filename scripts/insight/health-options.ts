/** What `npm run health -- …` may be told. */
import { parseArgs } from 'node:util';
import { FINDING_KINDS, type FindingKind } from '../../src/schemas/finding.ts';
import { suggest } from '../../src/domain/suggest.ts';
import { Refused } from '../refused.ts';

export interface HealthOptions {
  format: 'text' | 'json' | 'github';
  kind: FindingKind | undefined;
  owner: string | undefined;
  /** Kinds of which there may be none. */
  failOn: readonly FindingKind[];
}

const USAGE = `Usage: npm run health [-- --format text|json|github] [--kind <kind>] [--owner <owner>] [--fail-on <kind> …]

  kinds: ${FINDING_KINDS.join(', ')}`;

const FORMATS = ['text', 'json', 'github'] as const;

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        format: { type: 'string', default: 'text' },
        kind: { type: 'string' },
        owner: { type: 'string' },
        'fail-on': { type: 'string', multiple: true, default: [] },
      },
    }).values;
  } catch (error) {
    throw new Refused(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
};

const readKind = (flag: string, text: string): FindingKind => {
  const kind = FINDING_KINDS.find((known) => known === text);
  if (kind !== undefined) return kind;
  const near = suggest(text, FINDING_KINDS);
  const hint = near === undefined ? `There are: ${FINDING_KINDS.join(', ')}.` : `Did you mean "${near}"?`;
  throw new Refused(`--${flag} ${text} is not known. ${hint}`);
};

export const healthOptions = (args: readonly string[]): HealthOptions => {
  const { format: name, kind, owner, 'fail-on': failOn } = parse(args);
  const format = FORMATS.find((known) => known === name);
  if (format === undefined) throw new Refused(`--format ${name} is not known. Use ${FORMATS.join(', ')}.`);
  return {
    format,
    kind: kind === undefined ? undefined : readKind('kind', kind),
    owner,
    failOn: failOn.map((text) => readKind('fail-on', text)),
  };
};
