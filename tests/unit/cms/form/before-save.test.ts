import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { entryIndex } from '../../../../cms/form/entry-index.ts';
import { problemsBeforeSave, pruneBlank, type SaveContext } from '../../../../cms/form/before-save.ts';
import { contentFormat } from '../../../../cms/form/content-format.ts';
import { checkLibrary } from '../../../../src/domain/checks/index.ts';
import { allEntries, type ContentEntry } from '../../../../src/domain/entries.ts';
import { fixOf, reasonOf, type Problem } from '../../../../src/domain/problems.ts';
import { loadLibrary } from '../../../../src/library/load-library.ts';

const containing = (text: string): unknown => expect.stringContaining(text);

const TODAY = '2026-11-22';
const loaded = await loadLibrary('content');
const context: SaveContext = {
  entries: entryIndex(loaded.library),
  settings: loaded.library.settings,
  today: TODAY,
  media: [...loaded.library.media.keys()],
};

const words = (problems: readonly Problem[]) =>
  problems.map((problem) => `${problem.field ?? ''}: ${reasonOf(problem)}. ${fixOf(problem)}`).sort();
const said = (problems: ReturnType<typeof problemsBeforeSave>) =>
  problems.map(({ field, message }) => `${field ?? ''}: ${message}`).sort();

const before = (entry: ContentEntry, changes: Record<string, unknown> = {}) =>
  problemsBeforeSave(entry.collection, { ...entry.data, body: entry.body, ...changes }, { ...context, id: entry.id });

const entryOf = (id: string): ContentEntry => {
  const found = [...allEntries(loaded.library)].find((entry) => entry.id === id);
  if (!found) throw new Error(id);
  return found;
};

/** What the check says of an entry when its file has been changed to this. */
const checked = async (entry: ContentEntry, changes: Record<string, unknown>): Promise<string[]> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dealshelf-form-'));
  try {
    const content = path.join(folder, 'content');
    await cp('content', content, { recursive: true });
    const text = contentFormat(entry.collection).toFile({ ...entry.data, body: entry.body, ...changes });
    await writeFile(path.join(folder, entry.file), text);
    const { library, problems, drawings, name } = await loadLibrary(content);
    const all = checkLibrary({ library, today: TODAY, drawings, name }, problems);
    return words(all.filter(({ file }) => file === entry.file));
  } finally {
    await rm(folder, { recursive: true });
  }
};

describe('before saving', () => {
  it('says of every entry of the example what the check says', () => {
    const { library, drawings, name } = loaded;
    const all = checkLibrary({ library, today: TODAY, drawings, name }, loaded.problems);
    for (const entry of allEntries(library))
      expect(said(before(entry)), entry.file).toEqual(words(all.filter(({ file }) => file === entry.file)));
  });

  const card = entryOf('battlecard-corvane');
  const CASES: readonly (readonly [what: string, changes: Record<string, unknown>])[] = [
    ['others may see it than what it refers to', { audience: 'public' }],
    ['an approved entry lacks what it must have', { the_one_thing_to_say: '', owner: null, stages: [] }],
    ['a draft may lack it', { status: 'draft', the_one_thing_to_say: '', owner: null }],
    ['but not its name', { status: 'draft', title: '' }],
    ['a text is too long', { summary: 'x'.repeat(201), the_one_thing_to_say: 'word '.repeat(41) }],
    ['a date is none', { reviewed_on: '22.11.2026' }],
    ['a word is none of the few', { comparison: [{ capability: 'A', us: 'maybe', them: 'no' }] }],
    ['a reference leads nowhere', { competitor: 'corvan', related: ['no-such-thing'] }],
    ['a field is none', { ownr: 'Me' }],
    ['too many items', { trap_questions: Array.from({ length: 4 }, () => ({ question: 'Why?' })) }],
    ['a figure has no claim', { weaknesses: [{ text: 'It takes 30 weeks.' }] }],
    ['a review is overdue', { reviewed_on: '2025-01-01' }],
    ['an entry has expired', { expires_on: '2026-01-01' }],
    ['a link is broken', { body: 'See [this](/battlecards/nowhere/).' }],
    ['a file is missing', { body: '![A picture](../../media/none.png)' }],
  ];
  it.each(CASES)('says it when %s', async (_, changes) => {
    expect(said(before(card, changes))).toEqual(await checked(card, changes));
  });

  it('finds something in all cases but the one that may be', () => {
    const silent = CASES.filter(([, changes]) => before(card, changes).length === 0).map(([what]) => what);
    expect(silent).toEqual(['a draft may lack it']);
  });

  it('names fields as the form does', () => {
    const [problem] = before(entryOf('battlecard-corvane'), {
      comparison: [{ capability: 'A', us: 'maybe', them: 'no' }],
    });
    expect(problem).toMatchObject({ field: 'comparison.0.us', label: 'Comparison 1 › Us', severity: 'error' });
  });

  it('knows calculators as the form holds them', () => {
    const calculator = entryOf('payback-for-one-department');
    const form = contentFormat('calculators').fromFile(contentFormat('calculators').toFile(calculator.data));
    const save = (changes: Record<string, unknown>) =>
      problemsBeforeSave('calculators', { ...form, ...changes }, { ...context, id: calculator.id });
    expect(save({}).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(save({ headlines: ['nonsense'] }).map(({ code }) => code)).toContain('CALCULATOR_UNKNOWN_ID');
  });

  it('says when a new entry would get no id, or one that another asset has', () => {
    const fresh = (title: string) => problemsBeforeSave('objections', { title }, context);
    expect(fresh('A plain new one')).toEqual([]);
    expect(fresh('日本語')).toMatchObject([{ code: 'INVALID_FILE_NAME', field: 'title' }]);
    expect(fresh('net_price')).toMatchObject([{ code: 'INVALID_FILE_NAME', message: containing('"net-price"') }]);
    expect(fresh('Battlecard Corvane')).toMatchObject([
      { code: 'DUPLICATE_ID', message: containing('content/assets/battlecards/battlecard-corvane.md') },
    ]);
  });

  it('says what is wrong in the settings and in the words of the interface', () => {
    const settings = { ...loaded.library.settings };
    expect(problemsBeforeSave('settings', settings, context)).toEqual([]);
    const pale = {
      ...settings,
      brand: { ...settings.brand, accent: '#eeeeee' },
      landing: { ...settings.landing, figures: ['none'] },
    };
    expect(
      problemsBeforeSave('settings', pale, context)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(['LOW_CONTRAST', 'UNKNOWN_REFERENCE']);
    expect(problemsBeforeSave('labels', loaded.labels ?? {}, context)).toEqual([]);
    expect(problemsBeforeSave('labels', { ...loaded.labels, nav: {} }, context)).not.toEqual([]);
  });

  it('says nothing of a collection that is not ours', () => {
    expect(problemsBeforeSave('posts', {}, context)).toEqual([]);
  });
});

describe('blanks', () => {
  it('are dropped at any depth, and nothing else is', () => {
    expect(
      pruneBlank({
        a: '',
        b: null,
        c: [],
        d: {},
        e: [null, '', { f: '' }],
        g: { h: [''] },
        i: ' ',
        j: 0,
        k: false,
        l: ['', 'x'],
        m: { n: undefined, o: 'y' },
      }),
    ).toEqual({ j: 0, k: false, l: ['x'], m: { o: 'y' } });
  });
});
