/** The gated library → its objections with their answers, in the order of the library's rows. */
import { claimOf, keyOf, type Asset, type EntryOf, type SiteLibrary } from '../site-library.ts';
import { formatDay } from '../ui.ts';
import type { Answer, HeardObjection } from './objection-file.ts';

const isObjection = (asset: Asset): asset is EntryOf<'objections'> => asset.collection === 'objections';

const toHeard = (library: SiteLibrary, { id, data }: EntryOf<'objections'>): HeardObjection => ({
  path: library.cards.get(keyOf('objections', id))?.path ?? '',
  title: data.title,
  said: [data.verbatim, ...data.variants],
  concern: data.real_concern ?? '',
  keywords: data.keywords,
  category: data.category,
  force: data.force ?? '',
  audience: library.audience === 'public' ? '' : data.audience,
});

const toAnswer = (library: SiteLibrary, { data }: EntryOf<'objections'>): Answer => ({
  short: data.short_answer,
  questions: data.clarifying_questions,
  proof: data.proof.flatMap((id) => {
    const claim = claimOf(library, id);
    if (!claim) return [];
    const dated = formatDay(claim.source.dated, library.settings.locale);
    return [
      { statement: claim.statement, source: [claim.source.title, dated].filter(Boolean).join(', '), path: claim.path },
    ];
  }),
});

/** The n-th answer belongs to the n-th objection. */
export interface CollectedObjections {
  objections: HeardObjection[];
  answers: Answer[];
}

/** @param rows all assets, in the order of the library's rows */
export const collectObjections = (library: SiteLibrary, rows: readonly Asset[]): CollectedObjections => {
  const objections = rows.filter(isObjection);
  return {
    objections: objections.map((objection) => toHeard(library, objection)),
    answers: objections.map((objection) => toAnswer(library, objection)),
  };
};
