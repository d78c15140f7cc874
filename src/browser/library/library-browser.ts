/**
 * `<library-browser>`: all assets by facets, with true counts, with or without words. What is chosen stands in the
 * address. The plain index of the page gives way to it once the columns are there, and stays where they are not.
 */
import type { UnknownValue } from '../../domain/facets/address.ts';
import { bestRelaxation, countFacets, toggled, withValues, type Counted } from '../../domain/facets/count.ts';
import type { Facet } from '../../domain/facets/facet.ts';
import {
  defaultSort,
  isSort,
  readLibraryState,
  writeLibraryState,
  type LibraryState,
} from '../../domain/facets/library-address.ts';
import { FACET_NAMES, freshnessFacet, type LibraryColumns } from '../../domain/facets/library-columns.ts';
import { localDay } from '../day.ts';
import { button, element } from '../element.ts';
import { createCards, type CardsOf } from '../facets/cards.ts';
import { showChips } from '../facets/chips.ts';
import { placeFacets } from '../facets/facet-dialog.ts';
import { createFacetPanel, type FacetPanel } from '../facets/facet-panel.ts';
import { showNotes, unknownNotes } from '../facets/notes.ts';
import { createPagedList, type PagedList } from '../facets/paged-list.ts';
import { needPart, partOf, reveal, tell } from '../parts.ts';
import { wordsOf, type Say } from '../words.ts';
import { assetCard } from './asset-card.ts';
import { loadColumns, loadOrderByTitle } from './library-data.ts';
import { foundNotes } from '../search/found-notes.ts';
import { loadLibrarySearch, type LibraryHits, type LibrarySearch } from './library-search.ts';

/** A pause in typing after which it is worth asking, in milliseconds. */
const PAUSE = 200;

/** The library, once its columns are there. */
interface Loaded {
  columns: LibraryColumns;
  facets: readonly Facet[];
  cardsOf: CardsOf;
  panel: FacetPanel;
  list: PagedList;
}

/** What a list is made of: rows in their order, and what is to be said about them. */
interface Candidates {
  rows: readonly number[];
  hits?: LibraryHits;
  /** There are words, and no search to look for them. */
  isUnsearched?: boolean;
}

/** The freshness of a row depends on the reader's day; a build cannot know it. */
const allFacets = (columns: LibraryColumns, say: Say, today: string): readonly Facet[] => {
  const labels = {
    fresh: say('state_fresh'),
    due: say('state_due'),
    overdue: say('state_overdue'),
    unreviewed: say('state_unreviewed'),
  };
  return columns.rows > 0 ? [...columns.facets, freshnessFacet(columns, labels, today)] : [];
};

class LibraryBrowser extends HTMLElement {
  #say: Say = () => '';
  #loaded: Loaded | undefined;
  #state: LibraryState = { query: '', literal: false, selection: new Map(), sort: 'review' };
  #unknown: readonly UnknownValue[] = [];
  #search: Promise<LibrarySearch> | undefined;
  #byTitle: Promise<readonly number[]> | undefined;
  /** Counts renderings: a later one has taken over from those before. */
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#say = wordsOf(this);
    void this.#start();
  }

  async #start(): Promise<void> {
    tell(this.#say('loading'));
    try {
      this.#loaded = this.#prepare(await loadColumns());
    } catch {
      tell(this.#say('unavailable'));
      return;
    }
    this.#listen();
    this.#readAddress();
    for (const name of ['tools', 'layout']) reveal(name, true);
    reveal('index', false);
    await this.#render();
  }

  #prepare(columns: LibraryColumns): Loaded {
    const facets = allFacets(columns, this.#say, this.#today());
    const root = needPart('facets', HTMLElement);
    const toggle = (facet: string, id: string): void => this.#toggle(facet, id);
    const panel = createFacetPanel({ root, facets, say: this.#say, toggle });
    placeFacets(root);
    return {
      columns,
      facets,
      cardsOf: createCards(columns.stamp),
      panel,
      list: createPagedList(() => tell(this.#say('cards_unavailable'))),
    };
  }

  #today(): string {
    return this.dataset['today'] || localDay(new Date());
  }

  #listen(): void {
    const field = needPart('words', HTMLInputElement);
    field.addEventListener('focus', () => void this.#loadSearch().catch(() => undefined), { once: true });
    field.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#type(field.value.trim()), PAUSE);
    });
    field.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.#timer);
      this.#type(field.value.trim());
    });
    const sort = needPart('sort', HTMLSelectElement);
    sort.addEventListener('change', () => {
      if (isSort(sort.value)) this.#change({ sort: sort.value });
    });
    addEventListener('popstate', () => {
      this.#readAddress();
      void this.#render();
    });
  }

  /** An order that the reader has chosen stays, whatever is typed. */
  #type(query: string): void {
    if (query === this.#state.query) return;
    const { sort } = this.#state;
    const isChosen = sort !== defaultSort(this.#state.query);
    this.#state = { ...this.#state, query, literal: false, sort: isChosen ? sort : defaultSort(query) };
    this.#writeAddress('replace');
    void this.#render();
  }

  #readAddress(): void {
    const facets = this.#loaded?.facets ?? [];
    const { state, unknown } = readLibraryState(new URLSearchParams(location.search), FACET_NAMES, facets);
    this.#state = state;
    this.#unknown = unknown;
    needPart('words', HTMLInputElement).value = state.query;
  }

  #writeAddress(how: 'push' | 'replace'): void {
    const address = new URL(location.href);
    address.search = writeLibraryState(this.#state, this.#loaded?.facets ?? []).toString();
    this.#unknown = [];
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }

  /** What the reader has chosen is a step of its own: the back button takes it back. */
  #change(change: Partial<LibraryState>): void {
    this.#state = { ...this.#state, ...change };
    this.#writeAddress('push');
    void this.#render();
  }

  #toggle(facet: string, id: string): void {
    this.#change({ selection: toggled(this.#state.selection, facet, id) });
  }

  #loadSearch(): Promise<LibrarySearch> {
    const loading = (this.#search ??= loadLibrarySearch(this.#loaded?.columns.rows ?? 0, this.#today()));
    // What failed once, such as a download, may succeed the next time.
    loading.catch(() => (this.#search = undefined));
    return loading;
  }

  #loadByTitle({ columns }: Loaded): Promise<readonly number[]> {
    const loading = (this.#byTitle ??= loadOrderByTitle(columns));
    loading.catch(() => (this.#byTitle = undefined));
    return loading;
  }

  /** Without the words rather than without a list. */
  async #find({ columns, cardsOf }: Loaded, { query, literal }: LibraryState): Promise<Candidates> {
    const all = [...Array(columns.rows).keys()];
    if (query === '') return { rows: all };
    try {
      const search = await this.#loadSearch();
      const hits = await search(query, literal);
      if (hits.check) {
        const [card] = await cardsOf([hits.check.row]);
        if (card?.path !== new URL(hits.check.url, location.href).pathname) throw new Error('Of another build.');
      }
      return { rows: hits.rows, hits };
    } catch {
      return { rows: all, isUnsearched: true };
    }
  }

  async #inOrder(loaded: Loaded, { sort }: LibraryState, rows: readonly number[]): Promise<readonly number[]> {
    if (sort === 'relevance') return rows;
    if (sort === 'review') return [...rows].sort((a, b) => a - b);
    const wanted = new Set(rows);
    return (await this.#loadByTitle(loaded)).filter((row) => wanted.has(row));
  }

  async #render(): Promise<void> {
    const loaded = this.#loaded;
    if (!loaded) return;
    const turn = (this.#turn += 1);
    const state = this.#state;
    const candidates = await this.#find(loaded, state);
    if (turn !== this.#turn) return;
    const counted = countFacets(loaded.facets, state.selection, candidates.rows);
    this.#showChosen(loaded, counted);
    this.#showNotes(candidates);
    this.#showEmpty(loaded, counted, candidates);
    try {
      const rows = await this.#inOrder(loaded, state, counted.rows);
      if (turn !== this.#turn) return;
      const isShown = await loaded.list.show(rows, (part) => this.#items(loaded, part));
      if (isShown) tell(this.#summary(loaded, counted, candidates));
    } catch {
      if (turn !== this.#turn) return;
      loaded.list.clear();
      reveal('index', true);
      tell(this.#say('cards_unavailable'));
    }
  }

  async #items({ columns, facets, cardsOf }: Loaded, rows: readonly number[]): Promise<HTMLLIElement[]> {
    const source = { columns, facets, selection: this.#state.selection, say: this.#say, today: this.#today() };
    const cards = await cardsOf(rows);
    return cards.map((card, i) => assetCard(source, rows[i] ?? 0, card));
  }

  #summary({ columns }: Loaded, counted: Counted, { hits }: Candidates): string {
    const count = counted.rows.length;
    const query = hits?.found.corrected?.to ?? this.#state.query;
    const values = { count, all: columns.rows, query };
    if (hits) return this.#say(count === 1 ? 'count_words_one' : 'count_words', values);
    if (count < columns.rows) return this.#say('count_some', values);
    return this.#say(count === 1 ? 'count_all_one' : 'count_all', values);
  }

  #showChosen({ panel, facets }: Loaded, counted: Counted): void {
    const say = this.#say;
    const { selection, query, sort } = this.#state;
    panel.update(selection, counted);
    const actions = {
      remove: (facet: string, id: string) => this.#toggle(facet, id),
      clear: () => this.#change({ selection: new Map() }),
    };
    showChips(selection, facets, say, actions);
    const count = counted.rows.length;
    needPart('facets-show', HTMLElement).textContent = say(count === 1 ? 'show_results_one' : 'show_results', {
      count,
    });
    const select = needPart('sort', HTMLSelectElement);
    const relevance = select.querySelector<HTMLOptionElement>('[value="relevance"]');
    if (relevance) relevance.hidden = relevance.disabled = query === '';
    select.value = sort;
  }

  /** What was left out, corrected or added, and how to take it back. */
  #showNotes({ hits, isUnsearched = false }: Candidates): void {
    const say = this.#say;
    const { query } = this.#state;
    const lines: (string | Node)[] = unknownNotes(this.#unknown, say);
    if (isUnsearched) lines.push(say('search_unavailable', { query }));
    if (hits) lines.push(...foundNotes(hits.found, this.#state.literal, say, (literal) => this.#change({ literal })));
    if (query) {
      const link = element('a', '', say('search_everything', { query }));
      link.href = `/search/?${new URLSearchParams({ q: query }).toString()}`;
      lines.push(link);
    }
    showNotes(lines);
  }

  /** Nothing has all of it: which one of them to give up for most. */
  #showEmpty(loaded: Loaded, counted: Counted, { rows }: Candidates): void {
    const isEmpty = counted.rows.length === 0;
    reveal('empty', isEmpty);
    needPart('offers', HTMLElement).replaceChildren(...(isEmpty ? this.#offers(loaded, counted, rows.length) : []));
  }

  #offers({ columns, facets }: Loaded, counted: Counted, unfiltered: number): HTMLButtonElement[] {
    const say = this.#say;
    const { query, selection } = this.#state;
    const offer = (label: string, change: Partial<LibraryState>): HTMLButtonElement =>
      button('button-quiet', label, () => this.#relax(change));
    const offers: HTMLButtonElement[] = [];
    const best = bestRelaxation(counted);
    if (best) {
      const label = say('relax_facet', { facet: say(`facet_${best.facet}`), count: best.count });
      offers.push(offer(label, { selection: withValues(selection, best.facet, new Set()) }));
    }
    const wordless = query === '' ? 0 : countFacets(facets, selection, Array(columns.rows).keys()).rows.length;
    if (wordless > 0) offers.push(offer(say('relax_words', { query, count: wordless }), { query: '', sort: 'review' }));
    if (selection.size > 1 && unfiltered > 0)
      offers.push(offer(say('relax_all', { count: unfiltered }), { selection: new Map() }));
    return offers;
  }

  /** The button goes with the empty list: the keyboard goes on at the results. */
  #relax(change: Partial<LibraryState>): void {
    this.#change(change);
    needPart('words', HTMLInputElement).value = this.#state.query;
    partOf('heading', HTMLElement)?.focus();
  }
}

customElements.define('library-browser', LibraryBrowser);
