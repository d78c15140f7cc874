/**
 * `<site-search>`: finds as the reader types, keeps the query in the address, and says what was found
 * and what was done for it: spelling, synonyms, fewer words. All of that can be taken back.
 */
import type { Found, SearchLayer, SearchResult } from '../../domain/search/layer.ts';
import { queryWords } from '../../domain/search/words.ts';
import { fill } from '../../domain/ui.ts';
import { localDay } from '../day.ts';
import { resultItem } from './result-item.ts';

/** A pause in typing after which it is worth asking, in milliseconds. */
const PAUSE = 150;

class SiteSearch extends HTMLElement {
  #layer: Promise<SearchLayer> | undefined;
  #query = '';
  #isLiteral = false;
  #found: Found | undefined;
  #shown = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const field = document.querySelector<HTMLInputElement>('[data-search-input]');
    if (!field) return;
    const readAddress = () => {
      const address = new URLSearchParams(location.search);
      field.value = address.get('q') ?? '';
      void this.#search(field.value, address.has('literal'));
    };
    field.addEventListener('focus', () => void this.#load().catch(() => undefined), { once: true });
    field.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#search(field.value), PAUSE);
    });
    field.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.#timer);
      void this.#search(field.value);
    });
    addEventListener('popstate', readAddress);
    readAddress();
    if (!matchMedia('(pointer: coarse)').matches) field.focus();
  }

  #load(): Promise<SearchLayer> {
    const today = this.dataset['today'] || localDay(new Date());
    this.#layer ??= import('./load-layer.ts').then(({ loadLayer }) => loadLayer(today));
    return this.#layer;
  }

  #say(...content: (string | Node)[]): void {
    this.querySelector('[role="status"]')?.replaceChildren(...content);
  }

  async #search(typed: string, literal = false): Promise<void> {
    const query = typed.trim();
    this.#query = query;
    this.#isLiteral = literal;
    this.#writeAddress();
    if (!query) {
      this.#say('');
      this.#show(undefined);
      return;
    }
    this.#say(this.dataset['loading'] ?? '');
    try {
      const layer = await this.#load();
      const found = await layer.search(query, { literal });
      // A later key press has taken over.
      if (this.#query !== query || this.#isLiteral !== literal) return;
      this.#show(found);
      this.#say(...this.#summary(found));
    } catch {
      this.#layer = undefined;
      this.#show(undefined);
      this.#say(this.dataset['unavailable'] ?? '');
    }
  }

  #writeAddress(): void {
    const address = new URL(location.href);
    address.search = '';
    if (this.#query) address.searchParams.set('q', this.#query);
    if (this.#isLiteral) address.searchParams.set('literal', '');
    history.replaceState(null, '', address);
  }

  #summary({ ids, corrected, relaxed, expanded }: Found): (string | Node)[] {
    const { one = '', many = '', none = '', hint = '' } = this.dataset;
    const query = corrected?.to ?? this.#query;
    const count = ids.length;
    const lines: (string | Node)[] = [
      count === 0 ? `${fill(none, { query })}. ${hint}` : `${fill(count === 1 ? one : many, { query, count })}.`,
    ];
    if (corrected) lines.push(' ', this.#insteadButton(corrected.from));
    if (relaxed) lines.push(` ${this.dataset['relaxed'] ?? ''}`);
    if (expanded.length > 0) lines.push(` ${fill(this.dataset['expanded'] ?? '', { words: expanded.join(', ') })}`);
    return lines;
  }

  #insteadButton(from: string): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'link-button';
    button.textContent = fill(this.dataset['instead'] ?? '', { query: from });
    button.addEventListener('click', () => void this.#search(this.#query, true));
    return button;
  }

  #show(found: Found | undefined): void {
    this.#found = found;
    this.#shown = found?.results.length ?? 0;
    const list = this.querySelector<HTMLElement>('.search-results');
    if (!list) return;
    list.replaceChildren(...this.#items(found?.results ?? []));
    list.hidden = !found || found.results.length === 0;
    this.#offerMore();
  }

  #items(results: readonly SearchResult[]): HTMLLIElement[] {
    const query = queryWords(this.#found?.corrected?.to ?? this.#query);
    const words = {
      overdue: this.dataset['overdue'] ?? '',
      pin: this.dataset['pin'] ?? '',
      pinNamed: this.dataset['pinNamed'] ?? '',
      query: [...query, ...(this.#found?.expanded ?? []).flatMap(queryWords)],
    };
    return results.map((result) => resultItem(result, words));
  }

  #offerMore(): void {
    this.querySelector('.search-more')?.remove();
    if (!this.#found || this.#shown >= this.#found.ids.length) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'search-more button-quiet';
    button.textContent = this.dataset['more'] ?? '';
    button.addEventListener('click', () => void this.#more());
    this.append(button);
  }

  async #more(): Promise<void> {
    const found = this.#found;
    const results = (await found?.more(this.#shown)) ?? [];
    if (found !== this.#found) return;
    this.#shown += results.length;
    const items = this.#items(results);
    this.querySelector('.search-results')?.append(...items);
    // The keyboard goes on where the new results begin.
    items[0]?.querySelector('a')?.focus();
    this.#offerMore();
  }
}

customElements.define('site-search', SiteSearch);
