/** Changes as pages and feeds tell them: in the words of the forms that editors fill in. */
import { fieldPlan } from '../../schemas/field-plan.ts';
import type { CollectionName } from '../../schemas/index.ts';
import { keyOf, type Asset, type Card, type SiteLibrary } from '../site-library.ts';
import { fill, type Ui } from '../ui.ts';
import type { Change } from './collect-changes.ts';

/** More fields than these are counted. */
const MOST_NAMED = 4;

const labelOf = (ui: Ui, collection: CollectionName, name: string): string => {
  if (name === 'body') return ui.labels.history.text;
  return fieldPlan(collection).find(({ path }) => path.length === 1 && path[0] === name)?.label ?? name;
};

/** "Their pricing, Their strengths changed" */
export const tellChange = (ui: Ui, collection: CollectionName, { kind, fields }: Change): string => {
  const { history } = ui.labels;
  if (kind !== 'changed') return history[kind];
  const names = fields.map((name) => labelOf(ui, collection, name));
  const named = names.slice(0, MOST_NAMED).join(', ');
  const more = names.length - MOST_NAMED;
  return more > 0
    ? fill(history.changed_more, { fields: named, count: more })
    : fill(history.changed, { fields: named });
};

export interface AssetChange {
  card: Card;
  change: Change;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const newest = (a: AssetChange, b: AssetChange): number =>
  b.change.at - a.change.at || byText(a.card.path, b.card.path);

const changesOf = (library: SiteLibrary, { collection, id, data }: Asset): AssetChange[] => {
  const card = library.cards.get(keyOf(collection, id));
  return card ? (data.changes ?? []).map((change) => ({ card, change })) : [];
};

/** The assets that changed last, each with its last change. */
export const lastChanged = (library: SiteLibrary, most: number): AssetChange[] =>
  library.assets
    .flatMap((asset) => changesOf(library, asset).slice(0, 1))
    .sort(newest)
    .slice(0, most);

/** All changes of all assets, newest first. */
export const latestChanges = (library: SiteLibrary, most: number): AssetChange[] =>
  library.assets
    .flatMap((asset) => changesOf(library, asset))
    .sort(newest)
    .slice(0, most);
