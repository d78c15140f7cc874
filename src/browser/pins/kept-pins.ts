/** The pins of this browser, and who wants to know when they change. */
import { parsePins, togglePin, type Pin } from '../../domain/pins.ts';

const KEY = 'pins';
const CHANGED = 'pins-changed';

/** Where storage is full or closed, pins hold for this page. */
let unkept: Pin[] | undefined;

export const readPins = (): Pin[] => {
  if (unkept) return unkept;
  try {
    return parsePins(localStorage.getItem(KEY));
  } catch {
    return [];
  }
};

export const toggle = (pin: Pin): void => {
  const pins = togglePin(readPins(), pin);
  try {
    localStorage.setItem(KEY, JSON.stringify(pins));
    unkept = undefined;
  } catch {
    unkept = pins;
  }
  dispatchEvent(new Event(CHANGED));
};

/** Calls at every change, also of another tab, until the signal ends it. */
export const onPinsChanged = (listener: () => void, signal: AbortSignal): void => {
  addEventListener(CHANGED, listener, { signal });
  addEventListener(
    'storage',
    (event) => {
      if (event.key === KEY || event.key === null) listener();
    },
    { signal },
  );
};
