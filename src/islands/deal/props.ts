/** What the build hands to the deal desk in the browser. */
import type { DealView } from '../../domain/deal/deal-view.ts';
import type { DealLabels } from '../../domain/deal/deal-words.ts';

export interface DealProps {
  view: DealView;
  words: DealLabels;
  /** Who reads this build. */
  audience: string;
  /** The day of a frozen library, `2026-03-15`; left out, the reader's own. */
  today?: string | undefined;
}

/** The page itself wrote this, so a look at its outline is enough. */
export const isDealProps = (value: unknown): value is DealProps =>
  typeof value === 'object' && value !== null && 'view' in value && 'words' in value;
