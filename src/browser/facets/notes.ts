/** Lines of a list's notes: what was left out, corrected or added. */
import type { UnknownValue } from '../../domain/facets/address.ts';
import { element } from '../element.ts';
import { partOf } from '../parts.ts';
import type { Say } from '../words.ts';

export const unknownNotes = (unknown: readonly UnknownValue[], say: Say): string[] =>
  unknown.map(({ facet, value }) => say('unknown_value', { facet: say(`facet_${facet}`), value }));

export const showNotes = (lines: readonly (string | Node)[]): void =>
  partOf('notes', HTMLElement)?.replaceChildren(...lines.map((line) => element('li', '', line)));
