/** Assets that take longer to read than readers give their type. */
import type { Finding } from '../../schemas/finding.ts';
import { countWords } from '../../schemas/fields.ts';
import { isAssetType, type ContentEntry } from '../entries.ts';
import { textsOf } from '../texts.ts';
import { ownerOf, placeOf, type HealthContext } from './context.ts';

/** Words of all its texts; ids, dates and addresses are not read. */
export const wordsIn = (entry: Pick<ContentEntry, 'collection' | 'data' | 'body'>): number => {
  let words = 0;
  for (const { value, format } of textsOf(entry))
    if (format === 'text' || format === 'markdown') words += countWords(value);
  return words;
};

export const findLongReads = ({ assets, library }: HealthContext): Finding[] => {
  const { words_per_minute, minutes } = library.settings.health;
  return assets.flatMap((asset): Finding[] => {
    if (!isAssetType(asset.collection)) return [];
    const words = wordsIn(asset);
    const most = minutes[asset.collection];
    const takes = words / words_per_minute;
    if (takes <= most) return [];
    const args = { minutes: Math.ceil(takes), most, words };
    return [
      { kind: 'long_read', wording: 'long_read', subject: placeOf(asset), others: [], owner: ownerOf(asset), args },
    ];
  });
};
