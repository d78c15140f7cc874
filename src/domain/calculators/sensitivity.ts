/** Which inputs matter most: one at a time, low and high, ranked by the swing of one result (a tornado). */
import type { Choices, InputDefinition } from './definition.ts';
import type { Model } from './model.ts';
import { WhatIf, type Values } from './recompute.ts';
import { chosenInput, inProportion } from './scenarios.ts';

export interface TornadoBar {
  input: string;
  label: string;
  /** The input's low and high value, and the result at each. */
  low: { input: number; result: number };
  high: { input: number; result: number };
  /** Distance between the two results. */
  swing: number;
}

/** Where an author says nothing, a number is thought to be right within a tenth. */
const USUAL_DOUBT = 0.1;

/** The lowest and highest likely value of an input, about the number in use, within its range. */
export const likelyRange = (input: InputDefinition, choices: Choices): { low: number; high: number } => {
  const own = chosenInput(input, choices);
  const { sensitivity, scenarios } = input;
  const around = [scenarios?.conservative, scenarios?.optimistic].filter((value) => value !== undefined);
  const at = (given: number | undefined, otherwise: number): number =>
    inProportion(own, input.default, given ?? otherwise, input);
  const usual = input.default;
  const low = at(
    sensitivity?.low,
    around.length > 0 ? Math.min(usual, ...around) : usual - Math.abs(usual) * USUAL_DOUBT,
  );
  const high = at(
    sensitivity?.high,
    around.length > 0 ? Math.max(usual, ...around) : usual + Math.abs(usual) * USUAL_DOUBT,
  );
  const inRange = (value: number): number => Math.max(input.min ?? -Infinity, Math.min(input.max ?? Infinity, value));
  return { low: inRange(Math.min(low, high)), high: inRange(Math.max(low, high)) };
};

/**
 * Bars with the widest first; inputs that change nothing are left out.
 * @param base everything worked out for the scenario at hand
 * @param result the name of the figure that is watched, such as net_present_value
 */
export const tornado = (model: Model, choices: Choices, base: Values, result: string): TornadoBar[] => {
  const whatIf = new WhatIf(model, base, result);
  const bars = model.definition.inputs.flatMap((input): TornadoBar[] => {
    const { low, high } = likelyRange(input, choices);
    if (low === high) return [];
    const atLow = whatIf.resultWith(input.id, low);
    const atHigh = whatIf.resultWith(input.id, high);
    if (typeof atLow !== 'number' || typeof atHigh !== 'number') return [];
    const swing = Math.abs(atHigh - atLow);
    if (!(swing > 0) || !Number.isFinite(swing)) return [];
    return [
      {
        ...{ input: input.id, label: input.label, swing },
        low: { input: low, result: atLow },
        high: { input: high, result: atHigh },
      },
    ];
  });
  return bars.sort((a, b) => b.swing - a.swing || (a.input < b.input ? -1 : 1));
};
