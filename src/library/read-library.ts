/** The content folder → the library as pages see it, without a build: for the command line and for tests. */
import { gate } from '../domain/gate.ts';
import { resolveLibrary } from '../domain/resolve.ts';
import { buildSiteLibrary, type SiteEntry, type SiteLibrary } from '../domain/site-library.ts';
import type { Ui } from '../domain/ui.ts';
import { filledCollections } from '../domain/views.ts';
import { isRecord } from '../domain/entries.ts';
import type { Audience } from '../schemas/fields.ts';
import { collections } from '../schemas/index.ts';
import { buildDay, site } from '../site.ts';
import { loadLibrary } from './load-library.ts';

export interface ReadLibrary {
  library: SiteLibrary;
  ui: Ui;
}

const isSiteEntry = (value: unknown): value is SiteEntry => isRecord(value) && isRecord(value['data']);

/**
 * The gate and the reading are those of a build; pictures are not measured, so their addresses are left out.
 * @throws {Error} where the words of the interface are missing or wrong
 */
export const readLibrary = async (audience: Audience): Promise<ReadLibrary> => {
  const { library, labels } = await loadLibrary(site.contentFolder, site.shippedFolder);
  if (!labels) throw new Error('The labels are not as they should be. Run "npm run check" for the details.');
  const { settings } = library;
  const today = buildDay(settings.frozen_on);
  const gated = gate(library, { audience, today, drafts: false });
  const entries = resolveLibrary({ library: gated, media: new Map() }).flatMap(
    ({ collection, id, data, body, cites, citations }) => {
      const read: unknown = collections[collection].draft.parse(data);
      const entry: unknown = { collection, id, body, data: { ...(isRecord(read) ? read : {}), cites, citations } };
      return isSiteEntry(entry) ? [entry] : [];
    },
  );
  const siteLibrary = buildSiteLibrary({ settings, audience, today, entries });
  const ui: Ui = {
    ...{ labels, settings, audience, origin: settings.sites[audience], logo: undefined },
    ...{ filled: filledCollections(siteLibrary), drafts: false, compares: false },
  };
  return { library: siteLibrary, ui };
};
