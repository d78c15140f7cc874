/** A query or a text → words, folded as the engine folds them: no case, no accents, no punctuation inside a word. */

/** Longer queries are cut: nobody types more, and a pasted page must not occupy the browser. */
export const MOST_CHARACTERS = 400;
/** Of a pasted paragraph, so many words are searched. */
export const MOST_WORDS = 24;
const LONGEST_WORD = 40;

/** Carry no meaning of their own: a query need not have them, and a title does not gain by them. */
const STOP_WORDS = new Set(
  `a about am an and any are as at be been but by can could did do does find for from get give go had has have her here
  him his how i if in into is it its make me my need not of on or our please say says she show so some tell than that the
  their them then there they this to us vs versus want was we were what when where which who whom why will with would
  should shall you your cant didnt doesnt dont hasnt havent im isnt ive lets shouldnt thats theyre wasnt were weve whats
  wont wouldnt youre`.split(/\s+/),
);

export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);

export const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The start of a text, never with half a character at its end. */
export const cut = (text: string, most = MOST_CHARACTERS): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');

/** What parts words in a query. A hyphen, an apostrophe or `&` does not: `e-mail` is found as `email`. */
const BETWEEN_WORDS = /[\s/|,;:<>()[\]{}"“”„«»=+–—…]+/u;
const NOT_IN_WORDS = /[^\p{L}\p{N}]+/gu;

/** The words of a query or of a synonym, in their order. */
export const queryWords = (text: string): string[] =>
  fold(cut(text))
    .split(BETWEEN_WORDS)
    .map((part) => part.replaceAll(NOT_IN_WORDS, ''))
    .filter((word) => word !== '' && word.length <= LONGEST_WORD)
    .slice(0, MOST_WORDS);

/** Words as a key: `Single sign-on` → `single signon`. */
export const phraseOf = (text: string): string => queryWords(text).join(' ');

/** The ways to type a phrase with hyphens: `one-pager` → `onepager`, `one pager`. */
export const phraseForms = (text: string): string[] => [
  ...new Set([phraseOf(text), phraseOf(text.replaceAll('-', ' '))].filter((phrase) => phrase !== '')),
];

/** Words typed in capitals among others that are not: `IT` and `US` are then no stop words. */
export const capitalsIn = (query: string): ReadonlySet<string> => {
  if (!/\p{Ll}/u.test(query)) return new Set();
  return new Set(queryWords((cut(query).match(/(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/gu) ?? []).join(' ')));
};

const JOINS_WORDS = /^[^-'’&]+(?:[-'’&][\p{L}\p{N}]+)+$/u;

/** The words of a text. One with a hyphen counts as its parts, and as a whole, as in the index. */
export const textWords = (text: string): string[] =>
  fold(text)
    .split(BETWEEN_WORDS)
    .flatMap((part) => {
      const parts = part.split(NOT_IN_WORDS).filter(Boolean);
      const isJoined = parts.length > 1 && JOINS_WORDS.test(part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
      return isJoined ? [...parts, parts.join('')] : parts;
    });

/** Without stop words; a query of stop words alone stays as it is. @param needed words that stay in any case */
export const meaningful = (words: readonly string[], needed: ReadonlySet<string> = new Set()): readonly string[] => {
  const kept = words.filter((word) => needed.has(word) || !isStopWord(word));
  return kept.length > 0 ? kept : words;
};

const ENDINGS = /(?:ations?|ments?|ings?|edly|ies|ied|ers?|es|ed|ly|s|e|y)$/;
const SHORTEST_STEM = 4;

/** A word without its ending. Light: good enough to see that two words belong together. */
export const stem = (word: string): string => {
  const stemmed = word.replace(ENDINGS, '');
  return stemmed.length >= SHORTEST_STEM ? stemmed : word;
};

/** The phrase of a query that is quoted as a whole: only then is it searched as a phrase. */
export const quotedPhrase = (query: string): string | undefined => {
  const words = /^\s*["“„](.+)["”“]\s*$/su.exec(cut(query))?.[1];
  if (words === undefined || /["“”„]/u.test(words)) return undefined;
  const phrase = phraseOf(words);
  return phrase === '' ? undefined : phrase;
};
