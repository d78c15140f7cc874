/** `<start-kit data-kit='{…}'>`: begins the reader's own kit with a curated one, and goes there. */
import { toKit, type Kit } from '../../domain/kit/kit.ts';
import { hasRoom, startKit } from '../../domain/kit/shelf.ts';
import { changeShelf, readShelf } from './store.ts';

const parseKit = (text: string | undefined): Kit => {
  const value: unknown = JSON.parse(text ?? 'null');
  return toKit(value);
};

class StartKit extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const status = this.querySelector('[role="status"]');
    const { kit, to = '', noRoom = '' } = this.dataset;
    if (!button || !status) return;
    this.hidden = false;
    button.addEventListener('click', () => {
      if (!hasRoom(readShelf())) {
        status.textContent = noRoom;
        return;
      }
      changeShelf((shelf) => startKit(shelf, parseKit(kit)));
      if (location.pathname === to) document.querySelector<HTMLElement>('[data-part="kit-title"]')?.focus();
      else location.assign(to);
    });
  }
}

customElements.define('start-kit', StartKit);
