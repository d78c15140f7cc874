/** What `npm run rename -- …` may be told. */
import { parseArgs } from 'node:util';
import { Refused } from '../refused.ts';

export interface RenameOptions {
  /** `roi-one-pager`, or `one-pagers/roi-one-pager`. */
  target: string;
  newId: string;
  write: boolean;
}

const USAGE = `Usage: npm run rename -- <id or collection/id> <new-id> [--write]

It shows first what would change. In a terminal it then asks; elsewhere it needs --write.`;

export const readOptions = (args: readonly string[]): RenameOptions => {
  const { values, positionals } = parse(args);
  const [target, newId, ...more] = positionals;
  if (target === undefined || newId === undefined || more.length > 0) throw new Refused(USAGE);
  return { target, newId, write: values.write };
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { write: { type: 'boolean', default: false } },
    });
  } catch (error) {
    throw new Refused(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
};
