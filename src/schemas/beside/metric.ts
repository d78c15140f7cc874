import { z } from 'zod';
import type { Fields } from '../fields.ts';
import { editorialFields } from '../shared.ts';

/** What marketing is measured by, from the first visit to the renewal. */
export const METRIC_KINDS = ['awareness', 'pipeline', 'conversion', 'revenue', 'retention'] as const;
export type MetricKind = (typeof METRIC_KINDS)[number];

/** Which way a figure should move. */
export const DIRECTIONS = ['higher', 'lower'] as const;

/** One figure that tells how well the framework works, with its target and its past. */
export const metric = (f: Fields) =>
  z.strictObject({
    title: f.required('Title', 'A few words: what is counted.', f.text(120), ''),
    kind: f.required(
      'Kind',
      `One of ${METRIC_KINDS.join(', ')}: which part of the business it tells of.`,
      z.enum(METRIC_KINDS),
      'awareness',
    ),
    definition: f.optional(
      'Definition',
      'One or two sentences: what is counted, what is not, and from where.',
      f.text(),
    ),
    unit: f.optional('Unit', 'Such as %, days or EUR: shown with every figure.', f.text(40)),
    better: f.defaulted(
      'Better',
      'One of higher, lower: which way it should move; left out, higher.',
      z.enum(DIRECTIONS),
      'higher',
    ),
    target: f.optional('Target', 'A number in the same unit: what it should reach.', z.number()),
    actual: f.required('Actual', 'A number: the newest figure.', z.number(), 0),
    as_of: f.required('As of', 'A date: the day on which the newest figure was true.', f.day(), ''),
    update_every: f.optional(
      'Update every',
      'A number of days after which the figure counts as old; left out, the settings’ own.',
      z.int().min(1).max(1_000),
    ),
    history: f.list(
      'History',
      'Earlier figures, in any order; drawn as the trend that leads to the newest one.',
      z.strictObject({
        on: f.required('On', 'A date: when it was true.', f.day(), ''),
        value: f.required('Value', 'A number in the same unit.', z.number(), 0),
      }),
      { max: 60 },
    ),
    owner: f.required('Owner', 'A team or an e-mail address: who brings the next figure.', f.text(120), '', {
      audience: 'internal',
    }),
    ...editorialFields(f),
  });
