/**
 * Text → words as a comparison needs them: the same words must come out of what an author wrote and of
 * what a build made of it, whatever the case, accents, typography, escapes and markup in between.
 */

export const SEPARATES = 0;
export const BELONGS = 1;
/** Counts for nothing: accents after their letter, soft hyphens, zero-width characters. */
export const VANISHES = 2;
/** Stands for several letters (ﬁ, ½, ㎏): see {@link foldMany}. */
export const EXPANDS = 3;
/** Is a word of its own: scripts that put no space between words. */
export const STANDS_ALONE = 4;
export const SURROGATE = 5;
/** Separates, and may part one text from the next. */
export const PARTS = 6;

/** Ends every sequence of words: nothing that spans it is one text. */
export const BREAK = '\u0004';
/** Marks that part one label from the next. */
const PARTING = '·•|→';
/** An escaped quotation mark: a quotation mark inside a text, never the end of one. */
const INNER_QUOTE = '\u0001';

const INVISIBLE = new Set([0x00ad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff]);
const ALONE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

export const kinds = new Uint8Array(65_536);
export const folds = new Uint16Array(65_536);
const expansions = new Map<number, string>();

for (let code = 0; code < 65_536; code++) {
  if (code >= 0xd800 && code <= 0xdfff) {
    kinds[code] = SURROGATE;
    continue;
  }
  if (INVISIBLE.has(code)) {
    kinds[code] = VANISHES;
    continue;
  }
  const char = String.fromCharCode(code);
  const folded = foldText(char);
  if (folded === '') kinds[code] = /\p{M}/u.test(char) ? VANISHES : SEPARATES;
  else if (folded.length > 1) {
    kinds[code] = EXPANDS;
    expansions.set(code, folded);
  } else {
    kinds[code] = ALONE.test(char) ? STANDS_ALONE : BELONGS;
    folds[code] = folded.charCodeAt(0);
  }
}

for (const mark of `".!?${BREAK}${PARTING}`) kinds[mark.charCodeAt(0)] = PARTS;

/** The letters that a character of kind EXPANDS or a pair of surrogates stands for; empty for a separator. */
export const foldMany = (codePoint: number): string =>
  expansions.get(codePoint) ?? foldText(String.fromCodePoint(codePoint));

/** The words of a text, folded. */
export const wordsOf = (text: string): string[] => {
  const words: string[] = [];
  let word = '';
  const end = () => {
    if (word !== '') words.push(word);
    word = '';
  };
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const kind = code > 0xffff ? SURROGATE : (kinds[code] ?? SEPARATES);
    if (kind === BELONGS) word += String.fromCharCode(folds[code] ?? 0);
    else if (kind === VANISHES) continue;
    else if (kind === STANDS_ALONE) {
      end();
      words.push(String.fromCharCode(folds[code] ?? 0));
    } else {
      const many = kind === SEPARATES || kind === PARTS ? '' : foldMany(code);
      if (many === '') end();
      else word += many;
    }
  }
  end();
  return words;
};

const NAMED = new Map(
  Object.entries({
    quot: INNER_QUOTE,
    amp: '&',
    apos: "'",
    shy: '\u00AD',
    szlig: 'ß',
    aelig: 'æ',
    AElig: 'æ',
    oslash: 'ø',
    Oslash: 'ø',
  }),
);
const MARKS = new Set(
  'nbsp ensp emsp thinsp hellip mdash ndash lsquo rsquo sbquo ldquo rdquo bdquo laquo raquo lsaquo rsaquo bull middot euro pound yen cent copy reg trade times divide minus plusmn deg sect para larr rarr uarr darr check dagger permil prime Prime zwnj zwj NewLine Tab'.split(
    ' ',
  ),
);

const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,31}));/g;
const ACCENTED = /^([a-zA-Z])(?:acute|grave|circ|uml|tilde|ring|cedil|caron|breve|macr|ogon|slash)$/;

const characterOf = (code: number): string =>
  code === 0x22 ? INNER_QUOTE : code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';

/**
 * Entities of HTML and XML → their characters; quotation marks stay inside their text.
 * @param angles whether `&lt;` becomes a `<` that may begin a tag, or a mere mark
 */
export const decodeEntities = (text: string, angles: 'tags' | 'marks' = 'tags'): string =>
  text.includes('&')
    ? text.replaceAll(ENTITY, (whole: string, decimal?: string, hex?: string, name?: string) => {
        const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : undefined;
        if (name === 'lt' || code === 0x3c) return angles === 'tags' ? '<' : INNER_QUOTE;
        if (name === 'gt' || code === 0x3e) return angles === 'tags' ? '>' : INNER_QUOTE;
        if (code !== undefined) return characterOf(code);
        if (name === undefined) return whole;
        return NAMED.get(name) ?? ACCENTED.exec(name)?.[1] ?? (MARKS.has(name) ? ' ' : whole);
      })
    : text;

const ESCAPE = /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-9a-fA-F]{2,6} )|([\s\S]))/g;

/** Escapes of JavaScript, JSON and CSS → their characters. */
export const decodeBackslashes = (text: string): string =>
  text.includes('\\')
    ? text.replaceAll(ESCAPE, (_, point?: string, unit?: string, byte?: string, css?: string, char?: string) => {
        const hex = point ?? unit ?? byte ?? css;
        if (hex !== undefined) {
          const code = Number.parseInt(hex, 16);
          return code >= 0xd800 && code <= 0xdfff ? String.fromCharCode(code) : characterOf(code);
        }
        if (char === '"') return INNER_QUOTE;
        return char !== undefined && 'nrtbfv0\n'.includes(char) ? ' ' : (char ?? '');
      })
    : text;

const PERCENT = /(?:%[0-9a-fA-F]{2})+/g;

/** `%C3%BC` → `ü`; bytes that are no UTF-8 are read one by one. */
export const decodePercents = (text: string): string =>
  text.includes('%')
    ? text.replaceAll(PERCENT, (run) => {
        try {
          return decodeURIComponent(run).replaceAll('"', INNER_QUOTE);
        } catch {
          return run.replaceAll(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
        }
      })
    : text;

/** How often a text may be escaped within an escaped text: HTML in a feed, JSON in an attribute, both at once. */
const MOST_LAYERS = 4;

/** The text with its entities decoded, then with all its escapes undone, and again while that changes anything. */
export function* layersOf(text: string): Generator<string> {
  let layer = decodeEntities(text, 'marks');
  yield layer;
  let source = text;
  for (let depth = 0; depth < MOST_LAYERS; depth++) {
    const next = decodePercents(decodeBackslashes(decodeEntities(source)));
    if (next === source) return;
    if (next !== layer) yield next;
    layer = source = next;
  }
}

/** Where the search for leaks ends a text as well: both must cut at the same marks. */
const TEXT_END = new RegExp(`(?<=[.!?])\\s+|[${PARTING}]`, 'u');

/** Words in one piece at most: what is longer is cut, so that a part of it is found too. */
export const LONGEST_PIECE = 32;

const blockStart = /^\s{0,8}(?:[-+*]|\d{1,9}[.)]|#{1,6}|>+|\[\^[^\]]+\]:)\s*/;

/**
 * A text as an author wrote it → the pieces that would stand in one line on a page: sentences, cells,
 * list items; without markup. Addresses and words for pictures are pieces of their own. What a build
 * replaces by something else (claims, variables, footnote marks) ends a piece.
 */
export const piecesOf = (text: string, isMarkdown: boolean): string[] => {
  const aside: string[] = [];
  const source = decodeEntities(text).replaceAll(/\{claim:[^{}\s]+\}|\{\{|\}\}|\[\^[^\]\s]+\](?!:)/g, BREAK);
  const plain = isMarkdown ? withoutMarkup(source, aside) : source;
  const blocks = isMarkdown ? paragraphs(plain) : plain.split('\n');
  const pieces = [...blocks, ...aside]
    .flatMap((block) => block.split(BREAK))
    .flatMap((block) => block.split(TEXT_END))
    .map((piece) => piece.trim())
    .filter(Boolean);
  const joined = pieces
    .filter((piece) => /[\p{L}\p{N}][*~`]+[\p{L}\p{N}]/u.test(piece))
    .map((piece) => piece.replaceAll(/[*~`]+/g, ''));
  return [...pieces, ...joined];
};

const withoutMarkup = (source: string, aside: string[]): string => {
  const keep = (piece: string | undefined) => {
    if (piece !== undefined && piece !== '') aside.push(piece);
  };
  return source
    .replaceAll(
      /!\[([^\]]*)\]\(\s*<?([^)\s>]+)>?(?:\s+["']([^)]*)["'])?\s*\)/g,
      (_, alt: string, href: string, title?: string) => {
        [alt, href, title].forEach(keep);
        return ' ';
      },
    )
    .replaceAll(
      /\[((?:[^[\]]|\[[^\]]*\])*)\]\(\s*<?([^)\s>]+)>?(?:\s+["']([^)]*)["'])?\s*\)/g,
      (_, words: string, href: string, title?: string) => {
        [href, title].forEach(keep);
        return words;
      },
    )
    .replaceAll(/^ {0,3}\[[^\]^][^\]]*\]:\s*(.*)$/gm, (_, rest: string) => {
      keep(rest);
      return BREAK;
    })
    .replaceAll(/<!--([\s\S]*?)-->/g, (_, comment: string) => {
      keep(comment);
      return ' ';
    })
    .replaceAll(/<\/?([a-zA-Z][a-zA-Z0-9]*)[^<>]*>/g, (_, name: string) =>
      /^(?:a|b|code|del|em|i|s|strong|sub|sup|u)$/i.test(name) ? ' ' : BREAK,
    );
};

/** Lines that a page shows as one: soft line ends join, blank lines, list items, headings and cells part. */
const paragraphs = (markdown: string): string[] => {
  const blocks: string[] = [];
  let open = '';
  const end = () => {
    if (open !== '') blocks.push(open);
    open = '';
  };
  for (const line of markdown.split('\n')) {
    const isCells = /^\s*\||\s\|\s/.test(line);
    const isHeading = /^\s{0,3}#{1,6}\s/.test(line);
    if (line.trim() === '' || isCells || blockStart.test(line)) end();
    if (isCells) blocks.push(...line.split(/(?<!\\)\|/));
    else if (isHeading) blocks.push(line.replace(blockStart, ''));
    else open = `${open} ${line.replace(blockStart, '')}`.trim();
  }
  end();
  return blocks;
};
