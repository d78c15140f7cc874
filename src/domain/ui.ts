/** What every component needs beside its data: words, formats, and who is reading. */
import type { Audience } from '../schemas/fields.ts';
import type { CollectionName } from '../schemas/index.ts';
import type { Labels } from '../schemas/labels.ts';
import type { Settings } from '../schemas/settings.ts';
import type { PagedCollection } from './routes.ts';

export interface Ui {
  labels: Labels;
  settings: Settings;
  audience: Audience;
  /** Address of this build's site, without a slash at the end. */
  origin: string;
  /** Collections with entries, for the navigation. */
  filled: readonly PagedCollection[];
  /** Address of the brand's logo in this build. */
  logo: string | undefined;
  /** True while authors write. */
  drafts: boolean;
  /** This build has an editor at /admin/; left out, it has none. */
  hasEditor?: boolean;
  /** There are competitors to compare. */
  compares: boolean;
}

/** The part of it that sentences need. */
export type Wording = Pick<Ui, 'labels' | 'settings'>;

/** Puts values into the places of a label: `{count} entries`. */
export const fill = (label: string, values: Readonly<Record<string, string | number>>): string =>
  label.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

const toDayText = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** A library names the same few days over and over. */
const dayTexts = new Map<string, string>();

/** `2026-03-15` → `15 Mar 2026`, in the site's language; empty stays empty. */
export const formatDay = (day: string, locale: string): string => {
  if (day === '') return '';
  const key = `${locale} ${day}`;
  const text = dayTexts.get(key) ?? toDayText(day, locale);
  dayTexts.set(key, text);
  return text;
};

const momentFormat = (locale: string, zone: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone: zone });

/** A moment with its offset, in UTC and saying so: a reader's own zone is not known at build time. */
export const formatMoment = (moment: string, locale: string): string =>
  `${momentFormat(locale, 'UTC').format(new Date(moment))} UTC`;

/** The collection's name for one entry, or for many. */
export const nameOf = (ui: Ui, collection: CollectionName, number: 'one' | 'many' = 'one'): string =>
  ui.labels.collections[collection]?.[number] ?? collection;

export const aboutOf = (ui: Ui, collection: CollectionName): string => ui.labels.collections[collection]?.about ?? '';

/** "1 entry", "12 entries". */
export const countLabel = (ui: Ui, count: number): string =>
  count === 1 ? ui.labels.list.count_one : fill(ui.labels.list.count_many, { count });
