/** What `npm run bench -- …` may be told. */
import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Numbers of assets, the smallest first. */
  sizes: number[];
  format: 'text' | 'json';
}

const DEFAULT_SIZES = '1000,10000';
/** Fewer would not hold an asset of every type. */
const SMALLEST = 100;

const fail = (message: string): never => {
  console.error(message);
  process.exit(2);
};

export const readOptions = (): BenchOptions => {
  const { values } = parseArgs({
    options: { sizes: { type: 'string', default: DEFAULT_SIZES }, format: { type: 'string', default: 'text' } },
  });
  const sizes = values.sizes.split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size >= SMALLEST)) {
    fail(`--sizes ${values.sizes} is not a list of whole numbers from ${SMALLEST}, such as ${DEFAULT_SIZES}.`);
  }
  const { format } = values;
  if (format !== 'text' && format !== 'json') return fail(`--format ${format} is not known. Use text or json.`);
  return { sizes: sizes.sort((a, b) => a - b), format };
};
