/** `<theme-picker>`: remembers the choice in this browser; `theme.js` applies it before the first paint. */
class ThemePicker extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector('select');
    if (!select) return;
    this.hidden = false;
    select.value = document.documentElement.dataset['theme'] ?? 'system';
    select.addEventListener('change', () => {
      if (select.value === 'system') delete document.documentElement.dataset['theme'];
      else document.documentElement.dataset['theme'] = select.value;
      try {
        localStorage.setItem('theme', select.value);
      } catch {
        // Storage is closed: the choice holds for this page.
      }
    });
  }
}

customElements.define('theme-picker', ThemePicker);
