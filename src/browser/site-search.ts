/**
 * `<site-search>`: finds as the reader types, keeps the query in the address, and says how much was
 * found. The index is loaded when the reader turns to search, not before.
 */
import { z } from 'zod/mini';
import { fill } from '../domain/ui.ts';

const resultSchema = z.object({
  url: z.string(),
  excerpt: z.string(),
  meta: z.record(z.string(), z.string()),
  filters: z.record(z.string(), z.array(z.string())),
});
type Result = z.infer<typeof resultSchema>;

interface Found {
  results: { data: () => Promise<unknown> }[];
}

interface Pagefind {
  options: (options: { excerptLength: number }) => Promise<void>;
  debouncedSearch: (query: string, options: object, wait: number) => Promise<Found | null>;
}

/** The index is made after the site is bundled, so its address is not known to the bundler. */
const INDEX = '/pagefind/pagefind.js';
const AT_ONCE = 10;
const WAIT = 150;

class SiteSearch extends HTMLElement {
  #engine: Promise<Pagefind> | undefined;
  #found: Found['results'] = [];
  #shown = 0;
  #query = '';

  connectedCallback(): void {
    const field = document.querySelector<HTMLInputElement>('[data-search-input]');
    if (!field) return;
    // Without JavaScript, this line says what to do instead.
    this.#say('');
    field.value = new URLSearchParams(location.search).get('q') ?? '';
    field.addEventListener('focus', () => void this.#load().catch(() => undefined), { once: true });
    field.addEventListener('input', () => void this.#search(field.value));
    field.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#search(field.value);
    });
    addEventListener('popstate', () => {
      field.value = new URLSearchParams(location.search).get('q') ?? '';
      void this.#search(field.value);
    });
    if (field.value) void this.#search(field.value);
    if (!matchMedia('(pointer: coarse)').matches) field.focus();
  }

  get #list(): HTMLElement | null {
    return this.querySelector('.search-results');
  }

  #say(message: string): void {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = message;
  }

  #load(): Promise<Pagefind> {
    this.#engine ??= import(/* @vite-ignore */ INDEX).then(async (engine: Pagefind) => {
      await engine.options({ excerptLength: 24 });
      return engine;
    });
    return this.#engine;
  }

  async #search(typed: string): Promise<void> {
    const query = typed.trim();
    this.#query = query;
    const address = new URL(location.href);
    if (query) address.searchParams.set('q', query);
    else address.searchParams.delete('q');
    history.replaceState(null, '', address);
    if (!query) {
      this.#show([]);
      this.#say('');
      return;
    }
    this.#say(this.dataset['loading'] ?? '');
    try {
      const engine = await this.#load();
      const found = await engine.debouncedSearch(query, {}, WAIT);
      // A later key press has taken over.
      if (!found || this.#query !== query) return;
      this.#show(found.results);
      const { one = '', many = '', none = '', hint = '' } = this.dataset;
      const count = found.results.length;
      this.#say(count === 0 ? `${fill(none, { query })}. ${hint}` : fill(count === 1 ? one : many, { query, count }));
    } catch {
      this.#engine = undefined;
      this.#show([]);
      this.#say(this.dataset['unavailable'] ?? '');
    }
  }

  #show(results: Found['results']): void {
    this.#found = results;
    this.#shown = 0;
    const list = this.#list;
    if (!list) return;
    list.replaceChildren();
    list.hidden = results.length === 0;
    this.querySelector('.search-more')?.remove();
    void this.#more();
  }

  async #more(): Promise<void> {
    const list = this.#list;
    const batch = this.#found.slice(this.#shown, this.#shown + AT_ONCE);
    const query = this.#query;
    if (!list || batch.length === 0) return;
    this.#shown += batch.length;
    const results = await Promise.all(batch.map(async (result) => resultSchema.parse(await result.data())));
    if (query !== this.#query) return;
    list.append(...results.map(toItem));
    this.querySelector('.search-more')?.remove();
    if (this.#shown >= this.#found.length) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'search-more button-quiet';
    button.textContent = this.dataset['more'] ?? '';
    button.addEventListener('click', () => void this.#more());
    this.append(button);
  }
}

const toItem = ({ url, excerpt, meta, filters }: Result): HTMLLIElement => {
  const item = document.createElement('li');
  item.className = 'card';
  const type = document.createElement('p');
  type.className = 'eyebrow';
  type.textContent = filters['type']?.join(', ') ?? '';
  const title = document.createElement('h2');
  title.className = 'card-title';
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta['title'] ?? url;
  title.append(link);
  const text = document.createElement('p');
  text.append(...highlighted(excerpt));
  item.append(type, title, text);
  return item;
};

/** Pagefind's excerpt is HTML whose only element is `<mark>`: built as nodes, never set as HTML. */
const highlighted = (excerpt: string): (string | HTMLElement)[] =>
  excerpt.split(/<mark>(.*?)<\/mark>/).map((part, i) => {
    const text = part
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
    if (i % 2 === 0) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });

customElements.define('site-search', SiteSearch);
