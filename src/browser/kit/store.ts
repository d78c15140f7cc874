/** The kits of this browser, kept there and nowhere else, and who wants to know when they change. */
import { isInList, type Kit } from '../../domain/kit/kit.ts';
import { addAsset, EMPTY_SHELF, parseShelf, removeAsset, type Shelf } from '../../domain/kit/shelf.ts';

const KEY = 'kits';
const CHANGED = 'kits-changed';

/** Where storage is full or closed, kits hold for this page. */
let unkept: Shelf | undefined;

/** The same text is the same value: who shows it sees that nothing has changed. */
let last: { text: string | null; shelf: Shelf } = { text: null, shelf: EMPTY_SHELF };

export const readShelf = (): Shelf => {
  if (unkept) return unkept;
  try {
    const text = localStorage.getItem(KEY);
    if (text !== last.text) last = { text, shelf: parseShelf(text) };
    return last.shelf;
  } catch {
    return EMPTY_SHELF;
  }
};

/** False where storage is full or closed: then kits are gone with the page. */
export const isKept = (): boolean => unkept === undefined;

/** Changes what is there now, which another tab may have written a moment ago. */
export const changeShelf = (change: (shelf: Shelf) => Shelf): void => {
  const shelf = change(readShelf());
  try {
    localStorage.setItem(KEY, JSON.stringify(shelf));
    unkept = undefined;
  } catch {
    unkept = shelf;
  }
  dispatchEvent(new Event(CHANGED));
};

export const changeKit = (change: (kit: Kit) => Kit): void =>
  changeShelf((shelf) => ({ ...shelf, kit: change(shelf.kit) }));

/** The kit that is worked on. */
export const readKit = (): Kit => readShelf().kit;

/** Puts an asset at the end of the kit. @param assetKey `battlecards/corvane` */
export const addToKit = (assetKey: string): void => changeShelf((shelf) => addAsset(shelf, assetKey));

export const removeFromKit = (assetKey: string): void => changeShelf((shelf) => removeAsset(shelf, assetKey));

export const isInKit = (assetKey: string): boolean => isInList(readKit(), assetKey);

/** Calls at every change, also of another tab. @returns what ends it */
export const onKitChange = (listener: () => void): (() => void) => {
  const end = new AbortController();
  const { signal } = end;
  addEventListener(CHANGED, listener, { signal });
  addEventListener(
    'storage',
    (event) => {
      if (event.key === KEY || event.key === null) listener();
    },
    { signal },
  );
  return () => end.abort();
};
