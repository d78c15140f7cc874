/** Objections and answers as files: they come back as they were, or not at all. */
import { describe, expect, test } from 'vitest';
import { isRecord } from '../../../../src/domain/guards.ts';
import {
  answerText,
  encodeAnswers,
  encodeObjections,
  parseAnswers,
  parseObjections,
  type Answer,
  type HeardObjection,
} from '../../../../src/domain/objections/objection-file.ts';

const OBJECTION: HeardObjection = {
  path: '/objections/too-expensive/',
  title: 'It is too expensive',
  said: ['That is a lot of money.', 'No budget.'],
  concern: '',
  keywords: ['price'],
  category: 'price',
  force: '',
  audience: 'internal',
};
const ANSWER: Answer = {
  short: 'Compared with what?',
  questions: ['Which budget?'],
  proof: [{ statement: 'It pays back in 7 months.', source: 'A study, 1 May 2026', path: '/claims/payback/' }],
};
const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('files of objections', () => {
  test('come back as they were', () => {
    const file = { stamp: 's', objections: [OBJECTION] };
    expect(parseObjections(copy(encodeObjections(file)))).toEqual(file);
    expect(parseAnswers(copy(encodeAnswers('s', [ANSWER])), 's')).toEqual([ANSWER]);
  });

  test('are refused when they are cut short, or of another build', () => {
    const file = encodeObjections({ stamp: 's', objections: [OBJECTION] });
    const spoilt = (change: Record<string, unknown>): unknown => ({ ...(isRecord(file) ? file : {}), ...change });
    for (const change of [{ format: 0 }, { stamp: 1 }, { objections: [['/a/']] }, { objections: {} }])
      expect(() => parseObjections(spoilt(change))).toThrow('of another build');
    expect(() => parseAnswers(encodeAnswers('s', [ANSWER]), 'other')).toThrow('of another build');
    expect(() => parseAnswers({ stamp: 's', answers: [{ short: 'x' }] }, 's')).toThrow();
  });

  test('never lead to another host', () => {
    const elsewhere = { ...OBJECTION, path: '//evil.example/' };
    expect(() => parseObjections(encodeObjections({ stamp: 's', objections: [elsewhere] }))).toThrow();
  });
});

describe('the text for the clipboard', () => {
  const words = { questions: 'Ask first', proof: 'Proof' };

  test('has the answer, the questions and the proof with its source', () => {
    expect(answerText('It is too expensive', ANSWER, words)).toBe(
      'It is too expensive\n\nCompared with what?\n\nAsk first:\n- Which budget?\n\nProof:\n- It pays back in 7 months. (A study, 1 May 2026)',
    );
  });

  test('has no heading without lines', () => {
    expect(answerText('T', { short: 'S', questions: [], proof: [] }, words)).toBe('T\n\nS');
  });
});
