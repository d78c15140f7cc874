import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGrowingSpeller } from '../../../../src/domain/search/growing-speller.ts';
import { createSpeller } from '../../../../src/domain/search/speller.ts';
import { encodeVocabulary, openVocabulary } from '../../../../src/domain/search/vocabulary-files.ts';
import { collectVocabulary } from '../../../../src/domain/search/vocabulary.ts';
import { readFiles } from './read-files.ts';

const vocabulary = collectVocabulary([
  ['Encryption of invoices, approvals, approval rules and approvers in procurement'],
  ['Encryption keys; invoice approval', 'SOC 2 and ISO 27001'],
  ['An approver approves an approval', 'price, pricing, prices, priced'],
  ['Rules for procurement', 'integrations, integrated, integrate'],
]);
const files = encodeVocabulary(vocabulary, 2);
const whole = createSpeller(vocabulary, ['corvane']);

const growing = async () => {
  const { read, names, missing } = readFiles(files);
  return { speller: createGrowingSpeller(await openVocabulary(read), ['corvane']), names, missing };
};

test('what is learnt of a word is what the whole vocabulary says, at its beginnings, forms and slips alike', async () => {
  const typed = fc.oneof(
    fc.constantFrom(...vocabulary.words, 'soc2', 'iso27001', 'corvane', 'pricings', 'integrating', 'zzz'),
    fc
      .constantFrom(...vocabulary.words)
      .chain((word) => fc.integer({ min: 1, max: word.length }).map((n) => word.slice(0, n))),
    fc.stringMatching(/^[a-z]{1,8}$/),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(typed, { minLength: 1, maxLength: 4 }), async (words) => {
      const { speller } = await growing();
      await speller.learn(words);
      expect(speller.isReadyFor(words)).toBe(true);
      for (const word of words) {
        expect(speller.has(word)).toBe(whole.has(word));
        expect(speller.weightOf(word)).toBe(whole.weightOf(word));
        if (word.length >= 4) expect(speller.beginningOf(word)).toBe(whole.beginningOf(word));
        for (const reach of ['same letter', 'everywhere'] as const) {
          await speller.learnAround([word], reach);
          const query = { word, isUnfinished: true };
          expect(speller.suggest(query, reach)).toEqual(whole.suggest(query, reach));
        }
      }
    }),
  );
});

test('the letters before a number are known, too', async () => {
  const { speller } = await growing();
  await speller.learn(['soc2']);
  expect(speller.has('soc')).toBe(true);
});

describe('loading', () => {
  test('as much as the words need', async () => {
    const { speller, names } = await growing();
    await speller.learn(['invoice']);
    expect(names.length).toBeLessThan(4);
    await speller.learnAround(['invioce'], 'same letter');
    expect(names.length).toBeLessThan(files.length / 2);
    await speller.learnAround(['invioce'], 'everywhere');
    expect(names).toHaveLength(files.length);
  });

  test('where a part is missing, no word is taken for wrong by what is left', async () => {
    const { speller, missing } = await growing();
    for (const { name } of files.slice(3)) missing.add(name);
    await speller.learnAround(['approvel'], 'everywhere');
    expect(speller.suggest({ word: 'approvel', isUnfinished: true }, 'everywhere')).toEqual([]);
    missing.clear();
    await speller.learnAround(['approvel'], 'everywhere');
    expect(speller.suggest({ word: 'approvel', isUnfinished: true }, 'everywhere')[0]?.word).toBe('approval');
  });
});
