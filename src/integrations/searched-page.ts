/** What of a page is searched: as the engine reads it, and as the words that it finds there. */
import { Parser } from 'htmlparser2';

/** Marks the element of a page that is searched. */
const BEGIN = 'data-pagefind-body';
/** Marks what follows in that element and is not: details, cited claims, related assets. */
const END = 'data-search-end';

const tagAt = (html: string, attribute: string, from = 0): number =>
  html.lastIndexOf('<', html.indexOf(attribute, from));

/** Drawings hold no words, and those of a button say what it does, not what the page says. */
const WORDLESS = /<(svg|button)[\s>].*?<\/\1>/gs;

/** Blocks at which the engine does not part words. */
const BLOCKS = 'blockquote caption dd details dl dt figcaption figure ol option pre summary table th tr'.split(' ');
/**
 * The engine would read `FrameworkControl` in the head of a table. Words also end where one element ends and another
 * begins, at any block, and at a `span`: a badge, a label.
 */
const BETWEEN_WORDS = new RegExp(
  [
    '</[a-z][a-z0-9-]*>(?=<[a-z])',
    `[^\\s>](?=<(?:${BLOCKS.join('|')})[\\s>])`,
    '[\\p{L}\\p{N}](?=<span[\\s>])',
    '</span>(?=[\\p{L}\\p{N}])',
  ].join('|'),
  'gu',
);

/**
 * The part of a page that is searched, as a page of its own; undefined where there is none. The frame, the
 * lists and the drawings would be ignored in any case, and are more than half of what the engine had to read.
 */
export const searchedPart = (html: string): string | undefined => {
  if (!html.includes(BEGIN)) return undefined;
  const begin = tagAt(html, BEGIN);
  const end = tagAt(html, END, begin);
  if (end <= begin) throw new Error(`A page with ${BEGIN} has no ${END} after it.`);
  const root = /<html[^>]*>/.exec(html)?.[0] ?? '<html>';
  const name = /^<([a-z]+)/.exec(html.slice(begin, end))?.[1] ?? '';
  const words = html.slice(begin, end).replaceAll(WORDLESS, '').replaceAll(BETWEEN_WORDS, '$& ');
  return `${root}<body>${words}</${name}></body></html>`;
};

/** As in the engine: what is inside of these is never searched. */
const LEFT_OUT = new Set('head style script noscript label form svg footer nav iframe template'.split(' '));
/** As in the engine: words on the two sides of these tags are two words. */
const PARTING = new Set('h1 h2 h3 h4 h5 h6 p td div ul li article section br'.split(' '));
/** Days and audiences are not searched for as words. */
const NOT_NAMES = new Set(['due', 'audience']);

/** What an open element does to the text inside of it. */
interface Open {
  /** Neither it nor what is inside is part of the text. */
  ignored: boolean;
  /** Not even a name, a tag or a title. */
  leftOut: boolean;
  /** A value that can be searched for, whatever stands around it. */
  named: boolean;
}

const OUTSIDE: Open = { ignored: false, leftOut: false, named: false };

/** `type:Case study` → its value; undefined where the element's own text is the value. */
const filterValue = (filter: string | undefined): string | undefined => {
  const [name = '', ...value] = (filter ?? '').split(':');
  return value.length === 0 || NOT_NAMES.has(name) ? undefined : value.join(':');
};

/**
 * The texts of a searched part that the engine's words come from. They follow the engine's own rules, so that
 * every word is in the index, and the other way round: a test of real builds compares the two.
 */
export const searchedTexts = (part: string): string[] => {
  const named: string[] = [];
  let picture: string | undefined;
  let text = '';
  const open: Open[] = [];
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      const around = open.at(-1) ?? OUTSIDE;
      const leftOut = around.leftOut || LEFT_OUT.has(tag);
      const value = leftOut ? undefined : filterValue(attributes['data-pagefind-filter']);
      if (value !== undefined) named.push(value);
      // The engine takes the words of the first picture, as it takes the picture.
      if (tag === 'img' && !leftOut) picture ??= attributes['alt'] ?? '';
      const hasName = !leftOut && attributes['data-pagefind-meta'] !== undefined;
      open.push({
        leftOut,
        ignored: around.ignored || leftOut || attributes['data-pagefind-ignore'] !== undefined,
        named: around.named || hasName,
      });
      // An element with an id is an anchor: the engine keeps it apart from the word before.
      if (hasName || PARTING.has(tag) || attributes['id'] !== undefined) text += ' ';
    },
    ontext: (piece) => {
      const { ignored, named } = open.at(-1) ?? OUTSIDE;
      if (named || !ignored) text += piece;
    },
    onclosetag: (tag) => {
      open.pop();
      if (PARTING.has(tag)) text += ' ';
    },
  });
  parser.end(part);
  return [text, ...named, ...(picture === undefined ? [] : [picture])];
};
