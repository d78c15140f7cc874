import { fill } from '../../domain/ui.ts';
import type { Words } from './props.ts';

/** A label by its name, with values in its places. */
export const sayIn =
  (words: Words) =>
  (name: string, values: Readonly<Record<string, string | number>> = {}): string =>
    fill(words[name] ?? '', values);

/** What was done, and how it is taken back. */
export type SayDone = (text: string, undo?: () => void) => void;
