/** What is chosen, as chips that take themselves away; the keyboard goes on at the next one. */
import type { Selection } from '../../domain/facets/count.ts';
import type { Facet } from '../../domain/facets/facet.ts';
import { button, element } from '../element.ts';
import { needPart } from '../parts.ts';
import type { Say } from '../words.ts';

export interface ChipActions {
  remove: (facet: string, id: string) => void;
  clear: () => void;
}

/** Shows them in the part `chips`, and how many there are on the button that opens the facets. */
export const showChips = (
  selection: Selection,
  facets: readonly Facet[],
  say: Say,
  { remove, clear }: ChipActions,
): void => {
  const root = needPart('chips', HTMLElement);
  const focused = [...root.querySelectorAll('button')].findIndex((chip) => chip === document.activeElement);
  const chips = facets.flatMap(({ name, values }) =>
    values
      .filter(({ id }) => selection.get(name)?.has(id))
      .map(({ id, label }) => {
        const facet = say(`facet_${name}`);
        const chip = button('chip', `${facet}: ${label}`, () => remove(name, id));
        chip.setAttribute('aria-label', say('remove_filter', { facet, value: label }));
        return chip;
      }),
  );
  const count = chips.length;
  needPart('facets-opener', HTMLElement).textContent = say(count > 0 ? 'filters_picked' : 'filters', { count });
  if (count > 0) chips.push(button('link-button', say('clear_filters'), clear));
  root.replaceChildren(...chips.map((chip) => element('li', '', chip)));
  root.hidden = count === 0;
  if (focused < 0) return;
  // The keyboard goes on at the next chip; the last button is "clear all", which the reader was not at.
  const next = chips[Math.min(focused, count - 1)] ?? needPart('heading', HTMLElement);
  next.focus();
};
