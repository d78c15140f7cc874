/**
 * Finding many texts in much text, in one pass: the pure part of the leak proof. All that a build must
 * not hold is indexed by its words; a text is then read word by word, and each word costs the same
 * however many texts are looked for.
 *
 * What it cannot tell: a number from an internal claim ("33%") looks like any other number, and an
 * idea told in other words is another text. Verbatim texts, names, ids, addresses and files are found.
 */
import {
  BELONGS,
  EXPANDS,
  foldMany,
  folds,
  kinds,
  LONGEST_PIECE,
  PARTS,
  STANDS_ALONE,
  SURROGATE,
  VANISHES,
  wordsOf,
} from './words.ts';

/** Where a text that must not be there comes from. */
export interface Origin {
  /** `content/plays/hold-the-price.yml` */
  file: string;
  field: string | undefined;
}

/**
 * How much a find proves. A sentence is found anywhere; a name, or a word no language has, nearly
 * anywhere; a phrase only where all words come from content; a number only in what readers read.
 */
export type Strength = 'number' | 'phrase' | 'name' | 'sentence';
const STRENGTHS: readonly Strength[] = ['number', 'phrase', 'name', 'sentence'];

export interface Secret {
  /** Its words, folded, one space between. */
  words: string;
  strength: Strength;
  origins: Origin[];
}

/**
 * What kind of text is searched: words of a page, what stands inside tags, data, code, text that others
 * wrote (documents, metadata), bytes that are no text, stems of a search index.
 */
export type Place = 'text' | 'markup' | 'data' | 'code' | 'document' | 'bytes' | 'stems' | 'vendor';

const MIXED = /^(?=.*\p{N})(?=.*\p{L})/u;

/** Is finding it in this place evidence? Elsewhere it may stand by chance. */
export const provesIn = ({ words, strength }: Secret, place: Place): boolean => {
  const length = words.length;
  const isOneWord = !words.includes(' ');
  switch (place) {
    case 'text':
    case 'data':
      return true;
    case 'markup':
      return strength !== 'number';
    case 'code':
      return strength === 'sentence' || (length >= 12 && strength !== 'number' && (!isOneWord || MIXED.test(words)));
    case 'document':
      return (strength === 'sentence' && length >= 32) || strength === 'name';
    case 'bytes':
      return strength === 'sentence' || (strength === 'name' && length >= 8);
    case 'stems':
      return strength === 'name' && isOneWord;
    case 'vendor':
      return strength === 'sentence' || (strength === 'name' && MIXED.test(words) && length >= 8);
  }
};

export interface Found {
  secret: Secret;
  place: Place;
  /** Positions in the text searched. */
  start: number;
  end: number;
}

export interface SearchOptions {
  place: Place;
  /** Tags are no words: what stands between them is read as a page shows it, what stands in them apart. */
  markup?: boolean;
  /** A quotation mark ends a text, as in JSON. */
  quotes?: boolean;
}

/**
 * Could a word of a search index, cut back to its stem, come from one of these words? A stem is the
 * beginning of its words (`industri` of `industries`), but for an `e` that it may get back (`hope` of
 * `hoping`).
 * @param words in order
 */
export const isStemOf = (stem: string, words: readonly string[]): boolean => {
  const beginning = stem.replace(/[ei]$/, '');
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? '') < beginning) low = middle + 1;
    else high = middle;
  }
  return words[low]?.startsWith(beginning) === true;
};

/** Adds a text, or another origin of a text already there. */
export const addSecret = (secrets: Map<string, Secret>, words: string, strength: Strength, origin: Origin): void => {
  const known = secrets.get(words);
  if (!known) {
    secrets.set(words, { words, strength, origins: [origin] });
    return;
  }
  if (STRENGTHS.indexOf(strength) > STRENGTHS.indexOf(known.strength)) known.strength = strength;
  const isNew =
    known.origins.length < MOST_ORIGINS &&
    !known.origins.some(({ file, field }) => file === origin.file && field === origin.field);
  if (isNew) known.origins.push(origin);
};

const MOST_ORIGINS = 5;

const PRIME = 0x01000193;
const BASE = 0x9e3779b1 | 0;
/** Words of a text are looked up by its last ones: so many at most. */
const TAIL = 4;
const RING = 64;
const powers = new Int32Array(RING);
for (let i = 0, power = 1; i < RING; i++, power = Math.imul(power, BASE)) powers[i] = power;
const powerOf = (n: number): number => powers[n] ?? 0;

const avalanche = (hash: number): number => {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
};

const hashWord = (word: string): number => {
  let h = 0;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), PRIME);
  return avalanche(h);
};

const hashWords = (words: readonly string[]): number =>
  words.reduce((sum, word) => (Math.imul(sum, BASE) + hashWord(word)) | 0, 0);

/** One run of words, as it is read: hashes of all words so far, and where the last ones stand. */
class Stream {
  readonly sums = new Int32Array(RING);
  readonly starts = new Int32Array(RING);
  readonly ends = new Int32Array(RING);
  /** Words read, and words since the last break. */
  count = 0;
  run = 0;
  /** The word being read. */
  hash = 0;
  start = -1;

  restart(): void {
    this.run = 0;
    this.hash = 0;
    this.start = -1;
  }
}

/** Tags that stand inside a sentence. All others end it, `span` too: pages set one label beside another with it. */
const INLINE = new Set(
  '!-- a abbr b bdi bdo br cite code del dfn em font i ins kbd mark q s samp small strong sub sup u wbr'.split(' '),
);
/** Tags that may stand inside a word. */
const INSIDE_WORDS = new Set('!-- a b del em font i ins mark s small span strong sub sup u wbr'.split(' '));
/** Tags of office documents that end a text; all others may cut a word into runs. */
const PARAGRAPHS = /^(?:.*:)?(?:p|h|tr|tc|row|si|c|sp|list-item)$/;
const RAW = new Set(['script', 'style']);

const LETTER = /[a-zA-Z]/;

export class Search {
  readonly #short = new Map<number, Secret[]>();
  /** Lengths of the longer texts that end with these words. */
  readonly #tails = new Map<number, number[]>();
  readonly #whole = new Map<number, Secret[]>();
  /** Words that end a text, as bits: most words of a page are none. */
  readonly #lastWords = new Uint8Array(1 << 18);
  /** Last words together, as bits, by their number. */
  readonly #lastFew = new Uint8Array(1 << 21);
  readonly #text = new Stream();
  readonly #tags = new Stream();
  #source = '';
  #place: Place = 'text';
  #joinsSeen = false;
  #isJoining = false;
  #onFound: (found: Found) => void = () => undefined;

  constructor(secrets: Iterable<Secret>) {
    for (const secret of secrets) this.#add(secret);
  }

  #add(secret: Secret): void {
    const words = secret.words.split(' ');
    const last = hashWord(words.at(-1) ?? '');
    setBit(this.#lastWords, last);
    const tail = words.slice(-TAIL);
    const tailHash = hashWords(tail);
    setBit(this.#lastFew, keyOf(tailHash, tail.length));
    if (words.length <= TAIL) {
      push(this.#short, keyOf(tailHash, words.length), secret);
      return;
    }
    const lengths = this.#tails.get(tailHash) ?? [];
    if (!lengths.includes(words.length)) this.#tails.set(tailHash, [...lengths, words.length]);
    push(this.#whole, keyOf(hashWords(words), words.length), secret);
  }

  /** Calls `onFound` for every secret that stands in the text. */
  search(
    text: string,
    { place, markup = false, quotes = false }: SearchOptions,
    onFound: (found: Found) => void,
  ): void {
    this.#source = text;
    this.#onFound = onFound;
    this.#read(text, place, markup, quotes);
    if (!this.#joinsSeen) return;
    this.#isJoining = true;
    this.#read(text, place, markup, quotes);
    this.#isJoining = false;
    this.#joinsSeen = false;
  }

  #read(text: string, place: Place, markup: boolean, quotes: boolean): void {
    this.#text.restart();
    this.#tags.restart();
    if (markup) this.#readMarkup(text, place, quotes);
    else {
      this.#place = place;
      this.#readWords(this.#text, 0, text.length, quotes);
      this.#endWord(this.#text, text.length);
    }
  }

  #readMarkup(text: string, place: Place, quotes: boolean): void {
    const inTags: Place = place === 'text' ? 'markup' : place;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      const until = open === -1 ? text.length : open;
      this.#place = place;
      this.#readWords(this.#text, at, until, quotes);
      if (open === -1) break;
      const next = text[open + 1] ?? '';
      const isClosing = next === '/';
      if (!isClosing && !LETTER.test(next) && next !== '!' && next !== '?') {
        this.#endWord(this.#text, open);
        at = open + 1;
        continue;
      }
      let nameEnd = open + (isClosing ? 2 : 1);
      const nameStart = nameEnd;
      while (isNameCharacter(text.charCodeAt(nameEnd))) nameEnd++;
      const isComment = text.startsWith('!--', open + 1);
      const name = isComment ? '!--' : text.slice(nameStart, nameEnd).toLowerCase();
      const close = isComment ? endOf(text, '-->', open + 4) : tagEnd(text, nameEnd);
      this.#pass(name, open, close);
      this.#place = inTags;
      this.#tags.restart();
      this.#readWords(this.#tags, open + 1, close, true);
      this.#endWord(this.#tags, close);
      at = Math.min(close + 1, text.length);
      if (!isClosing && RAW.has(name)) at = this.#readRaw(name, text, open, at, inTags);
    }
    this.#place = place;
    this.#endWord(this.#text, text.length);
  }

  /** What a tag does to the words around it. */
  #pass(name: string, open: number, close: number): void {
    const isDocument = this.#place === 'document';
    const mayJoin = isDocument ? !PARAGRAPHS.test(name) : INSIDE_WORDS.has(name);
    if (this.#text.start >= 0 && mayJoin) {
      if (this.#isJoining) return;
      if (kinds[this.#source.charCodeAt(close + 1)] === BELONGS || isDocument) this.#joinsSeen = true;
    }
    this.#endWord(this.#text, open);
    if (isDocument ? !mayJoin : !INLINE.has(name)) this.#text.run = 0;
  }

  /** Scripts and styles are no markup, whatever they hold. */
  #readRaw(name: string, text: string, open: number, from: number, place: Place): number {
    const closing = new RegExp(`</${name}`, 'gi');
    closing.lastIndex = from;
    const end = closing.exec(text)?.index ?? text.length;
    const isData = name === 'script' && /json/i.test(text.slice(open, from));
    this.#place = isData ? 'data' : place === 'markup' ? 'code' : place;
    this.#tags.restart();
    this.#readWords(this.#tags, from, end, true);
    this.#endWord(this.#tags, end);
    return end;
  }

  #readWords(stream: Stream, from: number, to: number, quotes: boolean): void {
    const text = this.#source;
    let hash = stream.hash;
    let start = stream.start;
    for (let i = from; i < to; i++) {
      const code = text.charCodeAt(i);
      const kind = kinds[code];
      if (kind === BELONGS) {
        if (start < 0) {
          start = i;
          hash = 0;
        }
        hash = Math.imul(hash ^ (folds[code] ?? 0), PRIME);
        continue;
      }
      if (kind === VANISHES) continue;
      if (kind === EXPANDS || kind === SURROGATE) {
        const point = text.codePointAt(i) ?? 0;
        const many = foldMany(point);
        if (many !== '') {
          if (start < 0) {
            start = i;
            hash = 0;
          }
          for (let k = 0; k < many.length; k++) hash = Math.imul(hash ^ many.charCodeAt(k), PRIME);
          if (point > 0xffff) i++;
          continue;
        }
        if (point > 0xffff) i++;
      }
      if (start >= 0) {
        this.#look(stream, avalanche(hash), start, i);
        start = -1;
      }
      if (kind === STANDS_ALONE) this.#look(stream, avalanche(Math.imul(folds[code] ?? 0, PRIME)), i, i + 1);
      else if (kind === PARTS && partsHere(text, i, code, quotes)) stream.run = 0;
    }
    stream.hash = hash;
    stream.start = start;
  }

  #endWord(stream: Stream, end: number): void {
    if (stream.start >= 0) this.#look(stream, avalanche(stream.hash), stream.start, end);
    stream.start = -1;
  }

  /** A word has been read: does a secret end with it? */
  #look(stream: Stream, hash: number, start: number, end: number): void {
    const count = ++stream.count;
    const run = ++stream.run;
    const slot = count & (RING - 1);
    const sum = (Math.imul(stream.sums[(count - 1) & (RING - 1)] ?? 0, BASE) + hash) | 0;
    stream.sums[slot] = sum;
    stream.starts[slot] = start;
    stream.ends[slot] = end;
    if (!hasBit(this.#lastWords, hash)) return;
    const most = run < TAIL ? run : TAIL;
    for (let length = 1; length <= most; length++) {
      const tail = windowOf(stream, count, length);
      const key = keyOf(tail, length);
      if (!hasBit(this.#lastFew, key)) continue;
      this.#verify(stream, this.#short.get(key), length);
      if (length < TAIL) continue;
      for (const whole of this.#tails.get(tail) ?? []) {
        if (whole <= run) this.#verify(stream, this.#whole.get(keyOf(windowOf(stream, count, whole), whole)), whole);
      }
    }
  }

  /** Hashes can agree by chance; words cannot. */
  #verify(stream: Stream, secrets: readonly Secret[] | undefined, length: number): void {
    if (!secrets) return;
    const positions = Array.from({ length }, (_, i) => (stream.count - length + 1 + i) & (RING - 1));
    const words = positions.map((slot) =>
      this.#source.slice(stream.starts[slot], stream.ends[slot]).replaceAll(/<[^>]*>/g, ''),
    );
    const found = words.flatMap(wordsOf).join(' ');
    const start = stream.starts[positions[0] ?? 0] ?? 0;
    const end = stream.ends[positions.at(-1) ?? 0] ?? 0;
    for (const secret of secrets) {
      if (secret.words === found && provesIn(secret, this.#place))
        this.#onFound({ secret, place: this.#place, start, end });
    }
  }
}

const QUOTE = 0x22;
const DOT = 0x2e;
const BANG = 0x21;
const QUESTION = 0x3f;

/** Quotation marks part where they end texts, full stops before white space, the other marks always. */
const partsHere = (text: string, at: number, code: number, quotes: boolean): boolean => {
  if (code === QUOTE) return quotes;
  return (code !== DOT && code !== BANG && code !== QUESTION) || isSpace(text.charCodeAt(at + 1));
};

const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xa0;

const isNameCharacter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x2d ||
  code === 0x3a;

const endOf = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length - 1;
};

/** The `>` that ends a tag; one inside a quoted attribute does not. */
const tagEnd = (text: string, from: number): number => {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER) return at;
    if (code !== EQUALS) continue;
    while (isSpace(text.charCodeAt(at + 1))) at++;
    const mark = text.charCodeAt(at + 1);
    if (mark !== QUOTE && mark !== APOSTROPHE) continue;
    const end = text.indexOf(mark === QUOTE ? '"' : "'", at + 2);
    if (end === -1) return text.length;
    at = end;
  }
  return text.length;
};

const GREATER = 0x3e;
const EQUALS = 0x3d;
const APOSTROPHE = 0x27;

const windowOf = (stream: Stream, count: number, length: number): number =>
  ((stream.sums[count & (RING - 1)] ?? 0) -
    Math.imul(stream.sums[(count - length) & (RING - 1)] ?? 0, powerOf(length))) |
  0;

const keyOf = (hash: number, length: number): number => avalanche((hash + Math.imul(length, 0x27d4eb2f)) | 0);

/** @param bits as many bytes as a power of two */
const setBit = (bits: Uint8Array, hash: number): void => {
  const at = (hash >>> 3) & (bits.length - 1);
  bits[at] = (bits[at] ?? 0) | (1 << (hash & 7));
};

const hasBit = (bits: Uint8Array, hash: number): boolean =>
  ((bits[(hash >>> 3) & (bits.length - 1)] ?? 0) & (1 << (hash & 7))) !== 0;

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** Cuts what is longer than can be looked for at once; the last part overlaps the one before. */
export const cutWords = (words: readonly string[]): string[][] => {
  if (words.length <= LONGEST_PIECE) return [[...words]];
  const parts: string[][] = [];
  for (let at = 0; at < words.length; at += LONGEST_PIECE) {
    const from = Math.min(at, words.length - LONGEST_PIECE);
    parts.push(words.slice(from, from + LONGEST_PIECE));
  }
  return parts;
};
