/** Cards of some rows: what a list shows of an asset beside what the columns say. */
import { isListOf, isRecord, isText, mustBe } from '../guards.ts';

export interface RowCard {
  path: string;
  title: string;
  /** Its summary, or the short answer where it has one. */
  text: string;
  /** Who may see it; empty where all is public. */
  audience: string;
  /** What its type adds: of a case study the customer, a result, and for colleagues the consent. */
  lines: readonly string[];
}

/** A card as a list: names of its fields in every file would only take room. */
const toList = ({ path, title, text, audience, lines }: RowCard): string[] => [path, title, text, audience, ...lines];

export const encodeCards = (stamp: string, cards: readonly RowCard[]): unknown => ({
  stamp,
  cards: cards.map(toList),
});

const FEWEST_FIELDS = 4;
const isCardList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length >= FEWEST_FIELDS && value.every(isText);
const isCardLists = isListOf(isCardList);

/** A page of this site: never another host, never code. */
const isPath = (path: string): boolean => /^\/[^/\\]/.test(path);

/** What was downloaded → its cards. @throws {Error} where it is broken, or of another build */
export const parseCards = (file: unknown, stamp: string): RowCard[] => {
  const name = 'A file of cards';
  mustBe(isRecord(file) && file['stamp'] === stamp, name);
  const { cards } = file;
  mustBe(isCardLists(cards) && cards.every(([path = '']) => isPath(path)), name);
  return cards.map(([path = '', title = '', text = '', audience = '', ...lines]) => ({
    path,
    title,
    text,
    audience,
    lines,
  }));
};
