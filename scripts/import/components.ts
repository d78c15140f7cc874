/** Components and code in Markdown (MDX): their words stay, the rest means nothing outside the site they were made for. */

const ATTRIBUTE = String.raw`\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}))?`;
const TAG = new RegExp(String.raw`</?([A-Z][\w.]*)(?:${ATTRIBUTE}){0,50}\s*/?>`, 'g');
const CODE = /^(?:import\s[^\n]*\sfrom\s[^\n]*|import\s+['"][^\n]*|export\s+(?:const|default|let|function)[^\n]*);?$/gm;
const COMMENT = /\{\/\*[\s\S]*?\*\/\}/g;
const FENCED = /(^ {0,3}(`{3,}|~{3,})[\s\S]*?^ {0,3}\2[`~]*[ \t]*$)/m;

/** What stands in a code block is an example, and stays. */
export const withoutComponents = (markdown: string): { markdown: string; names: string[] } => {
  const names = new Set<string>();
  const clean = (text: string): string =>
    text
      .replaceAll(COMMENT, '')
      .replaceAll(CODE, '')
      .replaceAll(TAG, (_, name: string) => {
        names.add(name);
        return '';
      });
  const parts: string[] = [];
  let rest = markdown;
  for (let fenced = FENCED.exec(rest); fenced; fenced = FENCED.exec(rest)) {
    parts.push(clean(rest.slice(0, fenced.index)), fenced[0]);
    rest = rest.slice(fenced.index + fenced[0].length);
  }
  return { markdown: [...parts, clean(rest)].join(''), names: [...names] };
};
