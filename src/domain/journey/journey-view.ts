/**
 * The buying journey as one page: what buyers ask at each stage, what helps, and how our own funnel and
 * pipeline lie over it. These are for colleagues only, so no other build has the page.
 */
import { edgeOf, type Corner } from '../committee/corners.ts';
import { entryPath } from '../routes.ts';
import { cardsOf, termsOf, type Card, type EntryOf, type SiteLibrary, type Tag } from '../site-library.ts';
import { layLane, type Lane, type Step } from './lanes.ts';

export interface JourneyStage extends Corner {
  id: string;
  label: string;
  pagePath: string;
  summary: string;
  /** What buyers ask themselves. */
  question: string;
  /** What each member of the committee asks. */
  asked: readonly { persona: Tag; question: string }[];
  contentThatWorks: readonly string[];
  funnel: readonly string[];
  pipeline: readonly string[];
  /** Plays for the pipeline stages that fall into it. */
  plays: readonly Card[];
}

export interface JourneyView {
  stages: readonly JourneyStage[];
  funnel: Lane;
  pipeline: Lane;
  /** Plays for pipeline stages that no buying stage names. */
  unplacedPlays: readonly Card[];
}

const isStage = (term: { collection: string }): term is EntryOf<'stages'> => term.collection === 'stages';

const stepsOf = (library: SiteLibrary, collection: 'funnel-statuses' | 'pipeline-stages'): Step[] =>
  termsOf(library, collection).map(({ id, data }) => ({
    id,
    label: data.label,
    note: ('definition' in data ? data.definition : data.summary) ?? '',
  }));

const askedAt = (library: SiteLibrary, stage: string): JourneyStage['asked'] =>
  termsOf(library, 'personas').flatMap((persona) =>
    persona.collection === 'personas'
      ? persona.data.questions
          .filter((asked) => asked.stage === stage)
          .map(({ question }) => ({
            persona: { label: persona.data.label, path: entryPath('personas', persona.id) },
            question,
          }))
      : [],
  );

/** Plays in the order of their titles, with the pipeline stage each belongs to. */
const playsOf = (library: SiteLibrary): { card: Card; pipelineStage: string }[] =>
  cardsOf(library, 'plays').flatMap((card) => {
    const play = library.entries.get('plays')?.get(card.id);
    return play?.collection === 'plays' ? [{ card, pipelineStage: play.data.pipeline_stage }] : [];
  });

/** Undefined in builds for others, and where no stage is described. */
export const journeyView = (library: SiteLibrary): JourneyView | undefined => {
  if (library.audience !== 'internal') return undefined;
  const stages = termsOf(library, 'stages').filter(isStage);
  if (stages.length === 0) return undefined;
  const plays = playsOf(library);
  const label = (collection: 'funnel-statuses' | 'pipeline-stages', id: string): string[] => {
    const term = library.entries.get(collection)?.get(id);
    return term && 'label' in term.data ? [term.data.label] : [];
  };
  const placed = new Set(stages.flatMap(({ data }) => data.pipeline_stages));
  return {
    stages: stages.map(({ id, data }) => ({
      id,
      label: data.label,
      pagePath: entryPath('stages', id),
      summary: data.summary ?? '',
      question: data.buyer_question,
      asked: askedAt(library, id),
      contentThatWorks: data.content_that_works,
      funnel: data.funnel_statuses.flatMap((status) => label('funnel-statuses', status)),
      pipeline: data.pipeline_stages.flatMap((stage) => label('pipeline-stages', stage)),
      plays: plays.filter(({ pipelineStage }) => data.pipeline_stages.includes(pipelineStage)).map(({ card }) => card),
      ...edgeOf(library, 'stages', id),
    })),
    funnel: layLane(
      stepsOf(library, 'funnel-statuses'),
      stages.map(({ data }) => data.funnel_statuses),
    ),
    pipeline: layLane(
      stepsOf(library, 'pipeline-stages'),
      stages.map(({ data }) => data.pipeline_stages),
    ),
    unplacedPlays: plays.filter(({ pipelineStage }) => !placed.has(pipelineStage)).map(({ card }) => card),
  };
};
