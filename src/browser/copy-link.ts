/** `<copy-link>`: copies the page's address and says so. */
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
      // Without a secure connection there is no clipboard.
      const copying = navigator.clipboard?.writeText(address.href) ?? Promise.reject(new Error('no clipboard'));
      copying.then(
        () => say(this.dataset['copied']),
        () => say(this.dataset['failed']),
      );
    });
  }
}

customElements.define('copy-link', CopyLink);
