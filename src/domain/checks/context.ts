/** What every rule of the check is given: the whole library, and the day it is checked for. */
import type { Audience } from '../../schemas/fields.ts';
import type { CollectionName } from '../../schemas/index.ts';
import { narrower } from '../audiences.ts';
import {
  ASSET_TYPES,
  audienceOf,
  findAsset,
  statusOf,
  type ContentEntry,
  type Library,
  type Path,
} from '../entries.ts';
import { plannedFieldAt } from '../validate.ts';
import { fieldPlan } from '../../schemas/field-plan.ts';
import type { ReferenceTarget } from '../../schemas/fields.ts';
import type { Problem } from '../problems.ts';

export interface CheckContext {
  library: Library;
  today: string;
  /** Texts of SVG files, by path inside the media folder. */
  drawings: ReadonlyMap<string, string>;
  /** How the content folder is called in messages. */
  name: string;
}

export type Rule = (context: CheckContext) => Problem[];

/** Only what will be shown must be right in everything; a draft may still be wrong. */
export const isApproved = (entry: ContentEntry): boolean => statusOf(entry) === 'approved';

export const resolveReference = (library: Library, target: ReferenceTarget, id: string): ContentEntry | undefined =>
  target === 'asset' ? findAsset(library, id) : library.entries.get(target)?.get(id);

/** All ids that a reference could mean. */
export const knownIds = (library: Library, target: ReferenceTarget): string[] => {
  const types: readonly CollectionName[] = target === 'asset' ? ASSET_TYPES : [target];
  return types.flatMap((type) => [...(library.entries.get(type)?.keys() ?? [])]);
};

/** Who may see what stands at this place of an entry. */
export const audienceAt = (entry: ContentEntry, at: Path): Audience => {
  const plan = fieldPlan(entry.collection);
  return at
    .map((_, i) => plannedFieldAt(at.slice(0, i + 1), plan)?.audience ?? 'public')
    .reduce(narrower, audienceOf(entry));
};
