/** HTML inside Markdown → Markdown; what has none stays as it was written. */
import { markdownToHtml } from 'satteri';
import { htmlToMarkdown, parseHtml } from './html.ts';

const CODE = /^ {0,3}(`{3,}|~{3,})[\s\S]*?^ {0,3}\1[`~]*[ \t]*$|`[^`\n]*`/gm;
/** An address in angle brackets is Markdown. */
const TAG = /<\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>|<!--|&(?:nbsp|[lr]squo|[lr]dquo|[nm]dash|hellip|amp|#\d+);/i;

export const toMarkdown = (text: string): string =>
  TAG.test(text.replaceAll(CODE, ''))
    ? htmlToMarkdown(parseHtml(markdownToHtml(text, { features: { gfm: true } }).html))
    : text;
