/** Where there is no room for a column, the facets move into a dialog, with all that a dialog brings: focus, Escape. */
import { needPart } from '../parts.ts';

/** Whether there is no room for a column. */
export const narrow = matchMedia('(width < 48rem)');

/** The page has a column for them, and a dialog with a place for them and a button that opens it. */
export const placeFacets = (facets: HTMLElement): void => {
  const column = needPart('facets-column', HTMLElement);
  const dialog = needPart('facets-dialog', HTMLDialogElement);
  const place = needPart('facets-place', HTMLElement);
  const settle = (): void => {
    if (!narrow.matches) dialog.close();
    (narrow.matches ? place : column).append(facets);
  };
  narrow.addEventListener('change', settle);
  settle();
  needPart('facets-opener', HTMLButtonElement).addEventListener('click', () => dialog.showModal());
  dialog.addEventListener('click', ({ target }) => {
    const isClose = target instanceof Element && target.closest('[data-close]') !== null;
    // The ground beside the sheet is the dialog itself.
    if (isClose || target === dialog) dialog.close();
  });
};
