/** `/`, from anywhere but a field, and Ctrl-K or Cmd-K from anywhere go to the search field, or to the search page. */

import { isTyping } from './typing.ts';

const isAsking = (event: KeyboardEvent): boolean => {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (key.toLowerCase() === 'k') return (ctrlKey || metaKey) && !altKey;
  return key === '/' && !ctrlKey && !metaKey && !altKey && !isTyping(event.target);
};

document.addEventListener('keydown', (event) => {
  if (!isAsking(event)) return;
  event.preventDefault();
  const fields = [...document.querySelectorAll<HTMLInputElement>('[data-search-input]')];
  const field = fields.find((candidate) => candidate.offsetParent !== null);
  if (field) {
    field.focus();
    field.select();
  } else {
    document.querySelector<HTMLAnchorElement>('.search-link')?.click();
  }
});
