/**
 * The buying committee as a map: who decides, at which stage, and how much there is for each. A map of
 * our gaps is for colleagues only: no other build has it.
 */
import type { DataOf } from '../../schemas/index.ts';
import { entryPath } from '../routes.ts';
import { termsOf, type SiteLibrary } from '../site-library.ts';
import { cornerOf, edgeOf } from './corners.ts';

interface Counted {
  count: number;
  /** The library, narrowed down to what was counted. */
  path: string;
}

export interface CommitteeStage extends Counted {
  id: string;
  label: string;
  pagePath: string;
}

export interface CommitteeMember extends Counted {
  id: string;
  label: string;
  pagePath: string;
  role: DataOf<'personas'>['committee_role'];
  /** What stands on their card; empty where nobody has written it. */
  jobTitle: string;
  /** What they care about first of all; empty where nobody has written it. */
  caresAbout: string;
  /** What makes them say no; empty where nobody has written it. */
  veto: string;
  /** One a stage, in the order of the stages. */
  cells: readonly Counted[];
}

export interface CommitteeView {
  stages: readonly CommitteeStage[];
  members: readonly CommitteeMember[];
  /** Corners without anything, in the order of reading. */
  missing: readonly { persona: string; stage: string }[];
  corners: number;
}

const counted = ({ count, path }: Counted): Counted => ({ count, path });

/** Undefined in builds for others, and where there are no personas or stages to draw a map of. */
export const committeeView = (library: SiteLibrary): CommitteeView | undefined => {
  if (library.audience !== 'internal') return undefined;
  const stages = termsOf(library, 'stages').map(({ id, data }) => ({
    id,
    label: data.label,
    pagePath: entryPath('stages', id),
    ...counted(edgeOf(library, 'stages', id)),
  }));
  const members = termsOf(library, 'personas').flatMap((persona) => {
    if (persona.collection !== 'personas') return [];
    const { id, data } = persona;
    return [
      {
        id,
        label: data.label,
        pagePath: entryPath('personas', id),
        role: data.committee_role,
        jobTitle: data.titles[0] ?? '',
        caresAbout: data.cares_about[0] ?? '',
        veto: data.veto ?? '',
        ...counted(edgeOf(library, 'personas', id)),
        cells: stages.map((stage) => counted(cornerOf(library, id, stage.id))),
      },
    ];
  });
  if (stages.length === 0 || members.length === 0) return undefined;
  return {
    stages,
    members,
    missing: members.flatMap(({ label, cells }) =>
      cells.flatMap(({ count }, i) => (count === 0 ? [{ persona: label, stage: stages[i]?.label ?? '' }] : [])),
    ),
    corners: stages.length * members.length,
  };
};
