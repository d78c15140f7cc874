/** What `npm run import -- …` may be told. */
import { parseArgs } from 'node:util';
import { Refused } from '../refused.ts';

export interface ImportOptions {
  /** A folder or a file. */
  source: string;
  /** undefined: the mapping says it. */
  type: string | undefined;
  map: string;
  /** False for a dry run, which is what happens unless somebody asks for more. */
  write: boolean;
  format: 'text' | 'json';
}

const USAGE = `Usage: npm run import -- <folder or file> --map <mapping.yml> [--type <type>] [--write] [--format text|json]

Without --write nothing is written: it shows what would be made. docs/importing.md says how to write a mapping.`;

export const readOptions = (args: readonly string[]): ImportOptions => {
  const { values, positionals } = parse(args);
  const { type, map, write, format } = values;
  const [source, ...more] = positionals;
  if (source === undefined || more.length > 0 || map === undefined) throw new Refused(USAGE);
  if (write && values['dry-run']) throw new Refused('--write and --dry-run contradict each other. Leave out one.');
  if (format !== 'text' && format !== 'json') throw new Refused(`--format ${format} is not known. Use text or json.`);
  return { source, type, map, write, format };
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        type: { type: 'string' },
        map: { type: 'string' },
        write: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        format: { type: 'string', default: 'text' },
      },
    });
  } catch (error) {
    throw new Refused(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
};
