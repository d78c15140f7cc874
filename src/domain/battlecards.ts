/** What a battlecard shows beside its own fields: answers to objections, the four forces, all of its sources. */
import { fieldPlan } from '../schemas/field-plan.ts';
import type { Audience } from '../schemas/fields.ts';
import { inReadingOrder, type Citation } from './citations.ts';
import { valuesAt } from './entries.ts';
import {
  claimOf,
  keyOf,
  tagOf,
  type CitedClaim,
  type EntryOf,
  type SiteEntry,
  type SiteLibrary,
  type Tag,
} from './site-library.ts';
import type { ClaimUse } from './texts.ts';

/** An objection with the answer in a breath. */
export interface ObjectionAnswer {
  id: string;
  path: string;
  title: string;
  answer: string;
  audience: Audience;
  /** Which of the four forces holds the buyer back; known to colleagues only. */
  force: 'anxiety' | 'habit' | undefined;
  /** Of the answer: their `at` is `short_answer`. */
  citations: readonly Citation[];
}

/** What moves one member of the committee, and what holds them back. */
export interface PersonaForces {
  persona: Tag;
  push: readonly string[];
  pull: readonly string[];
  anxiety: readonly string[];
  habit: readonly string[];
}

export interface BattlecardView {
  competitor: Tag | undefined;
  /** The card is against doing nothing: no feature table would be fair, or of use. */
  isStatusQuo: boolean;
  objections: readonly ObjectionAnswer[];
  /** Only against the status quo, and only for those who may know them. */
  forces: readonly PersonaForces[];
}

type Battlecard = EntryOf<'battlecards'>;

export const battlecardView = (library: SiteLibrary, { data }: Battlecard): BattlecardView => {
  const isStatusQuo = isAgainstNothing(library, data.competitor);
  return {
    competitor: tagOf(library, 'competitors', data.competitor),
    isStatusQuo,
    objections: data.objections.flatMap((id) => answerTo(library, id) ?? []),
    forces: isStatusQuo ? data.personas.flatMap((id) => forcesOn(library, id) ?? []) : [],
  };
};

/** @param id of a competitor */
export const isAgainstNothing = (library: SiteLibrary, id: string): boolean => {
  const competitor = library.entries.get('competitors')?.get(id);
  return competitor?.collection === 'competitors' && competitor.data.kind === 'status quo';
};

const objectionOf = (library: SiteLibrary, id: string): EntryOf<'objections'> | undefined => {
  const objection = library.entries.get('objections')?.get(id);
  return objection?.collection === 'objections' ? objection : undefined;
};

const answerTo = (library: SiteLibrary, id: string): ObjectionAnswer | undefined => {
  const objection = objectionOf(library, id);
  const card = library.cards.get(keyOf('objections', id));
  if (!objection || !card) return undefined;
  const { short_answer, force, citations } = objection.data;
  return {
    id,
    path: card.path,
    title: card.title,
    answer: short_answer,
    audience: card.audience,
    force,
    citations: citations.filter(({ at }) => at === 'short_answer'),
  };
};

const forcesOn = (library: SiteLibrary, id: string): PersonaForces | undefined => {
  const persona = library.entries.get('personas')?.get(id);
  const tag = tagOf(library, 'personas', id);
  if (persona?.collection !== 'personas' || !tag) return undefined;
  const { forces } = persona.data;
  return Object.values(forces).some((lines) => lines.length > 0) ? { persona: tag, ...forces } : undefined;
};

/** All that the card's page cites, answers to objections included, in the order of reading. */
export const claimsOnCard = (library: SiteLibrary, { data }: Battlecard): CitedClaim[] => {
  const uses = inReadingOrder('battlecards', [
    ...data.citations.map(({ at, claim }): ClaimUse => ({ id: claim, at: at.split('.').map(toStep) })),
    ...provingFields(data),
    ...data.objections.flatMap((id, i): ClaimUse[] => citedInAnswer(library, id, i)),
  ]);
  const isShown = isAgainstNothing(library, data.competitor)
    ? ({ at }: ClaimUse) => at[0] !== 'comparison'
    : () => true;
  const inFields = new Set(uses.map(({ id }) => id));
  const inBody = data.cites.filter((id) => !inFields.has(id));
  const ids = new Set([...uses.filter(isShown).map(({ id }) => id), ...inBody]);
  return [...ids].flatMap((id) => claimOf(library, id) ?? []);
};

const toStep = (step: string): string | number => (/^\d+$/.test(step) ? Number(step) : step);

const provingFields = (data: SiteEntry['data']): ClaimUse[] =>
  fieldPlan('battlecards')
    .filter(({ refersTo }) => refersTo === 'claims')
    .flatMap(({ path }) =>
      [...valuesAt(data, path)].flatMap(({ value, at }) => (typeof value === 'string' ? [{ id: value, at }] : [])),
    );

const citedInAnswer = (library: SiteLibrary, id: string, i: number): ClaimUse[] =>
  (objectionOf(library, id)?.data.citations ?? [])
    .filter(({ at }) => at === 'short_answer')
    .map(({ claim }) => ({ id: claim, at: ['objections', i] }));
