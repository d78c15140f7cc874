/** Under which heading of a page the words of a query stand. */
import type { Page, Section } from './engine.ts';
import { meaningful, stem, textWords } from './words.ts';

export interface Place {
  url: string;
  excerpt: string;
  heading: string;
}

const saysIn = (text: string): ((word: string) => boolean) => {
  const words = textWords(text);
  return (word) => words.some((other) => other.startsWith(stem(word)));
};

/** The first of those for which it is highest; undefined where it is nowhere above 0. */
const highest = (sections: readonly Section[], valueOf: (section: Section) => number): Section | undefined => {
  const best = Math.max(0, ...sections.map(valueOf));
  return best > 0 ? sections.find((section) => valueOf(section) === best) : undefined;
};

/**
 * What the title does not say, a heading may: `corvane pricing` is meant at the heading "Their pricing". Otherwise it is
 * where the words stand closest. Undefined where that is the page as a whole.
 * @param query words as they were searched
 */
export const matchedPlace = ({ url, meta, sub_results }: Page, query: readonly string[]): Place | undefined => {
  const isInTitle = saysIn(meta['title'] ?? '');
  const unsaid = meaningful(query).filter((word) => !isInTitle(word));
  if (unsaid.length === 0) return undefined;
  const place =
    highest(sub_results, ({ title }) => unsaid.filter(saysIn(title)).length) ??
    highest(sub_results, ({ score }) => score);
  if (!place?.url.includes('#') || place.url === url) return undefined;
  return { url: place.url, excerpt: place.excerpt, heading: place.title };
};
