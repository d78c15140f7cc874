/** A kit must have something in it for every audience that can open it. */
import { audiencesFrom, maySee, whyNotLive } from '../audiences.ts';
import { audienceOf, findAsset, valuesAt } from '../entries.ts';
import type { Problem } from '../problems.ts';
import { isApproved, type Rule } from './context.ts';

export const checkKits: Rule = ({ library, today }) =>
  [...(library.entries.get('kits')?.values() ?? [])].filter(isApproved).flatMap((kit): Problem[] => {
    const assets = [...valuesAt(kit.data, ['items', '*', 'asset'])].flatMap(({ value }) =>
      typeof value === 'string' ? (findAsset(library, value) ?? []) : [],
    );
    const live = assets.filter((asset) => whyNotLive(asset, today) === undefined);
    const empty = audiencesFrom(audienceOf(kit)).find(
      (reader) => !live.some((asset) => maySee(reader, audienceOf(asset))),
    );
    return empty === undefined
      ? []
      : [{ code: 'EMPTY_KIT', file: kit.file, field: 'items', args: { audience: empty } }];
  });
