/** The terms of the company's own vocabulary: what assets are tagged with. */
import { z } from 'zod';
import type { Audience, Fields } from '../fields.ts';
import { pageFields } from '../shared.ts';

/** Fields of every term. Terms are live as soon as they exist: they have no status. */
const termFields = (f: Fields, audience: Audience = 'public') => ({
  label: f.required('Label', 'A few words: how the term is shown.', f.text(80), ''),
  summary: f.optional('Summary', 'Up to 200 characters: what it means here.', f.text(200)),
  synonyms: f.list('Synonyms', 'Other words for it; search finds it by them.', z.string().min(1).max(80)),
  order: f.optional('Order', 'A number: its place in lists; left out, by label.', z.number()),
  ...pageFields(f, audience),
});

/** Industries, regions, products and use cases: a label, other words for it, one line. */
export const term = (f: Fields) => z.strictObject(termFields(f));

export const stage = (f: Fields) =>
  z.strictObject({
    ...termFields(f),
    buyer_question: f.required(
      'Buyer’s question',
      'One question that buyers ask themselves at this stage.',
      f.text(240),
      '',
    ),
    content_that_works: f.list('Content that works', 'Kinds of content that answer it.', f.text(120)),
    funnel_statuses: f.list(
      'Funnel statuses',
      'Funnel statuses that fall into it; seen by colleagues only.',
      f.reference('funnel-statuses'),
      {
        audience: 'internal',
      },
    ),
    pipeline_stages: f.list(
      'Pipeline stages',
      'Pipeline stages that fall into it; seen by colleagues only.',
      f.reference('pipeline-stages'),
      {
        audience: 'internal',
      },
    ),
  });

export const companySize = (f: Fields) =>
  z.strictObject({
    ...termFields(f),
    employees_from: f.required('Employees from', 'A whole number.', z.int().min(0), 0),
    employees_to: f.optional('Employees to', 'A whole number; left out, no upper end.', z.int().min(1)),
  });

export const COMPETITOR_KINDS = ['direct', 'indirect', 'status quo'] as const;

export const competitor = (f: Fields) =>
  z.strictObject({
    ...termFields(f, 'internal'),
    kind: f.required('Kind', 'One of direct, indirect, status quo.', z.enum(COMPETITOR_KINDS), 'direct'),
    website: f.optional('Website', 'A web address.', f.url()),
  });

export const pipelineStage = (f: Fields) =>
  z.strictObject({
    ...termFields(f, 'internal'),
    exit_criteria: f.required(
      'Exit criteria',
      'Lines that must be true before a deal moves on.',
      z.array(f.text()),
      [],
    ),
  });

export const funnelStatus = (f: Fields) =>
  z.strictObject({
    ...termFields(f, 'internal'),
    definition: f.required('Definition', 'One sentence: who counts as this.', f.text(), ''),
  });

/** An acronym or a word of the trade, and what search should also look for. */
export const synonym = (f: Fields) =>
  z.strictObject({
    ...termFields(f),
    expansions: f.required('Expansions', 'The words it stands for.', z.array(z.string().min(1).max(120)), []),
  });
