/** What `npm run deal -- …` may be told, and what its words mean in this library. */
import { parseArgs } from 'node:util';
import { CRITERIA, type Criterion, type DealContext } from '../../src/domain/deal/context.ts';
import { facetOf, placeOf, type Desk } from '../../src/domain/deal/desk.ts';
import { suggest } from '../../src/domain/suggest.ts';
import { AUDIENCES, type Audience } from '../../src/schemas/fields.ts';
import { Refused } from '../refused.ts';

/** What each criterion is called on the command line. */
const OPTION_OF: Readonly<Record<Criterion, string>> = {
  industry: 'industry',
  size: 'size',
  region: 'region',
  product: 'product',
  use: 'use-case',
  competitor: 'competitor',
  pipeline: 'stage',
};

const USAGE = `Usage: npm run deal -- [--industry id] [--size id] [--region id] [--product id] [--use-case id]
                       [--competitor id] [--stage id] [--member id …] [--audience ${AUDIENCES.join('|')}] [--format text|json]

  --stage      where the deal is in our pipeline, such as negotiation
  --member     a member of the buying committee; may be given several times; left out, all of them
  --audience   who is reading; left out, internal`;

export interface DealOptions {
  said: Readonly<Partial<Record<Criterion, string>>>;
  members: readonly string[];
  audience: Audience;
  format: 'text' | 'json';
}

const text = { type: 'string' } as const;

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...{ industry: text, size: text, region: text, product: text, 'use-case': text, competitor: text, stage: text },
        member: { type: 'string', multiple: true, default: [] },
        audience: { type: 'string', default: 'internal' },
        format: { type: 'string', default: 'text' },
      },
    }).values;
  } catch (error) {
    throw new Refused(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
};

/** @throws {Refused} where an option is not known, or has no value */
export const readOptions = (args: readonly string[]): DealOptions => {
  const values = parse(args);
  const { audience, format } = values;
  const known = AUDIENCES.find((name) => name === audience);
  if (known === undefined) throw new Refused(`--audience ${audience} is not one of ${AUDIENCES.join(', ')}.`);
  if (format !== 'text' && format !== 'json') throw new Refused(`--format ${format} is not known. Use text or json.`);
  const { industry, size, region, product, competitor } = values;
  const said = { industry, size, region, product, use: values['use-case'], competitor, pipeline: values.stage };
  return { said, members: values.member, audience: known, format };
};

const need = (desk: Desk, facet: Criterion | 'persona', option: string, id: string): string => {
  const { values } = facetOf(desk, facet);
  if (placeOf(facetOf(desk, facet), id) >= 0) return id;
  const ids = values.map((value) => value.id);
  const near = suggest(id, ids);
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  const list = ids.length === 0 ? 'This library has none.' : `There are: ${ids.join(', ')}.`;
  throw new Refused(`--${option} ${id} is not known.${hint} ${list}`);
};

/** @throws {Refused} for an id that the library does not have, with the nearest one and the list of them */
export const readContext = (desk: Desk, { said, members }: DealOptions): DealContext => {
  const known = (criterion: Criterion): string | undefined => {
    const id = said[criterion];
    return id === undefined ? undefined : need(desk, criterion, OPTION_OF[criterion], id);
  };
  const entries = CRITERIA.flatMap((criterion) => {
    const id = known(criterion);
    return id === undefined ? [] : [[criterion, id] as const];
  });
  return {
    ...Object.fromEntries(entries),
    members: [...new Set(members)].map((id) => need(desk, 'persona', 'member', id)),
  };
};
