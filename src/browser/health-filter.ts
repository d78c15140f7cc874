/** `<health-filter>`: shows one owner's findings alone, or those of one kind; the address holds the choice. */
import { wordsOf } from './words.ts';

class HealthFilter extends HTMLElement {
  connectedCallback(): void {
    const tools = this.querySelector<HTMLFieldSetElement>('.health-filters');
    if (!tools) return;
    tools.hidden = false;
    const address = new URLSearchParams(location.search);
    for (const select of this.#selects()) {
      const wanted = address.get(select.name) ?? '';
      select.value = [...select.options].some(({ value }) => value === wanted) ? wanted : '';
    }
    this.#show();
    tools.addEventListener('change', () => {
      this.#write();
      this.#show();
    });
    // A number of the table leads to findings that may be hidden just now.
    this.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('a[href^="#"]')) this.#clear();
    });
  }

  #selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll<HTMLSelectElement>('select')];
  }

  #clear(): void {
    for (const select of this.#selects()) select.value = '';
    this.#write();
    this.#show();
  }

  #write(): void {
    const address = new URL(location.href);
    address.search = '';
    for (const { name, value } of this.#selects()) if (value !== '') address.searchParams.set(name, value);
    history.replaceState(null, '', address);
  }

  #show(): void {
    const [owner, kind] = ['owner', 'kind'].map(
      (wanted) => this.#selects().find(({ name }) => name === wanted)?.value ?? '',
    );
    let count = 0;
    for (const group of this.querySelectorAll<HTMLElement>('[data-owner]')) {
      const isOwner = owner === '' || group.dataset['owner'] === owner;
      let ofOwner = 0;
      for (const part of group.querySelectorAll<HTMLElement>('[data-kind]')) {
        part.hidden = kind !== '' && part.dataset['kind'] !== kind;
        if (!part.hidden) ofOwner += Number(part.dataset['count']);
      }
      group.hidden = !isOwner || ofOwner === 0;
      if (!group.hidden) count += ofOwner;
    }
    this.#tell(owner === '' && kind === '' ? undefined : count);
  }

  #tell(count: number | undefined): void {
    const status = this.querySelector('[role="status"]');
    if (!status) return;
    const say = wordsOf(this);
    const name = count === 0 ? 'count_none' : count === 1 ? 'count_one' : 'count_many';
    status.textContent = count === undefined ? '' : say(name, { count });
  }
}

customElements.define('health-filter', HealthFilter);
