/** `<copy-code>`: copies the text of its `<code>` and says so; without JavaScript the text can be marked by hand. */
import { copyPlain } from './clipboard.ts';

class CopyCode extends HTMLElement {
  connectedCallback(): void {
    const code = this.querySelector('code');
    const button = this.querySelector('button');
    const status = this.querySelector('[role="status"]');
    if (!code || !button || !status) return;
    button.hidden = false;
    button.addEventListener('click', () => {
      copyPlain(code.textContent.trim()).then(
        () => (status.textContent = this.dataset['copied'] ?? ''),
        () => (status.textContent = this.dataset['failed'] ?? ''),
      );
    });
  }
}

customElements.define('copy-code', CopyCode);
