/** Assets that no entry refers to or links to: a reader finds them by searching only. */
import { fieldPlan } from '../../schemas/field-plan.ts';
import type { Finding } from '../../schemas/finding.ts';
import { collections } from '../../schemas/index.ts';
import { isAssetType, valuesAt, type ContentEntry } from '../entries.ts';
import { findLinks, linkTarget } from '../links.ts';
import { textsOf } from '../texts.ts';
import { ownerOf, placeOf, type HealthContext } from './context.ts';

/** Ids of assets that an entry names in a field. What it replaces is not where it leads. */
const referredIn = (entry: ContentEntry): string[] =>
  fieldPlan(entry.collection).flatMap(({ path, refersTo }) =>
    refersTo === undefined || path[0] === 'supersedes' || (refersTo !== 'asset' && !isAssetType(refersTo))
      ? []
      : [...valuesAt(entry.data, path)].flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
  );

/** Ids of assets that its texts link to. */
const linkedIn = (entry: ContentEntry): string[] => {
  const { folder } = collections[entry.collection];
  return [...textsOf(entry)].flatMap(({ value, format }) => {
    if (format !== 'markdown' && format !== 'url') return [];
    const hrefs = format === 'url' ? [value] : findLinks(value).map(({ href }) => href);
    return hrefs.flatMap((href) => {
      const target = linkTarget(href, folder);
      return target.kind === 'entry' && isAssetType(target.address.collection) ? [target.address.id] : [];
    });
  });
};

export const findUnlinked = ({ live, assets, library }: HealthContext): Finding[] => {
  const reached = new Set<string>(library.settings.landing.featured);
  for (const entry of live)
    for (const id of [...referredIn(entry), ...linkedIn(entry)]) if (id !== entry.id) reached.add(id);
  return assets
    .filter(({ id }) => !reached.has(id))
    .map((asset) => ({
      kind: 'unlinked' as const,
      wording: 'unlinked',
      subject: placeOf(asset),
      others: [],
      owner: ownerOf(asset),
      args: {},
    }));
};
