/**
 * Markdown → safe HTML: the only way from what somebody wrote to markup on a page. GitHub-flavoured,
 * with footnotes; sanitised always, whoever wrote it.
 */
import sanitizeHtml, { type IOptions, type Tag } from 'sanitize-html';
import { markdownToHtml } from 'satteri';

export interface Heading {
  id: string;
  text: string;
  depth: number;
}

export interface Rendered {
  html: string;
  headings: Heading[];
}

export interface RenderOptions {
  /** Set before every id, so that several texts on one page never share one. */
  idPrefix?: string;
  /** What the list of footnotes is called, and the link back, for screen readers. */
  footnotes: string;
  footnoteBack: string;
  /** The boxes of a task list, for screen readers. */
  taskDone: string;
  taskOpen: string;
  /** What a table that scrolls is called, for screen readers. */
  table: string;
  /** Ids of the page's sources in their order: a figure from the ledger carries the number of its source. */
  sources?: readonly string[];
  /** Level of the text's first heading, from 2: one below the heading that the page has set above. */
  level?: number;
}

const TEXT_TAGS = [
  'p',
  'br',
  'hr',
  'em',
  'strong',
  'del',
  'code',
  'pre',
  'blockquote',
  'sup',
  'sub',
  'kbd',
  'mark',
  'abbr',
  'span',
  'div',
];
const LIST_TAGS = ['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'input'];
const TABLE_TAGS = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];
const HEADING_TAGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const OTHER_TAGS = ['a', 'img', 'section', 'figure', 'figcaption', 'details', 'summary'];

const FOOTNOTE_ID = /^user-content-/;

/** Renders and sanitises one text. Pure: the same text gives the same HTML. */
export const renderMarkdown = (markdown: string, options: RenderOptions): Rendered => {
  if (markdown === '') return { html: '', headings: [] };
  const { html } = markdownToHtml(markdown, { features: { gfm: true } });
  const headings: Heading[] = [];
  const safe = isPlain(markdown, html)
    ? withAttributes(html)
    : linkForeignPictures(sanitizeHtml(html, sanitizing(options)));
  const scrolling = scrollTables(nameFootnotes(safe, options.footnotes), escapeText(options.table));
  return { html: placeHeadings(scrolling, options, headings), headings };
};

/** A cited claim, or a page of this site. */
const PLAIN_HREF = '#claim:[a-z0-9-]+|/(?:[a-z0-9-]+/)*';
const CELL_ALIGN = '(?: style="text-align: ?(left|center|right)"| align="(left|center|right)")?';

/** Any tag but those that Markdown makes of words, links and tables alone. */
const OTHER_TAG = new RegExp(
  `<(?!/?(?:p|h[1-6]|ul|ol|li|em|strong|blockquote|table|thead|tbody|tr)>|(?:br|hr)(?: /)?>` +
    `|a href="(?:${PLAIN_HREF})">|/a>|t[hd]${CELL_ALIGN}>|/t[hd]>)`,
);
const PLAIN_CELL = new RegExp(`<(t[hd])${CELL_ALIGN}>`, 'g');

/**
 * Whether there is nothing to sanitise: no markup of the author's own, and none but the plainest tags made of
 * the rest. Most texts are so, and a parser takes longer for them than everything else.
 */
const isPlain = (markdown: string, html: string): boolean => !markdown.includes('<') && !OTHER_TAG.test(html);

/** A plain text with the attributes that sanitising would have given it. */
const withAttributes = (html: string): string =>
  html
    .replaceAll(/<a href="(#claim:[^"]*)">/g, '<a href="$1" class="cite">')
    .replaceAll(PLAIN_CELL, (_, tag: string, style: string | undefined, align: string | undefined) => {
      const side = style ?? align;
      return `<${tag}${tag === 'th' ? ' scope="col"' : ''}${side === undefined ? '' : ` data-align="${side}"`}>`;
    });

const prefixed = (id: string, prefix: string): string => `${prefix}${id.replace(FOOTNOTE_ID, '')}`;

const sanitizing = (options: RenderOptions): IOptions => {
  const { idPrefix = '', footnotes } = options;
  return {
    allowedTags: [...TEXT_TAGS, ...LIST_TAGS, ...TABLE_TAGS, ...HEADING_TAGS, ...OTHER_TAGS],
    allowedAttributes: {
      a: ['href', 'title', 'id', 'class', 'rel', 'aria-label', 'aria-describedby', 'data-number'],
      img: ['src', 'alt', 'title', 'width', 'height', 'loading', 'decoding'],
      input: ['type', 'checked', 'disabled', 'aria-label'],
      th: ['scope', 'data-align'],
      td: ['data-align'],
      ol: ['start'],
      li: ['id'],
      section: ['class', 'aria-label'],
      abbr: ['title'],
      details: ['open'],
    },
    allowedSchemes: ['https', 'http', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['https', 'http'] },
    allowProtocolRelative: false,
    // Only the task lists that Markdown makes: an input of an author's own could pose as a form.
    exclusiveFilter: ({ tag, attribs }) => tag === 'input' && attribs['type'] !== 'checkbox',
    transformTags: {
      a: (tagName, attribs) => ({ tagName, attribs: linkAttributes(attribs, idPrefix, options) }),
      img: (tagName, attribs) => ({ tagName, attribs: imageAttributes(attribs) }),
      li: (tagName, attribs) => ({ tagName, attribs: itemAttributes(attribs, idPrefix) }),
      section: (_, attribs) => sectionTag(attribs, footnotes),
      input: (tagName, attribs) => ({ tagName, attribs: taskAttributes(attribs, options) }),
      th: (tagName, attribs) => ({ tagName, attribs: { scope: 'col', ...alignment(attribs) } }),
      td: (tagName, attribs) => ({ tagName, attribs: alignment(attribs) }),
    },
  };
};

type Attributes = Record<string, string>;

/** Only footnotes have ids of their own: one that an author chose could be taken for a part of the page. */
const footnoteId = (id: string | undefined, idPrefix: string): Attributes =>
  id !== undefined && FOOTNOTE_ID.test(id) ? { id: prefixed(id, idPrefix) } : {};

const itemAttributes = ({ id }: Attributes, idPrefix: string): Attributes => footnoteId(id, idPrefix);

const sectionTag = (attribs: Attributes, footnotes: string): Tag =>
  attribs['class'] === 'footnotes' || attribs['data-footnotes'] !== undefined
    ? { tagName: 'section', attribs: { class: 'footnotes', 'aria-label': footnotes } }
    : { tagName: 'div', attribs: {} };

const taskAttributes = ({ type = '', checked }: Attributes, { taskDone, taskOpen }: RenderOptions): Attributes => ({
  type,
  'aria-label': checked === undefined ? taskOpen : taskDone,
  disabled: '',
  ...(checked === undefined ? {} : { checked: '' }),
});

const CLAIM = '#claim:';

const sourceNumber = (href: string, sources: readonly string[]): Attributes => {
  const index = sources.indexOf(href.slice(CLAIM.length));
  return index === -1 ? {} : { 'data-number': String(index + 1) };
};

const linkAttributes = (
  attribs: Attributes,
  idPrefix: string,
  { footnoteBack, sources = [] }: RenderOptions,
): Attributes => {
  const { href = '', title, id } = attribs;
  const kept: Attributes = { href, ...(title ? { title } : {}) };
  if (href.startsWith(CLAIM)) return { ...kept, class: 'cite', ...sourceNumber(href, sources) };
  if (attribs['data-footnote-ref'] !== undefined || attribs['data-footnote-backref'] !== undefined) {
    const isBack = attribs['data-footnote-backref'] !== undefined;
    return {
      href: `#${prefixed(href.slice(1), idPrefix)}`,
      ...footnoteId(id, idPrefix),
      ...(isBack ? { 'aria-label': footnoteBack, class: 'footnote-back' } : { class: 'footnote-ref' }),
    };
  }
  if (href.startsWith('#')) return { href: `#${idPrefix}${href.slice(1)}` };
  return /^https?:/i.test(href) ? { ...kept, rel: 'noopener noreferrer', class: 'external' } : kept;
};

const imageAttributes = ({ src = '', alt = '', title }: Attributes): Attributes => {
  const [address = '', fragment = ''] = src.split('#', 2);
  const size = new URLSearchParams(fragment);
  const width = size.get('w');
  const height = size.get('h');
  return {
    src: address,
    alt,
    ...(title ? { title } : {}),
    ...(width && height ? { width, height } : {}),
    loading: 'lazy',
    decoding: 'async',
  };
};

const LINK_OR_PICTURE = /<a\b[^>]*>[\s\S]*?<\/a>|<img\b[^>]*>/g;
const PICTURE = /<img\b[^>]*>/g;

/** A picture of another host would tell that host who reads: it becomes a link, or its words where a link surrounds it. */
const linkForeignPictures = (html: string): string =>
  html.includes('<img')
    ? html.replaceAll(LINK_OR_PICTURE, (found) =>
        found.startsWith('<a')
          ? found.replaceAll(PICTURE, (img) => pictureOr(img, (_, words) => words))
          : pictureOr(found, linkTo),
      )
    : html;

/** The picture where it is the site's own; otherwise what `otherwise` makes of its address and words, both escaped. */
const pictureOr = (img: string, otherwise: (address: string, words: string) => string): string => {
  const address = / src="([^"]*)"/.exec(img)?.[1] ?? '';
  if (/^\/(?![/\\])/.test(address)) return img;
  const words = / alt="([^"]*)"/.exec(img)?.[1] ?? '';
  return otherwise(address, words === '' ? address : words);
};

const linkTo = (address: string, words: string): string =>
  /^https?:\/\//i.test(address)
    ? `<a href="${address}" rel="noopener noreferrer" class="external">${words}</a>`
    : words;

const alignment = (attribs: Attributes): Attributes => {
  const align = attribs['align'] ?? /text-align:\s*(\w+)/.exec(attribs['style'] ?? '')?.[1];
  return align ? { 'data-align': align } : {};
};

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** A table wider than the page scrolls inside its own box, which the keyboard can reach. */
const scrollTables = (html: string, label: string): string =>
  html.includes('<table')
    ? html
        // A corner cell without words heads nothing.
        .replaceAll(/<th scope="col"[^>]*>\s*<\/th>/g, '<td></td>')
        .replaceAll('<table>', `<div class="table-scroll" tabindex="0" role="group" aria-label="${label}"><table>`)
        .replaceAll('</table>', '</table></div>')
    : html;

/** The list of footnotes has a name, not a heading: it would stand in the outline as if the author had written it. */
const nameFootnotes = (html: string, name: string): string =>
  html.replace(
    /(<section class="footnotes"[^>]*>)\s*<h\d>[^<]*<\/h\d>/,
    (_, section: string) => `${section}<p class="footnotes-name">${escapeText(name)}</p>`,
  );

const HEADING = /<h([1-6])>([\s\S]*?)<\/h\1>/g;

/** Gives every heading an id, and a level that follows from the page's own without a gap, whatever the author began with. */
const placeHeadings = (html: string, { level = 2, idPrefix = '' }: RenderOptions, headings: Heading[]): string => {
  const highest = html.matchAll(HEADING).reduce((level, match) => Math.min(level, Number(match[1])), 6);
  const ids: Ids = {
    taken: new Set([...html.matchAll(/ id="([^"]*)"/g)].flatMap((match) => match.slice(1))),
    used: new Map(),
  };
  return html.replaceAll(HEADING, (_, written: string, inner: string) => {
    const above = headings.at(-1)?.depth ?? level - 1;
    const depth = Math.min(Number(written) - highest + level, above + 1, 6);
    const text = plainText(inner);
    const id = freeId(`${idPrefix}${slugOf(text)}`, ids);
    headings.push({ id, text, depth });
    return `<h${depth} id="${id}">${inner}</h${depth}>`;
  });
};

/** Ids of one text: those that are taken, footnotes' among them, and the last number given to each name. */
interface Ids {
  taken: Set<string>;
  used: Map<string, number>;
}

/** `notes`, then `notes-1`, `notes-2`: the first that nothing in the text has yet. */
const freeId = (name: string, { taken, used }: Ids): string => {
  let number = used.get(name) ?? 0;
  const numbered = () => (number === 0 ? name : `${name}-${number}`);
  while (taken.has(numbered())) number += 1;
  used.set(name, number);
  taken.add(numbered());
  return numbered();
};

/** As GitHub makes them: lower case, letters and digits of any script, hyphens for spaces. */
const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s+/g, '-') || 'section';

const plainText = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();
