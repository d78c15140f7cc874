/** What a battlecard shows of other entries. */
import { expect, test } from 'vitest';
import { battlecardView, claimsOnCard } from '../../../src/domain/battlecards.ts';
import { buildSiteLibrary, type EntryOf, type SiteEntry } from '../../../src/domain/site-library.ts';
import { collections } from '../../../src/schemas/index.ts';
import { settings, TODAY } from '../../fixtures/entries.ts';

const none = { cites: [], citations: [] };

const claim = (id: string): SiteEntry => ({
  collection: 'claims',
  id,
  data: { ...collections.claims.draft.parse({ statement: id, audience: 'public' }), ...none },
});

const objection: SiteEntry = {
  collection: 'objections',
  id: 'too-late',
  data: {
    ...collections.objections.draft.parse({ title: 'Too late', short_answer: 'It takes 4 days.', force: 'habit' }),
    cites: ['days', 'other'],
    citations: [
      { at: 'short_answer', end: 15, claim: 'days' },
      { at: 'next_step', end: 4, claim: 'other' },
    ],
  },
};

const persona = (id: string, forces: object): SiteEntry => ({
  collection: 'personas',
  id,
  data: { ...collections.personas.draft.parse({ label: id, forces }), ...none },
});

const competitor = (id: string, kind: string): SiteEntry => ({
  collection: 'competitors',
  id,
  data: { ...collections.competitors.draft.parse({ label: id, kind }), ...none },
});

const card = (against: string): EntryOf<'battlecards'> => ({
  collection: 'battlecards',
  id: `against-${against}`,
  data: {
    ...collections.battlecards.draft.parse({
      title: 'Card',
      competitor: against,
      personas: ['buyer', 'silent', 'gone'],
      the_one_thing_to_say: '38% do.',
      objections: ['too-late', 'gone'],
      weaknesses: [{ text: 'Slow.', claim: 'slow' }],
      trap_questions: [{ question: 'When?', evidence: '38%' }],
    }),
    cites: ['share', 'slow', 'body'],
    citations: [
      { at: 'trap_questions.0.evidence', end: 3, claim: 'share' },
      { at: 'the_one_thing_to_say', end: 3, claim: 'share' },
    ],
  },
});

const library = buildSiteLibrary({
  settings: settings(),
  audience: 'internal',
  today: TODAY,
  entries: [
    ...['days', 'share', 'slow', 'body', 'other'].map(claim),
    objection,
    persona('buyer', { push: ['It is slow'], habit: ['We know it'] }),
    persona('silent', {}),
    competitor('nothing', 'status quo'),
    competitor('rival', 'direct'),
    card('nothing'),
    card('rival'),
  ],
});

test('answers come with what they cite, and what is not in the build is left out', () => {
  const { objections, isStatusQuo, forces } = battlecardView(library, card('rival'));
  expect(objections).toEqual([
    {
      id: 'too-late',
      path: '/objections/too-late/',
      title: 'Too late',
      answer: 'It takes 4 days.',
      audience: 'internal',
      force: 'habit',
      citations: [{ at: 'short_answer', end: 15, claim: 'days' }],
    },
  ]);
  expect([isStatusQuo, forces]).toEqual([false, []]);
});

test('against doing nothing, the forces of those whom the card is for are shown', () => {
  const { isStatusQuo, forces } = battlecardView(library, card('nothing'));
  expect(isStatusQuo).toBe(true);
  expect(forces).toEqual([
    {
      persona: { label: 'buyer', path: '/personas/buyer/' },
      push: ['It is slow'],
      pull: [],
      anxiety: [],
      habit: ['We know it'],
    },
  ]);
});

test('all sources of the page are listed in the order of reading, answers to objections included', () => {
  expect(claimsOnCard(library, card('rival')).map(({ id }) => id)).toEqual(['share', 'days', 'slow', 'body']);
});
