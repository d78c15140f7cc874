/** All rows → what an import would make, what is there already, and what cannot be imported and why. */
import { checkLibrary } from '../checks/index.ts';
import type { CollectionName } from '../../schemas/index.ts';
import { allEntries, ASSET_TYPES, isAssetType, type ContentEntry, type Library } from '../entries.ts';
import { indexEntries } from '../gate.ts';
import { reasonOf, severityOf } from '../problems.ts';
import { aliasPath, entryPath, isPaged } from '../routes.ts';
import { makeDraft, type Draft, type Making } from './make-draft.ts';
import type { ImportRow } from './row.ts';
import { termMatcher } from './terms.ts';

export interface Refusal {
  from: string;
  reason: string;
}

export interface ImportPlan {
  drafts: Draft[];
  /** Already in the library, which is never overwritten. */
  kept: { from: string; file: string }[];
  refused: Refusal[];
  /** Words without a term, the most frequent first. */
  unmatched: { taxonomy: CollectionName; words: string; count: number }[];
}

export interface ImportSource {
  rows: readonly ImportRow[];
  /** What could not even be read. */
  refused: readonly Refusal[];
}

type Settings = Omit<Making, 'match' | 'unmatched'> & { today: string };

export const planImport = (source: ImportSource, settings: Settings): ImportPlan => {
  const { library, collection, mapping } = settings;
  const counts = new Map<string, { taxonomy: CollectionName; words: string; count: number }>();
  const making: Making = {
    ...settings,
    match: termMatcher(library, mapping.terms),
    unmatched: (taxonomy, words) => {
      const key = `${taxonomy}/${words}`;
      counts.set(key, { taxonomy, words, count: (counts.get(key)?.count ?? 0) + 1 });
    },
  };
  const plan: ImportPlan = { drafts: [], kept: [], refused: [...source.refused], unmatched: [] };
  const taken = takenIds(library, collection);
  const seen = new Map<string, string>();
  for (const row of source.rows) {
    const { draft, reason } = makeDraft(row, making);
    if (draft === undefined) {
      plan.refused.push({ from: row.from, reason });
      continue;
    }
    const { id } = draft.entry;
    const first = seen.get(id);
    const owner = taken.get(id);
    if (first !== undefined) {
      const reason = `has the id “${id}”, as has ${first}: give the mapping an "id" that tells them apart`;
      plan.refused.push({ from: row.from, reason });
      continue;
    }
    seen.set(id, row.from);
    if (owner === undefined) plan.drafts.push(draft);
    else if (owner.entry?.collection === collection) plan.kept.push({ from: row.from, file: owner.entry.file });
    else plan.refused.push({ from: row.from, reason: `its id “${id}” belongs to ${owner.what}` });
  }
  plan.unmatched = [...counts.values()].sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1));
  return withoutErrors(plan, settings);
};

interface Owner {
  what: string;
  entry: ContentEntry | undefined;
}

/** Ids of assets are unique across all types, and a former address belongs to whoever names it. */
const takenIds = ({ entries }: Library, collection: CollectionName): Map<string, Owner> => {
  const types: readonly CollectionName[] = isAssetType(collection) ? ASSET_TYPES : [collection];
  const taken = new Map<string, Owner>();
  const own = isPaged(collection) ? collection : undefined;
  for (const entry of allEntries({ entries })) {
    const { aliases } = entry.data;
    if (own === undefined || !isPaged(entry.collection) || !Array.isArray(aliases)) continue;
    for (const alias of aliases) {
      const path = typeof alias === 'string' ? aliasPath(entry.collection, alias) : '';
      const id = path.split('/')[2] ?? '';
      if (path === entryPath(own, id)) taken.set(id, { what: `a former address of ${entry.file}`, entry: undefined });
    }
  }
  for (const type of types)
    for (const entry of entries.get(type)?.values() ?? []) taken.set(entry.id, { what: entry.file, entry });
  return taken;
};

/** The check has the last word: a draft that it would call an error is not made. */
const withoutErrors = (plan: ImportPlan, { library, today, folder }: Settings): ImportPlan => {
  const files = new Map(plan.drafts.map((draft) => [draft.entry.file, draft]));
  const media = plan.drafts.flatMap((draft) =>
    draft.media.map(({ path }) => [path, { path, hash: '', size: 0 }] as const),
  );
  const together: Library = {
    settings: library.settings,
    entries: indexEntries([...allEntries(library), ...plan.drafts.map(({ entry }) => entry)]),
    media: new Map([...library.media, ...media]),
  };
  const problems = checkLibrary({ library: together, today, drawings: new Map(), name: folder });
  const wrong = new Map<Draft, string>();
  for (const problem of problems) {
    const draft = files.get(problem.file);
    if (draft && severityOf(problem) === 'error' && !wrong.has(draft))
      wrong.set(draft, `its draft would fail the check: ${problem.field ?? ''} ${reasonOf(problem)}`);
  }
  return {
    ...plan,
    drafts: plan.drafts.filter((draft) => !wrong.has(draft)),
    refused: [...plan.refused, ...[...wrong].map(([{ from }, reason]) => ({ from, reason }))],
  };
};
