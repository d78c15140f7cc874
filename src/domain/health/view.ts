/** What the health page shows: findings by owner and kind, with the way to mend each, and the calendars of reviews. */
import { FINDING_KINDS, type Finding, type FindingKind, type Health, type Place } from '../../schemas/finding.ts';
import { editPath } from '../cms-links.ts';
import { isCollectionName } from '../entries.ts';
import { entryPath, isPaged } from '../routes.ts';
import { keyOf, type SiteLibrary, type Tag } from '../site-library.ts';
import type { Ui } from '../ui.ts';
import { ownerName } from './owner-name.ts';
import { reviewFeeds } from './review-feeds.ts';
import { findingText } from './words.ts';

export interface FindingView extends Tag {
  text: string;
  /** The form in the CMS. */
  edit: string;
  others: readonly Tag[];
  /** Others that are not shown. */
  moreOthers: number;
}

export interface KindGroup {
  kind: FindingKind;
  count: number;
  /** Of a great many, the first. */
  findings: readonly FindingView[];
}

export interface OwnerGroup {
  owner: string;
  /** The owner as an anchor has it. */
  name: string;
  count: number;
  kinds: readonly KindGroup[];
}

export interface Calendar {
  owner: string;
  path: string;
  count: number;
  /** Day of the first review. */
  first: string;
}

export interface HealthView {
  count: number;
  /** Kinds that were found, in order. */
  kinds: readonly { kind: FindingKind; count: number }[];
  /** Whoever has most to do comes first; nobody named comes last. */
  owners: readonly OwnerGroup[];
  /** Findings about what this build does not hold. */
  outside: number;
  calendars: readonly Calendar[];
}

/** Of an owner's findings of one kind, so many are shown. */
const MOST_OF_A_KIND = 40;
const MOST_OTHERS = 5;

const pathOf = ({ collection, id }: Place): string | undefined =>
  isPaged(collection) ? entryPath(collection, id) : undefined;

const tagOf = (library: SiteLibrary, place: Place): Tag => {
  const { collection, id, title } = place;
  const card = isCollectionName(collection) ? library.cards.get(keyOf(collection, id)) : undefined;
  return { label: card?.title ?? title, path: pathOf(place) };
};

const toView = (library: SiteLibrary, ui: Ui, finding: Finding): FindingView => {
  const { subject, others } = finding;
  const { collection, id } = subject;
  return {
    ...tagOf(library, subject),
    text: findingText(ui, finding),
    edit: isCollectionName(collection) ? editPath(collection, id) : '',
    others: others.slice(0, MOST_OTHERS).map((place) => tagOf(library, place)),
    moreOthers: Math.max(0, others.length - MOST_OTHERS),
  };
};

const byCount = (a: OwnerGroup, b: OwnerGroup): number => {
  if ((a.owner === '') !== (b.owner === '')) return a.owner === '' ? 1 : -1;
  return b.count - a.count || (a.owner < b.owner ? -1 : 1);
};

const groupKinds = (library: SiteLibrary, ui: Ui, findings: readonly Finding[]): KindGroup[] =>
  FINDING_KINDS.flatMap((kind) => {
    const found = findings.filter((finding) => finding.kind === kind);
    if (found.length === 0) return [];
    const shown = found.slice(0, MOST_OF_A_KIND).map((finding) => toView(library, ui, finding));
    return [{ kind, count: found.length, findings: shown }];
  });

export const healthView = (library: SiteLibrary, ui: Ui, { findings, outside }: Health): HealthView => ({
  count: findings.length,
  kinds: FINDING_KINDS.map((kind) => ({
    kind,
    count: findings.filter((finding) => finding.kind === kind).length,
  })).filter(({ count }) => count > 0),
  owners: [...Map.groupBy(findings, ({ owner }) => owner)]
    .map(([owner, list]) => ({
      owner,
      name: ownerName(owner),
      count: list.length,
      kinds: groupKinds(library, ui, list),
    }))
    .sort(byCount),
  outside,
  calendars: reviewFeeds(library, ui).map(({ owner, path, events }) => ({
    ...{ owner, path, count: events.length },
    first: events[0]?.on ?? '',
  })),
});
