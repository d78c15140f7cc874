/**
 * `<study-finder>`: case studies by filters, and the ones closest to a deal, with the reasons. The plain list of the
 * page gives way to it once its columns are there, and stays where they are not.
 */
import { closest, CRITERIA, isEmptyDeal, matchStudy, type Match } from '../../domain/case-studies/match.ts';
import { readStudyState, writeStudyState, type StudyState } from '../../domain/case-studies/study-address.ts';
import {
  parseStudies,
  STUDY_FACETS,
  termsOfStudy,
  type StudyColumns,
} from '../../domain/case-studies/study-columns.ts';
import { bestRelaxation, countFacets, toggled, withValues, type Counted } from '../../domain/facets/count.ts';
import type { Facet } from '../../domain/facets/facet.ts';
import { localDay } from '../day.ts';
import { button, element } from '../element.ts';
import { createCards, type CardsOf } from '../facets/cards.ts';
import { showChips } from '../facets/chips.ts';
import { placeFacets } from '../facets/facet-dialog.ts';
import { createFacetPanel, type FacetPanel } from '../facets/facet-panel.ts';
import { showNotes, unknownNotes } from '../facets/notes.ts';
import { createPagedList, type PagedList } from '../facets/paged-list.ts';
import { fetchJson } from '../fetch-json.ts';
import { needPart, partOf, reveal, tell } from '../parts.ts';
import { wordsOf, type Say } from '../words.ts';
import { studyCard } from './study-card.ts';

interface Loaded {
  columns: StudyColumns;
  /** Those to filter by. */
  facets: readonly Facet[];
  /** Ids of company sizes, the smallest first. */
  sizes: readonly string[];
  cardsOf: CardsOf;
  panel: FacetPanel;
  list: PagedList;
}

class StudyFinder extends HTMLElement {
  #say: Say = () => '';
  #loaded: Loaded | undefined;
  #state: StudyState = { selection: new Map(), deal: {} };

  connectedCallback(): void {
    this.#say = wordsOf(this);
    void this.#start();
  }

  async #start(): Promise<void> {
    try {
      this.#loaded = this.#prepare(await fetchJson('/library/case-studies.json', parseStudies));
    } catch {
      tell(this.#say('unavailable'));
      return;
    }
    this.#readAddress();
    addEventListener('popstate', () => this.#readAddress());
    for (const name of ['tools', 'layout']) reveal(name, true);
    reveal('index', false);
  }

  #prepare(columns: StudyColumns): Loaded {
    const facetOf = (name: string): Facet[] => columns.facets.filter((facet) => facet.name === name);
    const facets = STUDY_FACETS.flatMap(facetOf);
    for (const criterion of CRITERIA) this.#fillPicker(criterion, facetOf(criterion)[0]);
    needPart('deal-clear', HTMLButtonElement).addEventListener('click', () => {
      this.#change({ deal: {} });
      needPart(`deal-${CRITERIA[0]}`, HTMLSelectElement).focus();
    });
    const root = needPart('facets', HTMLElement);
    const toggle = (facet: string, id: string): void => this.#toggle(facet, id);
    const panel = createFacetPanel({ root, facets, say: this.#say, toggle });
    placeFacets(root);
    return {
      columns,
      facets,
      sizes: facetOf('size').flatMap(({ values }) => values.map(({ id }) => id)),
      cardsOf: createCards(columns.stamp),
      panel,
      list: createPagedList(() => tell(this.#say('cards_unavailable'))),
    };
  }

  #fillPicker(criterion: (typeof CRITERIA)[number], facet: Facet | undefined): void {
    const picker = needPart(`deal-${criterion}`, HTMLSelectElement);
    for (const { id, label } of facet?.values ?? []) {
      const option = element('option', '', label);
      option.value = id;
      picker.append(option);
    }
    const place = picker.closest<HTMLElement>('.pick');
    if (place) place.hidden = !facet;
    picker.addEventListener('change', () => {
      const { [criterion]: _before, ...others } = this.#state.deal;
      this.#change({ deal: picker.value ? { ...others, [criterion]: picker.value } : others });
    });
  }

  #readAddress(): void {
    const facets = this.#loaded?.columns.facets ?? [];
    const { state, unknown } = readStudyState(new URLSearchParams(location.search), facets);
    this.#state = state;
    showNotes(unknownNotes(unknown, this.#say));
    void this.#render();
  }

  /** Every choice is a step of its own: the back button takes it back. */
  #change(change: Partial<StudyState>): void {
    this.#state = { ...this.#state, ...change };
    const address = new URL(location.href);
    address.search = writeStudyState(this.#state, this.#loaded?.facets ?? []).toString();
    history.pushState(null, '', address);
    showNotes([]);
    void this.#render();
  }

  #toggle(facet: string, id: string): void {
    this.#change({ selection: toggled(this.#state.selection, facet, id) });
  }

  /** The studies to show, the closest first, or as they are where no deal is told. */
  #inOrder({ columns, sizes }: Loaded, left: readonly number[]): { study: number; match: Match | undefined }[] {
    const { deal } = this.#state;
    if (isEmptyDeal(deal)) return left.map((study) => ({ study, match: undefined }));
    return closest(left.map((study) => ({ study, match: matchStudy(deal, termsOfStudy(columns, study), sizes) })));
  }

  async #render(): Promise<void> {
    const loaded = this.#loaded;
    if (!loaded) return;
    const { columns, facets, panel, list, cardsOf } = loaded;
    const { selection, deal } = this.#state;
    const counted = countFacets(facets, selection, columns.rows.keys());
    panel.update(selection, counted);
    this.#showChosen(loaded, counted);
    const shown = this.#inOrder(loaded, counted.rows);
    this.#showEmpty(counted, shown.length);
    const matches = new Map(shown.map(({ study, match }) => [study, match]));
    const source = { columns, say: this.#say, today: this.dataset['today'] || localDay(new Date()) };
    const itemsOf = async (studies: readonly number[]): Promise<HTMLLIElement[]> => {
      const cards = await cardsOf(studies.map((study) => columns.rows[study] ?? -1));
      return cards.map((card, i) => studyCard(source, studies[i] ?? -1, card, matches.get(studies[i] ?? -1)));
    };
    try {
      const isShown = await list.show(
        shown.map(({ study }) => study),
        itemsOf,
      );
      if (isShown) tell(this.#summary(shown.length, counted, isEmptyDeal(deal)));
    } catch {
      list.clear();
      reveal('index', true);
      tell(this.#say('cards_unavailable'));
    }
  }

  #summary(count: number, counted: Counted, isPlain: boolean): string {
    const all = this.#loaded?.columns.rows.length ?? 0;
    const left = counted.rows.length;
    if (isPlain && left < all) return this.#say('count_some', { count: left, all });
    if (isPlain) return this.#say(all === 1 ? 'count_all_one' : 'count_all', { count: all });
    return this.#say(count === 1 ? 'count_close_one' : 'count_close', { count, all: left });
  }

  #showChosen({ facets }: Loaded, counted: Counted): void {
    const { selection, deal } = this.#state;
    const actions = {
      remove: (facet: string, id: string) => this.#toggle(facet, id),
      clear: () => this.#change({ selection: new Map() }),
    };
    showChips(selection, facets, this.#say, actions);
    const count = counted.rows.length;
    const name = count === 1 ? 'show_results_one' : 'show_results';
    needPart('facets-show', HTMLElement).textContent = this.#say(name, { count });
    for (const criterion of CRITERIA) needPart(`deal-${criterion}`, HTMLSelectElement).value = deal[criterion] ?? '';
    needPart('deal-clear', HTMLElement).hidden = isEmptyDeal(deal);
  }

  /** No study passes the filters, or none of those that do is like the deal: what to give up. */
  #showEmpty(counted: Counted, count: number): void {
    reveal('empty', count === 0);
    const offers: HTMLButtonElement[] = [];
    const offer = (label: string, change: Partial<StudyState>): void => {
      const relax = button('button-quiet', label, () => {
        this.#change(change);
        partOf('heading', HTMLElement)?.focus();
      });
      offers.push(relax);
    };
    const best = counted.rows.length === 0 ? bestRelaxation(counted) : undefined;
    if (best) {
      const label = this.#say('relax_facet', { facet: this.#say(`facet_${best.facet}`), count: best.count });
      offer(label, { selection: withValues(this.#state.selection, best.facet, new Set()) });
    }
    if (counted.rows.length > 0) offer(this.#say('relax_deal', { count: counted.rows.length }), { deal: {} });
    needPart('offers', HTMLElement).replaceChildren(...(count === 0 ? offers : []));
  }
}

customElements.define('study-finder', StudyFinder);
