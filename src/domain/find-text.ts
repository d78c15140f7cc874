/** Finding words on a page as a person in a hurry types them: case and accents do not matter. */

/** Letters without case and accents, with the place of each in the text: folding can make a text longer or shorter. */
const foldWithPlaces = (text: string): { folded: string; places: number[] } => {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const char of text) {
    const plain = fold(char);
    folded += plain;
    for (let i = 0; i < plain.length; i++) places.push(at);
    at += char.length;
  }
  places.push(at);
  return { folded, places };
};

const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** What to look for; empty where there is nothing but white space. */
export const foldQuery = (query: string): string => fold(query.trim()).replaceAll(/\s+/g, ' ');

/** Where a text has the query: begin and end of each place, in the text as it is. */
export const placesOf = (text: string, folded: string): (readonly [number, number])[] => {
  if (folded === '') return [];
  const { folded: haystack, places } = foldWithPlaces(text);
  const found: (readonly [number, number])[] = [];
  for (let at = haystack.indexOf(folded); at !== -1; at = haystack.indexOf(folded, at + folded.length)) {
    found.push([places[at] ?? 0, places[at + folded.length] ?? text.length]);
  }
  return found;
};
