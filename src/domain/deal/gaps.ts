/** What a deal needs and the library does not have, said plainly. */
import type { DealAnswer, Listed, Table } from './answer.ts';
import { having, type Weighed } from './rank.ts';

export type Gap =
  /** Nothing at all for this member at this stage. */
  | { kind: 'assets'; persona: string; stage: string | undefined }
  /** What there is may not leave the house. */
  | { kind: 'to_send'; persona: string; stage: string | undefined; count: number }
  | { kind: 'pitch'; persona: string }
  | { kind: 'play'; pipeline: string }
  | { kind: 'battlecard'; competitor: string }
  /** No customer of this industry tells a story. */
  | { kind: 'study'; industry: string }
  /** For these members there is nothing made for the industry, now. */
  | { kind: 'industry'; industry: string; personas: readonly string[] }
  /** No calculator has the industry's numbers. */
  | { kind: 'numbers'; industry: string };

type Found = Omit<DealAnswer<number>, 'gaps'>;

const isNot =
  (value: string): ((other: string) => boolean) =>
  (other) =>
    other !== value;

const ofList = (table: Table, persona: string, { stage, count }: Listed<number>): Gap[] => {
  if (count === 0) return [{ kind: 'assets', persona, stage }];
  const { desk, audiences, forMembers } = table;
  const outside = audiences.filter(isNot('internal'));
  const passes = [
    having(desk, 'persona', [persona]),
    ...(stage === undefined ? [] : [having(desk, 'stage', [stage])]),
    having(desk, 'audience', outside),
  ];
  const canBeSent = forMembers.some((row) => passes.every((test) => test(row)));
  return canBeSent ? [] : [{ kind: 'to_send', persona, stage, count }];
};

const ofMembers = (table: Table, { members }: Found): Gap[] => [
  ...members.flatMap(({ persona, now }) => ofList(table, persona, now)),
  ...members.flatMap(({ persona, next }) => (next ? ofList(table, persona, next) : [])),
  ...members.flatMap(({ persona, pitch }): Gap[] => (pitch ? [] : [{ kind: 'pitch', persona }])),
];

const ofIndustry = (table: Table, industry: string, { members, studies }: Found): Gap[] => {
  const { desk, forMembers } = table;
  const isOurs = having(desk, 'industry', [industry]);
  const personas = members.flatMap(({ persona, now: { stage, count } }) => {
    const isFor = having(desk, 'persona', [persona]);
    const isAt = stage === undefined ? () => true : having(desk, 'stage', [stage]);
    const hasOne = forMembers.some((row) => isFor(row) && isAt(row) && isOurs(row));
    // Where there is nothing at all, that has been said.
    return hasOne || count === 0 ? [] : [persona];
  });
  const isSameIndustry = studies.some(({ match }) =>
    match.reasons.some(({ criterion, fit }) => criterion === 'industry' && fit === 'same'),
  );
  const hasNumbers = desk.prefills.some((prefill) => prefill.industry === industry);
  return [
    ...(isSameIndustry ? [] : [{ kind: 'study', industry } as const]),
    ...(personas.length > 0 ? [{ kind: 'industry', industry, personas } as const] : []),
    ...(hasNumbers ? [] : [{ kind: 'numbers', industry } as const]),
  ];
};

const hasCard = ({ desk, context }: Weighed, { battlecards }: Found): boolean => {
  const isOfRival = having(
    desk,
    'competitor',
    context.competitor === undefined ? desk.statusQuo : [context.competitor],
  );
  return battlecards.some(({ asset }) => isOfRival(asset));
};

/** Gaps of members first, what is missing altogether before what could be better. */
export const findGaps = (table: Table, found: Found): Gap[] => {
  const { pipeline, competitor, industry } = table.context;
  return [
    ...ofMembers(table, found),
    ...(pipeline === undefined || found.plays.length > 0 ? [] : [{ kind: 'play', pipeline } as const]),
    ...(competitor === undefined || hasCard(table, found) ? [] : [{ kind: 'battlecard', competitor } as const]),
    ...(industry === undefined ? [] : ofIndustry(table, industry, found)),
  ];
};
