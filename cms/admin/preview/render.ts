/**
 * The page of an entry while it is being written: the site's own steps and components, in the browser. Text is
 * resolved, an entry's view is made, and the component that renders the page of a build renders it here.
 */
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import EntryPage from '../../../src/components/EntryPage.astro';
import { isAssetType, type ContentEntry, type Library } from '../../../src/domain/entries.ts';
import { indexEntries } from '../../../src/domain/gate.ts';
import { resolveEntry, type MeasuredMedia, type ResolvedEntry } from '../../../src/domain/resolve.ts';
import { isPaged } from '../../../src/domain/routes.ts';
import { buildSiteLibrary, type SiteEntry } from '../../../src/domain/site-library.ts';
import type { Ui } from '../../../src/domain/ui.ts';
import { plannedFieldAt, validateEntry } from '../../../src/domain/validate.ts';
import { entryView, type EntryView } from '../../../src/domain/views.ts';
import { wantDetails, wantForm } from '../../../src/islands/calculator/demand.ts';
import { fieldPlan } from '../../../src/schemas/field-plan.ts';
import type { CollectionName } from '../../../src/schemas/index.ts';
import type { PreviewEntry, PreviewLibrary } from '../preview-library.ts';
import { readPartial } from './partial.ts';

/** What the form holds, as it would be stored. */
export interface Draft {
  collection: CollectionName;
  id: string;
  data: Readonly<Record<string, unknown>>;
  body: string;
}

export interface RenderedDraft {
  /** Undefined where the type has no page, or nothing can be shown yet. */
  html: string | undefined;
  /** Labels of the fields that an approved entry must have and this one lacks. */
  missing: string[];
  /** Where the page shows a media file → its path inside the media folder. */
  media: ReadonlyMap<string, string>;
}

export interface Renderer {
  render: (draft: Draft) => Promise<RenderedDraft>;
}

/** With more assets than this, a preview shows of other assets only those that the entry names. */
const MOST_ASSETS = 1_000;

/** @param today the day to judge dates by */
export const makeRenderer = async (source: PreviewLibrary, today: string): Promise<Renderer> => {
  const container = await AstroContainer.create();
  // In a browser a calculator waits with these parts until its reader turns to them.
  wantForm();
  wantDetails();
  const media = placeholders(source.media);
  const others = source.entries.map(toContent);
  const library: Library = { settings: source.settings, entries: indexEntries(others), media };
  const resolver = { library, media };
  const known = source.entries.flatMap((entry) => toSite(resolveEntry(resolver, toContent(entry))) ?? []);
  const addresses = new Map([...media.values()].map((file) => [file.hash, file.path]));
  const ui: Ui = {
    labels: source.labels,
    settings: source.settings,
    audience: 'internal',
    origin: source.settings.sites.internal,
    filled: [],
    logo: undefined,
    drafts: true,
    compares: false,
  };
  const page = async (entry: SiteEntry, named: string): Promise<string | undefined> => {
    if (!isPagedEntry(entry)) return undefined;
    const kept = known.filter(
      (other) =>
        (other.collection !== entry.collection || other.id !== entry.id) &&
        (known.length <= MOST_ASSETS || !isAssetType(other.collection) || named.includes(`"${other.id}"`)),
    );
    const site = buildSiteLibrary({
      settings: source.settings,
      audience: 'internal',
      today,
      entries: [...kept, entry],
    });
    const view = entryView(site, entry);
    return view && container.renderToString(EntryPage, { props: { ui, view } });
  };
  return {
    render: async ({ collection, id, data, body }) => {
      const draft = { collection, id: id || 'new', file: id, data, body, valid: true };
      const resolved = resolveEntry(resolver, draft);
      const entry = toSite(resolved);
      const html = entry && (await page(entry, JSON.stringify(data)));
      return { html, missing: missingIn(draft), media: addresses };
    },
  };
};

const toContent = ({ collection, id, data }: PreviewEntry): ContentEntry => ({
  collection,
  id,
  file: id,
  data,
  body: '',
  valid: true,
});

const toSite = ({ collection, id, data, body, cites, citations }: ResolvedEntry): SiteEntry | undefined => {
  const partial = readPartial(collection, data);
  const entry = partial && { collection, id, data: { ...partial, cites, citations }, body };
  return entry && isSiteEntry(entry) ? entry : undefined;
};

/** Its data has just been made by the schema of its collection. */
const isSiteEntry = (entry: { collection: CollectionName; data: object }): entry is SiteEntry => 'cites' in entry.data;

const isPagedEntry = (entry: SiteEntry): entry is EntryView['entry'] => isPaged(entry.collection);

/** Files have no address before a build has made them: each gets a number, by which the pane finds it again. */
const placeholders = (paths: readonly string[]): Map<string, MeasuredMedia> =>
  new Map(paths.map((path, i) => [path, { path, hash: String(i).padStart(16, '0'), size: 0 }]));

const missingIn = (entry: ContentEntry): string[] => {
  const plan = fieldPlan(entry.collection);
  const problems = validateEntry({ ...entry, data: { ...entry.data, status: 'approved' } });
  const labels = problems
    .filter(({ code, field }) => code === 'MISSING_FIELD' && field !== undefined)
    .map(({ field = '' }) => plannedFieldAt(field.split('.'), plan)?.label ?? field);
  return [...new Set(labels)];
};
