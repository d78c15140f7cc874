/**
 * The framework as a marketing lead sees it: four layers with what each holds, who plans them and when;
 * beside them the goals, and the figures that tell. For colleagues only: no other build has the page.
 */
import { METRIC_KINDS, type MetricKind } from '../../schemas/beside/metric.ts';
import { LAYERS, type FrameworkCollection, type Layer, type Rhythm } from '../../schemas/framework.ts';
import { entryPath, indexPath, isPaged } from '../routes.ts';
import { cardsOf, keyOf, type EntryOf, type SiteEntry, type SiteLibrary } from '../site-library.ts';
import { figuresOf, type MetricFigure } from './figures.ts';
import { nextPlanning } from './planning.ts';

/** What the newest day of a collection is a day of. */
export const NEWEST_KINDS = ['reviewed', 'interviewed', 'sourced', 'measured'] as const;

export interface Newest {
  on: string;
  of: (typeof NEWEST_KINDS)[number];
}

export interface LayerCollection {
  collection: FrameworkCollection;
  count: number;
  /** Undefined where its entries have no pages, or there are none. */
  path: string | undefined;
  /** Undefined where entries have no day, or there are none. */
  newest: Newest | undefined;
  /** Assets whose review is overdue. */
  overdue: number;
}

export interface LayerView {
  layer: Layer;
  owner: string | undefined;
  rhythm: Rhythm | undefined;
  plannedOn: string | undefined;
  /** Undefined where nobody has said how often, or when it was planned last. */
  nextOn: string | undefined;
  /** The day of the next planning has passed. */
  isOverdue: boolean;
  collections: readonly LayerCollection[];
  /** Entries of all its collections. */
  count: number;
}

export interface GoalView {
  id: string;
  title: string;
  path: string;
  kind: MetricKind;
  why: string;
  owner: string;
  dueOn: string | undefined;
  /** The day has passed, and not every metric with a target has reached it. */
  isLate: boolean;
  metrics: readonly MetricFigure[];
}

export interface FrameworkView {
  layers: readonly LayerView[];
  /** By kind, in the order of the kinds. */
  goals: readonly GoalView[];
  /** Metrics that no goal names. */
  looseMetrics: readonly MetricFigure[];
  /** Metrics whose newest figure is old. */
  oldMetrics: readonly MetricFigure[];
}

const dayOf = (entry: SiteEntry): Newest | undefined => {
  switch (entry.collection) {
    case 'personas':
      return entry.data.evidence && { on: entry.data.evidence.dated, of: 'interviewed' };
    case 'claims':
      return { on: entry.data.source.dated, of: 'sourced' };
    case 'metrics':
      return { on: entry.data.as_of, of: 'measured' };
    default:
      return 'reviewed_on' in entry.data ? { on: entry.data.reviewed_on, of: 'reviewed' } : undefined;
  }
};

const newestOf = (entries: Iterable<SiteEntry>): Newest | undefined => {
  let newest: Newest | undefined;
  for (const entry of entries) {
    const day = dayOf(entry);
    if (day && day.on !== '' && (!newest || day.on > newest.on)) newest = day;
  }
  return newest;
};

const layerCollection = (library: SiteLibrary, collection: FrameworkCollection): LayerCollection => {
  const entries = [...(library.entries.get(collection)?.values() ?? [])];
  const isOverdue = ({ id }: SiteEntry): boolean =>
    library.cards.get(keyOf(collection, id))?.review?.state === 'overdue';
  return {
    collection,
    count: entries.length,
    path: isPaged(collection) && entries.length > 0 ? indexPath(collection) : undefined,
    newest: newestOf(entries),
    overdue: entries.filter(isOverdue).length,
  };
};

const layerView = (library: SiteLibrary, layer: Layer): LayerView => {
  const { owner, rhythm, planned_on, collections } = library.settings.framework.layers[layer];
  const held = collections.map((collection) => layerCollection(library, collection));
  const nextOn = planned_on === undefined || rhythm === undefined ? undefined : nextPlanning(planned_on, rhythm);
  return {
    layer,
    owner,
    rhythm,
    plannedOn: planned_on,
    nextOn,
    isOverdue: nextOn !== undefined && nextOn < library.today,
    collections: held,
    count: held.reduce((sum, { count }) => sum + count, 0),
  };
};

export const goalView = (library: SiteLibrary, { id, data }: EntryOf<'goals'>): GoalView => {
  const metrics = figuresOf(library, data.metrics);
  const isPast = data.due_on !== undefined && data.due_on < library.today;
  return {
    id,
    title: data.title,
    path: entryPath('goals', id),
    kind: data.kind,
    why: data.why ?? '',
    owner: data.owner,
    dueOn: data.due_on,
    isLate: isPast && metrics.some(({ standing }) => standing === 'short'),
    metrics,
  };
};

const goalsOf = (library: SiteLibrary): GoalView[] => {
  const goals = cardsOf(library, 'goals').flatMap(({ id }) => {
    const goal = library.entries.get('goals')?.get(id);
    return goal?.collection === 'goals' ? [goalView(library, goal)] : [];
  });
  return METRIC_KINDS.flatMap((kind) => goals.filter((goal) => goal.kind === kind));
};

/** Undefined in builds for others. */
export const frameworkView = (library: SiteLibrary): FrameworkView | undefined => {
  if (library.audience !== 'internal') return undefined;
  const goals = goalsOf(library);
  const measured = new Set(goals.flatMap(({ metrics }) => metrics.map(({ id }) => id)));
  const metrics = figuresOf(
    library,
    cardsOf(library, 'metrics').map(({ id }) => id),
  );
  return {
    layers: LAYERS.map((layer) => layerView(library, layer)),
    goals,
    looseMetrics: metrics.filter(({ id }) => !measured.has(id)),
    oldMetrics: metrics.filter(({ review }) => review.state === 'overdue'),
  };
};
