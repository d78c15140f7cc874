/** Markdown, MDX and HTML, with or without front matter. */
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { Note } from '../../src/domain/import/row.ts';
import { htmlToMarkdown, parseHtml, selectIn } from './html.ts';
import { withoutComponents } from './components.ts';
import type { ReadFile } from './read-rows.ts';
import { Unreadable } from './unreadable.ts';
import { toMarkdown } from './to-markdown.ts';

const FRONT_MATTER = /^\s*---[ \t]*\n([\s\S]*?)(?<=\n)---[ \t]*(?:\n|$)/;

const splitFrontMatter = (text: string): { data: unknown; rest: string } => {
  const source = text.replace(/^\uFEFF/, '');
  if (source.startsWith('+++')) throw new Unreadable('has front matter in TOML; only YAML is read');
  const match = FRONT_MATTER.exec(source);
  if (!match) return { data: {}, rest: source };
  try {
    return { data: load(match[1] ?? '', { schema: CORE_SCHEMA }) ?? {}, rest: source.slice(match[0].length) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new Unreadable(`has front matter that cannot be read as YAML: ${error.reason}`);
  }
};

export const readMarkdown = (text: string): ReadFile => {
  const { data, rest } = splitFrontMatter(text);
  const { markdown, names } = withoutComponents(rest);
  const notes: Note[] =
    names.length === 0 ? [] : [{ field: 'body', reason: `had components, which are taken out: ${names.join(', ')}` }];
  return { rows: [{ data, body: toMarkdown(markdown).trim(), notes }] };
};

export const readHtml = (text: string): ReadFile => {
  const { data, rest } = splitFrontMatter(text);
  const tree = parseHtml(rest);
  return {
    rows: [
      {
        data,
        body: htmlToMarkdown(tree),
        select: (selector, labelled) => selectIn(tree, selector, labelled),
      },
    ],
  };
};
