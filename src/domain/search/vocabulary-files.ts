/**
 * A vocabulary as files: an index of the words at which each part begins, and the parts, a stretch of the alphabet
 * each. To know a word, a reader loads the part where it would stand; to put one right, all of them. Front-coded: a
 * word takes three to four bytes on the line.
 */
import { z } from 'zod/mini';
import { stampOf } from '../stamp.ts';
import { NO_VOCABULARY, type Vocabulary } from './vocabulary.ts';

export interface VocabularyFile {
  name: string;
  text: string;
}

/** Words in the order of the alphabet, both ends included. */
export interface Stretch {
  from: string;
  to: string;
}

/** A vocabulary of which only some parts are at hand. */
export interface VocabularySource {
  /** The words of all parts that are loaded: the same object until there are more. */
  loaded: () => Vocabulary;
  /** Whether all words of the stretches are loaded, where there are any. */
  isLoaded: (stretches: readonly Stretch[]) => boolean;
  /** Loads what is missing of the stretches; rejects where it cannot be loaded, or is broken. */
  load: (stretches: readonly Stretch[]) => Promise<void>;
  loadAll: () => Promise<void>;
}

const FORMAT = 2;

export const VOCABULARY_INDEX = 'vocabulary.json';
const PARTS_FOLDER = 'vocabulary';

/** A part costs a request: all of them must not be too many, */
const MOST_PARTS = 32;
/** nor one too small to be worth it. */
const FEWEST_WORDS = 500;

const MOST_SHARED = 25;
const LETTER_A = 65;

const indexSchema = z.object({
  format: z.literal(FORMAT),
  pages: z.int().check(z.nonnegative()),
  /** Of each part: its first word, and the stamp of its text, which is its name. */
  parts: z.array(z.tuple([z.string(), z.string()])),
});

const partSchema = z.object({
  /** Of each word: how many letters it shares with the one before, as a capital, then the others. */
  words: z.string(),
  /** Of each word: its frequency, as a capital. Apart from the words it packs better. */
  frequency: z.string(),
});

type Words = Omit<Vocabulary, 'pages'>;

const sharedLetters = (a: string, b: string): number => {
  let shared = 0;
  while (shared < MOST_SHARED && shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
  return shared;
};

/** Words of the index are folded: a capital is never part of one. */
const toCapital = (number: number): string => String.fromCharCode(LETTER_A + Math.min(number, MOST_SHARED));
const fromCapital = (text: string): number => text.charCodeAt(0) - LETTER_A;

const encodeWords = ({ words, frequency }: Words): string => {
  const coded = words.map((word, i) => {
    const shared = sharedLetters(words[i - 1] ?? '', word);
    return toCapital(shared) + word.slice(shared);
  });
  return JSON.stringify({ words: coded.join(''), frequency: frequency.map(toCapital).join('') });
};

const decodeWords = (coded: string): string[] => {
  let before = '';
  return (coded.match(/[A-Z][^A-Z]*/g) ?? []).map((part) => {
    before = before.slice(0, fromCapital(part)) + part.slice(1);
    return before;
  });
};

const parsePart = (file: unknown): Words => {
  const { words: coded, frequency } = partSchema.parse(file);
  const words = decodeWords(coded);
  if (words.length !== frequency.length) throw new Error('A part of the vocabulary is not as it should be.');
  return { words, frequency: Array.from(frequency, fromCapital) };
};

const nameOf = (stamp: string): string => `${PARTS_FOLDER}/${stamp}.json`;

/** The index first. @param fewest words of a part, but for the last */
export const encodeVocabulary = (
  { pages, words, frequency }: Vocabulary,
  fewest: number = FEWEST_WORDS,
): VocabularyFile[] => {
  const size = Math.max(fewest, Math.ceil(words.length / MOST_PARTS));
  const parts = Array.from({ length: Math.ceil(words.length / size) }, (_, i) => {
    const [from, to] = [i * size, (i + 1) * size];
    const text = encodeWords({ words: words.slice(from, to), frequency: frequency.slice(from, to) });
    return { first: words[from] ?? '', stamp: stampOf(text), text };
  });
  const index = { format: FORMAT, pages, parts: parts.map(({ first, stamp }) => [first, stamp]) };
  return [
    { name: VOCABULARY_INDEX, text: JSON.stringify(index) },
    ...parts.map(({ stamp, text }) => ({ name: nameOf(stamp), text })),
  ];
};

/** The words that one of the files holds. Throws where it is none of them. */
export const wordsInFile = (file: unknown): readonly string[] => {
  const index = indexSchema.safeParse(file);
  return index.success ? index.data.parts.map(([first]) => first) : parsePart(file).words;
};

const joined = (pages: number, parts: readonly (Words | undefined)[]): Vocabulary => ({
  pages,
  words: parts.flatMap((part) => part?.words ?? []),
  frequency: parts.flatMap((part) => part?.frequency ?? []),
});

/**
 * Reads the index, and the parts when they are asked for; rejects where the index is of another build, or broken.
 * @param read the content of the file with this name, as JSON
 */
export const openVocabulary = async (read: (name: string) => Promise<unknown>): Promise<VocabularySource> => {
  const { pages, parts: listed } = indexSchema.parse(await read(VOCABULARY_INDEX));
  const parts: (Words | undefined)[] = listed.map(() => undefined);
  const underWay = new Map<number, Promise<void>>();
  /** Of all parts so far; made when it is asked for, as parts often come by the dozen. */
  let vocabulary: Vocabulary | undefined;

  const loadPart = async (at: number): Promise<void> => {
    parts[at] = parsePart(await read(nameOf(listed[at]?.[1] ?? '')));
    vocabulary = undefined;
  };

  /** Nothing is loaded twice; what failed may succeed the next time. */
  const partLoaded = (at: number): Promise<void> => {
    const loading = underWay.get(at) ?? loadPart(at).finally(() => underWay.delete(at));
    underWay.set(at, loading);
    return loading;
  };

  const missing = (isAskedFor: (at: number) => boolean): number[] =>
    parts.flatMap((part, at) => (part === undefined && isAskedFor(at) ? [at] : []));

  const isWithin = (at: number, { from, to }: Stretch): boolean => {
    const next = listed[at + 1]?.[0];
    return (listed[at]?.[0] ?? '') <= to && (next === undefined || from < next);
  };

  const missingOf = (stretches: readonly Stretch[]): number[] =>
    missing((at) => stretches.some((stretch) => isWithin(at, stretch)));

  const loadThese = async (places: readonly number[]): Promise<void> => {
    await Promise.all(places.map(partLoaded));
  };

  return {
    loaded: () => (vocabulary ??= joined(pages, parts)),
    isLoaded: (stretches) => missingOf(stretches).length === 0,
    load: (stretches) => loadThese(missingOf(stretches)),
    loadAll: () => loadThese(missing(() => true)),
  };
};

/** For a reader who has no vocabulary: words are taken as they are typed. */
export const EMPTY_SOURCE: VocabularySource = {
  loaded: () => NO_VOCABULARY,
  isLoaded: () => true,
  load: () => Promise.resolve(),
  loadAll: () => Promise.resolve(),
};
