/**
 * What travels with an entry through the form beside its fields, under one key that no field has: the
 * text of its file, so that saving can leave alone what nobody touched, and what lists are filtered by.
 */
import { isRecord } from '../../src/domain/guards.ts';
import { freshness, isDay, type FreshnessState } from '../../src/domain/freshness.ts';
import { isAssetType } from '../../src/domain/entries.ts';
import type { Settings } from '../../src/schemas/settings.ts';
import type { FormName } from './forms.ts';

export const OWN_KEY = '$';

/** Where lists filter by the state of the review. */
export const REVIEW_FIELD = `${OWN_KEY}.review`;

export interface OwnData {
  /** The file as it was read. */
  source: string;
  /** Why the file could not be read; then it must not be written either. */
  unreadable?: string;
  review?: FreshnessState;
  /** Lists of ids as texts, by field: Decap can group by a text only. */
  joined?: Readonly<Record<string, string>>;
}

/** Where lists group by what an entry is some of. */
export const joinedField = (field: string): string => `${OWN_KEY}.joined.${field}`;

export const joinedLists = (
  fields: readonly string[],
  data: Readonly<Record<string, unknown>>,
): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = data[field];
      return Array.isArray(value) ? [[field, value.map(String).join(', ')]] : [];
    }),
  );

export const ownDataOf = (data: Readonly<Record<string, unknown>>): Partial<OwnData> => {
  const own = data[OWN_KEY];
  if (!isRecord(own)) return {};
  return {
    ...(typeof own['source'] === 'string' ? { source: own['source'] } : {}),
    ...(typeof own['unreadable'] === 'string' ? { unreadable: own['unreadable'] } : {}),
  };
};

/** How reviews are judged: the settings' intervals, and the day it is. */
export interface ReviewRules {
  settings: Pick<Settings, 'review_every' | 'review_notice'>;
  /** `2026-03-15` */
  today: string;
}

/** By the entry's own interval, or else by its type's. undefined for what is not reviewed. */
export const reviewState = (
  name: FormName,
  data: Readonly<Record<string, unknown>>,
  { settings, today }: ReviewRules,
): FreshnessState | undefined => {
  if (name === 'settings' || name === 'labels' || !isAssetType(name)) return undefined;
  const { reviewed_on: reviewed, review_every: own } = data;
  if (typeof reviewed !== 'string' || !isDay(reviewed)) return 'unreviewed';
  const every = typeof own === 'number' && own > 0 ? own : settings.review_every[name];
  return freshness(reviewed, every, settings.review_notice, today).state;
};
