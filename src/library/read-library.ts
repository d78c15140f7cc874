/** The content folder → the library as pages see it, without a build: for the command line and for tests. */
import { gate } from '../domain/gate.ts';
import { resolveLibrary, type ResolvedEntry } from '../domain/resolve.ts';
import { buildSiteLibrary, type SiteEntry, type SiteLibrary } from '../domain/site-library.ts';
import type { Ui } from '../domain/ui.ts';
import { filledCollections } from '../domain/views.ts';
import { isRecord, type Library } from '../domain/entries.ts';
import type { Audience } from '../schemas/fields.ts';
import { collections } from '../schemas/index.ts';
import type { Labels } from '../schemas/labels.ts';
import { buildDay, site } from '../site.ts';
import { loadLibrary } from './load-library.ts';

export interface ReadLibrary {
  library: SiteLibrary;
  ui: Ui;
}

/** The schema of its own collection has just made its data. */
const isSiteEntry = (value: unknown): value is SiteEntry => isRecord(value) && isRecord(value['data']);

/** Read as pages read it: a gated entry has lost fields on purpose, and a blank stands in. */
const toSiteEntry = ({ collection, id, data, body, cites, citations }: ResolvedEntry): SiteEntry[] => {
  const parsed = collections[collection].draft.safeParse(data);
  const entry: unknown = { collection, id, data: { ...parsed.data, cites, citations }, body };
  return parsed.success && isSiteEntry(entry) ? [entry] : [];
};

/**
 * The gate and the reading are those of a build.
 * @param today the day to read it for
 */
export const siteLibraryOf = (library: Library, labels: Labels, audience: Audience, today: string): ReadLibrary => {
  const { settings } = library;
  const gated = gate(library, { audience, today, drafts: false });
  const entries = resolveLibrary({ library: gated, media: gated.media }).flatMap(toSiteEntry);
  const siteLibrary = buildSiteLibrary({ settings, audience, today, entries });
  const ui: Ui = {
    ...{ labels, settings, audience, origin: settings.sites[audience], logo: undefined },
    ...{ filled: filledCollections(siteLibrary), drafts: false, compares: false },
  };
  return { library: siteLibrary, ui };
};

/** @throws {Error} where the words of the interface are missing or wrong */
export const readLibrary = async (audience: Audience): Promise<ReadLibrary> => {
  const { library, labels } = await loadLibrary(site.contentFolder, site.shippedFolder);
  if (!labels) throw new Error('The labels are not as they should be. Run "npm run check" for the details.');
  return siteLibraryOf(library, labels, audience, buildDay(library.settings.frozen_on));
};
