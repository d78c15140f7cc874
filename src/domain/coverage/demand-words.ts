/** The balance of demand in words, for the page and the command alike. */
import { fill, type Wording } from '../ui.ts';
import type { DemandBalance } from './demand.ts';

/** What is and what is wanted; empty where no resource says. */
export const shareText = ({ labels }: Wording, { creation, wanted, tolerance }: DemandBalance): string =>
  creation === undefined
    ? ''
    : fill(labels.coverage.demand_share, { creation: Math.round(creation), wanted, tolerance });

export const verdictText = ({ labels }: Wording, { verdict }: DemandBalance): string => {
  const words = labels.coverage;
  switch (verdict) {
    case 'balanced':
      return words.demand_balanced;
    case 'more creation':
      return words.demand_more_creation;
    case 'more capture':
      return words.demand_more_capture;
    case 'unknown':
      return words.demand_unknown;
  }
};
