/** `<pinned-row>`: what this browser keeps at hand; not there at all while that is nothing. */
import type { Pin } from '../../domain/pins.ts';
import { button, element } from '../element.ts';
import { wordsOf } from '../words.ts';
import { onPinsChanged, readPins, toggle } from './kept-pins.ts';

class PinnedRow extends HTMLElement {
  #end: AbortController | undefined;

  connectedCallback(): void {
    this.#end = new AbortController();
    onPinsChanged(() => this.#show(), this.#end.signal);
    this.#show();
  }

  disconnectedCallback(): void {
    this.#end?.abort();
  }

  #show(): void {
    const list = this.querySelector('ul');
    if (!list) return;
    const pins = readPins();
    const at = [...list.querySelectorAll('button')].findIndex((remove) => remove === document.activeElement);
    list.replaceChildren(...pins.map((pin) => this.#item(pin)));
    this.hidden = pins.length === 0;
    // The keyboard goes on at the next one, or at the page where there is none left.
    if (at < 0) return;
    const buttons = [...list.querySelectorAll('button')];
    (buttons[Math.min(at, buttons.length - 1)] ?? document.querySelector('main'))?.focus();
  }

  #item(pin: Pin): HTMLLIElement {
    const link = element('a', '', pin.title);
    link.href = pin.path;
    const remove = button('pin-remove', '✕', () => toggle(pin));
    remove.setAttribute('aria-label', wordsOf(this)('remove_named', { title: pin.title }));
    return element('li', '', element('span', 'eyebrow', pin.kind), link, remove);
  }
}

customElements.define('pinned-row', PinnedRow);
