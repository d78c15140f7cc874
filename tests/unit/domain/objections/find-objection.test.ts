/** What a prospect says, in their words and not in ours, finds the objection of the example library. */
import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { createFindObjection } from '../../../../src/domain/objections/find-objection.ts';
import type { HeardObjection } from '../../../../src/domain/objections/objection-file.ts';
import { collections } from '../../../../src/schemas/index.ts';

const FOLDER = 'content/assets/objections';

const heard: HeardObjection[] = readdirSync(FOLDER).map((file) => {
  const [, frontMatter = ''] = readFileSync(`${FOLDER}/${file}`, 'utf8').split(/^---$/m);
  const data = collections.objections.draft.parse(load(frontMatter));
  return {
    path: `/objections/${file.replace('.md', '')}/`,
    title: data.title,
    said: [data.verbatim, ...data.variants],
    concern: data.real_concern ?? '',
    keywords: data.keywords,
    category: data.category,
    force: data.force ?? '',
    audience: data.audience,
  };
});
const find = createFindObjection(heard);
const found = (sentence: string): string[] =>
  find(sentence).map(({ objection }) => heard[objection]?.path.split('/')[2] ?? '');

describe('a sentence of a prospect finds the objection first', () => {
  test.each([
    ['Honestly, your product costs far too much.', 'too-expensive'],
    ['we have no budget for this', 'too-expensive'],
    ['You’ll need to sharpen your pencil on this one', 'too-expensive'],
    ['come back to us in spring', 'not-this-quarter'],
    ['nobody ever got blamed for buying Corvane', 'corvane-is-the-safe-choice'],
    ['Corvane just halved their price', 'corvane-offered-a-big-discount'],
    ['the bank gives us cards for free', 'cards-are-free-elsewhere'],
    ['excel works fine for us', 'spreadsheets-work-fine'],
    ['does your AI learn from our invoices?', 'does-ai-read-our-invoices'],
    ['where are your servers', 'data-must-stay-in-the-eu'],
    ['what if you get hacked', 'is-our-data-safe'],
    ['we are in the middle of an SAP migration', 'after-the-erp-migration'],
    ['our old ERP is heavily customised', 'our-erp-is-too-special'],
    ['will my people really use another tool', 'people-will-not-use-it'],
    ['IT simply has no capacity', 'no-it-capacity'],
    ['the board has to sign that off', 'the-board-has-to-decide'],
  ])('%s', (sentence, expected) => {
    expect(found(sentence)[0]).toBe(expected);
  });
});

describe('words of the trade stand for each other', () => {
  const withWords = createFindObjection(heard, [
    ['Pocketwren', 'the free card'],
    ['ERP', 'accounting system'],
    ['GDPR', 'data protection', 'privacy'],
  ]);
  const first = (sentence: string): string | undefined =>
    withWords(sentence).map(({ objection }) => heard[objection]?.path.split('/')[2])[0];

  test.each([
    ['the free card is enough', 'pocketwren-is-enough'],
    ['we have an accounting system', 'we-already-have-an-erp'],
    ['what of our privacy', 'data-must-stay-in-the-eu'],
  ])('%s', (sentence, expected) => {
    expect(found(sentence)[0]).not.toBe(expected);
    expect(first(sentence)).toBe(expected);
  });

  test('a sentence in the library’s own words comes first all the same, each objection once', () => {
    const all = withWords('our ERP is too special');
    expect(heard[all[0]?.objection ?? -1]?.path).toContain('our-erp-is-too-special');
    expect(new Set(all.map(({ objection }) => objection)).size).toBe(all.length);
  });
});

describe('it is found', () => {
  test.each([
    ['with slips of the fingers', 'does yuor AI lern from our invocies', 'does-ai-read-our-invoices'],
    ['with a slip in the only word that tells', 'what about hakcers, will it be hcaked', 'is-our-data-safe'],
    ['while a word is still being typed', 'our spreadsh', 'spreadsheets-work-fine'],
    ['by a keyword alone', 'data residency', 'data-must-stay-in-the-eu'],
    ['by what is behind it', 'their own name stands under the request', 'too-expensive'],
    ['in other forms of its words', 'hacking', 'is-our-data-safe'],
  ])('%s', (_, sentence, expected) => {
    expect(found(sentence).slice(0, 2)).toContain(expected);
  });

  test('with the sentence that was heard and is most like it', () => {
    expect(find('You will have to sharpen that pencil')[0]?.said).toBe('You will have to sharpen your pencil.');
  });
});

test.each(['', '   ', 'the and of', 'xqzw vkjq', '🚀🚀', '<script>'])(
  'what says nothing finds nothing: %s',
  (sentence) => {
    expect(found(sentence)).toEqual([]);
  },
);

test('a pasted page does no harm', () => {
  expect(found(`${'budget '.repeat(5_000)}`)[0]).toBe('too-expensive');
});

test('a library without objections finds nothing', () => {
  expect(createFindObjection([])('anything')).toEqual([]);
});
