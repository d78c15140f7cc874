/** Where there is no room for a column, the facets move into a dialog, with all that a dialog brings: focus, Escape. */

/** Whether there is no room for a column. */
export const narrow = matchMedia('(width < 48rem)');

/** @param column where the facets stand when there is room. @param dialog with a `.facets-place` inside */
export const placeFacets = (
  facets: HTMLElement,
  column: HTMLElement,
  dialog: HTMLDialogElement,
  opener: HTMLButtonElement,
): void => {
  const place = dialog.querySelector('.facets-place') ?? dialog;
  const settle = (): void => {
    if (!narrow.matches) dialog.close();
    (narrow.matches ? place : column).append(facets);
  };
  narrow.addEventListener('change', settle);
  settle();
  opener.addEventListener('click', () => dialog.showModal());
  dialog.addEventListener('click', (event) => {
    // The ground beside the sheet is the dialog itself.
    const isClose = event.target instanceof Element && event.target.closest('[data-close]') !== null;
    if (isClose || event.target === dialog) dialog.close();
  });
};
