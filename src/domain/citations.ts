/**
 * Which claim proves which words: so that a figure on a page, or on paper, carries the number of its
 * source, and sources are listed in the order in which the reader meets them.
 */
import type { CollectionName } from '../schemas/index.ts';
import { replaceClaims } from './claims.ts';
import type { ContentEntry, Path } from './entries.ts';
import type { CitedClaim } from './site-library.ts';
import { textsOf, type ClaimUse } from './texts.ts';

/** A claim's value inside a plain text. In Markdown it is a link, and needs no such note. */
export interface Citation {
  /** The field, such as `weaknesses.0.text`. */
  at: string;
  /** Where the value ends, counted in the text that pages show. */
  end: number;
  claim: string;
}

/** @param valueOf what stands in a text for the claim; undefined for one that the build leaves out */
export const citationsIn = (
  entry: Pick<ContentEntry, 'collection' | 'data'>,
  valueOf: (id: string) => string,
  isKnown: (id: string) => boolean,
): Citation[] => {
  const citations: Citation[] = [];
  for (const { value, at, format } of textsOf({ ...entry, body: '' })) {
    if (format !== 'text' || !value.includes('{claim:')) continue;
    let end = 0;
    let shown = 0;
    replaceClaims(value, (id, offset, written) => {
      const text = valueOf(id);
      shown += offset - end + text.length;
      end = offset + written;
      if (isKnown(id)) citations.push({ at: at.join('.'), end: shown, claim: id });
      return text;
    });
  }
  return citations;
};

/** Fields of the types that are printed, in the order in which their pages show them; the body comes last. */
const READING_ORDER: Readonly<Partial<Record<CollectionName, readonly string[]>>> = {
  battlecards: [
    'the_one_thing_to_say',
    'we_win_when',
    'they_win_when',
    'trap_questions',
    'objections',
    'their_claims_about_us',
    'strengths',
    'their_pitch',
    'weaknesses',
    'do_not_say',
    'comparison',
    'pricing',
    'news',
  ],
  'one-pagers': ['headline', 'problem', 'benefits', 'cost_of_inaction', 'how_it_works'],
  objections: ['verbatim', 'clarifying_questions', 'short_answer', 'body', 'proof', 'next_step', 'do_not_say'],
  'case-studies': ['results', 'challenge', 'alternatives_considered', 'why_us', 'solution', 'quotes'],
};

const placeOf = (order: readonly string[], { at }: ClaimUse): readonly [number, number, number] => {
  const field = order.indexOf(String(at[0]));
  const item = typeof at[1] === 'number' ? at[1] : 0;
  // A claim that only proves its neighbour is named after those that stand in its words.
  const last = at.at(-1) === 'claim' ? 1 : 0;
  return [field === -1 ? order.length : field, item, last];
};

const byPlace = (a: readonly number[], b: readonly number[]): number =>
  a.map((step, i) => step - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** Citations in the order in which a reader of the page meets them. */
export const inReadingOrder = (collection: CollectionName, uses: readonly ClaimUse[]): ClaimUse[] => {
  const order = READING_ORDER[collection];
  if (!order) return [...uses];
  return uses
    .map((use) => ({ use, place: placeOf(order, use) }))
    .sort((a, b) => byPlace(a.place, b.place))
    .map(({ use }) => use);
};

/** A piece of a text, and the source that it ends with. */
export interface CitedPiece {
  text: string;
  source: NumberedSource | undefined;
}

export interface NumberedSource {
  id: string;
  /** Its place in the page's list of sources, from 1. */
  number: number;
  /** Only colleagues may see the claim: its figure is not for outside. */
  isInside: boolean;
}

const sourceOf = (claims: readonly CitedClaim[], id: string): NumberedSource | undefined => {
  const index = claims.findIndex((claim) => claim.id === id);
  const claim = claims[index];
  return claim && { id, number: index + 1, isInside: claim.audience === 'internal' };
};

export interface CitedText {
  text: string;
  /** The field that the text is from. */
  at: Path;
  citations: readonly Citation[];
  /** The page's list of sources. */
  claims: readonly CitedClaim[];
  /** A claim that proves the whole text; it is named at the end, unless its figure stands in the text. */
  proof?: string | undefined;
}

/** A text cut where its sources are to be named. */
export const citedPieces = ({ text, at, citations, claims, proof }: CitedText): CitedPiece[] => {
  const field = at.join('.');
  const pieces: CitedPiece[] = [];
  let start = 0;
  for (const { end, claim } of citations.filter((citation) => citation.at === field)) {
    pieces.push({ text: text.slice(start, end), source: sourceOf(claims, claim) });
    start = end;
  }
  const isNamed = pieces.some(({ source }) => source !== undefined && source.id === proof);
  const source = proof === undefined || isNamed ? undefined : sourceOf(claims, proof);
  if (start < text.length || source) pieces.push({ text: text.slice(start), source });
  return pieces;
};
