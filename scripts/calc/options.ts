/** What `npm run calc -- …` may be told. */
import { parseArgs } from 'node:util';
import { SCENARIOS, type Scenario } from '../../src/schemas/assets/calculator.ts';
import { Refused } from '../refused.ts';

export interface CalcOptions {
  /** A file, or the id of a calculator in the content folder. */
  calculator: string;
  /** `name=value`, in the order given. */
  set: readonly { name: string; text: string }[];
  scenario: Scenario;
  format: 'table' | 'json';
}

const USAGE = `Usage: npm run calc -- <file or id> [--set name=value …] [--scenario ${SCENARIOS.join('|')}] [--format table|json]

  --set employees=900        an input, written as on the page: 900, 22%, 5k
  --set adoption=50%/80%/90% a series, one value for each year
  --set earlier_projects=on  a benefit, on or off
  --set discount_rate=8%     and delay_months=3`;

const isScenario = (name: string): name is Scenario => SCENARIOS.some((scenario) => scenario === name);

export const readOptions = (args: readonly string[]): CalcOptions => {
  const { values, positionals } = parse(args);
  const { scenario, format } = values;
  const [calculator, ...more] = positionals;
  if (calculator === undefined || more.length > 0) throw new Refused(USAGE);
  if (!isScenario(scenario)) throw new Refused(`--scenario ${scenario} is not one of ${SCENARIOS.join(', ')}.`);
  if (format !== 'table' && format !== 'json') throw new Refused(`--format ${format} is not known. Use table or json.`);
  return { calculator, set: values.set.map(readSetting), scenario, format };
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        set: { type: 'string', multiple: true, default: [] },
        scenario: { type: 'string', default: 'expected' },
        format: { type: 'string', default: 'table' },
      },
    });
  } catch (error) {
    throw new Refused(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
};

const readSetting = (setting: string): { name: string; text: string } => {
  const at = setting.indexOf('=');
  if (at < 1) throw new Refused(`--set ${setting} has no value. Write --set name=value.`);
  return { name: setting.slice(0, at).trim(), text: setting.slice(at + 1) };
};
