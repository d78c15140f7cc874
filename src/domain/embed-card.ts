/**
 * What a CRM shows beside an opportunity: the least of a battlecard or a case study that helps in the
 * moment, and the way to the rest.
 */
import { formatQuantity } from './claims.ts';
import { cardPath, isEmbedded, type EmbeddedCollection } from './routes.ts';
import type { Card, EntryOf } from './site-library.ts';
import { fill, formatDay, nameOf, type Ui } from './ui.ts';
import type { EntryView } from './views.ts';

export interface EmbedLine {
  text: string;
  /** What to answer, or what it is measured by. */
  note?: string | undefined;
  path?: string | undefined;
}

export interface EmbedGroup {
  heading: string;
  tone: 'plain' | 'good' | 'bad' | 'ask';
  lines: EmbedLine[];
}

export interface EmbedCard {
  collection: EmbeddedCollection;
  id: string;
  /** Address of the card itself. */
  path: string;
  /** The whole entry. */
  entry: Card;
  type: string;
  /** The one sentence to say, or to remember. */
  lead: { heading: string; text: string };
  results: { value: string; before: string | undefined; metric: string }[];
  groups: EmbedGroup[];
  facts: { name: string; value: string }[];
}

/** A side panel is as tall as a hand: of each kind only the first few. */
const MOST_LINES = 3;

const toLines = (texts: readonly string[]): EmbedLine[] => texts.slice(0, MOST_LINES).map((text) => ({ text }));

type Parts = Pick<EmbedCard, 'lead' | 'results' | 'groups' | 'facts'>;

const battlecardParts = ({ labels, settings }: Ui, view: EntryView, { data }: EntryOf<'battlecards'>): Parts => {
  const words = labels.battlecard;
  const cards = data.objections.flatMap((id) => view.cards[id] ?? []);
  const { won, lost, period } = data;
  return {
    lead: { heading: words.the_one_thing_to_say, text: data.the_one_thing_to_say },
    results: [],
    groups: [
      { heading: words.we_win_when, tone: 'good', lines: toLines(data.we_win_when) },
      { heading: words.they_win_when, tone: 'bad', lines: toLines(data.they_win_when) },
      { heading: words.trap_questions, tone: 'ask', lines: toLines(data.trap_questions.map((trap) => trap.question)) },
      {
        heading: words.objections,
        tone: 'plain',
        lines: cards.slice(0, MOST_LINES).map(({ title, answer, path }) => ({ text: title, note: answer, path })),
      },
    ],
    facts: [
      ...data.pricing.slice(0, MOST_LINES).map(({ tier, amount, currency, per, as_of }) => ({
        name: tier,
        value: [
          amount === undefined ? words.on_request : formatQuantity(amount, currency, settings.locale),
          ...(per === undefined ? [] : [` / ${per}`]),
          ...(as_of === '' ? [] : [` · ${formatDay(as_of, settings.locale)}`]),
        ].join(''),
      })),
      ...(won === undefined && lost === undefined
        ? []
        : [
            {
              name: [words.record, ...(period === undefined ? [] : [period])].join(', '),
              value: `${won ?? 0} ${words.won} · ${lost ?? 0} ${words.lost}`,
            },
          ]),
    ],
  };
};

const caseStudyParts = ({ labels }: Ui, view: EntryView, { data }: EntryOf<'case-studies'>): Parts => {
  const words = labels.case_study;
  const tag = (key: string): string => view.tags[key]?.label ?? '';
  const quotes = data.quotes.filter(({ consent }) => consent).slice(0, 1);
  return {
    lead: { heading: labels.embed.in_short, text: data.summary },
    results: data.results
      .slice(0, MOST_LINES)
      .flatMap(({ metric, before, after, unit }) =>
        after === undefined ? [] : [{ metric, before, value: unit === undefined ? after : `${after} ${unit}` }],
      ),
    groups: [
      {
        heading: words.quotes,
        tone: 'plain',
        lines: quotes.map(({ text, role }) => ({ text: `“${text}”`, note: `${role}, ${data.customer}` })),
      },
    ],
    facts: [
      { name: words.customer, value: data.customer },
      { name: words.industry, value: tag(`industries/${data.industry}`) },
      { name: words.company_size, value: tag(`company-sizes/${data.company_size}`) },
      { name: words.region, value: tag(`regions/${data.region}`) },
    ],
  };
};

/** @returns undefined for what has no card */
export const embedCard = (ui: Ui, view: EntryView): EmbedCard | undefined => {
  const { entry, card } = view;
  if (!isEmbedded(card.collection)) return undefined;
  const parts =
    entry.collection === 'battlecards'
      ? battlecardParts(ui, view, entry)
      : entry.collection === 'case-studies'
        ? caseStudyParts(ui, view, entry)
        : undefined;
  return (
    parts && {
      collection: card.collection,
      id: card.id,
      path: cardPath(card.collection, card.id),
      entry: card,
      type: nameOf(ui, card.collection),
      lead: parts.lead,
      results: parts.results,
      groups: parts.groups.filter(({ lines }) => lines.length > 0),
      facts: parts.facts.filter(({ value }) => value !== ''),
    }
  );
};

/** What a screen reader hears of a frame that holds the card. */
export const embedTitle = (ui: Ui, { type, entry }: EmbedCard): string =>
  fill(ui.labels.embed.title, { type, title: entry.title });
