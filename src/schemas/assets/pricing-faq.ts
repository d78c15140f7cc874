import { z } from 'zod';
import type { Fields } from '../fields.ts';
import { assetFields } from '../shared.ts';

/** The answer to one question about prices and terms. */
export const pricingFaq = (f: Fields) =>
  z.strictObject({
    ...assetFields(f),
    question: f.required('Question', 'One question, as a buyer asks it.', f.text(300), ''),
    public_answer: f.required('Answer', 'Markdown: what may be said to a buyer.', f.markdown(), ''),
    internal_note: f.optional(
      'Internal note',
      'Markdown: limits, exceptions, who approves; seen by colleagues only.',
      f.markdown(),
      {
        audience: 'internal',
      },
    ),
    effective_from: f.optional('Effective from', 'A date: the answer holds from then on.', f.day()),
    effective_to: f.optional('Effective to', 'A date: the answer holds until then.', f.day()),
  });
