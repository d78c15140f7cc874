/**
 * `<library-browser>`: all assets by facets, with true counts, with or without words. What is chosen stands in the
 * address. The plain index of the page gives way to it once the columns are there, and stays where they are not.
 */
import { bestRelaxation, countFacets, toggled, withValues, type Counted } from '../../domain/facets/count.ts';
import type { UnknownValue } from '../../domain/facets/address.ts';
import type { Facet } from '../../domain/facets/facet.ts';
import {
  defaultSort,
  isSort,
  readLibraryState,
  writeLibraryState,
  type LibraryState,
} from '../../domain/facets/library-address.ts';
import { FACET_NAMES, freshnessFacet, type LibraryColumns } from '../../domain/facets/library-columns.ts';
import { isRecord } from '../../domain/facets/guards.ts';
import { localDay } from '../day.ts';
import { button } from '../element.ts';
import { createFacetPanel, type FacetPanel } from '../facets/facet-panel.ts';
import { placeFacets } from '../facets/facet-dialog.ts';
import { showChips } from '../facets/chips.ts';
import { wordsOf, type Say } from '../words.ts';
import { assetCard } from './asset-card.ts';
import { createCards, loadColumns, loadOrderByTitle, type CardsOf } from './library-data.ts';
import { loadLibrarySearch, type LibraryHits, type LibrarySearch } from './library-search.ts';

/** Assets that are shown at a time. */
const AT_ONCE = 24;
/** A pause in typing after which it is worth asking, in milliseconds. */
const PAUSE = 200;

/** The library, once its columns are there. */
interface Loaded {
  columns: LibraryColumns;
  facets: readonly Facet[];
  cardsOf: CardsOf;
  panel: FacetPanel;
}

/** What a list is made of: the candidates in their order, and what is to be said about them. */
interface Candidates {
  rows: readonly number[];
  hits?: LibraryHits;
  /** There are words, and no search to look for them. */
  isUnsearched?: boolean;
}

class LibraryBrowser extends HTMLElement {
  #say: Say = () => '';
  #loaded: Loaded | undefined;
  #state: LibraryState = { query: '', literal: false, selection: new Map(), sort: 'review' };
  #unknown: readonly UnknownValue[] = [];
  #search: Promise<LibrarySearch> | undefined;
  #byTitle: Promise<readonly number[]> | undefined;
  #rows: readonly number[] = [];
  #shown = 0;
  /** Counts renderings: a later one has taken over from those before. */
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#say = wordsOf(this);
    void this.#start();
  }

  #part<E extends Element>(name: string, type: new () => E): E | undefined {
    const found = document.querySelector(`[data-part="${name}"]`);
    return found instanceof type ? found : undefined;
  }

  async #start(): Promise<void> {
    this.#tell(this.#say('loading'));
    try {
      const columns = await loadColumns();
      this.#loaded = this.#prepare(columns);
    } catch {
      this.#tell(this.#say('unavailable'));
      return;
    }
    this.#listen();
    this.#readAddress();
    for (const name of ['tools', 'layout']) this.#reveal(name, true);
    this.#reveal('index', false);
    const kept: unknown = isRecord(history.state) ? history.state['shown'] : undefined;
    await this.#render(typeof kept === 'number' ? kept : AT_ONCE);
  }

  #prepare(columns: LibraryColumns): Loaded {
    const say = this.#say;
    const today = this.#today();
    const labels = {
      fresh: say('state_fresh'),
      due: say('state_due'),
      overdue: say('state_overdue'),
      unreviewed: say('state_unreviewed'),
    };
    const facets = columns.rows > 0 ? [...columns.facets, freshnessFacet(columns, labels, today)] : [];
    const root = this.#part('facets', HTMLElement);
    const column = this.#part('facets-column', HTMLElement);
    const dialog = this.#part('facets-dialog', HTMLDialogElement);
    const opener = this.#part('facets-opener', HTMLButtonElement);
    if (!root || !column || !dialog || !opener) throw new Error('The page is not as it should be.');
    const toggle = (facet: string, id: string) =>
      this.#change({ selection: toggled(this.#state.selection, facet, id) });
    const panel = createFacetPanel({ root, facets, say, toggle });
    placeFacets(root, column, dialog, opener);
    return { columns, facets, cardsOf: createCards(columns.stamp), panel };
  }

  #today(): string {
    return this.dataset['today'] || localDay(new Date());
  }

  #listen(): void {
    const field = this.#part('words', HTMLInputElement);
    const type = (): void => {
      const query = field?.value.trim() ?? '';
      if (query === this.#state.query) return;
      const keeps = this.#state.sort !== 'relevance' && this.#state.sort !== defaultSort(this.#state.query);
      this.#state = { ...this.#state, query, literal: false, sort: keeps ? this.#state.sort : defaultSort(query) };
      this.#writeAddress('replace');
      void this.#render();
    };
    field?.addEventListener('focus', () => void this.#loadSearch().catch(() => undefined), { once: true });
    field?.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(type, PAUSE);
    });
    field?.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.#timer);
      type();
    });
    const sort = this.#part('sort', HTMLSelectElement);
    sort?.addEventListener('change', () => {
      if (isSort(sort.value)) this.#change({ sort: sort.value });
    });
    addEventListener('popstate', () => {
      this.#readAddress();
      void this.#render();
    });
  }

  #readAddress(): void {
    const facets = this.#loaded?.facets ?? [];
    const { state, unknown } = readLibraryState(new URLSearchParams(location.search), FACET_NAMES, facets);
    this.#state = state;
    this.#unknown = unknown;
    const field = this.#part('words', HTMLInputElement);
    if (field) field.value = state.query;
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

  #loadSearch(): Promise<LibrarySearch> {
    const loading = (this.#search ??= loadLibrarySearch(this.#loaded?.columns.rows ?? 0, this.#today()));
    loading.catch(() => (this.#search = undefined));
    return loading;
  }

  #loadByTitle({ columns }: Loaded): Promise<readonly number[]> {
    const loading = (this.#byTitle ??= loadOrderByTitle(columns));
    loading.catch(() => (this.#byTitle = undefined));
    return loading;
  }

  /** Without the words rather than without a list. */
  async #find(loaded: Loaded, { query, literal }: LibraryState): Promise<Candidates> {
    const all = [...Array(loaded.columns.rows).keys()];
    if (query === '') return { rows: all };
    try {
      const search = await this.#loadSearch();
      const hits = await search(query, literal);
      if (hits.check) {
        const [card] = await loaded.cardsOf([hits.check.row]);
        if (card?.path !== new URL(hits.check.url, location.href).pathname) throw new Error('Of another build.');
      }
      return { rows: hits.rows, hits };
    } catch {
      return { rows: all, isUnsearched: true };
    }
  }

  async #inOrder(loaded: Loaded, { sort }: LibraryState, { rows }: Candidates): Promise<readonly number[]> {
    if (sort === 'relevance') return rows;
    if (sort === 'review') return [...rows].sort((a, b) => a - b);
    const wanted = new Set(rows);
    return (await this.#loadByTitle(loaded)).filter((row) => wanted.has(row));
  }

  async #render(atLeast = AT_ONCE): Promise<void> {
    const loaded = this.#loaded;
    if (!loaded) return;
    const turn = (this.#turn += 1);
    const state = this.#state;
    const candidates = await this.#find(loaded, state);
    const counted = countFacets(loaded.facets, state.selection, candidates.rows);
    if (turn !== this.#turn) return;
    loaded.panel.update(state.selection, counted);
    this.#showChips(loaded);
    this.#showSort();
    this.#showNumbers(counted.rows.length);
    this.#showNotes(candidates);
    this.#showEmpty(counted, candidates);
    try {
      const rows = await this.#inOrder(loaded, state, counted);
      const items = await this.#items(loaded, rows.slice(0, atLeast));
      if (turn !== this.#turn) return;
      this.#rows = rows;
      this.#shown = items.length;
      this.#part('results', HTMLElement)?.replaceChildren(...items);
      this.#offerMore();
      this.#tell(this.#summary(counted.rows.length, candidates));
    } catch {
      if (turn !== this.#turn) return;
      this.#part('results', HTMLElement)?.replaceChildren();
      this.#part('more', HTMLElement)?.setAttribute('hidden', '');
      this.#reveal('index', true);
      this.#tell(this.#say('cards_unavailable'));
    }
  }

  async #items({ columns, facets, cardsOf }: Loaded, rows: readonly number[]): Promise<HTMLLIElement[]> {
    const source = { columns, facets, selection: this.#state.selection, say: this.#say };
    const cards = await cardsOf(rows);
    return rows.flatMap((row, i) => {
      const card = cards[i];
      return card ? [assetCard(source, row, card)] : [];
    });
  }

  #tell(text: string): void {
    const status = this.#part('status', HTMLElement);
    if (status) status.textContent = text;
  }

  #reveal(name: string, isShown: boolean): void {
    const part = this.#part(name, HTMLElement);
    if (part) part.hidden = !isShown;
  }

  #summary(count: number, { hits }: Candidates): string {
    const all = this.#loaded?.columns.rows ?? 0;
    const query = hits?.found.corrected?.to ?? this.#state.query;
    const values = { count, all, query };
    if (hits) return this.#say(count === 1 ? 'count_words_one' : 'count_words', values);
    return this.#say(count === all ? 'count_all' : 'count_some', values);
  }

  #showChips({ facets }: Loaded): void {
    const root = this.#part('chips', HTMLElement);
    if (!root) return;
    const actions = {
      remove: (facet: string, id: string) => this.#change({ selection: toggled(this.#state.selection, facet, id) }),
      clear: () => this.#change({ selection: new Map() }),
    };
    showChips(root, this.#state.selection, facets, this.#say, actions, this.#part('heading', HTMLElement) ?? null);
  }

  #showSort(): void {
    const sort = this.#part('sort', HTMLSelectElement);
    const relevance = sort?.querySelector<HTMLOptionElement>('[value="relevance"]');
    if (!sort || !relevance) return;
    relevance.hidden = relevance.disabled = this.#state.query === '';
    sort.value = this.#state.sort;
  }

  #showNumbers(count: number): void {
    const picked = [...this.#state.selection.values()].reduce((sum, values) => sum + values.size, 0);
    const opener = this.#part('facets-opener', HTMLElement);
    if (opener) opener.textContent = this.#say(picked > 0 ? 'filters_picked' : 'filters', { count: picked });
    const show = this.#part('facets-show', HTMLElement);
    if (show) show.textContent = this.#say(count === 1 ? 'show_results_one' : 'show_results', { count });
  }

  /** What was left out, corrected or added, and how to take it back. */
  #showNotes({ hits, isUnsearched = false }: Candidates): void {
    const say = this.#say;
    const { query } = this.#state;
    const lines: (string | Node)[][] = this.#unknown.map(({ facet, value }) => [
      say('unknown_value', { facet: say(`facet_${facet}`), value }),
    ]);
    if (isUnsearched) lines.push([say('search_unavailable', { query })]);
    const { corrected, relaxed = false, expanded = [] } = hits?.found ?? {};
    if (corrected) {
      const instead = say('instead', { query: corrected.from });
      lines.push([button('link-button', instead, () => this.#change({ literal: true }))]);
    }
    if (relaxed) lines.push([say('relaxed')]);
    if (expanded.length > 0) lines.push([say('expanded', { words: expanded.join(', ') })]);
    if (query) {
      const link = document.createElement('a');
      link.href = `/search/?${new URLSearchParams({ q: query }).toString()}`;
      link.textContent = say('search_everything', { query });
      lines.push([link]);
    }
    const notes = lines.map((line) => {
      const item = document.createElement('li');
      item.append(...line);
      return item;
    });
    this.#part('notes', HTMLElement)?.replaceChildren(...notes);
  }

  /** Nothing has all of it: which one of them to give up for most. */
  #showEmpty(counted: Counted, { rows }: Candidates): void {
    this.#reveal('empty', counted.rows.length === 0);
    const offers = this.#part('offers', HTMLElement);
    if (counted.rows.length > 0 || !offers) return;
    const { query, selection } = this.#state;
    const items: HTMLButtonElement[] = [];
    const best = bestRelaxation(counted);
    if (best) {
      const label = this.#say('relax_facet', { facet: this.#say(`facet_${best.facet}`), count: best.count });
      const without = withValues(selection, best.facet, new Set());
      items.push(button('button-quiet', label, () => this.#relax({ selection: without })));
    }
    if (query && selection.size > 0 && this.#loaded) {
      const all = Array(this.#loaded.columns.rows).keys();
      const count = countFacets(this.#loaded.facets, selection, all).rows.length;
      const label = this.#say('relax_words', { query, count });
      if (count > 0) items.push(button('button-quiet', label, () => this.#relax({ query: '', sort: 'review' })));
    }
    if (selection.size > 1 && rows.length > 0) {
      const label = this.#say('relax_all', { count: rows.length });
      items.push(button('button-quiet', label, () => this.#relax({ selection: new Map() })));
    }
    offers.replaceChildren(...items);
  }

  /** The button goes with the empty list: the keyboard goes on at the results. */
  #relax(change: Partial<LibraryState>): void {
    this.#change(change);
    const field = this.#part('words', HTMLInputElement);
    if (field) field.value = this.#state.query;
    this.#part('heading', HTMLElement)?.focus();
  }

  #offerMore(): void {
    const more = this.#part('more', HTMLButtonElement);
    if (!more) return;
    more.hidden = this.#shown >= this.#rows.length;
    more.onclick = () => void this.#more();
  }

  async #more(): Promise<void> {
    const loaded = this.#loaded;
    const turn = this.#turn;
    if (!loaded) return;
    try {
      const items = await this.#items(loaded, this.#rows.slice(this.#shown, this.#shown + AT_ONCE));
      if (turn !== this.#turn) return;
      this.#shown += items.length;
      this.#part('results', HTMLElement)?.append(...items);
      // The keyboard goes on where the new ones begin.
      items[0]?.querySelector('a')?.focus();
      this.#offerMore();
      // Who comes back from an asset finds the list as long as it was.
      history.replaceState({ shown: this.#shown }, '');
    } catch {
      this.#tell(this.#say('cards_unavailable'));
    }
  }
}

customElements.define('library-browser', LibraryBrowser);
