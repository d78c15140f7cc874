import { expect, test } from 'vitest';
import { suggest } from '../../../src/domain/suggest.ts';

const KNOWN = ['summary', 'stages', 'the_one_thing_to_say', 'roi-one-pager', 'case-studies', 'go'];

test.each([
  ['sumary', 'summary'],
  ['Summary', 'summary'],
  ['stage', 'stages'],
  ['the-one-thing-to-say', 'the_one_thing_to_say'],
  ['case studies', 'case-studies'],
  ['roi-onepager', 'roi-one-pager'],
  ['og', undefined],
  ['g', 'go'],
  ['owner', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
])('%j: did you mean %j', (word, meant) => {
  expect(suggest(word, KNOWN)).toBe(meant);
});

test('the nearest wins', () => {
  expect(suggest('claim-b', ['claim-abc', 'claim-a', 'claim-bc'])).toBe('claim-a');
  expect(suggest('claim', [])).toBeUndefined();
});
