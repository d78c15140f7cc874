/**
 * Assets that share most of their wording. Runs of words are compared by their Jaccard index; MinHash (Broder, 1997) names
 * the few pairs that could be near enough, so that the work grows with the library and not with its square.
 */
import type { Finding } from '../../schemas/finding.ts';
import type { ContentEntry } from '../entries.ts';
import { ownerOf, placeOf, reviewedOn, type HealthContext } from './context.ts';
import { runsOf } from './read-words.ts';

/** Shorter texts are alike by chance. */
const FEWEST_RUNS = 30;

/**
 * How many runs two assets share; some number below `needed` as soon as it cannot be reached any more.
 * @param a in order. @param b in order
 */
const shared = (a: Uint32Array, b: Uint32Array, needed: number): number => {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (count + Math.min(a.length - i, b.length - j) < needed) return count;
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) count += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return count;
};

/**
 * Runs that both have, of all that either has: 0 to 1, and right wherever it is at least `least`.
 * @param a in order. @param b in order
 */
export const resemblance = (a: Uint32Array, b: Uint32Array, least = 0): number => {
  const all = a.length + b.length;
  // Rounding must not lose a pair that is exactly as much alike as is asked for.
  const both = shared(a, b, Math.ceil((least / (1 + least)) * all - 1e-9));
  return all === 0 ? 0 : both / (all - both);
};

export interface Pair {
  /** Places in the list of texts. */
  first: number;
  second: number;
  likeness: number;
}

/** Numbers in a sketch: two texts agree in each of them as often as they are alike. */
const SKETCH = 96;
/** Of the pairs that are only just alike enough, one in a thousand may be missed. */
const MAY_MISS = 0.001;

/**
 * Texts that agree in one whole band of their sketches are compared. The wider the bands, the fewer texts agree by chance,
 * and the more of the alike ones are missed: the widest that still finds enough.
 */
const bandWidth = (least: number): number => {
  let width = 1;
  while ((1 - least ** (width + 1)) ** Math.floor(SKETCH / (width + 1)) <= MAY_MISS) width += 1;
  return width;
};

/** Two numbers for each shuffle of the runs, the first of them odd. */
const SHUFFLES = Array.from({ length: SKETCH }, (_, i) => ({
  times: Math.imul(2 * i + 1, 0x9e3779b1) | 1,
  plus: Math.imul(i + 1, 0x85ebca6b),
}));

/** The least of a text's runs, as each shuffle has them. */
const sketchOf = (text: Uint32Array): Uint32Array =>
  Uint32Array.from(SHUFFLES, ({ times, plus }) => {
    let least = 0xffffffff;
    for (let i = 0; i < text.length; i++) {
      const shuffled = (Math.imul(text[i] ?? 0, times) + plus) >>> 0;
      if (shuffled < least) least = shuffled;
    }
    return least;
  });

/** All pairs that are at least so much alike. @param texts runs of each, in order. @param least above 0, up to 1 */
export const alikePairs = (texts: readonly Uint32Array[], least: number): Pair[] => {
  const width = bandWidth(least);
  const sketches = texts.map(sketchOf);
  const seen = new Set<number>();
  const pairs: Pair[] = [];
  for (let start = 0; start + width <= SKETCH; start += width) {
    const bands = Map.groupBy(sketches.keys(), (place) => sketches[place]?.subarray(start, start + width).join());
    for (const places of bands.values()) {
      for (const [i, first] of places.entries()) {
        for (const second of places.slice(i + 1)) {
          const key = first * texts.length + second;
          if (seen.has(key)) continue;
          seen.add(key);
          const [a, b] = [texts[first], texts[second]];
          const likeness = a && b ? resemblance(a, b, least) : 0;
          if (likeness >= least) pairs.push({ first, second, likeness });
        }
      }
    }
  }
  return pairs.sort((a, b) => a.first - b.first || a.second - b.second);
};

const supersedes = (a: ContentEntry, b: ContentEntry): boolean => {
  const { supersedes: ids } = a.data;
  return Array.isArray(ids) && ids.includes(b.id);
};

export const findDuplicates = ({ assets, words, library }: HealthContext): Finding[] => {
  const read = assets
    .map((asset) => ({ asset, runs: runsOf(words.get(asset) ?? []) }))
    .filter(({ runs }) => runs.length >= FEWEST_RUNS);
  const pairs = alikePairs(
    read.map(({ runs }) => runs),
    library.settings.health.similarity / 100,
  );
  return pairs.flatMap(({ first, second, likeness }): Finding[] => {
    const [a, b] = [read[first]?.asset, read[second]?.asset];
    if (!a || !b || supersedes(a, b) || supersedes(b, a)) return [];
    // The one reviewed earlier is the one to look at.
    const [older, newer] = reviewedOn(a) <= reviewedOn(b) ? [a, b] : [b, a];
    return [
      {
        kind: 'near_duplicate',
        wording: 'near_duplicate',
        subject: placeOf(older),
        others: [placeOf(newer)],
        owner: ownerOf(older),
        args: { percent: Math.floor(likeness * 100) },
      },
    ];
  });
};
