/**
 * A deal → what it needs: for each member of the committee, and for the deal as a whole. A pure function: the page in
 * the browser and the command line call this one.
 */
import { matchStudy, type Match } from '../case-studies/match.ts';
import type { DealContext } from './context.ts';
import { facetOf, idsOfRow, placeOf, sizesOf, studyTerms, type BuyingStage, type Desk } from './desk.ts';
import { findGaps, type Gap } from './gaps.ts';
import {
  bestOf,
  having,
  havingOnly,
  isOverdue,
  ONLY_READER,
  OVERDUE_REASON,
  PREFILLED,
  reasonsOf,
  SAME_STAGE,
  weigh,
  type Best,
  type Reason,
  type Weighed,
} from './rank.ts';

/** @template A what an asset is named by: its row in the desk, or its key `battlecards/corvane` */
export interface Suggested<A> {
  asset: A;
  /** Only their order means something. */
  points: number;
  reasons: readonly Reason[];
}

export interface Listed<A> {
  /** The stage of the buying journey; undefined: any. */
  stage: string | undefined;
  assets: readonly Suggested<A>[];
  /** How many there are, listed or not. */
  count: number;
}

export interface Heard<A> {
  /** The force behind them; empty where none is named. */
  force: string;
  objections: readonly Suggested<A>[];
}

export interface Pitch {
  /** Id of a message map. */
  map: string;
  /** `own`: it is for this member. `reframed`: it is for another, and says the same for this one in a sentence. */
  as: 'own' | 'reframed';
}

export interface MemberAnswer<A> {
  persona: string;
  now: Listed<A>;
  /** Undefined at the last stage, and where no stage is known. What is listed for now is not listed again. */
  next: Listed<A> | undefined;
  pitch: Pitch | undefined;
  heard: readonly Heard<A>[];
}

export interface Closest<A> {
  asset: A;
  match: Match;
}

export interface Prefilled<A> extends Suggested<A> {
  /** Makes it start with the industry's numbers; empty: with its own. */
  fragment: string;
}

export interface DealAnswer<A> {
  /** Where the buyer is, by the pipeline stage; undefined: not said. */
  stage: string | undefined;
  next: string | undefined;
  /** In the order of the taxonomy. */
  members: readonly MemberAnswer<A>[];
  /** Ids of plays for the pipeline stage, the one that concerns most of the members first. */
  plays: readonly string[];
  /** Of the competitor, and always that of doing nothing. */
  battlecards: readonly Suggested<A>[];
  studies: readonly Closest<A>[];
  calculators: readonly Prefilled<A>[];
  gaps: readonly Gap[];
}

export interface Reader {
  /** Nothing above it is ever answered: one of the values of the facet `audience`. */
  audience: string;
  /** `2026-03-15` */
  today: string;
}

const MOST_NOW = 5;
const MOST_NEXT = 3;
const MOST_OF_A_FORCE = 2;
const MOST_CARDS = 2;
const MOST_STUDIES = 3;
const MOST_CALCULATORS = 2;

/** They have places of their own, and are for the rep and not for the member. */
const NOT_FOR_MEMBERS: readonly string[] = ['battlecards', 'objections'];

/** A deal with the rows that its reader may see. */
export interface Table extends Weighed {
  /** The same but for our own step of the sale, which says nothing of what comes later or serves throughout. */
  throughout: Weighed;
  /** Audiences that the reader may see. */
  audiences: readonly string[];
  /** Rows of assets for members, in ascending order. */
  forMembers: readonly number[];
  rowsOfType: (type: string) => readonly number[];
}

const audiencesUpTo = (desk: Desk, audience: string): string[] => {
  const facet = facetOf(desk, 'audience');
  return facet.values.slice(0, placeOf(facet, audience) + 1).map(({ id }) => id);
};

const setTable = (desk: Desk, context: DealContext, { audience, today }: Reader): Table => {
  const audiences = audiencesUpTo(desk, audience);
  const maySee = having(desk, 'audience', audiences);
  const rows = Array.from({ length: desk.rows }, (_, row) => row).filter(maySee);
  const isOther = having(desk, 'type', NOT_FOR_MEMBERS);
  const byType = Map.groupBy(rows, (row) => idsOfRow(desk, 'type', row)[0] ?? '');
  return {
    ...weigh(desk, context, today),
    throughout: weigh(desk, { ...context, pipeline: undefined }, today),
    audiences,
    forMembers: rows.filter((row) => !isOther(row)),
    rowsOfType: (type) => byType.get(type) ?? [],
  };
};

const pointsOfRow =
  ({ points }: Weighed) =>
  (row: number): number =>
    points[row] ?? 0;

const suggest = (weighed: Weighed, { rows }: Best, more: (row: number) => readonly Reason[] = () => []) =>
  rows.map(({ row, points }): Suggested<number> => {
    const reasons = [...reasonsOf(weighed, row), ...more(row)];
    return { asset: row, points, reasons: isOverdue(weighed, row) ? [...reasons, OVERDUE_REASON] : reasons };
  });

/** Where the buyer is when our deal is at this pipeline stage, and where they go next. */
const stagesOf = ({ stages }: Desk, pipeline: string | undefined): (BuyingStage | undefined)[] => {
  const at = stages.findIndex((stage) => pipeline !== undefined && stage.pipeline.includes(pipeline));
  return at < 0 ? [undefined, undefined] : [stages[at], stages[at + 1]];
};

const listFor = (
  { forMembers }: Table,
  weighed: Weighed,
  persona: string,
  stage: string | undefined,
  most: number,
  except: readonly number[] = [],
): Listed<number> => {
  const { desk } = weighed;
  const isFor = having(desk, 'persona', [persona]);
  const isAt = stage === undefined ? () => true : having(desk, 'stage', [stage]);
  const isOnly = havingOnly(desk, 'persona', persona);
  const base = pointsOfRow(weighed);
  const best = bestOf(
    forMembers,
    (row) => isFor(row) && isAt(row),
    (row) => base(row) + (isOnly(row) ? ONLY_READER : 0),
    most + except.length,
  );
  const rows = best.rows.filter(({ row }) => !except.includes(row)).slice(0, most);
  const assets = suggest(weighed, { ...best, rows }, (row) => [
    { criterion: 'persona', fit: isOnly(row) ? 'only' : 'same' },
    ...(stage === undefined ? [] : [{ criterion: 'stage', fit: 'same' } as const]),
  ]);
  return { stage, assets, count: best.count };
};

const stageHelp = ({ desk }: Table, stage: string | undefined) => {
  const isAt = stage === undefined ? () => false : having(desk, 'stage', [stage]);
  return {
    points: (row: number): number => (isAt(row) ? SAME_STAGE : 0),
    reasons: (row: number): Reason[] => (isAt(row) ? [{ criterion: 'stage', fit: 'same' }] : []),
  };
};

/** What this member is likely to say, by the force that holds them back. */
const heardFrom = (table: Table, persona: string, stage: string | undefined): Heard<number>[] => {
  const { desk } = table;
  const isFrom = having(desk, 'persona', [persona]);
  const rows = table.rowsOfType('objections').filter(isFrom);
  const base = pointsOfRow(table);
  const help = stageHelp(table, stage);
  const forces = [...facetOf(desk, 'force').values.map(({ id }) => id), ''];
  return forces.flatMap((force): Heard<number>[] => {
    const isOf = having(desk, 'force', force === '' ? [] : [force], force === '');
    const best = bestOf(rows, isOf, (row) => base(row) + help.points(row), MOST_OF_A_FORCE);
    return best.count === 0 ? [] : [{ force, objections: suggest(table, best, help.reasons) }];
  });
};

const maySeeEntry =
  ({ audiences }: Table) =>
  ({ audience }: { audience: string }): boolean =>
    audiences.includes(audience);

/** For the product at hand before one for none in particular before one for another. */
const mapRank = (product: string, wanted: string | undefined): number => {
  if (wanted === undefined) return product === '' ? 2 : 1;
  return product === wanted ? 2 : product === '' ? 1 : 0;
};

const pitchFor = (table: Table, persona: string): Pitch | undefined => {
  const maps = table.desk.maps.filter(maySeeEntry(table));
  const byRank = maps.toSorted(
    (a, b) => mapRank(b.product, table.context.product) - mapRank(a.product, table.context.product),
  );
  const own = byRank.find((map) => map.persona === persona);
  if (own) return { map: own.id, as: 'own' };
  const reframed = byRank.find(({ reframes }) => reframes.includes(persona));
  return reframed && { map: reframed.id, as: 'reframed' };
};

const membersOf = ({ desk, context }: Weighed): string[] => {
  const all = facetOf(desk, 'persona').values.map(({ id }) => id);
  return context.members.length === 0 ? all : all.filter((id) => context.members.includes(id));
};

const playsFor = (table: Table, members: readonly string[]): string[] => {
  const { pipeline } = table.context;
  const concerns = (personas: readonly string[]): number => personas.filter((id) => members.includes(id)).length;
  return table.desk.plays
    .filter((play) => play.pipeline === pipeline && maySeeEntry(table)(play))
    .toSorted((a, b) => concerns(b.personas) - concerns(a.personas))
    .map(({ id }) => id);
};

const battlecardsFor = (table: Table): Suggested<number>[] => {
  const { desk, context, throughout } = table;
  const { competitor } = context;
  const cards = table.rowsOfType('battlecards');
  const best = (rivals: readonly string[], most: number): Best =>
    bestOf(cards, having(desk, 'competitor', rivals), pointsOfRow(throughout), most);
  const isRival = competitor !== undefined && !desk.statusQuo.includes(competitor);
  return [
    ...(isRival ? suggest(throughout, best([competitor], MOST_CARDS)) : []),
    ...suggest(throughout, best(desk.statusQuo, 1)).map((card): Suggested<number> => {
      const others = card.reasons.filter(({ criterion }) => criterion !== 'competitor');
      return { ...card, reasons: [{ criterion: 'competitor', fit: 'always' }, ...others] };
    }),
  ];
};

const studiesFor = (table: Table): Closest<number>[] => {
  const { desk, context, audiences, overdue } = table;
  const { industry, size, use, members } = context;
  const [persona] = members.length === 1 ? members : [];
  const deal = {
    ...(industry && { industry }),
    ...(size && { size }),
    ...(use && { use }),
    ...(persona && { persona }),
  };
  const isSaid = Object.keys(deal).length > 0;
  const maySee = having(desk, 'audience', audiences);
  const sizes = sizesOf(desk);
  return desk.studies.rows
    .map((row, study) => ({ asset: row, match: matchStudy(deal, studyTerms(desk, study), sizes) }))
    .filter(({ asset, match }) => maySee(asset) && (!isSaid || match.score > 0))
    .sort(
      (a, b) => b.match.score - a.match.score || (overdue[a.asset] ?? 0) - (overdue[b.asset] ?? 0) || a.asset - b.asset,
    )
    .slice(0, MOST_STUDIES);
};

const calculatorsFor = (table: Table, stage: string | undefined): Prefilled<number>[] => {
  const { desk, context, throughout } = table;
  const base = pointsOfRow(throughout);
  const help = stageHelp(table, stage);
  const fragments = new Map(
    desk.prefills.filter(({ industry }) => industry === context.industry).map(({ row, fragment }) => [row, fragment]),
  );
  const best = bestOf(
    table.rowsOfType('calculators'),
    () => true,
    (row) => base(row) + help.points(row) + (fragments.has(row) ? PREFILLED : 0),
    MOST_CALCULATORS,
  );
  return suggest(throughout, best, (row) => [
    ...(fragments.has(row) ? [{ criterion: 'numbers', fit: 'prefilled' } as const] : []),
    ...help.reasons(row),
  ]).map((calculator) => ({ ...calculator, fragment: fragments.get(calculator.asset) ?? '' }));
};

/** The same deal and desk on the same day: the same answer, to the last place. Ids that the desk lacks count as said, and match nothing. */
export const answerDeal = (desk: Desk, context: DealContext, reader: Reader): DealAnswer<number> => {
  const table = setTable(desk, context, reader);
  const [stage, next] = stagesOf(desk, context.pipeline);
  const members = membersOf(table).map((persona): MemberAnswer<number> => {
    const now = listFor(table, table, persona, stage?.id, MOST_NOW);
    const listed = now.assets.map(({ asset }) => asset);
    return {
      persona,
      now,
      next: next && listFor(table, table.throughout, persona, next.id, MOST_NEXT, listed),
      pitch: pitchFor(table, persona),
      heard: heardFrom(table, persona, stage?.id),
    };
  });
  const found = {
    stage: stage?.id,
    next: next?.id,
    members,
    plays: playsFor(
      table,
      members.map(({ persona }) => persona),
    ),
    battlecards: battlecardsFor(table),
    studies: studiesFor(table),
    calculators: calculatorsFor(table, stage?.id),
  };
  return { ...found, gaps: findGaps(table, found) };
};

/** The same answer with its assets named in another way. */
export const renameAssets = <A, B>(answer: DealAnswer<A>, rename: (asset: A) => B): DealAnswer<B> => {
  const one = <S extends { asset: A }>(suggested: S) => ({ ...suggested, asset: rename(suggested.asset) });
  const list = (listed: Listed<A>): Listed<B> => ({ ...listed, assets: listed.assets.map(one) });
  return {
    ...answer,
    members: answer.members.map((member) => ({
      ...member,
      now: list(member.now),
      next: member.next && list(member.next),
      heard: member.heard.map((heard) => ({ ...heard, objections: heard.objections.map(one) })),
    })),
    battlecards: answer.battlecards.map(one),
    studies: answer.studies.map(one),
    calculators: answer.calculators.map(one),
  };
};

/** All assets that an answer names, in the order of reading, each once. */
export const assetsIn = <A>({ members, battlecards, studies, calculators }: DealAnswer<A>): A[] => {
  const suggested: readonly { asset: A }[] = [
    ...members.flatMap(({ now, next, heard }) => [
      ...now.assets,
      ...(next?.assets ?? []),
      ...heard.flatMap(({ objections }) => objections),
    ]),
    ...battlecards,
    ...studies,
    ...calculators,
  ];
  return [...new Set(suggested.map(({ asset }) => asset))];
};
