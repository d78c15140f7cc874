/** Renames change what names the entry, in whatever way it is written, and not a byte beside it. */
import { beforeAll, expect, test } from 'vitest';
import { collectionNames } from '../../../../src/domain/entries.ts';
import { findTarget, whyNotFree } from '../../../../src/domain/rename/find-target.ts';
import { planRename, type TextFile } from '../../../../src/domain/rename/plan-rename.ts';
import { readContentTree } from '../../../../src/library/read-content.ts';
import { collections, type CollectionName } from '../../../../src/schemas/index.ts';
import { entry, libraryOf } from '../../../fixtures/entries.ts';

const rename = (files: readonly TextFile[], collection: CollectionName, from: string, to: string) => {
  const { changes, problems } = planRename(files, { collection, from, to });
  const changed = new Map(changes.map((change) => [change.path, change]));
  return {
    problems,
    changes,
    files: files.map((file) => {
      const change = changed.get(file.path);
      return change ? { path: change.newPath, text: change.text } : file;
    }),
  };
};

const textOf = (files: readonly TextFile[], path: string) => files.find((file) => file.path === path)?.text;

const BATTLECARD = `---
# Who keeps this: Ada
title:   Corvane   # as they write it
competitor: corvane
objections: [ 'too-dear',  "other" ]
related:
  - too-dear   # first
  - the-guide
we_win_when:
  - >-
    They said {claim:too-dear}
    and {claim:days}.
aliases:
  - old-corvane
  # keep this
status: approved
---

See [this](../objections/too-dear.md#why "Why"), [that](/objections/too-dear/?x=1), and
[not that](/objections/too-dear-2/), too-dear, <a href='/objections/too-dear'>x</a>.
`;

const FILES: TextFile[] = [
  { path: 'assets/battlecards/corvane.md', text: BATTLECARD },
  { path: 'assets/objections/too-dear.md', text: '---\ntitle: Too dear\nverbatim: x\n---\n' },
  { path: 'claims/days.yml', text: 'statement: Days\nvalue: 3\n' },
  { path: 'settings.yml', text: 'landing:\n  figures: [days] # big\n  featured: [too-dear]\n' },
  { path: 'labels/en.yml', text: 'x: too-dear\n' },
  { path: 'taxonomy/competitors/corvane.yml', text: 'label: Corvane\r\nwebsite: /battlecards/corvane/\r\n' },
];

test('an asset: references however they are quoted, links however they are written, comments and spacing kept', () => {
  const { files, problems, changes } = rename(FILES, 'objections', 'too-dear', 'price');
  expect(problems).toEqual([]);
  expect(textOf(files, 'assets/battlecards/corvane.md')).toBe(
    BATTLECARD.replace("'too-dear'", "'price'")
      .replace('- too-dear ', '- price ')
      .replace('objections/too-dear.md', 'objections/price.md')
      .replace('/objections/too-dear/?', '/objections/price/?')
      .replace("'/objections/too-dear'", '"/objections/price"'),
  );
  expect(textOf(files, 'assets/objections/price.md')).toBe(
    '---\ntitle: Too dear\nverbatim: x\naliases: [too-dear]\n---\n',
  );
  expect(textOf(files, 'settings.yml')).toBe('landing:\n  figures: [days] # big\n  featured: [price]\n');
  expect(textOf(files, 'labels/en.yml')).toBe('x: too-dear\n');
  expect(changes[0]?.lines[0]).toEqual({
    line: 5,
    before: [`objections: [ 'too-dear',  "other" ]`],
    after: [`objections: [ 'price',  "other" ]`],
  });
});

test('a claim: its marks inside a folded text; a claim of another name stays', () => {
  const { files } = rename(FILES, 'claims', 'days', 'days-to-close');
  expect(textOf(files, 'assets/battlecards/corvane.md')).toBe(
    BATTLECARD.replace('{claim:days}', '{claim:days-to-close}'),
  );
  expect(textOf(files, 'settings.yml')).toContain('figures: [days-to-close] # big');
  expect(textOf(files, 'claims/days-to-close.yml')).toBe('statement: Days\nvalue: 3\naliases: [days]\n');
});

test('a term and an asset of one name are two things', () => {
  const term = rename(FILES, 'competitors', 'corvane', 'corvane-inc');
  expect(textOf(term.files, 'assets/battlecards/corvane.md')).toBe(
    BATTLECARD.replace('competitor: corvane', 'competitor: corvane-inc'),
  );
  expect(textOf(term.files, 'taxonomy/competitors/corvane-inc.yml')).toBe(
    'label: Corvane\r\nwebsite: /battlecards/corvane/\r\naliases: [corvane]\n',
  );
  const card = rename(FILES, 'battlecards', 'corvane', 'versus');
  expect(textOf(card.files, 'assets/battlecards/versus.md')).toBe(
    BATTLECARD.replace('  - old-corvane', '  - old-corvane\n  - corvane'),
  );
  expect(textOf(card.files, 'taxonomy/competitors/corvane.yml')).toContain('/battlecards/versus/');
});

test('an id that YAML would take for a number is quoted; a former id that comes back leaves the list', () => {
  const { files } = rename(FILES, 'objections', 'too-dear', '2026');
  expect(textOf(files, 'assets/battlecards/corvane.md')).toContain("  - '2026'   # first");
  const back = rename(rename(FILES, 'objections', 'too-dear', 'price').files, 'objections', 'price', 'too-dear');
  expect(textOf(back.files, 'assets/objections/too-dear.md')).toContain('aliases: [price]');
});

test('what cannot be changed safely is named, and nothing is changed by half', () => {
  const anchored = { path: 'assets/snippets/a.md', text: '---\ntitle: &x too-dear\nsend: [*x]\n---\n' };
  const broken = { path: 'assets/snippets/b.md', text: '---\ntitle: [too-dear\n---\n' };
  const { problems } = rename([...FILES, anchored, broken], 'objections', 'too-dear', 'price');
  expect(problems).toEqual([
    'assets/snippets/a.md names it in a way that cannot be changed without rewriting the file: change it by hand',
    'assets/snippets/b.md cannot be read: mend it first (npm run check)',
  ]);
});

const library = libraryOf([
  entry('battlecards', 'corvane', { aliases: ['old-corvane'] }),
  entry('competitors', 'corvane', { label: 'Corvane' }),
  entry('objections', 'price', {}),
  entry('objections', 'price-too-high', { aliases: ['dear', '/battlecards/versus/'] }),
]);

test.each([
  ['corvane', 'There are several "corvane": say which, battlecards/corvane or competitors/corvane.'],
  ['corvan', 'There is no entry "corvan". Did you mean "corvane"?'],
  ['competitors/corvan', 'There is no entry "competitors/corvan". Did you mean "competitors/corvane"?'],
  ['competitor/corvane', 'There is no collection "competitor". Did you mean "competitors"?'],
])('the target %s is refused', (written, reason) => expect(findTarget(library, written).reason).toBe(reason));

test.each([
  ['Price!', '"Price!" cannot be an id: lower-case letters, digits and hyphens. How about "price"?'],
  ['corvane', 'It is called "corvane" already.'],
  ['price', '"price" is taken by content/assets/objections/price.md.'],
  ['versus', '"versus" is a former id of content/assets/objections/price-too-high.md: links to it lead there.'],
  ['old-corvane', undefined],
  ['dear', undefined],
  ['free', undefined],
])('the new id %s', (id, reason) => {
  const { entry: card } = findTarget(library, 'battlecards/corvane');
  expect(card && whyNotFree(library, card, id)).toBe(reason);
});

let demo: TextFile[];
beforeAll(() => {
  demo = readContentTree('content').texts;
});

test('every entry of the example: renamed and renamed back, all other files are as they were, byte for byte', () => {
  for (const collection of collectionNames()) {
    const { folder } = collections[collection];
    for (const { path } of demo.filter((file) => file.path.startsWith(`${folder}/`))) {
      const id = path.slice(folder.length + 1).replace(/\.(md|yml)$/, '');
      const there = rename(demo, collection, id, 'renamed-for-a-test');
      expect(there.problems, path).toEqual([]);
      const back = rename(there.files, collection, 'renamed-for-a-test', id);
      expect(back.problems, path).toEqual([]);
      const now = new Map(back.files.map((file) => [file.path, file.text]));
      expect(
        demo.filter((file) => now.get(file.path) !== file.text && file.path !== path).map((file) => file.path),
      ).toEqual([]);
      expect(now.get(path)?.replace(/, renamed-for-a-test|^.*\[renamed-for-a-test\]\n/gm, ''), path).toBe(
        demo.find((file) => file.path === path)?.text.replace(/^aliases: \[\]\n/m, ''),
      );
    }
  }
}, 120_000);
