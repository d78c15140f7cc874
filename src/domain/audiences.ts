/** Audiences in order, and what makes an entry live. */
import { AUDIENCES, type Audience } from '../schemas/fields.ts';
import { statusOf, textOf, type ContentEntry } from './entries.ts';

const RANK: Readonly<Record<Audience, number>> = { public: 0, partner: 1, internal: 2 };

/** May a reader of this audience see what is meant for `target`? */
export const maySee = (reader: Audience, target: Audience): boolean => RANK[reader] >= RANK[target];

/** The narrower of two: who may see a field is bounded by who may see its entry. */
export const narrower = (a: Audience, b: Audience): Audience => (RANK[a] >= RANK[b] ? a : b);

/** The audiences whose builds show what is meant for `audience`. */
export const audiencesFrom = (audience: Audience): Audience[] => AUDIENCES.filter((reader) => maySee(reader, audience));

/** Why an entry is in no build on this day; undefined when it is live. */
export const whyNotLive = (entry: ContentEntry, today: string): string | undefined => {
  const status = statusOf(entry);
  if (status === 'draft') return 'a draft';
  if (status === 'in review') return 'still in review';
  if (status === 'archived') return 'archived';
  const expires = textOf(entry, 'expires_on');
  if (expires !== undefined && expires <= today) return `expired since ${expires}`;
  const publish = textOf(entry, 'publish_on');
  if (publish !== undefined && publish > today) return `not published before ${publish}`;
  return undefined;
};
