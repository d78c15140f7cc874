/** Time of one call, over many. */

export interface Times {
  /** Milliseconds. */
  median: number;
  /** Within which 95 of 100 calls end. */
  most: number;
}

const WARM_UP = 300;
const ROUNDS = 1_000;

/** @param items each call gets the next, and the first again after the last */
export const measure = <T>(items: readonly T[], work: (item: T) => unknown): Times => {
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const item = items[round % items.length];
    if (item === undefined) break;
    const begin = performance.now();
    work(item);
    if (round >= WARM_UP) times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? NaN;
  return { median: at(0.5), most: at(0.95) };
};
