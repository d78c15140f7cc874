/** The library as the internal portal has it, read without a build: for commands that answer what its pages show. */
import { collectColumns } from '../domain/facets/collect-columns.ts';
import type { Facet } from '../domain/facets/facet.ts';
import { isRecord } from '../domain/entries.ts';
import { gate } from '../domain/gate.ts';
import { resolveLibrary, type ResolvedEntry } from '../domain/resolve.ts';
import { buildSiteLibrary, type SiteEntry, type SiteLibrary } from '../domain/site-library.ts';
import type { Ui } from '../domain/ui.ts';
import { filledCollections } from '../domain/views.ts';
import { collections } from '../schemas/index.ts';
import type { Labels } from '../schemas/labels.ts';
import type { LoadedLibrary } from './load-library.ts';

export interface PortalLibrary {
  library: SiteLibrary;
  ui: Ui;
  /** What the library page counts by. */
  facets: readonly Facet[];
  /** How many assets. */
  rows: number;
}

/** Read as pages read it: a gated entry has lost fields on purpose, and a blank stands in. */
const toSiteEntry = ({ collection, id, data, body, cites, citations }: ResolvedEntry): SiteEntry[] => {
  const parsed = collections[collection].draft.safeParse(data);
  const entry: unknown = { collection, id, data: { ...parsed.data, cites, citations }, body };
  return parsed.success && isSiteEntry(entry) ? [entry] : [];
};

/** The schema of its own collection has just made its data. */
const isSiteEntry = (value: unknown): value is SiteEntry => isRecord(value) && isRecord(value['data']);

/** @param today the day to read it for */
export const portalLibrary = ({ library }: LoadedLibrary, labels: Labels, today: string): PortalLibrary => {
  const audience = 'internal';
  const gated = gate(library, { audience, today, drafts: false });
  const entries = resolveLibrary({ library: gated, media: gated.media }).flatMap(toSiteEntry);
  const { settings } = library;
  const site = buildSiteLibrary({ settings, audience, today, entries });
  const ui: Ui = {
    ...{ labels, settings, audience },
    origin: settings.sites[audience],
    filled: filledCollections(site),
    logo: undefined,
    drafts: false,
    compares: false,
  };
  const { facets, rows } = collectColumns(site, ui);
  return { library: site, ui, facets, rows };
};
