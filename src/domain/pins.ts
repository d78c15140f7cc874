/** Assets that a reader keeps at hand, in their own browser and nowhere else. */
import { isRecord, isText } from './guards.ts';

export interface Pin {
  path: string;
  title: string;
  /** What it is: `Battlecard`. */
  kind: string;
}

/** More would be a library of its own. */
export const MOST_PINS = 24;
const LONGEST_TEXT = 200;

/** A page of this site, as an entry's page is written: never another host, never code. */
const PATH = /^\/[\p{L}\p{N}_-]+\/(?!\.+\/)[\p{L}\p{N}._-]+\/$/u;

const toPin = (value: unknown): Pin | undefined => {
  if (!isRecord(value)) return undefined;
  const { path, title, kind } = value;
  if (!isText(path) || !isText(title) || !isText(kind) || !PATH.test(path) || title.trim() === '') return undefined;
  return { path, title: title.slice(0, LONGEST_TEXT), kind: kind.slice(0, LONGEST_TEXT) };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What the browser has kept → pins. Whatever is none is left out: others may write there, too. */
export const parsePins = (text: string | null): Pin[] => {
  const list = parse(text ?? '');
  if (!Array.isArray(list)) return [];
  const pins = list.flatMap((value: unknown) => toPin(value) ?? []);
  return pins.filter(({ path }, i) => pins.findIndex((pin) => pin.path === path) === i).slice(0, MOST_PINS);
};

export const isPinned = (pins: readonly Pin[], path: string): boolean => pins.some((pin) => pin.path === path);

/** The newest first; the oldest makes room. A pin that is there goes. */
export const togglePin = (pins: readonly Pin[], pin: Pin): Pin[] => {
  const others = pins.filter(({ path }) => path !== pin.path);
  return others.length < pins.length ? others : [pin, ...others].slice(0, MOST_PINS);
};
