/**
 * `<snippet-form>`: puts what the rep fills in into the text as it is typed, remembers it in this
 * browser, and copies the text or hands it to the mail program. Nothing else leaves the machine.
 */
import { fillSnippet, mailtoLink, openVariables, parseFilled, snippetHtml } from '../domain/snippets.ts';
import { fill } from '../domain/ui.ts';
import { copyPlain } from './clipboard.ts';
import { copyFormatted } from './copy-text.ts';
import { forget, remember, remembered } from './remembered.ts';

/** One memory for all snippets: the same deal needs the same names in each. */
const KEY = 'snippet-values';
const SHOWN_FOR = 4_000;

class SnippetForm extends HTMLElement {
  #filled: Record<string, string> = {};

  connectedCallback(): void {
    this.#filled = parseFilled(remembered(KEY));
    for (const field of this.#fields()) {
      const name = field.dataset['fills'] ?? '';
      field.value = Object.hasOwn(this.#filled, name) ? (this.#filled[name] ?? '') : '';
      field.addEventListener('input', () => this.#set(name, field.value));
    }
    for (const button of this.querySelectorAll<HTMLElement>('[data-copy]'))
      button.addEventListener('click', () => this.#copy(button.dataset['copy'] === 'plain'));
    this.querySelector('[data-forget]')?.addEventListener('click', () => this.#forget());
    this.#show();
  }

  #fields(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[data-fills]')];
  }

  #template(selector: string): string {
    return this.querySelector<HTMLElement>(selector)?.dataset['template'] ?? '';
  }

  get #subject(): string {
    return fillSnippet(this.#template('.message-subject [data-template]'), this.#filled);
  }

  get #text(): string {
    return fillSnippet(this.#template('.message'), this.#filled);
  }

  #set(name: string, value: string): void {
    // What another tab has filled in meanwhile is kept.
    this.#filled = { ...parseFilled(remembered(KEY)), ...this.#filled, [name]: value };
    remember(KEY, JSON.stringify(this.#filled));
    this.#show();
  }

  #forget(): void {
    forget(KEY);
    this.#filled = {};
    for (const field of this.#fields()) field.value = '';
    this.#show();
    this.#say(this.dataset['forgotten']);
    this.#fields()[0]?.focus();
  }

  #show(): void {
    for (const mark of this.querySelectorAll<HTMLElement>('mark[data-variable]')) {
      const name = mark.dataset['variable'] ?? '';
      const value = fillSnippet(`{{${name}}}`, this.#filled);
      const isFilled = value !== `{{${name}}}`;
      mark.textContent = isFilled ? value : name;
      mark.toggleAttribute('data-filled', isFilled);
    }
    const state = this.querySelector('[data-state]');
    if (state) state.textContent = this.#state();
    const mail = this.querySelector<HTMLAnchorElement>('[data-mail]');
    if (mail) mail.href = mailtoLink(this.#subject, this.#text);
  }

  #state(): string {
    const { openNone = '', openOne = '', openMany = '', length = '' } = this.dataset;
    const both = `${this.#template('.message-subject [data-template]')}\n${this.#template('.message')}`;
    const open = openVariables(both, this.#filled).length;
    const hasFields = this.#fields().length > 0;
    const left = open === 0 ? openNone : fill(open === 1 ? openOne : openMany, { count: open });
    const characters = fill(length, { count: [...this.#text].length });
    return hasFields ? `${left} · ${characters}` : characters;
  }

  #copy(plain: boolean): void {
    const text = this.#text;
    const { copied, copiedPlain, failed } = this.dataset;
    (plain ? copyPlain(text) : copyFormatted({ text, html: snippetHtml(text) })).then(
      () => this.#say(plain ? copiedPlain : copied),
      () => this.#say(failed),
    );
  }

  #say(message: string | undefined): void {
    const status = this.querySelector('[role="status"]');
    if (!status) return;
    status.textContent = message ?? '';
    setTimeout(() => (status.textContent = ''), SHOWN_FOR);
  }
}

customElements.define('snippet-form', SnippetForm);
