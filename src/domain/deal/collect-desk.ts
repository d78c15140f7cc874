/** The gated library → all that the deal desk is answered from: one pass, once a library. */
import { AUDIENCES } from '../../schemas/fields.ts';
import { OBJECTION_CATEGORIES, RESISTING_FORCES } from '../../schemas/assets/objection.ts';
import { compile } from '../calculators/calculate.ts';
import { writeLink } from '../calculators/share-link.ts';
import { CRITERIA as STUDY_CRITERIA } from '../case-studies/match.ts';
import { collectStudies } from '../case-studies/collect-studies.ts';
import { studyLines } from '../case-studies/study-lines.ts';
import { ASSET_TYPES } from '../entries.ts';
import { reviewColumns, rowsOf, termValues } from '../facets/collect-columns.ts';
import { toFacet, type Facet, type FacetValue } from '../facets/facet.ts';
import {
  assetCard,
  keyOf,
  termsOf,
  type Asset,
  type Card,
  type EntryOf,
  type SiteLibrary,
  type TermCollection,
} from '../site-library.ts';
import { nameOf, type Ui } from '../ui.ts';
import type { Briefs, MapBrief, NamedAsset, PlayBrief } from './briefs-file.ts';
import type { BuyingStage, Desk, DeskFacet, DeskMap, DeskPlay, DeskPrefill } from './desk.ts';
import type { AssetName } from './names-file.ts';

export interface CollectedDesk {
  desk: Omit<Desk, 'stamp'>;
  /** The n-th belongs to the n-th row. */
  names: AssetName[];
  briefs: Briefs;
}

/** What a newer asset replaces would only be suggested beside it. */
const deskRows = (library: SiteLibrary): Asset[] => {
  const replaced = new Set(library.assets.flatMap(({ id, data }) => data.supersedes.filter((other) => other !== id)));
  return rowsOf(library).filter(({ id }) => !replaced.has(id));
};

/** Whom an asset is for: a story's own buyers are somebody else's. */
const personasOf = ({ collection, data }: Asset): string[] =>
  collection === 'one-pagers' ? [...data.personas, data.persona] : data.personas;

const tagged =
  (library: SiteLibrary, collection: TermCollection) =>
  ({ id }: Asset): string[] => {
    const prefix = keyOf(collection, '');
    return (library.tags.get(id) ?? []).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
  };

/** A battlecard is about its own competitor, whoever else it mentions. */
const rivalsOf = (library: SiteLibrary, asset: Asset): string[] =>
  asset.collection === 'battlecards' ? [asset.data.competitor] : tagged(library, 'competitors')(asset);

const plain = (ids: readonly string[]): FacetValue[] => ids.map((id) => ({ id, label: id }));

const collectFacets = (library: SiteLibrary, ui: Ui, rows: readonly Asset[]): Map<DeskFacet, Facet> => {
  const { labels } = ui;
  const facet = (
    name: DeskFacet,
    values: readonly FacetValue[],
    idsOf: (asset: Asset) => readonly string[],
  ): [DeskFacet, Facet] => [name, toFacet({ name, values, fitsAll: false }, rows.map(idsOf))];
  const terms = (name: DeskFacet, collection: TermCollection, idsOf = tagged(library, collection)) =>
    facet(name, termValues(library, collection), idsOf);
  const types = ASSET_TYPES.map((id) => ({ id, label: nameOf(ui, id) }));
  const named = (ids: readonly string[], words: Readonly<Record<string, string>>): FacetValue[] =>
    ids.map((id) => ({ id, label: words[id] ?? id }));
  return new Map([
    facet('type', types, ({ collection }) => [collection]),
    facet('audience', plain(AUDIENCES), ({ data }) => [data.audience]),
    terms('stage', 'stages', ({ data }) => data.stages),
    terms('persona', 'personas', personasOf),
    terms('industry', 'industries'),
    terms('size', 'company-sizes'),
    terms('region', 'regions'),
    terms('product', 'products'),
    terms('use', 'use-cases'),
    terms('competitor', 'competitors', (asset) => rivalsOf(library, asset)),
    terms('pipeline', 'pipeline-stages'),
    facet('force', named(RESISTING_FORCES, labels.resisting_forces), (asset) =>
      asset.collection === 'objections' && asset.data.force ? [asset.data.force] : [],
    ),
    facet('category', named(OBJECTION_CATEGORIES, labels.objection_categories), (asset) =>
      asset.collection === 'objections' ? [asset.data.category] : [],
    ),
  ]);
};

const entriesOf = (library: SiteLibrary, collection: 'plays' | 'message-maps') =>
  [...(library.entries.get(collection)?.values() ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));

const isPlay = (entry: { collection: string }): entry is EntryOf<'plays'> => entry.collection === 'plays';
const isMap = (entry: { collection: string }): entry is EntryOf<'message-maps'> => entry.collection === 'message-maps';

const stagesOf = (library: SiteLibrary): BuyingStage[] =>
  termsOf(library, 'stages').flatMap((term) =>
    term.collection === 'stages'
      ? [
          {
            id: term.id,
            label: term.data.label,
            question: term.data.buyer_question,
            pipeline: term.data.pipeline_stages,
          },
        ]
      : [],
  );

const toDeskPlay = ({ id, data }: EntryOf<'plays'>): DeskPlay => ({
  id,
  pipeline: data.pipeline_stage,
  personas: data.personas,
  audience: data.audience,
});

const toDeskMap = ({ id, data }: EntryOf<'message-maps'>): DeskMap => ({
  id,
  persona: data.persona,
  product: data.product ?? '',
  reframes: data.reframes.map(({ persona }) => persona),
  audience: data.audience,
});

/** Each industry's numbers as the calculator's own links write them. */
const prefillsOf = (asset: Asset, row: number): DeskPrefill[] => {
  if (asset.collection !== 'calculators' || asset.data.by_industry.length === 0) return [];
  const model = compile(asset.data);
  return asset.data.by_industry.map(({ industry, values }) => {
    const inputs = Object.fromEntries(values.map(({ input, value }) => [input, value]));
    return { row, industry, fragment: writeLink(model, { inputs }) };
  });
};

const textOf = (library: SiteLibrary, ui: Ui, asset: Asset): Pick<AssetName, 'title' | 'text'> => {
  const { title } = asset.data;
  switch (asset.collection) {
    case 'objections':
      return { title: asset.data.verbatim, text: asset.data.short_answer };
    case 'battlecards':
      return { title, text: asset.data.the_one_thing_to_say };
    case 'case-studies':
      return { title, text: studyLines(ui, asset, library.today).slice(0, 2).filter(Boolean).join(' · ') };
    default:
      return { title, text: '' };
  }
};

const toName = (library: SiteLibrary, ui: Ui, asset: Asset): AssetName => ({
  key: keyOf(asset.collection, asset.id),
  ...textOf(library, ui, asset),
  audience: asset.data.audience,
});

const toNamed = ({ collection, id, title }: Card): NamedAsset => ({ key: keyOf(collection, id), title });

const named = (library: SiteLibrary, id: string | undefined): NamedAsset[] => {
  const card = id === undefined ? undefined : assetCard(library, id);
  return card ? [toNamed(card)] : [];
};

const toPlayBrief = (library: SiteLibrary, { id, data }: EntryOf<'plays'>): PlayBrief => ({
  id,
  title: data.title,
  trigger: data.trigger,
  goal: data.goal,
  know: data.know,
  say: data.say.map(({ line, question = '' }) => ({ line, question })),
  show: data.show.flatMap((asset) => named(library, asset)),
  do: data.do.map(({ step, role, due, snippet }) => {
    const [text] = named(library, snippet);
    return { step, note: [role, due].filter(Boolean).join(' · '), ...(text && { snippet: text }) };
  }),
  exit: data.exit_criteria,
});

const toMapBrief = ({ id, data }: EntryOf<'message-maps'>): MapBrief => ({
  id,
  title: data.title,
  core: data.core_message,
  short: data.pitch_10s ?? '',
  long: data.pitch_30s ?? '',
  asks: Object.fromEntries(data.calls_to_action.map(({ stage, ask }) => [stage, ask])),
  reframes: Object.fromEntries(data.reframes.map(({ persona, message }) => [persona, message])),
});

export const collectDesk = (library: SiteLibrary, ui: Ui): CollectedDesk => {
  const rows = deskRows(library);
  const plays = entriesOf(library, 'plays').filter(isPlay);
  const maps = entriesOf(library, 'message-maps').filter(isMap);
  const studies = collectStudies(library, ui, rows);
  return {
    desk: {
      rows: rows.length,
      facets: collectFacets(library, ui, rows),
      studies: {
        rows: studies.rows,
        facets: studies.facets.filter(({ name }) => STUDY_CRITERIA.some((criterion) => criterion === name)),
      },
      ...reviewColumns(library, rows),
      stages: stagesOf(library),
      plays: plays.map(toDeskPlay),
      maps: maps.map(toDeskMap),
      prefills: rows.flatMap(prefillsOf),
      statusQuo: termsOf(library, 'competitors').flatMap((term) =>
        term.collection === 'competitors' && term.data.kind === 'status quo' ? [term.id] : [],
      ),
    },
    names: rows.map((asset) => toName(library, ui, asset)),
    briefs: { plays: plays.map((play) => toPlayBrief(library, play)), maps: maps.map(toMapBrief) },
  };
};
