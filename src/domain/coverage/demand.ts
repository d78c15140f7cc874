/** Creating demand against capturing it, by stage: what resources say of themselves. */
import { DEMANDS } from '../../schemas/assets/resource.ts';
import type { Settings } from '../../schemas/settings.ts';
import type { EntryOf, SiteLibrary } from '../site-library.ts';

type Demand = (typeof DEMANDS)[number];

export interface DemandCount {
  creation: number;
  capture: number;
  /** Resources that do not say. */
  unsaid: number;
}

export interface DemandBalance {
  byStage: readonly (DemandCount & { stage: string })[];
  /** Every resource once, whatever its stages. */
  all: DemandCount;
  /** Of those that say so, the share that creates demand, 0 to 100; undefined where none says so. */
  creation: number | undefined;
  wanted: number;
  tolerance: number;
  verdict: 'balanced' | 'more creation' | 'more capture' | 'unknown';
}

type Resource = EntryOf<'resources'>;

const count = (resources: readonly Resource[]): DemandCount => {
  const of = (demand: Demand | undefined): number => resources.filter(({ data }) => data.demand === demand).length;
  return { creation: of('creation'), capture: of('capture'), unsaid: of(undefined) };
};

const verdictOf = (creation: number | undefined, wanted: number, tolerance: number): DemandBalance['verdict'] => {
  if (creation === undefined) return 'unknown';
  if (Math.abs(creation - wanted) <= tolerance) return 'balanced';
  return creation < wanted ? 'more creation' : 'more capture';
};

/** @param stages ids in order. @param isIn whether an asset is in the part of the library that is looked at */
export const demandBalance = (
  { assets, settings }: Pick<SiteLibrary, 'assets'> & { settings: Pick<Settings, 'coverage'> },
  stages: readonly string[],
  isIn: (asset: SiteLibrary['assets'][number]) => boolean = () => true,
): DemandBalance => {
  const resources = assets.flatMap((asset) => (asset.collection === 'resources' && isIn(asset) ? [asset] : []));
  const all = count(resources);
  const said = all.creation + all.capture;
  const creation = said === 0 ? undefined : (100 * all.creation) / said;
  const { creation: wanted, tolerance } = settings.coverage;
  return {
    byStage: stages.map((stage) => ({
      stage,
      ...count(resources.filter(({ data }) => data.stages.includes(stage))),
    })),
    all,
    creation,
    wanted,
    tolerance,
    verdict: verdictOf(creation, wanted, tolerance),
  };
};
