/** Copying with formatting, for programs that can show it. */
import { escapeHtml } from '../domain/escape.ts';
import { copyPlain } from './clipboard.ts';

export interface Copied {
  html: string;
  text: string;
}

/** @returns a promise that fails where there is no clipboard, or no permission to use it */
export const copyFormatted = ({ html, text }: Copied): Promise<void> => {
  if (typeof ClipboardItem === 'undefined' || !navigator.clipboard?.write) return copyPlain(text);
  const item = new ClipboardItem({
    'text/html': new Blob([html], { type: 'text/html' }),
    'text/plain': new Blob([text], { type: 'text/plain' }),
  });
  return navigator.clipboard.write([item]);
};

/** Kept in what is copied; everything else is only its words. */
const KEPT = new Set([
  'P',
  'BR',
  'UL',
  'OL',
  'LI',
  'STRONG',
  'EM',
  'B',
  'I',
  'BLOCKQUOTE',
  'TABLE',
  'THEAD',
  'TBODY',
  'TR',
  'TH',
  'TD',
  'CODE',
]);
const PARAGRAPHS = new Set(['P', 'LI', 'BLOCKQUOTE', 'TR', 'H2', 'H3', 'H4', 'H5', 'H6']);

/** Links of the page itself lead nowhere in a mail; others get their whole address. */
const linkOf = (link: HTMLAnchorElement, inner: string): string =>
  link.getAttribute('href')?.startsWith('#') ? inner : `<a href="${escapeHtml(link.href)}">${inner}</a>`;

const htmlOf = (node: Node): string => {
  if (node instanceof Text) return escapeHtml(node.data.replaceAll(/\s+/g, ' '));
  if (!(node instanceof HTMLElement) || node.matches('copy-answer, .source-mark, .footnote-ref, .footnotes')) return '';
  const inner = [...node.childNodes].map(htmlOf).join('');
  if (node instanceof HTMLAnchorElement) return linkOf(node, inner);
  if (/^H[2-6]$/.test(node.tagName)) return `<p><strong>${inner}</strong></p>`;
  if (node.tagName === 'BR') return '<br>';
  const tag = node.tagName.toLowerCase();
  return KEPT.has(node.tagName) ? `<${tag}>${inner}</${tag}>` : inner;
};

const textOf = (node: Node): string => {
  if (node instanceof Text) return node.data.replaceAll(/\s+/g, ' ');
  if (!(node instanceof HTMLElement) || node.matches('copy-answer, .source-mark, .footnote-ref, .footnotes')) return '';
  if (node.tagName === 'BR') return '\n';
  const inner = [...node.childNodes].map(textOf).join('');
  if (node.tagName === 'LI') return `- ${inner.trim()}\n`;
  if (node.tagName === 'TD' || node.tagName === 'TH') return `${inner.trim()}\t`;
  return PARAGRAPHS.has(node.tagName) ? `${inner.trim()}\n\n` : inner;
};

/** What a part of the page says, without its buttons and the numbers of its sources. */
export const copyOf = (part: HTMLElement): Copied => {
  const html = htmlOf(part).trim();
  return {
    html: /^<(p|ul|ol|blockquote|table)\b/.test(html) ? html : `<p>${html}</p>`,
    text: textOf(part)
      .replaceAll(/ *\n */g, '\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim(),
  };
};
