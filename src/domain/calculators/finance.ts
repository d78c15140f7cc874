/**
 * Figures of a business case, by the published conventions of Total Economic Impact studies: initial
 * costs at time 0 and undiscounted, the flows of year n discounted at its end, payback undiscounted and
 * linear within the year. Flows are in the calculator's currency; rates are shares.
 */
import { addNearly } from './values.ts';

/** Present value of flows at the end of periods 1…n. Infinite where the rate is -100%. */
export const presentValue = (rate: number, flows: readonly number[]): number =>
  flows.reduce((sum, flow, i) => sum + flow / (1 + rate) ** (i + 1), 0);

/** Value at time 0 of flows at times 0…n. */
const valueAtStart = (rate: number, flows: readonly number[]): number =>
  flows.reduceRight((sum, flow) => sum / (1 + rate) + flow, 0);

const slopeAtStart = (rate: number, flows: readonly number[]): number =>
  flows.reduce((sum, flow, t) => sum - (t * flow) / (1 + rate) ** (t + 1), 0);

const FIRST_GUESS = 0.1;
const MOST_STEPS = 60;
/** A rate below this is none: what came back is what was paid, but for noise. */
const NO_RATE = 1e-13;

/**
 * The rate at which flows at times 0…n are worth nothing, the one nearest to 10% as a spreadsheet finds
 * it; undefined where there is none.
 */
export const internalRate = (flows: readonly number[]): number | undefined => {
  if (!flows.some((flow) => flow > 0) || !flows.some((flow) => flow < 0)) return undefined;
  const rate = rateByNewton(flows) ?? rateByHalving(flows);
  return rate !== undefined && Math.abs(rate) < NO_RATE ? 0 : rate;
};

const rateByNewton = (flows: readonly number[]): number | undefined => {
  let rate = FIRST_GUESS;
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = rate - valueAtStart(rate, flows) / slopeAtStart(rate, flows);
    if (!Number.isFinite(next) || next <= -1) return undefined;
    if (Math.abs(next - rate) <= 1e-14 * Math.max(1, Math.abs(next))) return next;
    rate = next;
  }
  // The last digits may go on dancing about the root.
  const scale = flows.reduce((sum, flow) => sum + Math.abs(flow), 0);
  return Math.abs(valueAtStart(rate, flows)) <= 1e-9 * scale ? rate : undefined;
};

/** Rates between which a change of sign is looked for: fine near 0, coarse far out. */
const LADDER: readonly number[] = [
  ...Array.from({ length: 100 }, (_, i) => -0.9999 + i * 0.01),
  ...Array.from({ length: 200 }, (_, i) => i * 0.01),
  ...Array.from({ length: 60 }, (_, i) => 2 * 1.3 ** i),
];

const rateByHalving = (flows: readonly number[]): number | undefined => {
  const rungs = LADDER.map((rate) => ({ rate, value: valueAtStart(rate, flows) }));
  const steps = rungs.flatMap((high, i) => {
    const low = rungs[i - 1];
    return low && low.value * high.value <= 0 ? [{ low, high }] : [];
  });
  const [nearest] = steps.sort((a, b) => Math.abs(a.low.rate - FIRST_GUESS) - Math.abs(b.low.rate - FIRST_GUESS));
  if (!nearest) return undefined;
  let { low, high } = nearest;
  for (let step = 0; step < 200 && high.rate - low.rate > 1e-15 * Math.max(1, Math.abs(high.rate)); step++) {
    const rate = (low.rate + high.rate) / 2;
    const middle = { rate, value: valueAtStart(rate, flows) };
    if (low.value * middle.value <= 0) high = middle;
    else low = middle;
  }
  return (low.rate + high.rate) / 2;
};

/** How often the flows change between paying and receiving; years without a flow do not count. */
export const signChanges = (flows: readonly number[]): number => {
  const signs = flows.filter((flow) => flow !== 0).map(Math.sign);
  return signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length;
};

/** A return above 1,000% a year says more of a tiny first payment than of the case. */
export const HIGHEST_RATE = 10;

/** The internal rate where it means something: one change of sign, and no more than 1,000%. */
export const meaningfulRate = (flows: readonly number[]): number | undefined => {
  if (signChanges(flows) !== 1) return undefined;
  const rate = internalRate(flows);
  return rate === undefined || rate > HIGHEST_RATE ? undefined : rate;
};

export interface Payback {
  /** Months, with their fraction, until the sum of the flows is no longer negative; undefined: not within the horizon. */
  months: number | undefined;
  /** Where the sum falls below zero again later: months until it is back for good. */
  lastMonths: number | undefined;
}

/**
 * When the money is back.
 * @param net flows at times 0…n in years: what was paid first, then each year's net
 */
export const payback = (net: readonly number[]): Payback => {
  const crossings = crossingsOf(net);
  const end = net.reduce(addNearly, 0);
  const [first] = crossings;
  // Nothing ever to be paid back, and nothing gained: there is no payback to speak of.
  if (first === undefined || end < 0 || net.every((flow) => flow === 0))
    return { months: undefined, lastMonths: undefined };
  return { months: first, lastMonths: crossings.length > 1 ? crossings.at(-1) : undefined };
};

/** Months at which the running sum leaves the negative; 0 first where it was never in it to begin with. */
const crossingsOf = (net: readonly number[]): number[] => {
  const [initial = 0, ...years] = net;
  const crossings = initial >= 0 && (years[0] ?? 0) >= 0 ? [0] : [];
  let sum = initial;
  for (const [i, flow] of years.entries()) {
    const next = addNearly(sum, flow);
    if (sum < 0 && next >= 0) crossings.push((i + -sum / flow) * 12);
    sum = next;
  }
  return crossings;
};

/** A loan's payment in each period, as spreadsheets define it; undefined for no periods. */
export const payment = (
  rate: number,
  periods: number,
  present: number,
  future: number,
  atStart: boolean,
): number | undefined => {
  if (periods === 0) return undefined;
  if (rate === 0) return -(present + future) / periods;
  const growth = (1 + rate) ** periods;
  return (-(present * growth + future) * rate) / ((growth - 1) * (atStart ? 1 + rate : 1));
};
