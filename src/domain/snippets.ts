/** `{{variables}}` in snippets: what the rep fills in. */

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
