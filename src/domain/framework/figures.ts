/** Figures of metrics: how old they are, and how they stand to their target. */
import { addDays } from '../freshness.ts';

/** A figure that nobody has renewed for so long says how things were, not how they are. */
export const isFigureOld = (asOf: string, every: number, today: string): boolean => addDays(asOf, every) < today;
