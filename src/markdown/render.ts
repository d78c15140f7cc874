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
  /** How much deeper headings begin: the page has used level 1 and perhaps more. */
  shift?: number;
}

const TEXT_TAGS = ['p', 'br', 'hr', 'em', 'strong', 'del', 'code', 'pre', 'blockquote', 'sup', 'sub', 'kbd', 'mark', 'abbr', 'span', 'div'];
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
  const safe = sanitizeHtml(html, sanitizing(options));
  return { html: addHeadingIds(scrollTables(safe), options.idPrefix ?? '', headings), headings };
};

const prefixed = (id: string, prefix: string): string => `${prefix}${id.replace(FOOTNOTE_ID, '')}`;

const sanitizing = ({ idPrefix = '', footnotes, footnoteBack, shift = 1 }: RenderOptions): IOptions => ({
  allowedTags: [...TEXT_TAGS, ...LIST_TAGS, ...TABLE_TAGS, ...HEADING_TAGS, ...OTHER_TAGS],
  allowedAttributes: {
    a: ['href', 'title', 'id', 'class', 'rel', 'aria-label', 'aria-describedby', 'data-cite'],
    img: ['src', 'alt', 'title', 'width', 'height', 'loading', 'decoding'],
    input: ['type', 'checked', 'disabled', 'aria-label'],
    th: ['scope', 'data-align'],
    td: ['data-align'],
    ol: ['start'],
    li: ['id'],
    section: ['class', 'aria-label'],
    abbr: ['title'],
    details: ['open'],
    h1: ['id'],
    h2: ['id'],
    h3: ['id'],
    h4: ['id'],
    h5: ['id'],
    h6: ['id'],
  },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['https', 'http'] },
  allowProtocolRelative: false,
  // Only the task lists that Markdown makes: an input of an author's own could pose as a form.
  exclusiveFilter: ({ tag, attribs }) => tag === 'input' && attribs['type'] !== 'checkbox',
  transformTags: {
    a: (tagName, attribs) => ({ tagName, attribs: linkAttributes(attribs, idPrefix, footnoteBack) }),
    img: (tagName, attribs) => ({ tagName, attribs: imageAttributes(attribs) }),
    li: (tagName, attribs) => ({ tagName, attribs: itemAttributes(attribs, idPrefix) }),
    section: (_, attribs) => sectionTag(attribs, footnotes),
    input: (tagName, attribs) => ({ tagName, attribs: taskAttributes(attribs) }),
    th: (tagName, attribs) => ({ tagName, attribs: { scope: 'col', ...alignment(attribs) } }),
    td: (tagName, attribs) => ({ tagName, attribs: alignment(attribs) }),
    ...Object.fromEntries(
      HEADING_TAGS.map((tag) => [
        tag,
        () => ({ tagName: `h${Math.min(6, Number(tag.slice(1)) + shift)}`, attribs: {} }),
      ]),
    ),
  },
});

type Attributes = Record<string, string>;

/** Only footnotes have ids of their own. */
const itemAttributes = ({ id }: Attributes, idPrefix: string): Attributes => (id ? { id: prefixed(id, idPrefix) } : {});

const sectionTag = (attribs: Attributes, footnotes: string): Tag =>
  attribs['class'] === 'footnotes' || attribs['data-footnotes'] !== undefined
    ? { tagName: 'section', attribs: { class: 'footnotes', 'aria-label': footnotes } }
    : { tagName: 'div', attribs: {} };

const taskAttributes = ({ type = '', checked }: Attributes): Attributes => ({
  type,
  disabled: '',
  ...(checked === undefined ? {} : { checked: '' }),
});

const linkAttributes = (attribs: Attributes, idPrefix: string, footnoteBack: string): Attributes => {
  const { href = '', title, id } = attribs;
  const kept: Attributes = { href, ...(title ? { title } : {}) };
  if (href.startsWith('#claim-')) return { ...kept, class: 'cite' };
  if (attribs['data-footnote-ref'] !== undefined || attribs['data-footnote-backref'] !== undefined) {
    const isBack = attribs['data-footnote-backref'] !== undefined;
    return {
      href: `#${prefixed(href.slice(1), idPrefix)}`,
      ...(id ? { id: prefixed(id, idPrefix) } : {}),
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

const alignment = (attribs: Attributes): Attributes => {
  const align = attribs['align'] ?? /text-align:\s*(\w+)/.exec(attribs['style'] ?? '')?.[1];
  return align ? { 'data-align': align } : {};
};

/** A table wider than the page scrolls inside its own box, which the keyboard can reach. */
const scrollTables = (html: string): string =>
  html.includes('<table')
    ? html.replaceAll('<table>', '<div class="table-scroll" tabindex="0"><table>').replaceAll('</table>', '</table></div>')
    : html;

const addHeadingIds = (html: string, prefix: string, headings: Heading[]): string => {
  const seen = new Map<string, number>();
  return html.replaceAll(/<h([1-6])>([\s\S]*?)<\/h\1>/g, (_, depth: string, inner: string) => {
    const text = plainText(inner);
    const slug = slugOf(text);
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    const id = `${prefix}${before === 0 ? slug : `${slug}-${before}`}`;
    headings.push({ id, text, depth: Number(depth) });
    return `<h${depth} id="${id}">${inner}</h${depth}>`;
  });
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
