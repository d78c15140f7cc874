/** Texts as runs of words that can be compared: fast, because every text of the library is read so. */
import { BELONGS, folds, kinds, SEPARATES, STANDS_ALONE, VANISHES } from '../words.ts';

const PRIME = 0x01000193;
const START = 0x811c9dc5 | 0;

/** A number for each word of a text, the same whatever its case and accents. */
export const wordHashes = (text: string): number[] => {
  const words: number[] = [];
  let hash = START;
  let isOpen = false;
  const end = (): void => {
    if (isOpen) words.push(hash);
    hash = START;
    isOpen = false;
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = kinds[code] ?? SEPARATES;
    if (kind === BELONGS) {
      hash = Math.imul(hash ^ (folds[code] ?? 0), PRIME);
      isOpen = true;
    } else if (kind === STANDS_ALONE) {
      end();
      words.push(Math.imul(START ^ code, PRIME));
    } else if (kind !== VANISHES) end();
  }
  end();
  return words;
};

/** Words in a run: long enough that a phrase of the house is not a resemblance. */
const RUN = 6;

/** Numbers of all runs of words of an asset, each once, in order. @param texts the words of each of its texts */
export const runsOf = (texts: readonly (readonly number[])[]): Uint32Array => {
  const runs = new Uint32Array(texts.reduce((sum, { length }) => sum + Math.max(0, length - RUN + 1), 0));
  let at = 0;
  for (const words of texts) {
    for (let i = 0; i + RUN <= words.length; i++) {
      let hash = 0;
      for (let j = i; j < i + RUN; j++) hash = (Math.imul(hash, 31) + (words[j] ?? 0)) | 0;
      runs[at++] = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    }
  }
  return runs.sort().filter((run, i) => i === 0 || run !== runs[i - 1]);
};
