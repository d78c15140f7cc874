/**
 * `<copy-answer>`: a button that copies the part of the page that `data-of` names, formatted or plain
 * as the reader has chosen, and says so.
 */
import { copyPlain } from './clipboard.ts';
import { copyFormatted, copyOf } from './copy-text.ts';
import { remember, remembered } from './remembered.ts';

const KEY = 'copy-as';
const SHOWN_FOR = 4_000;

/** Heard by those who cannot see the tick: it must be on the page before it speaks. */
const announcer = (): HTMLElement => {
  const known = document.querySelector<HTMLElement>('[data-announcer]');
  if (known) return known;
  const made = document.createElement('p');
  made.className = 'visually-hidden';
  made.setAttribute('role', 'status');
  made.dataset['announcer'] = '';
  document.body.append(made);
  return made;
};

/** One choice for all buttons of the page. */
const startChoice = (): void => {
  const choice = document.querySelector<HTMLSelectElement>('select[data-copy-as]');
  if (!choice || choice.dataset['copyAs'] === 'started') return;
  choice.dataset['copyAs'] = 'started';
  choice.value = remembered(KEY) === 'plain' ? 'plain' : 'formatted';
  choice.addEventListener('change', () => remember(KEY, choice.value));
};

const isPlain = (): boolean => {
  const choice = document.querySelector<HTMLSelectElement>('select[data-copy-as]');
  return choice?.value === 'plain';
};

class CopyAnswer extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const status = announcer();
    startChoice();
    this.hidden = false;
    button?.addEventListener('click', () => {
      const part = document.getElementById(this.dataset['of'] ?? '');
      if (!part) return;
      const plain = isPlain();
      const copied = copyOf(part);
      const say = (state: 'done' | 'failed', message: string | undefined): void => {
        this.dataset['state'] = state;
        status.textContent = message ?? '';
        setTimeout(() => {
          delete this.dataset['state'];
          status.textContent = '';
        }, SHOWN_FOR);
      };
      (plain ? copyPlain(copied.text) : copyFormatted(copied)).then(
        () => say('done', plain ? this.dataset['copiedPlain'] : this.dataset['copied']),
        () => say('failed', this.dataset['failed']),
      );
    });
  }
}

customElements.define('copy-answer', CopyAnswer);
