/** What every part of a battlecard is given. */
import type { EntryOf } from '../../domain/site-library.ts';
import type { Ui } from '../../domain/ui.ts';
import type { EntryView } from '../../domain/views.ts';

export interface CardProps {
  ui: Ui;
  view: EntryView;
  entry: EntryOf<'battlecards'>;
}

/** Parts of the card, by the key that jumps to each: the same on every card, so that fingers learn them. */
export const PART_IDS = {
  say: 'page:say',
  when: 'page:when',
  ask: 'page:ask',
  objections: 'page:objections',
  theySay: 'page:they-say',
  comparison: 'page:comparison',
  pricing: 'page:pricing',
  proof: 'page:proof',
  news: 'page:news',
} as const;
