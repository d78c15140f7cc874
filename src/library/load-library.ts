/** The content folder → the library, with every problem that reading and parsing brought up. */
import { parseContentFile } from '../domain/content-file.ts';
import { editAt } from '../domain/edit.ts';
import { collectionNames, isAssetType, isRecord, type ContentEntry, type Library } from '../domain/entries.ts';
import { indexEntries } from '../domain/gate.ts';
import type { Problem } from '../domain/problems.ts';
import { suggest } from '../domain/suggest.ts';
import { toId } from '../domain/to-id.ts';
import { unknownEmptied, validateData, validateEntry } from '../domain/validate.ts';
import { planOf } from '../schemas/field-plan.ts';
import { ID_PATTERN } from '../schemas/fields.ts';
import { collections, type CollectionName } from '../schemas/index.ts';
import { labelsSchema, type Labels } from '../schemas/labels.ts';
import { settingsSchema, type Settings } from '../schemas/settings.ts';
import { readContentTree, readTexts, type ContentText, type ContentTree } from './read-content.ts';

export interface LoadedLibrary {
  library: Library;
  /** Words of the interface; undefined when the file is missing or wrong, which is then a problem. */
  labels: Labels | undefined;
  problems: Problem[];
  /** Absolute path of the content folder, for reading media. */
  root: string;
  name: string;
  drawings: ReadonlyMap<string, string>;
}

type Texts = Pick<ContentTree, 'name' | 'texts'>;

const SETTINGS_FILE = 'settings.yml';
const LABELS_FILE = 'labels/en.yml';

/**
 * @param folder the content folder
 * @param fallback a folder whose labels and settings serve where `folder` has none: the shipped one
 */
export const loadLibrary = async (folder: string, fallback?: string): Promise<LoadedLibrary> => {
  const tree = readContentTree(folder);
  const problems = [...tree.problems];
  const spare = fallback === undefined ? undefined : await readTexts(fallback, [SETTINGS_FILE, LABELS_FILE]);
  const settings = readSettings(tree, spare, problems);
  const labels = readLabels(tree, spare, problems);
  const entries = readEntries(tree, problems);
  return {
    library: { settings, entries: indexEntries(entries), media: new Map(tree.media.map((file) => [file.path, file])) },
    labels,
    problems,
    root: tree.root,
    name: tree.name,
    drawings: tree.drawings,
  };
};

/** Settings and labels alone; throws where the check would report them. */
export const loadWords = async (folder: string, fallback: string): Promise<{ settings: Settings; labels: Labels }> => {
  const problems: Problem[] = [];
  const own = await readTexts(folder, [SETTINGS_FILE, LABELS_FILE]);
  const spare = await readTexts(fallback, [SETTINGS_FILE, LABELS_FILE]);
  const settings = readSettings(own, spare, problems);
  const labels = readLabels(own, spare, problems);
  if (!labels) throw new Error(`${folder}/${LABELS_FILE} is not as it should be. Run "npm run check" for the details.`);
  return { settings, labels };
};

const collectionByFolder = new Map<string, CollectionName>(
  collectionNames().map((name) => [collections[name].folder, name]),
);

const readEntries = (tree: ContentTree, problems: Problem[]): ContentEntry[] => {
  const entries = tree.texts.flatMap((text) => readEntry(tree, text, problems));
  const owners = new Map<string, ContentEntry>();
  return entries.filter((entry) => {
    const key = isAssetType(entry.collection) ? `asset/${entry.id}` : `${entry.collection}/${entry.id}`;
    const owner = owners.get(key);
    if (owner) problems.push({ code: 'DUPLICATE_ID', file: entry.file, args: { id: entry.id, other: owner.file } });
    else owners.set(key, entry);
    return !owner;
  });
};

const readEntry = (tree: ContentTree, text: ContentText, problems: Problem[]): ContentEntry[] => {
  if (text.path === SETTINGS_FILE || text.path === LABELS_FILE) return [];
  const file = `${tree.name}/${text.path}`;
  const [, folder = '', name = ''] = /^(?:(.*)\/)?([^/]+)$/.exec(text.path) ?? [];
  const collection = collectionByFolder.get(folder);
  const id = name.replace(/\.(md|ya?ml)$/, '');
  if (collection === undefined || id === name) {
    if (!/^readme\.md$/i.test(name)) {
      problems.push({
        code: 'UNEXPECTED_FILE',
        file,
        args: { suggestion: suggest(folder, collectionByFolder.keys()) },
      });
    }
    return [];
  }
  const { parsed, problems: found } = parseContentFile(file, text.text);
  problems.push(...found);
  if (!ID_PATTERN.test(id))
    problems.push({
      code: 'INVALID_FILE_NAME',
      file,
      args: { suggestion: `${toId(id) || 'a-name'}${name.slice(id.length)}` },
    });
  const entry = { collection, id, file, data: parsed?.data ?? {}, body: parsed?.body ?? '', valid: false };
  if (!parsed) return [entry];
  const invalid = [...validateEntry(entry), ...unknownEmptied(entry, parsed.emptied)];
  problems.push(...invalid);
  return [{ ...entry, valid: invalid.length === 0 && ID_PATTERN.test(id) }];
};

const readSettings = (tree: Texts, spare: Texts | undefined, problems: Problem[]): Settings => {
  const own = readYaml(tree, SETTINGS_FILE, problems);
  const data = own ?? (spare ? withoutNamedContent(readYaml(spare, SETTINGS_FILE, problems)) : undefined);
  const file = `${tree.name}/${SETTINGS_FILE}`;
  if (data === undefined && !problems.some((problem) => problem.file === file))
    problems.push({ code: 'FILE_UNREADABLE', file, args: { reason: 'there is no such file' } });
  if (data !== undefined)
    problems.push(...validateData(file, 'the settings', data, settingsSchema, planOf(settingsSchema)));
  const result = settingsSchema.safeParse(data);
  return result.success ? result.data : NEUTRAL_SETTINGS;
};

/** Borrowed settings speak of the folder they are from: its assets, claims, terms and logo, and that it is an example. */
const withoutNamedContent = (settings: Record<string, unknown> | undefined): Record<string, unknown> | undefined =>
  settings &&
  [
    ['brand', 'logo'],
    ['landing', 'figures'],
    ['landing', 'featured'],
    ['coverage', 'targets'],
    ['coverage', 'weights'],
    ['coverage', 'thresholds'],
    ['example'],
    ['frozen_on'],
  ].reduce((kept, path) => ({ ...editAt(kept, path, () => undefined) }), settings);

/** Stands in while the settings are wrong, so that the rest of the content can still be checked. */
const NEUTRAL_SETTINGS: Settings = settingsSchema.parse({
  brand: { name: 'Dealshelf', tagline: 'Content that sellers can trust', accent: '#0b5d57', accent_dark: '#5cc8bd' },
  sites: { public: 'http://localhost:4322', partner: 'http://localhost:4323', internal: 'http://localhost:4321' },
  review_every: {},
  landing: { headline: 'Content that sellers can trust', lead: 'Settings are missing.' },
});

const readLabels = (tree: Texts, spare: Texts | undefined, problems: Problem[]): Labels | undefined => {
  const own = readYaml(tree, LABELS_FILE, problems);
  const base = spare ? readYaml(spare, LABELS_FILE, problems) : undefined;
  const data = base && own ? mergeGroups(base, own) : (own ?? base);
  const file = `${tree.name}/${LABELS_FILE}`;
  if (data === undefined) {
    problems.push({ code: 'FILE_UNREADABLE', file, args: { reason: 'there is no such file' } });
    return undefined;
  }
  problems.push(...validateData(file, 'the labels', data, labelsSchema, []));
  return labelsSchema.safeParse(data).data;
};

/** A company's own labels win; those it does not name keep the shipped words. */
const mergeGroups = (base: Record<string, unknown>, own: Record<string, unknown>): Record<string, unknown> => ({
  ...base,
  ...Object.fromEntries(
    Object.entries(own).map(([name, group]) => {
      const shipped = base[name];
      return [name, isRecord(group) && isRecord(shipped) ? { ...shipped, ...group } : group];
    }),
  ),
});

const readYaml = (tree: Texts, path: string, problems: Problem[]): Record<string, unknown> | undefined => {
  const text = tree.texts.find((candidate) => candidate.path === path);
  if (!text) return undefined;
  const { parsed, problems: found } = parseContentFile(`${tree.name}/${path}`, text.text);
  problems.push(...found);
  return parsed?.data;
};
