/** `--set name=value` → choices, read and refused as on the page. */
import { discountRateOf, LONGEST_DELAY, type Choices } from '../../src/domain/calculators/definition.ts';
import { entryMessage, type Formatting } from '../../src/domain/calculators/format.ts';
import type { Model } from '../../src/domain/calculators/model.ts';
import { readNumber, type NumberField } from '../../src/domain/calculators/read-number.ts';
import { seriesRange } from '../../src/domain/calculators/scenarios.ts';
import { suggest } from '../../src/domain/suggest.ts';
import type { CalcOptions } from './options.ts';
import { Refused } from '../refused.ts';

export const readChoices = (model: Model, { set, scenario }: CalcOptions, formatting: Formatting): Choices => {
  const { definition, years } = model;
  const inputs = new Map<string, number>();
  const series = new Map<string, number[]>();
  const switches = new Map<string, boolean>();
  let discountRate: number | undefined;
  let delayMonths: number | undefined;

  for (const { name, text } of set) {
    const read = (field: NumberField, written = text): number => readEntry(name, written, field, formatting);
    const input = definition.inputs.find(({ id }) => id === name);
    const ramp = definition.series.find(({ id }) => id === name);
    if (input) inputs.set(name, read(input));
    else if (ramp) {
      const field = { ...seriesRange(ramp), unit: ramp.unit, default: ramp.values[0] ?? 0 };
      const values = text.split('/').map((part) => read(field, part));
      if (values.length !== years) throw new Refused(`${name}: write ${years} values with / between them.`);
      series.set(name, values);
    } else if (definition.benefits.some(({ id }) => id === name)) switches.set(name, readSwitch(name, text));
    else if (name === 'discount_rate') discountRate = read({ ...discountRateOf(definition), unit: 'percent' });
    else if (name === 'delay_months')
      delayMonths = read({ unit: 'months', min: 0, max: LONGEST_DELAY, integer: true, default: 3 });
    else refuseName(model, name);
  }
  return {
    inputs: Object.fromEntries(inputs),
    series: Object.fromEntries(series),
    switches: Object.fromEntries(switches),
    ...{ discountRate, delayMonths, scenario },
  };
};

const readEntry = (name: string, text: string, field: NumberField, formatting: Formatting): number => {
  const read = readNumber(text, field, formatting);
  if (read.kind === 'number') return read.value;
  throw new Refused(`${name}: "${text}". ${entryMessage(read, field.unit, formatting)}`);
};

const readSwitch = (name: string, text: string): boolean => {
  if (text !== 'on' && text !== 'off') throw new Refused(`${name}: "${text}". Write on or off.`);
  return text === 'on';
};

const refuseName = ({ definition }: Model, name: string): never => {
  const known = [...definition.inputs, ...definition.series, ...definition.benefits].map(({ id }) => id);
  const near = suggest(name, [...known, 'discount_rate', 'delay_months']);
  const hint = near === undefined ? `There are: ${known.join(', ')}.` : `Did you mean "${near}"?`;
  throw new Refused(`This calculator has no "${name}". ${hint}`);
};
