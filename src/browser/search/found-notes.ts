/** What a search did beyond the words that were typed, and how to take it back. */
import type { Found } from '../../domain/search/layer.ts';
import { button } from '../element.ts';
import type { Say } from '../words.ts';

/** @param isLiteral only the words were searched, as the reader wished. @param search again, so or otherwise */
export const foundNotes = (
  { corrected, relaxed, expanded, facetWords }: Found,
  isLiteral: boolean,
  say: Say,
  search: (literal: boolean) => void,
): (string | HTMLElement)[] => {
  const offer = (label: string, literal: boolean) => button('link-button', label, () => search(literal));
  if (isLiteral) return [say('literal'), offer(say('usual'), false)];
  const done = [
    ...(facetWords.length > 0 ? [say('wished', { words: facetWords.join(', ') })] : []),
    ...(relaxed ? [say('relaxed')] : []),
    ...(expanded.length > 0 ? [say('expanded', { words: expanded.join(', ') })] : []),
  ];
  if (corrected) return [...done, offer(say('instead', { query: corrected.from }), true)];
  return done.length > 0 ? [...done, offer(say('exactly'), true)] : [];
};
