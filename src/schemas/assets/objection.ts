import { z } from 'zod';
import type { Fields } from '../fields.ts';
import { assetFields } from '../shared.ts';

export const OBJECTION_CATEGORIES = [
  'price',
  'status quo',
  'timing',
  'competitor',
  'security',
  'integration',
  'authority',
] as const;

/** The two of the four forces that hold a buyer back. */
export const RESISTING_FORCES = ['anxiety', 'habit'] as const;

/** What a prospect says against buying, and what to answer. */
export const objection = (f: Fields) =>
  z.strictObject({
    ...assetFields(f),
    verbatim: f.required('What they say', 'One sentence in the prospect’s own words.', f.text(240), ''),
    variants: f.list(
      'Other ways to say it',
      'Other wordings of the same objection; search finds it by them.',
      f.text(240),
    ),
    category: f.required(
      'Category',
      'One of price, status quo, timing, competitor, security, integration, authority.',
      z.enum(OBJECTION_CATEGORIES),
      'price',
    ),
    force: f.optional(
      'Force',
      'One of anxiety, habit: which force holds them back; seen by colleagues only.',
      z.enum(RESISTING_FORCES),
      {
        audience: 'internal',
      },
    ),
    real_concern: f.optional('Real concern', 'One sentence: what is behind it; seen by colleagues only.', f.text(), {
      audience: 'internal',
    }),
    clarifying_questions: f.list('Clarifying questions', 'Questions to ask before answering.', f.text(), {
      audience: 'partner',
    }),
    short_answer: f.required(
      'Short answer',
      'Up to 40 words to say out loud; the long answer is the text below.',
      f.words(40),
      '',
    ),
    proof: f.list('Proof', 'Ids of claims that prove the answer.', f.reference('claims')),
    send: f.list('Send', 'Ids of assets to send afterwards.', f.reference('asset')),
    next_step: f.optional('Next step', 'One sentence: what to propose next.', f.text(), { audience: 'partner' }),
    do_not_say: f.list('Do not say', 'Answers that make it worse; seen by colleagues only.', f.text(), {
      audience: 'internal',
    }),
  });
