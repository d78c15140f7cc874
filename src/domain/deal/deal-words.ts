/** Reasons and gaps in words: the same on the page and on the command line. */
import type { Labels } from '../../schemas/labels.ts';
import type { Match } from '../case-studies/match.ts';
import { fill } from '../ui.ts';
import type { DealContext } from './context.ts';
import { labelOfTerm, type Desk } from './desk.ts';
import type { Gap } from './gaps.ts';
import type { Reason } from './rank.ts';

export type DealLabels = Labels['deal'];

/** What stands around a reason: whom and which stage the list is for. */
export interface ReasonPlace {
  persona?: string | undefined;
  stage?: string | undefined;
}

const namesOf = (desk: Desk, context: DealContext, { persona, stage }: ReasonPlace): Record<string, string> => {
  const label = (name: 'persona' | 'stage' | 'industry' | 'competitor' | 'pipeline', id: string | undefined): string =>
    id === undefined ? '' : labelOfTerm(desk, name, id);
  return {
    persona: label('persona', persona),
    stage: label('stage', stage),
    industry: label('industry', context.industry),
    competitor: label('competitor', context.competitor),
    pipeline: label('pipeline', context.pipeline),
  };
};

const wordFor = (labels: DealLabels, key: string): string | undefined =>
  Object.entries(labels).find(([name]) => name === key)?.[1];

/** A reason to a reader; what says nothing, such as that an asset names no region, has no words. */
export interface SaidReason {
  text: string;
  /** Speaks for it, against it, or neither. */
  tone: 'for' | 'against' | 'neither';
}

const TONES: Readonly<Record<string, SaidReason['tone']>> = { all: 'neither', other: 'against', overdue: 'against' };

/** Of a list for one member at one stage, these hold for every asset. */
const HOLDS_FOR_ALL: readonly Reason['criterion'][] = ['persona', 'stage'];

const toneOf = ({ criterion, fit }: Reason): SaidReason['tone'] =>
  fit === 'same' && HOLDS_FOR_ALL.includes(criterion) ? 'neither' : (TONES[fit] ?? 'for');

export const reasonWords = (
  labels: DealLabels,
  desk: Desk,
  context: DealContext,
  reasons: readonly Reason[],
  place: ReasonPlace = {},
): SaidReason[] => {
  const names = namesOf(desk, context, place);
  return reasons.flatMap((reason): SaidReason[] => {
    const word = wordFor(labels, `reason_${reason.criterion}_${reason.fit}`);
    return word === undefined ? [] : [{ text: fill(word, names), tone: toneOf(reason) }];
  });
};

/** The same of a case study, whose size may be near. */
export const matchWords = (labels: DealLabels, desk: Desk, context: DealContext, { reasons }: Match): SaidReason[] =>
  reasons.flatMap(({ criterion, fit }): SaidReason[] => {
    const persona = context.members[0];
    const word = wordFor(labels, `reason_${criterion}_${fit}`);
    if (word === undefined) return [];
    const tone = fit === 'same' ? 'for' : fit === 'other' ? 'against' : 'neither';
    return [{ text: fill(word, namesOf(desk, context, { persona })), tone }];
  });

export const gapWords = (labels: DealLabels, desk: Desk, gap: Gap): string => {
  const label = (name: 'persona' | 'stage' | 'industry' | 'competitor' | 'pipeline', id: string): string =>
    labelOfTerm(desk, name, id);
  switch (gap.kind) {
    case 'assets':
    case 'to_send': {
      const persona = label('persona', gap.persona);
      return gap.stage === undefined
        ? fill(labels[`gap_${gap.kind}_any`], { persona })
        : fill(labels[`gap_${gap.kind}`], { persona, stage: label('stage', gap.stage) });
    }
    case 'pitch':
      return fill(labels.gap_pitch, { persona: label('persona', gap.persona) });
    case 'play':
      return fill(labels.gap_play, { pipeline: label('pipeline', gap.pipeline) });
    case 'battlecard':
      return fill(labels.gap_battlecard, { competitor: label('competitor', gap.competitor) });
    case 'industry':
      return fill(labels.gap_industry, {
        industry: label('industry', gap.industry),
        personas: gap.personas.map((id) => label('persona', id)).join(', '),
      });
    case 'study':
    case 'numbers':
      return fill(labels[`gap_${gap.kind}`], { industry: label('industry', gap.industry) });
  }
};

/** A deal in a line: `Healthcare · Corvane · Closing · Legal, Procurement`. */
export const dealName = (desk: Desk, context: DealContext): string => {
  const { industry, size, region, product, use, competitor, pipeline, members } = context;
  const said = [
    ['industry', industry],
    ['size', size],
    ['region', region],
    ['product', product],
    ['use', use],
    ['competitor', competitor],
    ['pipeline', pipeline],
  ] as const;
  const terms = said.flatMap(([name, id]) => (id === undefined ? [] : [labelOfTerm(desk, name, id)]));
  const people = members.map((id) => labelOfTerm(desk, 'persona', id)).join(', ');
  return [...terms, people].filter(Boolean).join(' · ');
};
