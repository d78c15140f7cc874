import { z } from 'zod';
import type { Fields } from '../fields.ts';
import { assetFields } from '../shared.ts';

/** How a customer allows us to tell the story. */
export const CONSENT_SCOPES = ['named', 'anonymised', 'none'] as const;
export type ConsentScope = (typeof CONSENT_SCOPES)[number];

/** Kinds of results; `domain/case-studies/outcome.ts` tells them apart. */
export const OUTCOMES = ['speed', 'effort', 'money', 'rate', 'quality', 'other'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What one customer did and what came of it. */
export const caseStudy = (f: Fields) =>
  z.strictObject({
    ...assetFields(f),
    customer: f.required(
      'Customer',
      'The company’s name: shown outside only while the consent says “named”.',
      f.text(120),
      '',
    ),
    anonymised_name: f.optional(
      'Anonymised name',
      'How to speak of them without the name, such as “a regional hospital group”.',
      f.text(120),
    ),
    consent: f.optional(
      'Consent',
      'What the customer has agreed to, and until when; left out, the story stays inside.',
      z.strictObject({
        scope: f.required('Scope', 'One of named, anonymised, none.', z.enum(CONSENT_SCOPES), 'none'),
        expires_on: f.optional('Until', 'A date: afterwards the anonymised story is published instead.', f.day()),
      }),
      { audience: 'internal' },
    ),
    industry: f.required('Industry', 'The customer’s industry; used for matching.', f.reference('industries'), ''),
    company_size: f.optional('Company size', 'The customer’s size; used for matching.', f.reference('company-sizes')),
    employees: f.optional('Employees', 'A whole number.', z.int().min(1)),
    region: f.optional('Region', 'The customer’s region; used for matching.', f.reference('regions')),
    buyer_personas: f.list('Buyers', 'Who took part in the decision on their side.', f.reference('personas')),
    challenge: f.required('Challenge', 'Markdown: what was wrong, and what it cost them.', f.markdown(), ''),
    alternatives_considered: f.optional('Alternatives considered', 'Markdown: what else they looked at.', f.markdown()),
    why_us: f.optional('Why us', 'Markdown: what decided it.', f.markdown()),
    solution: f.required('Solution', 'Markdown: what they did, in which order.', f.markdown(), ''),
    started_on: f.optional('Started on', 'A date: when the project began.', f.day()),
    live_on: f.optional('Live on', 'A date: when it was in use.', f.day()),
    results: f.required(
      'Results',
      'At least one measured change, before and after.',
      z.array(
        z.strictObject({
          metric: f.required('Metric', 'A few words: what was measured.', f.text(120), '', { provenBy: 'claim' }),
          before: f.optional('Before', 'The value before, as text or number.', f.text(60)),
          after: f.optional('After', 'The value after, as text or number.', f.text(60), { provenBy: 'claim' }),
          unit: f.optional('Unit', 'Such as days, %, hours a month.', f.text(40)),
          period: f.optional('Period', 'Over which time, such as “first 6 months”.', f.text(80)),
          claim: f.optional('Claim', 'The id of the claim that proves it.', f.reference('claims')),
        }),
      ),
      [],
    ),
    quotes: f.list(
      'Quotes',
      'What people there said, word for word.',
      z.strictObject({
        text: f.required('Quote', 'Word for word.', f.text(800), ''),
        role: f.required('Role', 'The speaker’s role, never a private name.', f.text(120), ''),
        consent: f.flag('Consent given', 'Yes when the speaker agreed to be quoted; otherwise only colleagues see it.'),
      }),
    ),
    displaced_competitor: f.optional(
      'Displaced competitor',
      'Whom we replaced; seen by colleagues only.',
      f.reference('competitors'),
      { audience: 'internal' },
    ),
    reference_available: f.flag('Reference available', 'Yes when they take reference calls; seen by colleagues only.', {
      audience: 'internal',
    }),
    logo: f.optional('Logo', 'An image in the media folder: shown while the consent says “named”.', f.image()),
  });
