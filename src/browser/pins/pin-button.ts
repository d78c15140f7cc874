/** `<pin-button>`: keeps an asset at hand in this browser, or lets it go. */
import { isPinned, type Pin } from '../../domain/pins.ts';
import { onPinsChanged, readPins, toggle } from './kept-pins.ts';

class PinButton extends HTMLElement {
  #end: AbortController | undefined;

  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    const end = (this.#end = new AbortController());
    const { path = '', title = '', kind = '' } = this.dataset;
    const pin: Pin = { path, title, kind };
    const show = (): void => button.setAttribute('aria-pressed', String(isPinned(readPins(), path)));
    button.addEventListener('click', () => toggle(pin), { signal: end.signal });
    onPinsChanged(show, end.signal);
    show();
    this.hidden = false;
  }

  disconnectedCallback(): void {
    this.#end?.abort();
  }
}

customElements.define('pin-button', PinButton);
