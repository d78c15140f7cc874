/** A persona's page: questions beside what answers them, and what nobody knows yet. */
import { expect, test } from 'vitest';
import { PORTRAIT } from '../../../../src/domain/committee/persona-view.ts';
import type { Audience } from '../../../../src/schemas/fields.ts';
import { siteEntry, siteLibraryOf, viewOf } from '../../../fixtures/views.ts';

const persona = (given: Readonly<Record<string, unknown>>, audience: Audience = 'internal') =>
  viewOf(
    siteLibraryOf(
      [
        siteEntry('stages', 'awareness', { order: 1 }),
        siteEntry('stages', 'decision', { order: 2 }),
        siteEntry('stages', 'later', { order: 3 }),
        siteEntry('personas', 'legal', given),
        siteEntry('resources', 'guide', { stages: ['decision'], personas: ['legal'], reviewed_on: '2026-10-01' }),
      ],
      audience,
    ),
    'legal',
  ).persona;

const QUESTIONS = [
  { stage: 'decision', question: 'Which clauses can move?' },
  { stage: 'awareness', question: 'What did nobody review?' },
  { stage: 'decision', question: 'What happens at the end?' },
];

test('questions stand at their stage, in the order of the journey, with what there is for them', () => {
  expect(
    persona({ questions: QUESTIONS })?.stages.map(({ stage, questions, count, cards }) => [
      stage.id,
      questions.length,
      count,
      cards.map(({ id }) => id),
    ]),
  ).toEqual([
    ['awareness', 1, 0, []],
    ['decision', 2, 1, ['guide']],
    ['later', 0, 0, []],
  ]);
});

test('outside, a stage with nothing to say is left out, and nobody is told what is unknown', () => {
  const outside = persona({ questions: QUESTIONS }, 'public');
  expect(outside?.stages.map(({ stage }) => stage.id)).toEqual(['awareness', 'decision']);
  expect(outside?.unknown).toEqual([]);
});

test('what nobody has written down is named', () => {
  expect(persona({})?.unknown).toEqual(PORTRAIT);
  const half = persona({
    aspirations: ['To be asked early.'],
    fears: ['A clause that was let through.'],
    career_risk: 'A letter from the regulator.',
    veto: 'They say no.',
    forces: { push: ['Now'], habit: ['Paper'] },
  });
  expect(half?.unknown).toEqual([
    'goals',
    'kpis',
    'decision_criteria',
    'pull',
    'anxiety',
    'in_their_words',
    'evidence',
  ]);
});
