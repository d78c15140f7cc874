/** Addresses in the CMS, which is a part of the internal portal only: the one place that knows how they are made. */
import type { CollectionName } from '../schemas/index.ts';

export const adminPath = (): string => '/admin/';

/** The form of an entry. @param id its file name without the ending */
export const editPath = (collection: CollectionName, id: string): string =>
  `${adminPath()}#/collections/${collection}/entries/${encodeURIComponent(id)}`;

/** What a new draft starts with: a field's value, or several where the field is a list. `body` is the text below the fields. */
export type DraftValues = Readonly<Record<string, string | readonly string[]>>;

/** The form of a new entry, filled in: a value a key; a list repeats its key. */
export const newDraftPath = (collection: CollectionName, values: DraftValues = {}): string => {
  const query = new URLSearchParams();
  for (const [field, value] of Object.entries(values))
    for (const one of typeof value === 'string' ? [value] : value) query.append(field, one);
  return `${adminPath()}#/collections/${collection}/new${query.size === 0 ? '' : `?${query.toString()}`}`;
};
