/**
 * The search over any page: what the search page shows, in a dialog. It is taken from that page, so that no
 * other page carries it, and nothing is loaded before the reader turns to search.
 */
import { searchPath } from '../../domain/search/search-path.ts';
import { element } from '../element.ts';
import { wordsOf } from '../words.ts';
import { leaveHistory } from './query-place.ts';
import './site-search.ts';

const fetchSearch = async (): Promise<{ form: HTMLFormElement; search: HTMLElement }> => {
  const response = await fetch(searchPath());
  if (!response.ok) throw new Error(`The search page answered with ${response.status}.`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const form = page.querySelector<HTMLFormElement>('.search-page form');
  const search = page.querySelector<HTMLElement>('site-search');
  if (!form || !search) throw new Error('The search page is not as it should be.');
  return { form, search };
};

const closeButton = (label: string): HTMLFormElement => {
  const close = element('button', 'button-quiet', label);
  const form = element('form', 'search-close', close);
  form.method = 'dialog';
  return form;
};

let opening: Promise<HTMLDialogElement> | undefined;

const createDialog = async (): Promise<HTMLDialogElement> => {
  const { form, search } = await fetchSearch();
  const dialog = element('dialog', 'search-dialog');
  dialog.setAttribute('aria-label', form.ariaLabel ?? '');
  const head = element('div', 'search-dialog-head', form, closeButton(wordsOf(search)('close')));
  // The custom element begins to work where it is put.
  dialog.append(head, search);
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    // A search field would only be emptied by the first press.
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener('close', leaveHistory);
  document.body.append(dialog);
  return dialog;
};

/** @returns false where the search page could not be loaded */
export const openSearch = async (): Promise<boolean> => {
  opening ??= createDialog();
  try {
    const dialog = await opening;
    if (!dialog.open) dialog.showModal();
    const field = dialog.querySelector<HTMLInputElement>('[data-search-input]');
    field?.focus();
    field?.select();
    return true;
  } catch {
    opening = undefined;
    return false;
  }
};
