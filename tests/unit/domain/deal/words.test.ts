/** Reasons and gaps in words. */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { dealName, gapWords, matchWords, reasonWords } from '../../../../src/domain/deal/deal-words.ts';
import type { Gap } from '../../../../src/domain/deal/gaps.ts';
import type { Reason } from '../../../../src/domain/deal/rank.ts';
import { labelsSchema } from '../../../../src/schemas/labels.ts';
import { deskOf } from '../../../fixtures/deals.ts';

const labels = labelsSchema.parse(load(readFileSync('content/labels/en.yml', 'utf8'))).deal;
const { desk } = deskOf([]);
const context = { industry: 'health', competitor: 'rival', pipeline: 'sign', members: ['lawyer'] };

const REASONS: readonly [Reason, string | undefined, string?][] = [
  [{ criterion: 'industry', fit: 'same' }, 'same industry', 'for'],
  [{ criterion: 'industry', fit: 'all' }, 'any industry', 'neither'],
  [{ criterion: 'industry', fit: 'other' }, 'another industry', 'against'],
  [{ criterion: 'product', fit: 'all' }, undefined],
  [{ criterion: 'competitor', fit: 'same' }, 'against rival', 'for'],
  [{ criterion: 'competitor', fit: 'always' }, 'doing nothing is a rival in every deal', 'for'],
  [{ criterion: 'pipeline', fit: 'same' }, 'used at sign', 'for'],
  [{ criterion: 'persona', fit: 'only' }, 'made for lawyer alone', 'for'],
  [{ criterion: 'persona', fit: 'same' }, 'made for lawyer', 'neither'],
  [{ criterion: 'stage', fit: 'same' }, 'late stage', 'neither'],
  [{ criterion: 'numbers', fit: 'prefilled' }, 'has numbers from health', 'for'],
  [{ criterion: 'review', fit: 'overdue' }, 'review overdue', 'against'],
];

test.each(REASONS)('%j: %s', (reason, text, tone) => {
  const said = reasonWords(labels, desk, context, [reason], { persona: 'lawyer', stage: 'late' });
  expect(said).toEqual(text === undefined ? [] : [{ text, tone }]);
});

test('of a story: how near it is, and who took part', () => {
  const match = {
    score: 1,
    reasons: [
      { criterion: 'size', fit: 'larger', steps: 1 },
      { criterion: 'use', fit: 'unknown', steps: 0 },
      { criterion: 'persona', fit: 'same', steps: 0 },
    ],
  } as const;
  expect(matchWords(labels, desk, context, match)).toEqual([
    { text: 'a larger company', tone: 'neither' },
    { text: 'lawyer took part in the decision', tone: 'for' },
  ]);
});

const GAPS: readonly [Gap, string][] = [
  [{ kind: 'assets', persona: 'lawyer', stage: 'late' }, 'Nothing for lawyer at late'],
  [{ kind: 'assets', persona: 'lawyer', stage: undefined }, 'Nothing for lawyer'],
  [
    { kind: 'to_send', persona: 'lawyer', stage: 'late', count: 2 },
    'Nothing to send to lawyer at late: what there is stays inside',
  ],
  [{ kind: 'pitch', persona: 'user' }, 'No message map for user'],
  [{ kind: 'play', pipeline: 'sign' }, 'No play for sign'],
  [{ kind: 'battlecard', competitor: 'rival' }, 'No battlecard against rival'],
  [{ kind: 'study', industry: 'health' }, 'No customer story from health'],
  [
    { kind: 'industry', industry: 'health', personas: ['buyer', 'user'] },
    'Nothing made for health at this stage for buyer, user',
  ],
  [{ kind: 'numbers', industry: 'health' }, 'No calculator has numbers from health'],
];

test.each(GAPS)('%j: %s', (gap, text) => expect(gapWords(labels, desk, gap)).toBe(text));

test('a deal in a line', () => {
  expect(dealName(desk, context)).toBe('health · rival · sign · lawyer');
  expect(dealName(desk, { members: [] })).toBe('');
});
