import { z } from 'zod';
import type { Fields } from '../fields.ts';
import { editorialFields } from '../shared.ts';
import { METRIC_KINDS } from './metric.ts';

/** What should be true by a day, and the metrics that tell whether it is. */
export const goal = (f: Fields) =>
  z.strictObject({
    title: f.required('Title', 'One sentence: what should be true.', f.text(160), ''),
    kind: f.required(
      'Kind',
      `One of ${METRIC_KINDS.join(', ')}: which part of the business it moves.`,
      z.enum(METRIC_KINDS),
      'awareness',
    ),
    why: f.optional('Why', 'One or two sentences: what it changes for the company.', f.text(600)),
    due_on: f.optional('Due on', 'A date: by when it should be true.', f.day()),
    metrics: f.required(
      'Metrics',
      'Ids of one or more metrics that tell how far it is.',
      z.array(f.reference('metrics')),
      [],
    ),
    owner: f.required('Owner', 'A team or an e-mail address: who answers for it.', f.text(120), '', {
      audience: 'internal',
    }),
    ...editorialFields(f),
  });
