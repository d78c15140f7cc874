/** A deal laid out over the desk: what its reader may see, and how every row fits. */
import type { StudyTerms } from '../case-studies/match.ts';
import type { DealContext } from './context.ts';
import { facetOf, idsOfRow, placeOf, studyRows, studyTerms, type Desk } from './desk.ts';
import { having, weigh, type Weighed } from './rank.ts';

export interface Reader {
  /** Nothing above it is ever answered: one of the values of the facet `audience`. */
  audience: string;
  /** `2026-03-15` */
  today: string;
}

/** They have places of their own, and are for the rep and not for the member. */
const NOT_FOR_MEMBERS: readonly string[] = ['battlecards', 'objections'];

/** What a reader may see of a desk, sorted: the same for every deal, so it is made once. Rows are in ascending order. */
interface Sight {
  /** Audiences that the reader may see. */
  audiences: readonly string[];
  /** Persona → rows of assets for that member. */
  forMember: ReadonlyMap<string, readonly number[]>;
  ofType: ReadonlyMap<string, readonly number[]>;
  studies: readonly { row: number; terms: StudyTerms }[];
}

const lookAt = (desk: Desk, audience: string): Sight => {
  const facet = facetOf(desk, 'audience');
  const audiences = facet.values.slice(0, placeOf(facet, audience) + 1).map(({ id }) => id);
  const maySee = having(desk, 'audience', audiences);
  const rows = Array.from({ length: desk.rows }, (_, row) => row).filter(maySee);
  const isOther = having(desk, 'type', NOT_FOR_MEMBERS);
  const forMembers = rows.filter((row) => !isOther(row));
  const personas = facetOf(desk, 'persona').values.map(({ id }) => id);
  return {
    audiences,
    forMember: new Map(personas.map((id) => [id, forMembers.filter(having(desk, 'persona', [id]))])),
    ofType: Map.groupBy(rows, (row) => idsOfRow(desk, 'type', row)[0] ?? ''),
    studies: studyRows(desk).flatMap((row, study) =>
      maySee(row) ? [{ row, terms: studyTerms(desk, row, study) }] : [],
    ),
  };
};

const sights = new WeakMap<Desk, Map<string, Sight>>();

const sightOf = (desk: Desk, audience: string): Sight => {
  const known = sights.get(desk) ?? new Map<string, Sight>();
  sights.set(desk, known);
  const sight = known.get(audience) ?? lookAt(desk, audience);
  known.set(audience, sight);
  return sight;
};

/** A deal with the rows that its reader may see. */
export interface Table extends Weighed {
  sight: Sight;
  /** The same but for our own step of the sale, which says nothing of what comes later or serves throughout. */
  throughout: Weighed;
}

export const setTable = (desk: Desk, context: DealContext, { audience, today }: Reader): Table => ({
  ...weigh(desk, context, today),
  throughout: weigh(desk, { ...context, pipeline: undefined }, today),
  sight: sightOf(desk, audience),
});

export const rowsOfType = ({ sight }: Table, type: string): readonly number[] => sight.ofType.get(type) ?? [];

/** Assets for a member, in ascending order. */
export const rowsFor = ({ sight }: Table, persona: string): readonly number[] => sight.forMember.get(persona) ?? [];
