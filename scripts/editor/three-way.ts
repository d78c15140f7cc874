/**
 * Two changes of one entry, made from the same beginning, as one entry. By fields, not by lines: an editor writes
 * the whole front matter anew, so lines differ where nothing was changed.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, parseDocument, type Document } from 'yaml';
import { tryGit } from './git.ts';

/** The entry with both changes, or the fields that both changed. */
export type Merged = { text: string } | { conflicts: string[] };

interface Entry {
  fields: Document;
  /** Undefined for a file that is YAML alone. */
  body: string | undefined;
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n?---[ \t]*(?:\r?\n|$)([\s\S]*)$/;

const parse = (text: string): Entry | undefined => {
  const [, front, body] = FRONT_MATTER.exec(text) ?? [];
  const fields = parseDocument(front ?? text, { schema: 'core' });
  const isReadable = fields.errors.length === 0 && (fields.contents === null || isMap(fields.contents));
  return isReadable ? { fields, body: front === undefined ? undefined : body } : undefined;
};

const keysOf = ({ contents }: Document): string[] =>
  isMap(contents) ? contents.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : [])) : [];

const valueOf = (fields: Document, key: string): unknown => {
  const data: unknown = fields.toJS();
  return typeof data === 'object' && data !== null && Object.hasOwn(data, key)
    ? Object.entries(data).find(([name]) => name === key)?.[1]
    : undefined;
};

/** @param base what both began with @param theirs what stands now @param mine what is to be saved */
export const mergeEntry = async (base: string, theirs: string, mine: string): Promise<Merged> => {
  if (theirs === base || theirs === mine) return { text: mine };
  if (mine === base) return { text: theirs };
  const [before, now, next] = [parse(base), parse(theirs), parse(mine)];
  if (!before || !now || !next) return asText(await mergeLines(base, theirs, mine), 'the file');
  const conflicts: string[] = [];
  for (const key of new Set([...keysOf(before.fields), ...keysOf(now.fields), ...keysOf(next.fields)])) {
    const [was, is, wanted] = [before, now, next].map(({ fields }) => valueOf(fields, key));
    if (isDeepStrictEqual(is, was) || isDeepStrictEqual(is, wanted)) continue;
    if (!isDeepStrictEqual(wanted, was)) conflicts.push(key);
    else if (is === undefined) next.fields.delete(key);
    else next.fields.set(key, now.fields.get(key, true));
  }
  const body = await mergeBodies(before.body, now.body, next.body);
  if (body === undefined) conflicts.push('body');
  if (conflicts.length > 0) return { conflicts };
  const fields = next.fields.toString({ lineWidth: 0 });
  return { text: next.body === undefined ? fields : `---\n${fields}---\n${body ?? ''}` };
};

/** White space at the ends is the editor's, not the author's. */
const mergeBodies = async (base = '', theirs = '', mine = ''): Promise<string | undefined> => {
  if (theirs.trim() === base.trim() || theirs.trim() === mine.trim()) return mine;
  if (mine.trim() === base.trim()) return theirs;
  return mergeLines(base, theirs, mine);
};

const asText = (text: string | undefined, name: string): Merged =>
  text === undefined ? { conflicts: [name] } : { text };

/** Undefined where both changed the same lines, or where there is no git to ask. */
const mergeLines = async (base: string, theirs: string, mine: string): Promise<string | undefined> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dealshelf-merge-'));
  try {
    for (const [name, text] of Object.entries({ base, theirs, mine })) await writeFile(path.join(folder, name), text);
    const { code, output } = await tryGit(folder, 'merge-file', '-p', '-q', 'mine', 'base', 'theirs');
    return code === 0 ? output : undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
