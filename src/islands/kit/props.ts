/** What the build hands to the page of a rep's own kit. */
import type { Dimension } from '../../domain/kit/completeness.ts';
import type { DimensionKind } from '../../domain/kit/view.ts';
import type { Paper } from '../../domain/paper.ts';

export type Words = Readonly<Record<string, string>>;

export interface KitProps {
  words: Words;
  /** By dimension: what its names are called. */
  names: Readonly<Record<DimensionKind, Words>>;
  /** Names of the types: `Case study`. */
  types: Words;
  /** Names of the audiences. */
  audiences: Words;
  asked: readonly Dimension<DimensionKind>[];
  locale: string;
  brand: string;
  /** Origin of the public site. */
  site: string;
  /** Where a shared kit opens there. */
  sharedPath: string;
  libraryPath: string;
  searchPath: string;
  /** Types whose PDFs are made to be handed on. */
  handedOn: readonly string[];
  paper: Paper;
  /** What a buyer is told of the parts of a kit: `The plan`. */
  outside: { plan: string; them: string };
  /** The day of a frozen library, `2026-03-15`; left out, the reader's own. */
  today?: string | undefined;
}

/** The page itself wrote this, so a look at its outline is enough. */
export const isKitProps = (value: unknown): value is KitProps =>
  typeof value === 'object' && value !== null && 'words' in value && 'asked' in value;
