/** Arrow keys lead from the field into what it found, and back: each result is an ordinary link. */

/**
 * @param scope holds the field and the items
 * @param itemsOf what can be reached, in its order
 */
export const moveByArrows = (scope: HTMLElement, field: HTMLElement, itemsOf: () => readonly HTMLElement[]): void => {
  scope.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [field, ...itemsOf()];
    const at = stops.findIndex((stop) => stop === event.target);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  });
};
