/** `1` to `9` jump to a part of the card, `f` finds on it. Single letters can disturb those who speak to their computer: they can be turned off. */
import { remember, remembered } from '../remembered.ts';
import { isTyping } from '../typing.ts';

const KEY = 'card-keys';

const jumpTo = (card: HTMLElement, key: string): boolean => {
  const link = card.querySelector<HTMLAnchorElement>(`a[data-jump="${key}"]`);
  const heading = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!heading) return false;
  heading.scrollIntoView({ block: 'start' });
  // Read on from here, by keyboard or by ear.
  heading.focus({ preventScroll: true });
  return true;
};

const find = (card: HTMLElement): boolean => {
  const field = card.querySelector<HTMLInputElement>('.card-find input');
  field?.focus();
  field?.select();
  return field !== null;
};

/** @param card holds the links with their keys, and the switch */
export const startKeys = (card: HTMLElement): void => {
  const on = card.querySelector<HTMLInputElement>('input[data-keys]');
  if (!on) return;
  const show = (): void => {
    card.dataset['keys'] = on.checked ? 'on' : 'off';
  };
  on.checked = remembered(KEY) !== 'off';
  show();
  on.addEventListener('change', () => {
    show();
    remember(KEY, on.checked ? 'on' : 'off');
  });
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (!on.checked || ctrlKey || metaKey || altKey || event.defaultPrevented) return;
    if (isTyping(target) && target !== on) return;
    const done = /^[1-9]$/.test(key) ? jumpTo(card, key) : key.toLowerCase() === 'f' && find(card);
    if (done) event.preventDefault();
  });
};
