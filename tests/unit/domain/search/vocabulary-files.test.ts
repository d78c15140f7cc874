import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  encodeVocabulary,
  openVocabulary,
  VOCABULARY_INDEX,
  wordsInFile,
} from '../../../../src/domain/search/vocabulary-files.ts';
import { collectVocabulary, type Vocabulary } from '../../../../src/domain/search/vocabulary.ts';
import { readFiles } from './read-files.ts';

const vocabulary = collectVocabulary([
  ['Approval in a day', 'approve, approved'],
  ['Approval by e-mail'],
  ['An approval', 'ISO 27001 in 2026', 'Ærø'],
  ['approval again'],
]);

const parts = encodeVocabulary(vocabulary, 3);

const reread = async (written: Vocabulary, fewest?: number): Promise<Vocabulary> => {
  const source = await openVocabulary(readFiles(encodeVocabulary(written, fewest)).read);
  await source.loadAll();
  return source.loaded();
};

test('what was written is read again', async () => {
  expect(await reread(vocabulary)).toEqual(vocabulary);
});

test('an empty index has an empty vocabulary', async () => {
  expect(await reread(collectVocabulary([]))).toEqual({ pages: 0, words: [], frequency: [] });
});

test('a long common beginning is shared in part', async () => {
  const long = collectVocabulary([['abcdefghijklmnopqrstuvwx abcdefghijklmnopqrstuvw']]);
  expect(await reread(long)).toEqual(long);
});

test('every file tells its words', () => {
  const [index, ...others] = parts.map(({ text }) => wordsInFile(JSON.parse(text)));
  expect(others.length).toBeGreaterThan(2);
  expect(others.flat()).toEqual(vocabulary.words);
  expect(index).toEqual(others.map(([first]) => first));
});

test('a part is named by what it holds: no reader gets one of another build', () => {
  const more = encodeVocabulary(collectVocabulary([['Zebra approval in a day']]), 3);
  const old = new Map(parts.map(({ name, text }) => [name, text]));
  for (const { name, text } of more.slice(1)) expect(old.get(name) ?? text).toBe(text);
});

test('there are never more than 32 parts', () => {
  const many = Array.from({ length: 100_000 }, (_, i) => `word${i}`).sort();
  expect(encodeVocabulary({ pages: 1, words: many, frequency: many.map(() => 0) })).toHaveLength(33);
});

const someWords = fc
  .uniqueArray(fc.stringMatching(/^[a-dæß一-七]{2,6}$/), { maxLength: 60 })
  .map((words) => ({ pages: words.length, words: words.sort(), frequency: words.map((_, i) => i % 5) }));

test('a stretch, once loaded, has all of its words and their frequency', async () => {
  await fc.assert(
    fc.asyncProperty(
      someWords,
      fc.integer({ min: 1, max: 9 }),
      fc.stringMatching(/^[a-dæß一-七]{1,3}$/),
      async (written, fewest, from) => {
        const source = await openVocabulary(readFiles(encodeVocabulary(written, fewest)).read);
        const stretch = { from, to: `${from}\uffff` };
        await source.load([stretch]);
        expect(source.isLoaded([stretch])).toBe(true);
        const within = ({ words, frequency }: Vocabulary) =>
          words.flatMap((word, i) => (word.startsWith(from) ? [[word, frequency[i]]] : []));
        expect(within(source.loaded())).toEqual(within(written));
        expect(source.loaded().pages).toBe(written.pages);
        await source.loadAll();
        expect(source.loaded()).toEqual(written);
      },
    ),
  );
});

describe('loading', () => {
  const day = { from: 'day', to: 'day' };

  test('only the index, and then what is asked for', async () => {
    const files = readFiles(parts);
    const source = await openVocabulary(files.read);
    expect(files.names).toEqual([VOCABULARY_INDEX]);
    expect(source.isLoaded([day])).toBe(false);
    await source.load([day]);
    expect(files.names).toHaveLength(2);
    expect(source.loaded().words).toContain('day');
    expect(source.loaded().words).not.toContain('iso');
  });

  test('nothing twice, even if it is asked for twice at a time', async () => {
    const files = readFiles(parts);
    const source = await openVocabulary(files.read);
    await Promise.all([source.load([day]), source.load([day]), source.loadAll()]);
    await source.loadAll();
    expect(files.names.sort()).toEqual(parts.map(({ name }) => name).sort());
  });

  test('what comes before all words and after them needs nothing', async () => {
    const source = await openVocabulary(readFiles(parts).read);
    expect(source.isLoaded([{ from: '0', to: '1' }])).toBe(true);
    await source.load([{ from: '0', to: '1' }]);
    expect(source.loaded().words).toEqual([]);
  });

  test('what failed is loaded the next time', async () => {
    const files = readFiles(parts);
    for (const { name } of parts.slice(1)) files.missing.add(name);
    const source = await openVocabulary(files.read);
    await expect(source.load([day])).rejects.toThrow('404');
    expect(source.isLoaded([day])).toBe(false);
    files.missing.clear();
    await source.load([day]);
    expect(source.loaded().words).toContain('day');
  });
});

describe('refused', () => {
  test.each([
    ['nothing', undefined],
    ['another format', { format: 99, pages: 1, parts: [] }],
    ['the format of older builds', { format: 1, pages: 1, words: 'Aab', frequency: 'A' }],
    ['cut short', { format: 2, pages: 1 }],
    ['an error page', '<!doctype html>'],
  ])('an index: %s', async (_, file) => {
    await expect(openVocabulary(() => Promise.resolve(file))).rejects.toThrow();
  });

  test.each([
    ['cut short', { words: 'AabAcd', frequency: 'A' }],
    ['an error page', '<!doctype html>'],
  ])('a part: %s', async (_, file) => {
    const index = { format: 2, pages: 1, parts: [['ab', 'x']] };
    const source = await openVocabulary((name) => Promise.resolve(name === VOCABULARY_INDEX ? index : file));
    await expect(source.loadAll()).rejects.toThrow();
    expect(() => wordsInFile(file)).toThrow();
  });
});
