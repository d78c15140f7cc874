import { z } from 'zod';
import type { Fields } from '../fields.ts';
import { editorialFields } from '../shared.ts';

export const CONFIDENCES = ['fact', 'inference', 'assumption'] as const;

/** One statement of the ledger, with where it is from. Assets cite it and never repeat its number by hand. */
export const claim = (f: Fields) =>
  z.strictObject({
    statement: f.required('Statement', 'One sentence that stands on its own, number included.', f.text(400), ''),
    value: f.optional('Value', 'The number alone, so that {claim:id} can show it in a text.', z.number()),
    unit: f.optional('Unit', 'Such as %, days, USD: shown behind the value.', f.text(40)),
    source: f.required(
      'Source',
      'Where it is from.',
      z.strictObject({
        title: f.required('Title', 'Name of the study, report or measurement.', f.text(200), ''),
        url: f.optional('Address', 'A web address where a reader can check it.', f.url()),
        dated: f.required('Dated', 'A date: when the source was made.', f.day(), ''),
      }),
      { title: '', dated: '' },
    ),
    method: f.optional('Method', 'One or two sentences: how it was measured.', f.text(800)),
    confidence: f.defaulted('Confidence', 'One of fact, inference, assumption.', z.enum(CONFIDENCES), 'fact'),
    expires_on: f.optional('Expires on', 'A date: from then on no approved asset may cite it.', f.day()),
    ...editorialFields(f),
  });
