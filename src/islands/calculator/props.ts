/** What the build hands to a calculator in the browser. */
import type { Definition } from '../../domain/calculators/definition.ts';
import type { CalculatorLabels } from '../../domain/calculators/labels.ts';
import type { Labels } from '../../schemas/labels.ts';

export type CalculatorWords = CalculatorLabels & Pick<Labels, 'calculator_page'>;

export interface CalculatorProps {
  definition: Definition;
  words: CalculatorWords;
  /** How numbers are read and written. */
  locale: string;
  siteName: string;
  /** Full address of the calculator's own page: what a shared link and a print lead to. */
  address: string;
  /** Where each claim that a source names can be read, by its id. */
  claims: Readonly<Record<string, string>>;
  /** The day of a frozen library, `2026-03-15`; left out, the reader's own. */
  today?: string | undefined;
  /** Shown in a frame of somebody else's page. */
  isEmbedded: boolean;
}

/** The page itself wrote this, so a look at its outline is enough. */
export const isCalculatorProps = (value: unknown): value is CalculatorProps =>
  typeof value === 'object' && value !== null && 'definition' in value && 'words' in value;
