/** Facets as groups of checkboxes with counts. Made once; later only counts and ticks change, so that focus stays. */
import type { Counted, Selection } from '../../domain/facets/count.ts';
import type { Facet } from '../../domain/facets/facet.ts';
import { button, element } from '../element.ts';
import type { Say } from '../words.ts';
import { narrow } from './facet-dialog.ts';

/** Values of a long list that are shown at first. */
const SHOWN = 8;
/** Facets of a column that are open at first; others open by a click, or when they have a selection. */
const OPEN = 4;

export interface FacetPanel {
  update: (selection: Selection, counted: Counted) => void;
}

export interface FacetPanelParts {
  root: HTMLElement;
  facets: readonly Facet[];
  /** Needs `facet_<name>`, `show_all_values` and `fits_all_note`. */
  say: Say;
  toggle: (facet: string, id: string) => void;
}

interface Value {
  item: HTMLLIElement;
  box: HTMLInputElement;
  count: HTMLElement;
}

const makeValue = (facet: string, { id, label }: Facet['values'][number], toggle: FacetPanelParts['toggle']): Value => {
  const box = element('input', '');
  box.type = 'checkbox';
  box.name = facet;
  box.value = id;
  box.addEventListener('change', () => toggle(facet, id));
  const count = element('span', 'facet-count');
  const name = element('label', 'facet-value', box, element('span', '', label), ' ', count);
  return { item: element('li', '', name), box, count };
};

const makeGroup = (facet: Facet, isOpen: boolean, { say, toggle }: FacetPanelParts) => {
  const used = new Set(facet.sets.flat());
  const values = facet.values
    .map((value, place) => ({ place, ...makeValue(facet.name, value, toggle) }))
    // A value that nothing has would only disappoint.
    .filter(({ place }) => facet.fitsAll || used.has(place));
  const name = say(`facet_${facet.name}`);
  const picked = element('span', 'facet-picked');
  const list = element('ul', '', ...values.map(({ item }) => item));
  const note = element('p', 'facet-note');
  const fieldset = element('fieldset', '', element('legend', 'visually-hidden', name), list, note);
  const group = element('details', 'facet', element('summary', '', element('span', '', name), ' ', picked), fieldset);
  group.open = isOpen;
  if (values.length > SHOWN + 1) {
    for (const { item } of values.slice(SHOWN)) item.hidden = true;
    const all = button('link-button', say('show_all_values', { count: values.length }), () => {
      for (const { item } of values) item.hidden = false;
      all.remove();
      values[SHOWN]?.box.focus();
    });
    list.after(all);
  }
  return { facet, group, values, picked, note };
};

export const createFacetPanel = (parts: FacetPanelParts): FacetPanel => {
  const groups = parts.facets.map((facet, i) => makeGroup(facet, i < OPEN && !narrow.matches, parts));
  parts.root.replaceChildren(...groups.map(({ group }) => group));
  return {
    update: (selection, { counts, fitting }) => {
      for (const { facet, group, values, picked, note } of groups) {
        const chosen = selection.get(facet.name);
        if (chosen) group.open = true;
        picked.textContent = chosen ? String(chosen.size) : '';
        const numbers = counts.get(facet.name) ?? [];
        for (const { place, item, box, count } of values) {
          box.checked = chosen?.has(box.value) ?? false;
          if (box.checked) item.hidden = false;
          count.textContent = String(numbers[place] ?? 0);
          item.classList.toggle('is-empty', numbers[place] === 0);
        }
        const fits = fitting.get(facet.name) ?? 0;
        note.textContent = fits > 0 ? parts.say('fits_all_note', { count: fits }) : '';
      }
    },
  };
};
