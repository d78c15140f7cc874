/**
 * `<coverage-matrix>`: counts the matrix again for an audience, a product or a type, from the same columns as the library
 * page; the address holds the choice. Without JavaScript, or where the columns cannot be had, the whole library stands.
 */
import { countCube, type Cube } from '../../domain/coverage/cube.ts';
import { addFilter, filteredRows, FILTERS, type Filter } from '../../domain/coverage/filter.ts';
import { cellLevel, readerLevel } from '../../domain/coverage/targets.ts';
import { parseColumns, type LibraryColumns } from '../../domain/facets/library-columns.ts';
import { fetchJson } from '../fetch-json.ts';
import { reveal } from '../parts.ts';
import { wordsOf, type Say } from '../words.ts';

const isChosen = (filter: Filter): boolean => FILTERS.some((name) => filter[name] !== undefined);

class CoverageMatrix extends HTMLElement {
  #columns: LibraryColumns | undefined;
  #say: Say = () => '';

  connectedCallback(): void {
    const tools = this.querySelector<HTMLFieldSetElement>('.coverage-filters');
    if (!tools) return;
    this.#say = wordsOf(this);
    tools.hidden = false;
    const unknown = this.#read();
    this.#refresh(unknown);
    tools.addEventListener('change', () => {
      this.#write();
      this.#refresh();
    });
  }

  #selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll<HTMLSelectElement>('select')];
  }

  /** @returns the first value of the address that no list here has */
  #read(): string | undefined {
    const address = new URLSearchParams(location.search);
    let unknown: string | undefined;
    for (const select of this.#selects()) {
      const wanted = address.get(select.name) ?? '';
      const isKnown = [...select.options].some(({ value }) => value === wanted);
      select.value = isKnown ? wanted : '';
      if (!isKnown) unknown ??= wanted;
    }
    return unknown;
  }

  #write(): void {
    const address = new URL(location.href);
    address.search = '';
    for (const { name, value } of this.#selects()) if (value !== '') address.searchParams.set(name, value);
    history.replaceState(null, '', address);
  }

  #filter(): Filter {
    return Object.fromEntries(this.#selects().flatMap(({ name, value }) => (value === '' ? [] : [[name, value]])));
  }

  /** What was built is right for the whole library: the columns are asked for only when a part is wanted. */
  #refresh(unknown?: string): void {
    if (!isChosen(this.#filter()) && !this.#columns) {
      this.#tell(unknown === undefined ? '' : this.#say('unknown_value', { value: unknown.slice(0, 40) }));
      return;
    }
    this.#load().then(
      (columns) => this.#show(columns, this.#filter()),
      () => {
        for (const select of this.#selects()) select.value = '';
        this.#write();
        this.#tell(this.#say('unavailable'));
      },
    );
  }

  async #load(): Promise<LibraryColumns> {
    this.#columns ??= await fetchJson('/library/columns.json', parseColumns);
    return this.#columns;
  }

  #show({ facets, rows }: LibraryColumns, filter: Filter): void {
    const kept = filteredRows(facets, rows, filter);
    // The rows of types are all shown, whichever is chosen: choosing one would empty the others.
    const { type: _type, ...ofAnyType } = filter;
    const cubes = {
      chosen: countCube(facets, kept),
      ofAnyType: countCube(facets, filteredRows(facets, rows, ofAnyType)),
    };
    for (const cell of this.querySelectorAll<HTMLElement>('.count-cell')) {
      const isType = cell.dataset['type'] !== undefined;
      this.#fill(cell, isType ? cubes.ofAnyType : cubes.chosen, isType ? ofAnyType : filter);
    }
    // What stands above and below the matrix is said of the whole library.
    reveal('facts', !isChosen(filter));
    reveal('gaps-note', isChosen(filter));
    this.#tell(this.#say(kept.length === 1 ? 'counted_one' : 'counted', { count: kept.length }));
  }

  #fill(cell: HTMLElement, cube: Cube, filter: Filter): void {
    const link = cell.querySelector('a');
    if (!link) return;
    const { stage = '', persona = '', industry, type } = cell.dataset;
    const target = { assets: Number(cell.dataset['assets']), own: Number(cell.dataset['own']) };
    let count: number;
    if (type !== undefined) count = cube.ofType(type, stage);
    else if (industry === undefined) {
      count = cube.reader(stage, persona);
      cell.dataset['level'] = readerLevel(count, target);
    } else {
      const counted = cube.cell(stage, persona, industry);
      count = counted.fit;
      cell.dataset['level'] = cellLevel(counted, target);
      const note = cell.querySelector('small');
      if (note) note.textContent = this.#say('own', { count: counted.own });
    }
    link.textContent = String(count);
    link.setAttribute('aria-label', (link.dataset['name'] ?? '').replace('{count}', String(count)));
    const address = new URLSearchParams();
    for (const [name, value] of Object.entries({ type, stage, persona, industry })) if (value) address.set(name, value);
    addFilter(address, filter);
    link.setAttribute('href', `${link.pathname}?${address.toString()}`);
  }

  #tell(text: string): void {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = text;
  }
}

customElements.define('coverage-matrix', CoverageMatrix);
