/**
 * Assets that share most of their wording. Exact, not estimated: runs of words are compared by their Jaccard index, and an
 * index of each asset's rarest runs finds the few pairs that could be near enough, so that the work grows with the
 * library and not with its square.
 */
import type { Finding } from '../../schemas/finding.ts';
import type { ContentEntry } from '../entries.ts';
import { textsOf } from '../texts.ts';
import { wordsOf } from '../words.ts';
import { ownerOf, placeOf, reviewedOn, type HealthContext } from './context.ts';

/** Words in a run: long enough that a phrase of the house is not a resemblance. */
const RUN = 6;
/** Shorter texts are alike by chance. */
const FEWEST_RUNS = 30;

/** Runs are counted in so many boxes: two runs may share one, which only changes the order in which they are asked for. */
const BOXES = 1 << 22;

const PRIME = 0x01000193;

const hashOf = (word: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
  return hash;
};

/** Hashes of all runs of words of an entry, each once, in order. */
const runsOf = (entry: ContentEntry): Uint32Array => {
  const runs: number[] = [];
  for (const { value, format } of textsOf(entry)) {
    if (format !== 'text' && format !== 'markdown') continue;
    const words = wordsOf(value).map(hashOf);
    for (let i = 0; i + RUN <= words.length; i++) {
      let hash = 0;
      for (let j = i; j < i + RUN; j++) hash = (Math.imul(hash, 31) + (words[j] ?? 0)) | 0;
      runs.push(Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0);
    }
  }
  const sorted = Uint32Array.from(runs).sort();
  return sorted.filter((run, i) => i === 0 || run !== sorted[i - 1]);
};

/** How many runs two assets share. @param a in order. @param b in order */
const shared = (a: Uint32Array, b: Uint32Array): number => {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) count += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return count;
};

/** 0 to 1: runs that both have, of all that either has. */
export const resemblance = (a: Uint32Array, b: Uint32Array): number => {
  const both = shared(a, b);
  const either = a.length + b.length - both;
  return either === 0 ? 0 : both / either;
};

export interface Pair {
  /** Places in the list of texts. */
  first: number;
  second: number;
  likeness: number;
}

const countRuns = (texts: readonly Uint32Array[]): Uint16Array => {
  const counts = new Uint16Array(BOXES);
  for (const text of texts)
    for (const run of text) {
      const box = run % BOXES;
      const count = counts[box] ?? 0;
      if (count < 0xffff) counts[box] = count + 1;
    }
  return counts;
};

/**
 * The runs of a text of which a near-duplicate must share at least one: its rarest, as many as could all be missing in
 * another text and one more. A run that no other text has is passed over.
 */
const rarest = (text: Uint32Array, counts: Uint16Array, least: number): number[] => {
  const keys = Float64Array.from(text, (run) => (counts[run % BOXES] ?? 0) * 2 ** 32 + run).sort();
  const length = text.length - Math.ceil(least * text.length) + 1;
  return [...keys.subarray(0, length)].flatMap((key) => (key < 2 ** 33 ? [] : [key % 2 ** 32]));
};

/** All pairs that are at least so much alike. @param texts runs of each, in order. @param least 0 to 1 */
export const alikePairs = (texts: readonly Uint32Array[], least: number): Pair[] => {
  const counts = countRuns(texts);
  const index = new Map<number, number[]>();
  const pairs: Pair[] = [];
  for (const [second, text] of texts.entries()) {
    const candidates = new Set<number>();
    for (const run of rarest(text, counts, least)) {
      const list = index.get(run);
      if (!list) index.set(run, [second]);
      else {
        for (const candidate of list) candidates.add(candidate);
        list.push(second);
      }
    }
    for (const first of candidates) {
      const other = texts[first];
      if (!other || Math.min(other.length, text.length) < least * Math.max(other.length, text.length)) continue;
      const likeness = resemblance(other, text);
      if (likeness >= least) pairs.push({ first, second, likeness });
    }
  }
  return pairs;
};

const supersedes = (a: ContentEntry, b: ContentEntry): boolean => {
  const { supersedes: ids } = a.data;
  return Array.isArray(ids) && ids.includes(b.id);
};

export const findDuplicates = ({ assets, library }: HealthContext): Finding[] => {
  const read = assets.map((asset) => ({ asset, runs: runsOf(asset) })).filter(({ runs }) => runs.length >= FEWEST_RUNS);
  const least = library.settings.health.similarity / 100;
  return alikePairs(
    read.map(({ runs }) => runs),
    least,
  ).flatMap(({ first, second, likeness }): Finding[] => {
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
