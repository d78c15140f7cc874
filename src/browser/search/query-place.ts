/** Where a search keeps its query, so that a reload and the back button bring it back. */
import { isRecord, isText } from '../../domain/guards.ts';

export interface SearchState {
  query: string;
  /** The words as they were typed, no spelling. */
  literal: boolean;
}

export interface QueryPlace {
  read: () => SearchState;
  /** @param isStep whether the back button should lead to what was there before */
  write: (state: SearchState, isStep: boolean) => void;
}

const EMPTY: SearchState = { query: '', literal: false };

/** The address is a step to come back to: what is typed next must not take its place. */
let isSettled = false;

/** The search page: its address says what is searched, and can be sent to a colleague. */
export const inAddress: QueryPlace = {
  read: () => {
    const address = new URLSearchParams(location.search);
    return { query: address.get('q') ?? '', literal: address.has('literal') };
  },
  write: ({ query, literal }, isStep) => {
    const address = new URL(location.href);
    address.search = '';
    if (query) address.searchParams.set('q', query);
    if (literal) address.searchParams.set('literal', '');
    const isSame = address.href === location.href;
    if (!isSame && (isStep || isSettled)) history.pushState(history.state, '', address);
    else if (!isSame) history.replaceState(history.state, '', address);
    isSettled = isStep || (isSame && isSettled);
  },
};

/** What the page's entry in the history holds of a search above it; undefined where none was open. */
export const searchInHistory = (): SearchState | undefined => {
  const kept: unknown = isRecord(history.state) ? history.state['search'] : undefined;
  return isRecord(kept) && isText(kept['query'])
    ? { query: kept['query'], literal: kept['literal'] === true }
    : undefined;
};

const writeHistory = (search: SearchState | undefined): void => {
  const { search: _, ...others } = isRecord(history.state) ? history.state : {};
  history.replaceState(search ? { ...others, search } : others, '');
};

/** The dialog over another page, whose address is that page's: the query lies beside it. */
export const inHistory: QueryPlace = {
  read: () => searchInHistory() ?? EMPTY,
  write: (state) => writeHistory(state),
};

export const leaveHistory = (): void => writeHistory(undefined);
