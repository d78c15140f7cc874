/** "Did you mean": the nearest of the known words, if any is near enough to be meant. */
import { distance } from 'fastest-levenshtein';

/** About a third of the letters may differ, so that "titel" finds "title"; at most four. */
const tolerance = (word: string): number => Math.min(4, Math.max(1, Math.ceil(word.length / 3)));

const fold = (word: string): string => word.toLowerCase().replaceAll(/[_\s]/g, '-');

export const suggest = (word: string, known: Iterable<string>): string | undefined => {
  const wanted = fold(word);
  let best: string | undefined;
  let bestDistance = tolerance(wanted) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const d = distance(wanted, fold(candidate));
    if (d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
};
