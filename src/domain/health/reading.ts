/** Assets that take longer to read than readers give their type. */
import type { Finding } from '../../schemas/finding.ts';
import { isAssetType } from '../entries.ts';
import { ownerOf, placeOf, type HealthContext } from './context.ts';

export const findLongReads = ({ assets, words: read, library }: HealthContext): Finding[] => {
  const { words_per_minute, minutes } = library.settings.health;
  return assets.flatMap((asset): Finding[] => {
    if (!isAssetType(asset.collection)) return [];
    const words = (read.get(asset) ?? []).reduce((sum, text) => sum + text.length, 0);
    const most = minutes[asset.collection];
    const takes = words / words_per_minute;
    if (takes <= most) return [];
    const args = { minutes: Math.ceil(takes), most, words };
    return [
      { kind: 'long_read', wording: 'long_read', subject: placeOf(asset), others: [], owner: ownerOf(asset), args },
    ];
  });
};
