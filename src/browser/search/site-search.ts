/**
 * `<site-search>`: finds as the reader types, keeps the query where it lasts, and says what was found and what
 * was done for it: spelling, synonyms, fewer words. All of that can be taken back. It stands on the search page
 * and in the dialog over any other.
 */
import type { Found, SearchLayer, SearchResult } from '../../domain/search/layer.ts';
import { searchPath } from '../../domain/search/search-path.ts';
import { queryWords } from '../../domain/search/words.ts';
import { localDay } from '../day.ts';
import { button, element } from '../element.ts';
import { wordsOf, type Say } from '../words.ts';
import { moveByArrows } from './arrow-keys.ts';
import { foundNotes } from './found-notes.ts';
import { inAddress, inHistory, type QueryPlace, type SearchState } from './query-place.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches.ts';
import { resultItem } from './result-item.ts';

/** A pause in typing after which it is worth asking, in milliseconds. */
const PAUSE = 15;

class SiteSearch extends HTMLElement {
  #say: Say = () => '';
  #field: HTMLInputElement | undefined;
  #place: QueryPlace = inAddress;
  #inDialog = false;
  #layer: Promise<SearchLayer> | undefined;
  #state: SearchState = { query: '', literal: false };
  #searching: Promise<void> | undefined;
  #found: Found | undefined;
  #shown = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const dialog = this.closest('dialog');
    const scope = dialog ?? this.closest<HTMLElement>('.search-page');
    const field = scope?.querySelector<HTMLInputElement>('[data-search-input]');
    if (!scope || !field) return;
    this.#say = wordsOf(this);
    this.#field = field;
    this.#inDialog = dialog !== null;
    this.#place = dialog ? inHistory : inAddress;
    this.#listen(scope, field);
    this.#readPlace();
    if (dialog || !matchMedia('(pointer: coarse)').matches) field.focus();
  }

  #listen(scope: HTMLElement, field: HTMLInputElement): void {
    field.addEventListener('focus', () => void this.#load().catch(() => undefined), { once: true });
    field.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#search({ query: field.value, literal: false }), PAUSE);
    });
    field.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.#timer);
      void this.#submit(field.value);
    });
    this.#part('results').addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('a')) rememberSearch(this.#state.query);
    });
    moveByArrows(scope, field, () => [
      ...this.querySelectorAll<HTMLElement>('[data-part="recent"] button, .card-title a'),
    ]);
    if (!this.#inDialog) addEventListener('popstate', () => this.#readPlace());
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!part) throw new Error(`There is no ${name} in the search.`);
    return part;
  }

  #readPlace(): void {
    const state = this.#place.read();
    if (this.#field) this.#field.value = state.query;
    void this.#search(state);
  }

  #load(): Promise<SearchLayer> {
    this.#layer ??= import('./load-layer.ts').then(({ loadLayer }) => loadLayer(this.#today()));
    return this.#layer;
  }

  #today(): string {
    return this.dataset['today'] || localDay(new Date());
  }

  /** On the page the query is a step to come back to; in the dialog the best result opens. */
  async #submit(typed: string): Promise<void> {
    const query = typed.trim();
    rememberSearch(query);
    await this.#search({ query, literal: this.#state.query === query && this.#state.literal }, true);
    if (this.#inDialog && this.#state.query === query) this.querySelector<HTMLElement>('.card-title a')?.click();
  }

  async #search({ query: typed, literal }: SearchState, isStep = false): Promise<void> {
    const state = { query: typed.trim(), literal };
    const isSame = state.query === this.#state.query && literal === this.#state.literal;
    this.#state = state;
    this.#place.write(state, isStep);
    this.#showRecent();
    if (isSame && this.#found) return;
    if (!state.query) {
      this.#status();
      this.#show(undefined);
      return;
    }
    this.#status(this.#say('loading'));
    this.#searching ??= this.#searchLatest().finally(() => (this.#searching = undefined));
    await this.#searching;
  }

  /** One search at a time: what was typed meanwhile is searched next, and what lies between is left out. */
  async #searchLatest(): Promise<void> {
    try {
      let state: SearchState;
      let found: Found | undefined;
      do {
        state = this.#state;
        const layer = await this.#load();
        found = state.query ? await layer.search(state.query, { literal: state.literal }) : undefined;
      } while (this.#state !== state);
      this.#show(found);
      this.#status(...(found ? this.#summary(found) : []));
    } catch {
      this.#layer = undefined;
      this.#show(undefined);
      this.#status(this.#say('unavailable'));
    }
  }

  #status(...content: (string | Node)[]): void {
    this.#part('status').replaceChildren(...content);
  }

  #summary(found: Found): (string | Node)[] {
    const query = found.corrected?.to ?? this.#state.query;
    const count = found.ids.length;
    const sum =
      count === 0
        ? `${this.#say('no_results', { query })}. ${this.#say('no_results_hint')}`
        : `${this.#say(count === 1 ? 'results_one' : 'results_many', { query, count })}.`;
    const notes = foundNotes(found, this.#state.literal, this.#say, (literal) => {
      void this.#search({ query: this.#state.query, literal }, true);
      this.#field?.focus();
    });
    return [sum, ...notes.flatMap((note) => [' ', note])];
  }

  #show(found: Found | undefined): void {
    this.#found = found;
    this.#shown = found?.results.length ?? 0;
    const list = this.#part('results');
    list.replaceChildren(...this.#items(found?.results ?? []));
    list.hidden = this.#shown === 0;
    this.#showFoot();
  }

  #items(results: readonly SearchResult[]): HTMLLIElement[] {
    const query = queryWords(this.#found?.corrected?.to ?? this.#state.query);
    const words = {
      say: this.#say,
      today: this.#today(),
      notice: Number(this.dataset['notice']),
      query: [...query, ...(this.#found?.expanded ?? []).flatMap(queryWords)],
    };
    return results.map((result) => resultItem(result, words));
  }

  /** More of the same, and other ways to go on. */
  #showFoot(): void {
    const { query } = this.#state;
    const foot = this.#part('foot');
    foot.hidden = query === '' || !this.#found;
    const hasMore = this.#found !== undefined && this.#shown < this.#found.ids.length;
    const more = button('button-quiet', this.#say('more'), () => void this.#more());
    const filter = element('a', '', this.#say('filter_results'));
    filter.href = `/library/?${new URLSearchParams({ q: query }).toString()}`;
    const all = element('a', '', this.#say('all_results'));
    all.href = searchPath(query);
    foot.replaceChildren(...(hasMore ? [more] : []), ...(this.#inDialog ? [all] : []), filter);
  }

  async #more(): Promise<void> {
    const found = this.#found;
    const results = (await found?.more(this.#shown)) ?? [];
    if (found !== this.#found) return;
    this.#shown += results.length;
    const items = this.#items(results);
    this.#part('results').append(...items);
    // The keyboard goes on where the new results begin.
    items[0]?.querySelector('a')?.focus();
    this.#showFoot();
  }

  /** While nothing is typed: what was searched before. */
  #showRecent(): void {
    const recent = this.#state.query === '' ? recentSearches() : [];
    const part = this.#part('recent');
    part.hidden = recent.length === 0;
    part.replaceChildren();
    if (part.hidden) return;
    part.append(
      element('h2', 'eyebrow', this.#say('recent')),
      element('ul', '', ...recent.map((query) => element('li', '', this.#recentButton(query)))),
      button('link-button', this.#say('forget_recent'), () => {
        forgetSearches();
        this.#showRecent();
        this.#field?.focus();
      }),
    );
  }

  #recentButton(query: string): HTMLButtonElement {
    return button('button-quiet', query, () => {
      if (this.#field) this.#field.value = query;
      this.#field?.focus();
      void this.#search({ query, literal: false }, true);
    });
  }
}

customElements.define('site-search', SiteSearch);
