/** A list that shows so many of its items and offers the next ones. */
import { isRecord } from '../../domain/guards.ts';
import { needPart } from '../parts.ts';

/** Items that are shown at a time. */
const AT_ONCE = 24;

/** Rows → items; rejects where what they show cannot be loaded. */
export type ItemsOf = (rows: readonly number[]) => Promise<readonly HTMLLIElement[]>;

export interface PagedList {
  /**
   * Shows the first rows, or as many as the reader had seen before they left and came back.
   * @returns false when a later call has taken over
   */
  show: (rows: readonly number[], itemsOf: ItemsOf) => Promise<boolean>;
  clear: () => void;
}

const shownBefore = (): number => {
  const state: unknown = history.state;
  const shown = isRecord(state) ? state['shown'] : undefined;
  return typeof shown === 'number' ? shown : 0;
};

/** @param onFail when the next ones cannot be loaded */
export const createPagedList = (onFail: () => void): PagedList => {
  const results = needPart('results', HTMLElement);
  const more = needPart('more', HTMLButtonElement);
  let turn = 0;
  let rows: readonly number[] = [];
  let itemsOf: ItemsOf = () => Promise.resolve([]);

  const offerMore = (): void => {
    more.hidden = results.childElementCount >= rows.length;
  };
  const showMore = async (): Promise<void> => {
    const mine = turn;
    const from = results.childElementCount;
    const items = await itemsOf(rows.slice(from, from + AT_ONCE));
    if (mine !== turn) return;
    results.append(...items);
    // The keyboard goes on where the new ones begin.
    items[0]?.querySelector('a')?.focus();
    offerMore();
    // Who comes back from a page finds the list as long as it was.
    history.replaceState({ shown: results.childElementCount }, '');
  };
  more.addEventListener('click', () => void showMore().catch(onFail));

  return {
    show: async (all, makeItems) => {
      const mine = (turn += 1);
      const items = await makeItems(all.slice(0, Math.max(AT_ONCE, shownBefore())));
      if (mine !== turn) return false;
      [rows, itemsOf] = [all, makeItems];
      results.replaceChildren(...items);
      offerMore();
      return true;
    },
    clear: () => {
      turn += 1;
      rows = [];
      results.replaceChildren();
      offerMore();
    },
  };
};
