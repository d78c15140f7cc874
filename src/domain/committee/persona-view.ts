/** A persona's page: what they ask at each stage beside what we have for it, and what is not known of them. */
import { entryPath } from '../routes.ts';
import { termsOf, type EntryOf, type SiteLibrary } from '../site-library.ts';
import { cornerOf, type Corner } from './corners.ts';

export interface StageNeeds extends Corner {
  stage: { id: string; label: string; path: string };
  questions: readonly string[];
}

/** Parts of the portrait that a good one has; each is a field of the persona. */
export const PORTRAIT = [
  'aspirations',
  'fears',
  'career_risk',
  'goals',
  'kpis',
  'decision_criteria',
  'veto',
  'push',
  'pull',
  'anxiety',
  'habit',
  'in_their_words',
  'evidence',
] as const;
export type PortraitPart = (typeof PORTRAIT)[number];

export interface PersonaView {
  /** Of every stage, in the order of the journey; outside only of those with something to say. */
  stages: readonly StageNeeds[];
  /** Parts of the portrait that nobody has written yet; outside nobody is told. */
  unknown: readonly PortraitPart[];
}

const isKnown = ({ forces, ...data }: EntryOf<'personas'>['data'], part: PortraitPart): boolean => {
  const value =
    part === 'push' || part === 'pull' || part === 'anxiety' || part === 'habit' ? forces[part] : data[part];
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';
};

export const personaView = (library: SiteLibrary, { id, data }: EntryOf<'personas'>): PersonaView => {
  const isInside = library.audience === 'internal';
  const stages = termsOf(library, 'stages').map((stage) => ({
    stage: { id: stage.id, label: stage.data.label, path: entryPath('stages', stage.id) },
    questions: data.questions.filter((asked) => asked.stage === stage.id).map(({ question }) => question),
    ...cornerOf(library, id, stage.id),
  }));
  return {
    stages: isInside ? stages : stages.filter(({ questions, count }) => questions.length > 0 || count > 0),
    unknown: isInside ? PORTRAIT.filter((part) => !isKnown(data, part)) : [],
  };
};
