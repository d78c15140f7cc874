/** A rename as changes of files: the entry's own, and every one that names it. Nothing else in them changes. */
import { parseDocument } from 'yaml';
import type { PlannedField } from '../../schemas/field-plan.ts';
import { fieldPlan, planOf } from '../../schemas/field-plan.ts';
import { collections, type CollectionName } from '../../schemas/index.ts';
import { settingsSchema } from '../../schemas/settings.ts';
import { parseContentFile } from '../content-file.ts';
import { isCollectionName, isRecord, type Path } from '../entries.ts';
import { isPaged } from '../routes.ts';
import { applyEdits, editAliases, editScalar, type Edit } from './edit-yaml.ts';
import { mentionsIn, rewriteText, type Mention, type Renaming } from './references.ts';

/** A text file of the content folder. */
export interface TextFile {
  /** Path inside the content folder. */
  path: string;
  text: string;
}

/** Lines as they were and as they become. */
export interface ChangedLines {
  /** Number of the first line, from 1. */
  line: number;
  before: string[];
  after: string[];
}

export interface FileChange {
  path: string;
  /** Where the file lies afterwards; the same for all but the entry itself. */
  newPath: string;
  text: string;
  lines: ChangedLines[];
}

export type RenamePlan = { changes: FileChange[]; problems: readonly string[] };

const FILE = /^(?:(.*)\/)?([^/]+)\.(md|ya?ml)$/;

const collectionOf = new Map<string, CollectionName>(
  Object.entries(collections).flatMap(([name, { folder }]) => (isCollectionName(name) ? [[folder, name]] : [])),
);

/** @returns problems for files that name the entry in a way that cannot be changed safely */
export const planRename = (files: readonly TextFile[], renaming: Renaming): RenamePlan => {
  const changes: FileChange[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const [, folder = '', id = '', extension = ''] = FILE.exec(file.path) ?? [];
    const collection = collectionOf.get(folder);
    const isSettings = file.path === 'settings.yml';
    if (collection === undefined && !isSettings) continue;
    const plan = collection === undefined ? planOf(settingsSchema) : fieldPlan(collection);
    const isSelf = collection === renaming.collection && id === renaming.from;
    if (!isSelf && !file.text.includes(renaming.from)) continue;
    const newPath = isSelf ? `${folder}/${renaming.to}.${extension}` : file.path;
    const changed = changeFile(file, plan, folder, isSelf, renaming);
    if (typeof changed === 'string') problems.push(`${file.path} ${changed}`);
    else if (changed || isSelf) {
      const edits = changed ?? [];
      const text = applyEdits(file.text, edits);
      changes.push({ path: file.path, newPath, text, lines: linesOf(file.text, edits) });
    }
  }
  return { changes, problems };
};

const FRONT_MATTER = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)(?<=\n)(---[ \t]*(?:\r?\n|$))([\s\S]*)$/;

/** Front matter and body, with where each begins; a YAML file is front matter alone. */
const split = (file: TextFile): { yaml: string; yamlAt: number; body: string; bodyAt: number } => {
  const match = file.path.endsWith('.md') ? FRONT_MATTER.exec(file.text) : null;
  const [, open = '', yaml = file.text, close = '', body = ''] = match ?? [];
  return { yaml, yamlAt: open.length, body, bodyAt: open.length + yaml.length + close.length };
};

const changeFile = (
  file: TextFile,
  plan: readonly PlannedField[],
  folder: string,
  isSelf: boolean,
  renaming: Renaming,
): Edit[] | undefined | string => {
  const { parsed } = parseContentFile(file.path, file.text);
  if (!parsed) return 'cannot be read: mend it first (npm run check)';
  const { yaml, yamlAt, body, bodyAt } = split(file);
  const mentions = mentionsIn(parsed.data, plan, folder, renaming);
  const newBody = rewriteText(body, true, folder, renaming);
  const takesAlias = isSelf && isPaged(renaming.collection);
  if (mentions.length === 0 && newBody === body && !takesAlias) return undefined;

  const document = parseDocument(yaml, { keepSourceTokens: true });
  const at = (edit: Edit): Edit => ({ ...edit, start: edit.start + yamlAt, end: edit.end + yamlAt });
  const raw: unknown = document.toJS();
  const written = mentionsIn(raw, plan, folder, renaming);
  const edits = written.flatMap((mention) => editScalar(yaml, document, mention.at, mention.rewrite) ?? []).map(at);
  if (takesAlias) edits.push(...editAliases(yaml, document, renaming.from, renaming.to).map(at));
  if (newBody !== body) edits.push({ start: bodyAt, end: bodyAt + body.length, text: newBody });
  const wanted = { data: rewritten(parsed.data, mentions), body: rewriteText(parsed.body, true, folder, renaming) };
  const isRight = isAsWanted(file, applyEdits(file.text, edits), takesAlias ? renaming : undefined, wanted);
  return isRight ? edits : 'names it in a way that cannot be changed without rewriting the file: change it by hand';
};

const rewritten = (data: unknown, mentions: readonly Mention[]): unknown =>
  mentions.reduce((result, { at, rewrite }) => changeAt(result, at, rewrite), data);

const changeAt = (value: unknown, [step, ...rest]: Path, rewrite: (text: string) => string): unknown => {
  if (step === undefined) return typeof value === 'string' ? rewrite(value) : value;
  if (Array.isArray(value)) return value.map((item: unknown, i) => (i === step ? changeAt(item, rest, rewrite) : item));
  return isRecord(value) ? { ...value, [step]: changeAt(value[step], rest, rewrite) } : value;
};

/** What is written is read again: it must say what was wanted, and nothing else. */
const isAsWanted = (
  { path }: TextFile,
  text: string,
  moved: Renaming | undefined,
  wanted: { data: unknown; body: string },
): boolean => {
  const { parsed } = parseContentFile(path, text);
  if (!parsed) return false;
  if (!moved) return same(parsed.data, wanted.data) && parsed.body === wanted.body;
  const { aliases, ...data } = parsed.data;
  const { aliases: former, ...others } = isRecord(wanted.data) ? wanted.data : {};
  const expected = [...new Set([...listOf(former).filter((id) => id !== moved.to), moved.from])];
  return same(data, others) && parsed.body === wanted.body && same([...listOf(aliases)].sort(), expected.sort());
};

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The lines that edits touch, each group once. */
const linesOf = (text: string, edits: readonly Edit[]): ChangedLines[] => {
  const fine = edits.flatMap((edit) => narrow(text, edit));
  const groups = Map.groupBy(fine, ({ start }) => text.lastIndexOf('\n', start - 1) + 1);
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([start, inside]) => {
      const last = Math.max(...inside.map(({ end }) => end));
      const found = text.indexOf('\n', Math.max(last - 1, start));
      const end = found === -1 ? text.length : Math.max(found, last);
      const after = applyEdits(
        text.slice(start, end),
        inside.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
      );
      const line = text.slice(0, start).split('\n').length;
      return { line, before: shown(text.slice(start, end)), after: shown(after) };
    });
};

const shown = (text: string): string[] => {
  const lines = text.split('\n');
  return lines.filter((line, i) => line !== '' || (i > 0 && i < lines.length - 1));
};

/** A body is replaced as a whole; people want to see only its changed lines. */
const narrow = (text: string, edit: Edit): Edit[] => {
  const before = text.slice(edit.start, edit.end).split('\n');
  const after = edit.text.split('\n');
  if (before.length !== after.length || before.length === 1) return [edit];
  let start = edit.start;
  return before.flatMap((line, i) => {
    const at = start;
    start += line.length + 1;
    const changed = after[i] ?? '';
    return changed === line ? [] : [{ start: at, end: at + line.length, text: changed }];
  });
};
