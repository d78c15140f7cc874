/** Which claim proves which words, and in which order sources are met. */
import { describe, expect, test } from 'vitest';
import { citationsIn, citedPieces, inReadingOrder } from '../../../src/domain/citations.ts';
import type { CitedClaim } from '../../../src/domain/site-library.ts';
import { entry } from '../../fixtures/entries.ts';

const VALUES: Readonly<Record<string, string>> = { days: '4 days', share: '38%' };
const valueOf = (id: string): string => VALUES[id] ?? '—';
const isKnown = (id: string): boolean => Object.hasOwn(VALUES, id);

const claim = (id: string, audience: CitedClaim['audience'] = 'public'): CitedClaim => ({
  id,
  path: `/claims/${id}/`,
  statement: id,
  source: { title: 'A study', dated: '2026-01-01' },
  confidence: 'fact',
  audience,
  expires_on: undefined,
});

test('a citation knows where the value ends in the text that is shown', () => {
  const card = entry('battlecards', 'a', {
    the_one_thing_to_say: 'In {claim:days}, {claim:share} are done.',
    weaknesses: [{ text: 'It takes {claim:gone} and {claim:days}' }],
    keywords: ['{claim:days}'],
  });
  expect(citationsIn(card, valueOf, isKnown)).toEqual([
    { at: 'the_one_thing_to_say', end: 'In 4 days'.length, claim: 'days' },
    { at: 'the_one_thing_to_say', end: 'In 4 days, 38%'.length, claim: 'share' },
    { at: 'weaknesses.0.text', end: 'It takes — and 4 days'.length, claim: 'days' },
  ]);
});

describe('a text is cut where its sources are named', () => {
  const text = 'In 4 days, 38% are done.';
  const citations = [
    { at: 'weaknesses.0.text', end: 9, claim: 'days' },
    { at: 'weaknesses.0.text', end: 14, claim: 'share' },
    { at: 'weaknesses.1.text', end: 3, claim: 'other' },
  ];
  const claims = [claim('share'), claim('other'), claim('days', 'internal')];
  const days = { id: 'days', number: 3, isInside: true };
  const share = { id: 'share', number: 1, isInside: false };
  const pieces = (proof?: string) =>
    citedPieces({ text, at: ['weaknesses', 0, 'text'], citations, claims, proof }).map(({ text, source }) => [
      text,
      source,
    ]);

  test('by the values in it', () => {
    expect(pieces()).toEqual([
      ['In 4 days', days],
      [', 38%', share],
      [' are done.', undefined],
    ]);
  });

  test('a proof is named once, at the end if its value is not in the text', () => {
    expect(pieces('days')).toEqual(pieces());
    expect(pieces('other').at(-1)).toEqual([' are done.', { id: 'other', number: 2, isInside: false }]);
  });

  test('a claim that the build leaves out is not named', () => {
    expect(pieces('gone')).toEqual(pieces());
  });
});

test('sources are met in the order of the page, not of the schema', () => {
  const uses = [
    { id: 'proof-of-second-row', at: ['comparison', 1, 'claim'] },
    { id: 'first-weakness', at: ['weaknesses', 0, 'claim'] },
    { id: 'in-first-weakness', at: ['weaknesses', 0, 'text'] },
    { id: 'body', at: ['body'] },
    { id: 'said-first', at: ['the_one_thing_to_say'] },
  ];
  expect(inReadingOrder('battlecards', uses).map(({ id }) => id)).toEqual([
    'said-first',
    'in-first-weakness',
    'first-weakness',
    'proof-of-second-row',
    'body',
  ]);
  expect(inReadingOrder('plays', uses)).toEqual(uses);
});
