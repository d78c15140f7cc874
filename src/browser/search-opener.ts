/**
 * `/`, from anywhere but a field, Ctrl-K or Cmd-K from anywhere, and a click on the header's search open the
 * search over the page. On the search page they go to its field; where the dialog cannot be had, to that page.
 */
import { searchPath } from '../domain/search/search-path.ts';
import { isTyping } from './typing.ts';
import { searchInHistory } from './search/query-place.ts';

const isAsking = (event: KeyboardEvent): boolean => {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (key.toLowerCase() === 'k') return (ctrlKey || metaKey) && !altKey;
  return key === '/' && !ctrlKey && !metaKey && !altKey && !isTyping(event.target);
};

/** The field of a page that searches by itself: the search page, the library. */
const ownField = (): HTMLInputElement | null =>
  document.querySelector<HTMLInputElement>('.search-page [data-search-input], library-browser [type="search"]');

const open = async (): Promise<void> => {
  const { openSearch } = await import('./search/search-dialog.ts');
  if (!(await openSearch())) location.assign(searchPath());
};

document.addEventListener('keydown', (event) => {
  if (!isAsking(event)) return;
  event.preventDefault();
  const field = ownField();
  field?.focus();
  field?.select();
  if (!field) void open();
});

/** Fields that lead to the search page where there is no JavaScript. */
const OPENERS = '.search-link, .site-header [data-search-input], .hero [data-search-input]';

document.addEventListener('click', (event) => {
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!isPlain || !(event.target instanceof Element) || !event.target.closest(OPENERS)) return;
  event.preventDefault();
  void open();
});

// The reader comes back from a result: the search is as they left it.
if (searchInHistory()) void open();
