/**
 * What a build must not hold, from the content itself: the difference between the whole library and
 * what the gate lets through. What public text says anyway proves nothing and is left out.
 */
import { tellingWords } from '../../src/domain/consent.ts';
import { allEntries, textOf, type ContentEntry, type Library } from '../../src/domain/entries.ts';
import { anonymousId } from '../../src/domain/gate.ts';
import { addSecret, cutWords, Search, type Origin, type Secret, type Strength } from '../../src/domain/leaks.ts';
import { fieldName } from '../../src/domain/problems.ts';
import { shortHash } from '../../src/domain/routes.ts';
import { textsOf } from '../../src/domain/texts.ts';
import { piecesOf, wordsOf } from '../../src/domain/words.ts';
import { fieldPlan, type PlannedField } from '../../src/schemas/field-plan.ts';
import { numbersIn, spellings } from './allowed.ts';

export interface Forbidden {
  secrets: readonly Secret[];
  /** Files of the media folder that the build leaves out, by the SHA-256 of their bytes. */
  files: ReadonlyMap<string, ForbiddenFile>;
  /** Texts left out of the search because the build may say the same. */
  excused: number;
  /** Words that the build may say, in order. */
  known: readonly string[];
}

export interface ForbiddenFile {
  origin: Origin;
  size: number;
}

export interface ForbiddenSource {
  library: Library;
  gated: Library;
  /** Name of the content folder, as messages show it. */
  name: string;
  /** What the build may say. */
  allowed: readonly string[];
  /** The engine's own words: an excuse for a few words together, never for a sentence. */
  engine: readonly string[];
}

export const forbiddenOf = ({ library, gated, name, allowed, engine }: ForbiddenSource): Forbidden => {
  const known = new Set<string>();
  for (const text of [...allowed, ...engine]) for (const word of wordsOf(text)) known.add(word);
  const weigh = weigher(known);

  const secrets = new Map<string, Secret>();
  for (const entry of allEntries(library)) addEntry(secrets, entry, shownOf(gated, entry), weigh);
  const files = addMedia(secrets, library, gated, name, weigh);

  const candidates = secrets.size;
  excuse(secrets, allowed, () => true);
  excuse(secrets, engine, ({ words }) => words.split(' ').length < SENTENCE_WORDS);
  return { secrets: [...secrets.values()], files, excused: candidates - secrets.size, known: [...known].sort() };
};

const shownOf = (gated: Library, { collection, id }: ContentEntry): ContentEntry | undefined => {
  const entries = gated.entries.get(collection);
  return entries?.get(id) ?? (collection === 'case-studies' ? entries?.get(anonymousId(id)) : undefined);
};

const excuse = (
  secrets: Map<string, Secret>,
  texts: readonly string[],
  mayExcuse: (secret: Secret) => boolean,
): void => {
  const search = new Search(secrets.values());
  for (const text of texts) {
    search.search(text, { place: 'text' }, ({ secret }) => {
      if (mayExcuse(secret)) secrets.delete(secret.words);
    });
  }
};

const ISO_TIME = /^\d{4}-\d{2}-\d{2}(T|$)/;

const addEntry = (
  secrets: Map<string, Secret>,
  entry: ContentEntry,
  shown: ContentEntry | undefined,
  weigh: Weigh,
): void => {
  const { file } = entry;
  const told = new Set(
    shown
      ? textsOf(shown)
          .flatMap(piecesOfText)
          .map(({ key }) => key)
      : [],
  );
  const plan = new Map(fieldPlan(entry.collection).map((field) => [field.path.join('.'), field]));
  for (const text of textsOf(entry)) {
    const planned = plan.get(text.at.map((step) => (typeof step === 'number' ? '*' : step)).join('.'));
    if (!isTelling(text.value, planned)) continue;
    const pieces = piecesOfText(text);
    const isName = NAME_FIELDS.has(`${entry.collection}.${text.at[0]}`) || text.value.includes('@');
    for (const { words, key } of pieces) {
      if (told.has(key)) continue;
      add(secrets, words, { isWhole: pieces.length === 1, isName }, { file, field: fieldName(text.at) }, weigh);
    }
  }
  const whole = { isWhole: true, isName: false };
  if (shown?.id !== entry.id) add(secrets, wordsOf(entry.id), whole, { file, field: 'file name' }, weigh);
  const customer = entry.collection === 'case-studies' ? textOf(entry, 'customer') : undefined;
  if (customer !== undefined && textOf(shown ?? { data: {} }, 'customer') !== customer) {
    const origin = { file, field: 'customer' };
    for (const word of tellingWords(customer))
      add(secrets, wordsOf(word), { isWhole: true, isName: true }, origin, weigh);
  }
  const shownNumbers = new Set(shown ? numbersIn(shown.data) : []);
  for (const number of numbersIn(entry.data)) {
    if (shownNumbers.has(number) || !isDistinctive(number)) continue;
    for (const spelling of spellings(number))
      addSecret(secrets, wordsOf(spelling).join(' '), 'number', { file, field: String(number) });
  }
};

/** Names of firms: they give something away even where they stand alone. */
const NAME_FIELDS = new Set(['case-studies.customer', 'competitors.label', 'competitors.synonyms']);

/** Options, references and dates say nothing by themselves; media are looked for by their own names. */
const isTelling = (value: string, planned: PlannedField | undefined): boolean =>
  !ISO_TIME.test(value) &&
  planned?.refersTo === undefined &&
  planned?.format !== 'image' &&
  planned?.format !== 'file' &&
  planned?.options?.includes(value) !== true;

interface Piece {
  words: string[];
  key: string;
}

const piecesOfText = ({ value, format }: { value: string; format: string | undefined }): Piece[] =>
  piecesOf(value, format === 'markdown').map((piece) => {
    const words = wordsOf(piece);
    return { words, key: words.join(' ') };
  });

const add = (
  secrets: Map<string, Secret>,
  words: readonly string[],
  traits: Traits,
  origin: Origin,
  weigh: Weigh,
): void => {
  for (const part of cutWords(words)) {
    const strength = weigh(part, traits);
    if (strength !== undefined) addSecret(secrets, part.join(' '), strength, origin);
  }
};

interface Traits {
  /** A field's whole text, not a part of a longer one. */
  isWhole: boolean;
  isName: boolean;
}

/** Says how much words prove; undefined: they are too common to prove anything. */
type Weigh = (words: readonly string[], traits: Traits) => Strength | undefined;

const SENTENCE_WORDS = 4;
const SENTENCE_LETTERS = 16;

const HAS_LETTER = /\p{L}/u;
const MIXED = /^(?=.*\p{N})(?=.*\p{L}).{6,}$/u;

const weigher = (known: ReadonlySet<string>): Weigh => {
  return (words, { isWhole, isName }) => {
    const spoken = words.filter((word) => HAS_LETTER.test(word));
    const letters = spoken.reduce((sum, word) => sum + word.length, 0);
    if (words.some((word) => MIXED.test(word) && !known.has(word))) return 'name';
    if (isName && spoken.some((word) => word.length >= 3 && !known.has(word))) return 'name';
    if (words.length >= SENTENCE_WORDS && spoken.length > 2 && letters >= SENTENCE_LETTERS) return 'sentence';
    const isNew = spoken.some((word) => word.length >= 4 && !known.has(word));
    if (isNew) return 'phrase';
    return isWhole && spoken.length >= 2 && letters >= 6 ? 'phrase' : undefined;
  };
};

/** 184250 is unlikely to stand on a page by chance; 90, 2026 and 100000 are not. */
const isDistinctive = (number: number): boolean =>
  /\d{5,}/.test(String(Math.abs(number)).replace('.', '').replace(/0+$/, ''));

const addMedia = (
  secrets: Map<string, Secret>,
  library: Library,
  gated: Library,
  name: string,
  weigh: Weigh,
): Map<string, ForbiddenFile> => {
  const shown = new Set([...gated.media.values()].map(({ hash }) => hash));
  const files = new Map<string, ForbiddenFile>();
  for (const { path, hash, size } of library.media.values()) {
    if (gated.media.has(path)) continue;
    const origin: Origin = { file: `${name}/media/${path}`, field: undefined };
    const fileName = path.split('/').at(-1) ?? path;
    add(secrets, wordsOf(fileName), { isWhole: true, isName: false }, origin, weigh);
    if (shown.has(hash) || size === 0) continue;
    files.set(hash, { origin, size });
    for (const digest of [hash, shortHash(hash)]) addSecret(secrets, digest, 'name', origin);
  }
  return files;
};
