/** A speller whose words are loaded when a query needs them. */
import { createSpeller, SHORTEST_BEGINNING, type Reach, type Speller } from './speller.ts';
import type { Stretch, VocabularySource } from './vocabulary-files.ts';
import { NO_VOCABULARY, type Vocabulary } from './vocabulary.ts';
import { stem } from './words.ts';

export interface GrowingSpeller extends Speller {
  /** Whether all is loaded that tells of these words as they are. */
  isReadyFor: (words: readonly string[]) => boolean;
  /** Loads what tells of these words as they are: `has`, `beginningOf` and `weightOf` are right for them. */
  learn: (words: readonly string[]) => Promise<void>;
  /** Loads what may have been meant by words: `suggest` is right for them, too. */
  learnAround: (words: readonly string[], reach: Reach) => Promise<void>;
}

/** Comes after all letters. */
const LAST = '\uffff';

const exactly = (word: string): Stretch => ({ from: word, to: word });

/** Where that stands by which a word is known: itself, what begins with it, its stem, its letters before a number. */
const stretchesOf = (word: string): Stretch[] => [
  { from: word, to: word.length < SHORTEST_BEGINNING ? word : word + LAST },
  exactly(stem(word)),
  exactly(word.replace(/\d+$/, '')),
];

const sameLetter = (word: string): Stretch => ({ from: word.charAt(0), to: word.charAt(0) + LAST });

/** @param alsoKnown words that are right although no page has them: synonyms, names of facets */
export const createGrowingSpeller = (source: VocabularySource, alsoKnown: Iterable<string>): GrowingSpeller => {
  const extra = new Set(alsoKnown);
  let vocabulary = source.loaded();
  let speller = createSpeller(vocabulary, extra);

  const growTo = (words: Vocabulary): void => {
    if (words === vocabulary) return;
    vocabulary = words;
    speller = createSpeller(words, extra);
  };

  /** With half of the words, good ones would be taken for wrong: what cannot be loaded leaves none. */
  const grow = (loading: Promise<void>): Promise<void> =>
    loading.then(
      () => growTo(source.loaded()),
      () => growTo(NO_VOCABULARY),
    );

  return {
    has: (word) => speller.has(word),
    beginningOf: (letters) => speller.beginningOf(letters),
    weightOf: (word) => speller.weightOf(word),
    suggest: (typed, reach) => speller.suggest(typed, reach),
    isReadyFor: (words) => source.isLoaded(words.flatMap(stretchesOf)),
    learn: (words) => grow(source.load(words.flatMap(stretchesOf))),
    learnAround: (words, reach) => grow(reach === 'everywhere' ? source.loadAll() : source.load(words.map(sameLetter))),
  };
};
