/** `<copy-link>`: copies the page's address and says so. */
import { copyPlain } from './clipboard.ts';

class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const status = this.querySelector('[role="status"]');
    if (!button || !status) return;
    this.hidden = false;
    button.addEventListener('click', () => {
      const say = (message: string | undefined) => {
        status.textContent = message ?? '';
        setTimeout(() => (status.textContent = ''), 4000);
      };
      const address = new URL(location.href);
      address.search = '';
      address.hash = '';
      copyPlain(address.href).then(
        () => say(this.dataset['copied']),
        () => say(this.dataset['failed']),
      );
    });
  }
}

customElements.define('copy-link', CopyLink);
