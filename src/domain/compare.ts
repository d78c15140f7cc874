/**
 * Competitors side by side, on the capabilities that their cards share. Several cards on one competitor
 * count as one: the latest review comes first, and one that says otherwise is not hidden.
 */
import type { Support } from '../schemas/assets/battlecard.ts';
import { type Citation } from './citations.ts';
import {
  claimOf,
  keyOf,
  tagOf,
  termsOf,
  type CitedClaim,
  type EntryOf,
  type SiteLibrary,
  type Tag,
} from './site-library.ts';

/** What one card says of one capability. */
export interface Verdict {
  support: Support;
  note: string;
  /** Of the note: their `at` is `note`. */
  citations: readonly Citation[];
  claim: string | undefined;
  /** The card that says so. */
  card: { title: string; path: string };
}

export interface ComparedRow {
  capability: string;
  /** What all cards say of us; more than one only where they disagree. */
  us: readonly Support[];
  /** By competitor; the latest first, and others only where they disagree. Nothing is known of who is missing. */
  them: Readonly<Record<string, readonly Verdict[]>>;
}

export interface CompareView {
  competitors: readonly ({ id: string } & Tag)[];
  rows: readonly ComparedRow[];
  /** Sources of what is said, in the order of reading. */
  claims: readonly CitedClaim[];
}

/** A capability goes by its name, however it is spaced or capitalised. */
export const nameKey = (capability: string): string =>
  capability.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

type Row = EntryOf<'battlecards'>['data']['comparison'][number];

interface Mention {
  competitor: string;
  row: Row;
  verdict: Verdict;
}

/** By the name of the capability, cards in the order of their review. */
const mentionsIn = (library: SiteLibrary): Map<string, Mention[]> => {
  const mentions = library.assets.flatMap((card) =>
    card.collection === 'battlecards' ? mentionsOn(library, card) : [],
  );
  return Map.groupBy(mentions, ({ row }) => nameKey(row.capability));
};

const mentionsOn = (library: SiteLibrary, { id, data }: EntryOf<'battlecards'>): Mention[] => {
  const card = library.cards.get(keyOf('battlecards', id));
  if (!card) return [];
  return data.comparison.map((row, i) => ({
    competitor: data.competitor,
    row,
    verdict: {
      support: row.them,
      note: row.note ?? '',
      citations: data.citations.flatMap((citation) =>
        citation.at === `comparison.${i}.note` ? [{ ...citation, at: 'note' }] : [],
      ),
      claim: row.claim,
      card: { title: card.title, path: card.path },
    },
  }));
};

const withoutEchoes = (verdicts: readonly Verdict[]): Verdict[] =>
  verdicts.filter(({ support }, i) => verdicts.findIndex((other) => other.support === support) === i);

const compare = (mentions: readonly Mention[]): ComparedRow | undefined => {
  const byCompetitor = Map.groupBy(mentions, ({ competitor }) => competitor);
  const [latest] = mentions;
  if (!latest || byCompetitor.size < 2) return undefined;
  return {
    capability: latest.row.capability,
    us: [...new Set(mentions.map(({ row }) => row.us))],
    them: Object.fromEntries(
      [...byCompetitor].map(([id, theirs]) => [id, withoutEchoes(theirs.map(({ verdict }) => verdict))]),
    ),
  };
};

/** Undefined where the build has no two cards with a capability in common. */
export const compareView = (library: SiteLibrary): CompareView | undefined => {
  const rows = [...mentionsIn(library).values()].flatMap((mentions) => compare(mentions) ?? []);
  if (rows.length === 0) return undefined;
  const competitors = termsOf(library, 'competitors').flatMap(({ id }) => {
    const tag = tagOf(library, 'competitors', id);
    return tag && rows.some(({ them }) => Object.hasOwn(them, id)) ? [{ id, ...tag }] : [];
  });
  // The capabilities that most have in common say most.
  const sorted = rows.toSorted((a, b) => Object.keys(b.them).length - Object.keys(a.them).length);
  return { competitors, rows: sorted, claims: claimsIn(library, sorted, competitors) };
};

const claimsIn = (
  library: SiteLibrary,
  rows: readonly ComparedRow[],
  competitors: CompareView['competitors'],
): CitedClaim[] => {
  const ids = rows.flatMap(({ them }) =>
    competitors.flatMap(({ id }) =>
      (them[id] ?? []).flatMap(({ citations, claim }) => [
        ...citations.map((citation) => citation.claim),
        ...(claim === undefined ? [] : [claim]),
      ]),
    ),
  );
  return [...new Set(ids)].flatMap((id) => claimOf(library, id) ?? []);
};
