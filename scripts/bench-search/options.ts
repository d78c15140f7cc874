/** What `npm run bench:search -- …` may be told. */
import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Assets of the generated library. */
  size: number;
  /** Where the generated library is kept for the next run; left out, in a folder that is removed. */
  folder: string | undefined;
  format: 'text' | 'json';
  /** Tell the queries whose asset is not among the first three. */
  misses: boolean;
}

const SMALLEST = 100;

const fail = (message: string): never => {
  console.error(message);
  process.exit(2);
};

export const readOptions = (): BenchOptions => {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: '5000' },
      folder: { type: 'string' },
      format: { type: 'string', default: 'text' },
      misses: { type: 'boolean', default: false },
    },
  });
  const size = Number(values.size);
  if (!Number.isInteger(size) || size < SMALLEST)
    return fail(`--size ${values.size} is not a whole number from ${SMALLEST}.`);
  const { format, folder, misses } = values;
  if (format !== 'text' && format !== 'json') return fail(`--format ${format} is not known. Use text or json.`);
  return { size, folder, format, misses };
};
