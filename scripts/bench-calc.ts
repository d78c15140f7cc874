/** `npm run bench:calc`: how long a calculator takes to be worked out anew after a change of one input. */
import { calculate, compile } from '../src/domain/calculators/calculate.ts';
import { valuesIn } from '../src/domain/calculators/recompute.ts';
import { FORMULAS, INPUTS, benchModel } from './bench-calc/model.ts';
import { measure } from './bench-calc/measure.ts';

/** The most that a change may take, at the median: a quarter of the time in which a screen draws once. */
const MOST_MS = 4;

const definition = benchModel();
const model = compile(definition);
const changes = Array.from({ length: 50 }, (_, i) => ({ inputs: { input_1: 100 + i } }));

const compiling = measure(changes, () => compile(definition));
const all = measure(changes, (choices) => calculate(model, choices));
const once = measure(changes, (choices) => valuesIn(model, choices, 'expected'));

const ms = (value: number): string => `${value.toFixed(3)} ms`;
const isMet = all.median <= MOST_MS;
console.log(`A model with ${FORMULAS} formulas and ${INPUTS} inputs over three years, on this machine:

  compiled, once a page                             median ${ms(compiling.median)}, 95% within ${ms(compiling.most)}
  three scenarios and the tornado, after a change   median ${ms(all.median)}, 95% within ${ms(all.most)}
  its formulas once, for comparison                 median ${ms(once.median)}, 95% within ${ms(once.most)}

  × ${(all.median / once.median).toFixed(1)} for ${3 + 2 * INPUTS} times of working it out, of which the tornado's only what changes
  ${isMet ? '✓' : '✗'} at most ${MOST_MS} ms at the median`);
process.exitCode = isMet ? 0 : 1;
