/** What assets are called: files of some rows each, loaded when one of their assets is suggested. */
import { isRecord, isText, mustBe } from '../guards.ts';

export interface AssetName {
  /** `battlecards/corvane`: also its page, with a slash before and after. */
  key: string;
  /** Of an objection, what they say. */
  title: string;
  /** Of an objection the answer, of a battlecard the one thing to say, of a case study who and what; else empty. */
  text: string;
  /** `public`, `partner`, `internal` */
  audience: string;
}

/** The newest come first, and are suggested most: few files serve most deals. */
export const NAMES_A_FILE = 250;

export const encodeNames = (stamp: string, names: readonly AssetName[]): unknown => ({
  stamp,
  names: names.map(({ key, title, text, audience }) => [key, title, audience, text]),
});

/** A type and an id: it becomes an address, so it may lead nowhere but to a page of this site. */
const KEY = /^[a-z-]+\/[a-z0-9-]+$/;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const toName = (list: unknown): AssetName | undefined => {
  if (!isList(list)) return undefined;
  const [key, title, audience, text] = list;
  if (!isText(key) || !KEY.test(key) || !isText(title) || !isText(audience) || !isText(text)) return undefined;
  return { key, title, text, audience };
};

/** What was downloaded → the names. @throws {Error} where it is broken, or of another build */
export const parseNames = (file: unknown, stamp: string): AssetName[] => {
  const name = 'A file of asset names';
  mustBe(isRecord(file) && file['stamp'] === stamp && isList(file['names']), name);
  return file['names'].map((item) => {
    const known = toName(item);
    mustBe(known !== undefined, name);
    return known;
  });
};

export const pathOfKey = (key: string): string => `/${key}/`;
