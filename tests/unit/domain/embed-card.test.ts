/** What a side panel shows of a battlecard and of a case study. */
import { expect, test } from 'vitest';
import { embedCard, embedTitle, type EmbedCard } from '../../../src/domain/embed-card.ts';
import { siteEntry, siteLibraryOf, uiOf, viewOf } from '../../fixtures/views.ts';

const library = siteLibraryOf(
  [
    siteEntry('industries', 'health', { label: 'Healthcare' }),
    siteEntry('objections', 'price', { title: 'Too expensive', short_answer: 'Compared with what?' }),
    siteEntry('battlecards', 'corvane', {
      title: 'Halyard or Corvane',
      competitor: 'corvane',
      the_one_thing_to_say: 'Live in 38 days.',
      we_win_when: ['one', 'two', 'three', 'four'],
      trap_questions: [{ question: 'How long?', why: 'It takes them longer.' }],
      objections: ['price', 'missing'],
      pricing: [
        { tier: 'Intake', amount: 28, currency: 'USD', per: 'user a month', as_of: '2026-08-20' },
        { tier: 'Suite', as_of: '2026-08-20' },
      ],
      won: 58,
      period: 'Q1 2026',
    }),
    siteEntry('battlecards', 'bare', { title: 'Bare' }),
    siteEntry('case-studies', 'eirvale', {
      title: 'Live in 31 days',
      summary: 'How a clinic did it.',
      customer: 'Eirvale',
      industry: 'health',
      results: [{ metric: 'To live', before: '90', after: '31', unit: 'days' }, { metric: 'Unmeasured' }],
      quotes: [
        { text: 'Not for print.', role: 'CFO' },
        { text: 'It was fine.', role: 'Controller', consent: true },
      ],
    }),
  ],
  'internal',
);
const ui = uiOf(library);

const cardOf = (id: string): EmbedCard => {
  const card = embedCard(ui, viewOf(library, id));
  if (!card) throw new Error(`${id} has no card.`);
  return card;
};

test('a battlecard: what to say, when to win, what to ask, what it costs', () => {
  const card = cardOf('corvane');
  expect(card.path).toBe('/battlecards/corvane/card/');
  expect(card.lead).toEqual({ heading: 'The one thing to say', text: 'Live in 38 days.' });
  expect(card.groups.map(({ heading, lines }) => [heading, lines.length])).toEqual([
    ['We win when', 3],
    ['Questions to ask', 1],
    ['Objections you will hear', 1],
  ]);
  expect(card.groups.at(-1)?.lines).toEqual([
    { text: 'Too expensive', note: 'Compared with what?', path: '/objections/price/' },
  ]);
  expect(card.facts).toEqual([
    { name: 'Intake', value: '$28 / user a month · 20 Aug 2026' },
    { name: 'Suite', value: 'On request · 20 Aug 2026' },
    { name: 'Record, Q1 2026', value: '58 Won · 0 Lost' },
  ]);
});

test('a case study: results that were measured, and a quote that may be shown', () => {
  const card = cardOf('eirvale');
  expect(card.lead.text).toBe('How a clinic did it.');
  expect(card.results).toEqual([{ metric: 'To live', before: '90', value: '31 days' }]);
  expect(card.groups[0]?.lines).toEqual([{ text: '“It was fine.”', note: 'Controller, Eirvale' }]);
  expect(card.facts).toEqual([
    { name: 'Customer', value: 'Eirvale' },
    { name: 'Industry', value: 'Healthcare' },
  ]);
});

test('what is empty is left out', () => {
  expect(cardOf('bare')).toMatchObject({ results: [], groups: [], facts: [] });
});

test('only battlecards and case studies have one', () => {
  expect(embedCard(ui, viewOf(library, 'price'))).toBeUndefined();
});

test('its title says what it is, for those who hear it', () => {
  expect(embedTitle(ui, cardOf('corvane'))).toBe('Battlecard: Halyard or Corvane');
});
