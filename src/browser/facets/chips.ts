/** What is chosen, as chips that take themselves away; the keyboard goes on at the next one. */
import type { Selection } from '../../domain/facets/count.ts';
import type { Facet } from '../../domain/facets/facet.ts';
import { button, element } from '../element.ts';
import type { Say } from '../words.ts';

export interface ChipActions {
  remove: (facet: string, id: string) => void;
  clear: () => void;
}

/** @param root a list. @param fallback where the focus goes when no chip is left */
export const showChips = (
  root: HTMLElement,
  selection: Selection,
  facets: readonly Facet[],
  say: Say,
  { remove, clear }: ChipActions,
  fallback: HTMLElement | null,
): void => {
  const focused = [...root.querySelectorAll('button')].findIndex((chip) => chip === document.activeElement);
  const chips = facets.flatMap(({ name, values }) =>
    values
      .filter(({ id }) => selection.get(name)?.has(id))
      .map(({ id, label }) => {
        const chip = button('chip', `${say(`facet_${name}`)}: ${label}`, () => remove(name, id));
        chip.setAttribute('aria-label', say('remove_filter', { facet: say(`facet_${name}`), value: label }));
        return chip;
      }),
  );
  if (chips.length > 0) chips.push(button('link-button', say('clear_filters'), clear));
  root.replaceChildren(...chips.map((chip) => element('li', '', chip)));
  root.hidden = chips.length === 0;
  if (focused < 0) return;
  // The last one is "clear all": while there are chips, it is not what the reader was at.
  const next = chips[Math.min(focused, chips.length - 2)];
  (next ?? fallback)?.focus();
};
