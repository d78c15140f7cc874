/** `{{variables}}` in snippets: what the rep fills in. */
import { escapeHtml } from './escape.ts';

const VARIABLE = /\{\{(?=\s*[^\s{}])([^{}]+)\}\}/g;

const nameIn = ([, name = '']: RegExpMatchArray): string => name.trim();

/** Names of the variables, each once, in the order of reading. */
export const variablesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(VARIABLE)].map((match) => nameIn(match))),
];

export interface SnippetPart {
  text: string;
  isVariable: boolean;
}

/** The text cut at its variables; a variable keeps its name only. */
export const snippetParts = (text: string): SnippetPart[] => {
  const parts: SnippetPart[] = [];
  let end = 0;
  for (const match of text.matchAll(VARIABLE)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), isVariable: false });
    parts.push({ text: nameIn(match), isVariable: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isVariable: false });
  return parts;
};

/** What the rep has filled in, by the variable's name. */
export type Filled = Readonly<Record<string, string>>;

const valueOf = (filled: Filled, name: string): string =>
  Object.hasOwn(filled, name) ? (filled[name] ?? '').trim() : '';

/** The text with what is filled in; a variable that is not stays as it is written, so that nobody sends a gap unseen. */
export const fillSnippet = (text: string, filled: Filled): string =>
  snippetParts(text)
    .map((part) => (part.isVariable ? valueOf(filled, part.text) || `{{${part.text}}}` : part.text))
    .join('');

/** Variables of a text that are not filled in yet. */
export const openVariables = (text: string, filled: Filled): string[] =>
  variablesIn(text).filter((name) => valueOf(filled, name) === '');

/** `first_name` → `First name` */
export const variableLabel = (name: string): string => {
  const words = name.replaceAll(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Line ends of a mail are CRLF (RFC 6068, section 5). Half of an emoji cannot be encoded, and becomes a replacement mark. */
const encodeForMail = (text: string): string =>
  encodeURIComponent(text.toWellFormed().replaceAll(/\r\n|\r|\n/g, '\r\n'));

/** Opens the reader's own mail program; the recipient is theirs to fill in. */
export const mailtoLink = (subject: string, body: string): string =>
  `mailto:?${subject === '' ? '' : `subject=${encodeForMail(subject.replaceAll(/\s+/g, ' '))}&`}body=${encodeForMail(body)}`;

/** LinkedIn takes a page's address only, and reads title and picture from there. */
export const linkedInShareLink = (address: string): string =>
  `https://www.linkedin.com/sharing/share-offsite/?url=${encodeURIComponent(address)}`;

const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}’”']/g;

/** Paragraphs, line breaks and links: what a mail program can show. */
export const snippetHtml = (text: string): string =>
  text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => {
      let html = '';
      let end = 0;
      for (const { 0: address, index } of paragraph.matchAll(ADDRESS)) {
        html += `${escapeHtml(paragraph.slice(end, index))}<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`;
        end = index + address.length;
      }
      return `<p>${(html + escapeHtml(paragraph.slice(end))).replaceAll('\n', '<br>')}</p>`;
    })
    .join('');

const MOST_REMEMBERED = 200;
const LONGEST_VALUE = 1_000;

/** What a browser has kept; anything could have been written there, so what has another shape is passed over. */
export const parseFilled = (kept: string | null): Record<string, string> => {
  let value: unknown;
  try {
    value = JSON.parse(kept ?? '{}');
  } catch {
    return {};
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const texts = Object.entries(value).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1].length <= LONGEST_VALUE,
  );
  return Object.fromEntries(texts.slice(-MOST_REMEMBERED));
};
