/**
 * What the library says in two ways: a figure typed beside a claim that says another, one statement in the ledger with
 * two values, and cards and answers that disagree.
 */
import { fieldPlan } from '../../schemas/field-plan.ts';
import type { Finding, FindingWording } from '../../schemas/finding.ts';
import { formatQuantity } from '../claims.ts';
import { nameKey } from '../compare.ts';
import { isRecord, textOf, valuesAt, type ContentEntry, type Path } from '../entries.ts';
import { fieldName } from '../problems.ts';
import { textsOf } from '../texts.ts';
import { wordsOf } from '../words.ts';
import { ownerOf, ownerOfClaim, placeOf, reviewedOn, type HealthContext } from './context.ts';
import { figuresWith, numbersIn } from './figures.ts';

export const findContradictions = (context: HealthContext): Finding[] => [
  ...typedFigures(context),
  ...twoClaims(context),
  ...capabilities(context),
  ...prices(context),
  ...securityAnswers(context),
];

/** A claim with a number that a text could contradict. */
interface Measured {
  entry: ContentEntry;
  value: number;
  unit: string;
  /** Every number that it tells itself, the value among them. */
  told: ReadonlySet<number>;
  words: ReadonlySet<string>;
}

/** Words so short say little about what a sentence is about. */
const SHORTEST_WORD = 4;

const tellingWords = (text: string): Set<string> =>
  new Set(wordsOf(text).filter((word) => word.length >= SHORTEST_WORD && !/^\p{N}/u.test(word)));

const measuredClaims = ({ library }: HealthContext): Map<string, Measured> => {
  const measured = new Map<string, Measured>();
  for (const entry of library.entries.get('claims')?.values() ?? []) {
    const { value, unit } = entry.data;
    if (!entry.valid || typeof value !== 'number' || typeof unit !== 'string') continue;
    const statement = textOf(entry, 'statement') ?? '';
    const own = `${statement} ${textOf(entry, 'method') ?? ''}`;
    const told = new Set([value, ...numbersIn(own, library.settings.locale)]);
    measured.set(entry.id, { entry, value, unit, told, words: tellingWords(statement) });
  }
  return measured;
};

/** Of the words of a claim's statement, so many must stand in a sentence for it to say the same. */
const SAME_SUBJECT = 0.6;

const speaksOf = (sentence: string, { words }: Measured): boolean => {
  if (words.size === 0) return false;
  const said = tellingWords(sentence);
  let both = 0;
  for (const word of words) if (said.has(word)) both += 1;
  return both / words.size >= SAME_SUBJECT;
};

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?])\s+|\n+/u);

/** A text, the claims that it is read with, and whether it is by its field a statement of one of them. */
interface Stated {
  text: string;
  at: Path;
  claims: readonly Measured[];
  isProven: boolean;
}

/** Fields that a sibling `claim` proves: their texts state that claim, whatever their words. */
const provenTexts = (entry: ContentEntry, claims: ReadonlyMap<string, Measured>): Stated[] =>
  fieldPlan(entry.collection)
    .filter(({ provenBy }) => provenBy !== undefined)
    .flatMap(({ path, provenBy }) =>
      [...valuesAt(entry.data, path.slice(0, -1))].flatMap(({ value: holder, at }): Stated[] => {
        const key = path.at(-1);
        if (!isRecord(holder) || key === undefined || provenBy === undefined) return [];
        const text = holder[key];
        const claim = claims.get(String(holder[provenBy]));
        return typeof text === 'string' && claim ? [{ text, at: [...at, key], claims: [claim], isProven: true }] : [];
      }),
    );

/** Sentences of an entry, read with all claims that it cites anywhere. */
const freeTexts = (entry: ContentEntry, claims: readonly Measured[], proven: ReadonlySet<string>): Stated[] =>
  [...textsOf(entry)].flatMap(({ value, at, format }): Stated[] => {
    if (format !== 'text' && format !== 'markdown') return [];
    // What a sibling proves is read as such, and only so.
    if (proven.has(at.join('.')) || !/\d/.test(value)) return [];
    return sentencesOf(value).map((text) => ({ text, at, claims, isProven: false }));
  });

/** Before and after together can say what a claim says as a difference, or as a share. */
const derived = (figures: readonly number[]): number[] =>
  figures.flatMap((a) =>
    figures.flatMap((b) => (a === b || a === 0 ? [] : [Math.abs(a - b), Math.round((100 * Math.abs(a - b)) / a)])),
  );

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

/** The figure of a text that says something else than its claim; undefined where none does. */
const contradicting = (stated: Stated, claim: Measured, locale: string) => {
  const figures = figuresWith(stated.text, claim.unit, locale);
  if (figures.length === 0) return undefined;
  if (!stated.isProven && !speaksOf(stated.text, claim)) return undefined;
  const values = figures.map(({ value }) => value);
  // A text that tells the value as well may compare it with another.
  if ([...values, ...derived(values)].some((value) => near(value, claim.value))) return undefined;
  if (stated.text.includes(`{claim:${claim.entry.id}}`)) return undefined;
  const known = new Set(stated.claims.flatMap(({ told }) => [...told]));
  return figures.find(({ value }) => !known.has(value));
};

const typedFigures = (context: HealthContext): Finding[] => {
  const { locale } = context.library.settings;
  const claims = measuredClaims(context);
  return [...context.citations].flatMap(([entry, uses]): Finding[] => {
    const cited = [...new Set(uses.map(({ id }) => id))].flatMap((id) => claims.get(id) ?? []);
    if (cited.length === 0) return [];
    const proven = provenTexts(entry, claims);
    const free = freeTexts(entry, cited, new Set(proven.map(({ at }) => at.join('.'))));
    return [...proven, ...free].flatMap((stated) =>
      stated.claims.flatMap((claim): Finding[] => {
        const figure = contradicting(stated, claim, locale);
        if (!figure) return [];
        return [
          {
            kind: 'contradiction',
            wording: 'contradiction_figure',
            subject: placeOf(entry),
            others: [placeOf(claim.entry)],
            owner: ownerOf(entry),
            args: {
              typed: figure.text,
              value: formatQuantity(claim.value, claim.unit, locale),
              field: fieldName(stated.at) ?? '',
            },
          },
        ];
      }),
    );
  });
};

/** Groups what says the same in different places; only groups of two or more. */
const together = <T>(items: readonly T[], keyOf: (item: T) => string): T[][] =>
  [...Map.groupBy(items, keyOf).values()].filter((group) => group.length > 1);

interface Said {
  entry: ContentEntry;
  /** What is said, as it is compared. */
  value: string;
}

/** The entry reviewed first is the one to look at; those that say otherwise stand beside it. */
const disagreement = (
  said: readonly Said[],
  wording: FindingWording,
  args: Finding['args'],
  show: (value: string) => string = (value) => value,
): Finding[] => {
  const values = [...new Set(said.map(({ value }) => value))];
  if (values.length < 2) return [];
  const [oldest, ...later] = said.toSorted((a, b) => (reviewedOn(a.entry) < reviewedOn(b.entry) ? -1 : 1));
  if (!oldest) return [];
  const others = later.filter(({ value, entry }) => value !== oldest.value && entry !== oldest.entry);
  const [first] = others;
  if (!first) return [];
  return [
    {
      kind: 'contradiction',
      wording,
      subject: placeOf(oldest.entry),
      others: [...new Set(others.map(({ entry }) => entry))].map(placeOf),
      owner: ownerOf(oldest.entry),
      args: { ...args, one: show(oldest.value), other: show(first.value) },
    },
  ];
};

/** One statement, two values: all but the number is the same. */
const twoClaims = (context: HealthContext): Finding[] => {
  const { library } = context;
  const claims = context.live.flatMap((entry): (Said & { key: string })[] => {
    const { value, unit } = entry.data;
    if (entry.collection !== 'claims' || typeof value !== 'number') return [];
    const shown = formatQuantity(value, typeof unit === 'string' ? unit : undefined, library.settings.locale);
    const rest = wordsOf((textOf(entry, 'statement') ?? '').replaceAll(/\d[\d.,]*/g, ' ')).join(' ');
    const years = (textOf(entry, 'statement') ?? '').match(/\b(?:19|20)\d\d\b/g)?.join(' ') ?? '';
    return [{ entry, value: shown, key: `${rest} ${years} ${String(unit)}` }];
  });
  return together(claims, ({ key }) => key).flatMap((group) =>
    disagreement(group, 'contradiction_claims', {}).map((finding) => ({
      ...finding,
      owner: ownerOfClaim(context, finding.subject.id),
    })),
  );
};

interface CardRow {
  entry: ContentEntry;
  competitor: string;
  row: Readonly<Record<string, unknown>>;
}

const cardRows = ({ live }: HealthContext, field: 'comparison' | 'pricing'): CardRow[] =>
  live.flatMap((entry) =>
    entry.collection !== 'battlecards'
      ? []
      : [...valuesAt(entry.data, [field, '*'])].flatMap(({ value }) =>
          isRecord(value) ? [{ entry, competitor: textOf(entry, 'competitor') ?? '', row: value }] : [],
        ),
  );

/** What is not known contradicts nothing. */
const verdict = ({ entry, row }: CardRow, side: 'us' | 'them'): Said[] => {
  const value = row[side];
  return typeof value === 'string' && value !== 'unknown' ? [{ entry, value }] : [];
};

/** Cards on one competitor that judge a capability of theirs differently, and any cards that judge ours differently. */
const capabilities = (context: HealthContext): Finding[] => {
  const rows = cardRows(context, 'comparison');
  const nameOf = ({ row }: CardRow): string => nameKey(String(row['capability']));
  const said = (group: readonly CardRow[], side: 'us' | 'them', wording: FindingWording): Finding[] =>
    disagreement(
      group.flatMap((row) => verdict(row, side)),
      wording,
      { capability: String(group[0]?.row['capability']) },
    );
  return [
    ...together(rows, (row) => `${row.competitor} ${nameOf(row)}`).flatMap((group) =>
      said(group, 'them', 'contradiction_them'),
    ),
    ...together(rows, nameOf).flatMap((group) => said(group, 'us', 'contradiction_us')),
  ];
};

/** One plan of one competitor with two prices. */
const prices = (context: HealthContext): Finding[] => {
  const { locale } = context.library.settings;
  const rows = cardRows(context, 'pricing').filter(({ row }) => typeof row['amount'] === 'number');
  const keyOf = ({ competitor, row }: CardRow): string =>
    [competitor, nameKey(String(row['tier'])), row['currency'], row['per']].join(' ');
  return together(rows, keyOf).flatMap((group) =>
    disagreement(
      group.map(({ entry, row }) => ({ entry, value: String(row['amount']) })),
      'contradiction_price',
      { tier: String(group[0]?.row['tier']) },
      (amount) => formatQuantity(Number(amount), String(group[0]?.row['currency']), locale),
    ),
  );
};

/** One question of a questionnaire with two answers: the same words, in whatever order. */
const securityAnswers = ({ live }: HealthContext): Finding[] => {
  const answers = live.flatMap((entry): (Said & { key: string; question: string })[] => {
    const question = textOf(entry, 'question');
    const value = textOf(entry, 'state');
    if (entry.collection !== 'security-answers' || question === undefined || value === undefined) return [];
    return [{ entry, value, question, key: [...new Set(wordsOf(question))].sort().join(' ') }];
  });
  return together(answers, ({ key }) => key).flatMap((group) =>
    disagreement(group, 'contradiction_answer', { question: group[0]?.question ?? '' }),
  );
};
