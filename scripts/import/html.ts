/** HTML → Markdown, and elements of a page by a selector such as `div.details b`. */
import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { Unreadable } from './unreadable.ts';

const parser = unified().use(rehypeParse, { fragment: true });
const writer = unified()
  .use(rehypeRemark)
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-', fences: true });

/** Unclosed tags are closed as a browser would. */
export const parseHtml = (html: string): Root => parser.parse(html);

export const htmlToMarkdown = (tree: Root): string => tidy(writer.stringify(writer.runSync(plainSpaces(tree))));

/** Two line breaks are a paragraph; a space that hangs in a bold word belongs outside of it. */
const tidy = (markdown: string): string =>
  markdown
    .replaceAll(/(?:\\\n[ \t]*){2,}/g, '\n\n')
    .replaceAll(/&#x20;(\*\*|_)/g, '$1 ')
    .replaceAll('&#x20;', ' ')
    .trim();

const HEADING = /^h[1-6]$/;

/** Spaces and breaks that were there for the looks of the page. */
const plainSpaces = <N extends Root | Element>(node: N, isHeading = false): N => ({
  ...node,
  children: node.children.map((child): Root['children'][number] => {
    if (child.type === 'text') return { ...child, value: child.value.replaceAll('\u00a0', ' ') };
    if (child.type !== 'element') return child;
    if (isHeading && child.tagName === 'br') return { type: 'text', value: ' ' };
    return plainSpaces(child, isHeading || HEADING.test(child.tagName));
  }),
});

/** The inside of each element that fits, as Markdown. @param labelled only where these words stand right before it */
export const selectIn = (tree: Root, selector: string, labelled?: string): string[] => {
  const ways = selector.split(',').map((way) => way.trim().split(/\s+/).map(compound));
  const found: string[] = [];
  walk(tree, [], (element, above, before) => {
    if (!ways.some((way) => fits(way, element, above))) return;
    if (labelled !== undefined && !fold(before).endsWith(fold(labelled))) return;
    found.push(htmlToMarkdown({ type: 'root', children: element.children }));
  });
  return found;
};

type Test = (element: Element) => boolean;

const PART = /^(?:([a-z][\w-]*|\*)|\.([\w-]+)|#([\w-]+)|\[([\w-]+)(?:=["']?([^"'\]]*)["']?)?\])/i;

/** `div.details[lang=en]` */
const compound = (text: string): Test => {
  const tests: Test[] = [];
  let rest = text;
  while (rest !== '') {
    const match = PART.exec(rest);
    if (!match) throw new Unreadable(`cannot be searched for “${text}”: write it as in div.details b`);
    tests.push(partTest(match));
    rest = rest.slice(match[0].length);
  }
  return (element) => tests.every((test) => test(element));
};

const partTest = ([, tag, className, id, attribute, value]: RegExpExecArray): Test => {
  if (tag !== undefined) return ({ tagName }) => tag === '*' || tagName === tag.toLowerCase();
  if (className !== undefined) return ({ properties }) => listOf(properties['className']).includes(className);
  if (id !== undefined) return ({ properties }) => properties['id'] === id;
  return ({ properties }) => {
    const found = attribute === undefined ? undefined : properties[attribute];
    return found !== undefined && (value === undefined || String(found) === value);
  };
};

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const fits = (way: readonly Test[], element: Element, above: readonly Element[]): boolean => {
  const tests = [...way];
  if (tests.pop()?.(element) !== true) return false;
  for (const outer of above.toReversed()) if (tests.at(-1)?.(outer) === true) tests.pop();
  return tests.length === 0;
};

type Visit = (element: Element, above: readonly Element[], before: string) => void;

const walk = (node: Root | Element, above: readonly Element[], visit: Visit): void => {
  let before = '';
  for (const child of node.children) {
    if (child.type === 'element') {
      visit(child, above, before);
      walk(child, [...above, child], visit);
    }
    const text = textOf(child);
    if (text.trim() !== '') before = text;
  }
};

const textOf = (node: Nodes): string => {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
};

const fold = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[\s\u00a0:]+/g, ' ')
    .trim();
