import { z } from 'zod';
import type { Fields } from '../fields.ts';
import { assetFields, provenText } from '../shared.ts';

/** How far a product has a capability, as seen by us. */
export const SUPPORT = ['yes', 'partial', 'no', 'unknown'] as const;
export type Support = (typeof SUPPORT)[number];

/** What to say when a buyer compares us with one competitor, or with doing nothing. */
export const battlecard = (f: Fields) =>
  z.strictObject({
    ...assetFields(f),
    competitor: f.required(
      'Competitor',
      'One competitor, or the status quo: whom this card is against.',
      f.reference('competitors'),
      '',
    ),
    the_one_thing_to_say: f.required(
      'The one thing to say',
      'Up to 40 words: the sentence to say if there is time for only one; it heads the card.',
      f.words(40),
      '',
    ),
    their_pitch: f.optional(
      'Their pitch',
      'One or two sentences: how they would describe themselves, fairly.',
      f.text(600),
    ),
    we_win_when: f.list('We win when', 'Short lines: signs that this deal is ours to win.', f.text()),
    they_win_when: f.list(
      'They win when',
      'Short lines: signs that they have the better hand; seen by colleagues only.',
      f.text(),
      {
        audience: 'internal',
      },
    ),
    strengths: f.list(
      'Their strengths',
      'What they are truly good at, and how to acknowledge it without losing the deal.',
      z.strictObject({
        text: f.required('Strength', 'One sentence: what they do well.', f.text(), '', { provenBy: 'claim' }),
        how_to_acknowledge: f.optional('How to acknowledge it', 'One or two sentences to say out loud.', f.text(600)),
        claim: f.optional('Claim', 'The id of the claim that proves it.', f.reference('claims')),
      }),
      { audience: 'partner' },
    ),
    weaknesses: f.list(
      'Their weaknesses',
      'What they do badly, with the claim that proves it.',
      provenText(f, 'One sentence: what falls short, for whom.'),
      {
        audience: 'partner',
      },
    ),
    comparison: f.list(
      'Comparison',
      'One row a capability: whether we and they have it.',
      z.strictObject({
        capability: f.required('Capability', 'A few words, as the buyer would name it.', f.text(120), ''),
        us: f.required('Us', 'One of yes, partial, no, unknown.', z.enum(SUPPORT), 'unknown'),
        them: f.required('Them', 'One of yes, partial, no, unknown.', z.enum(SUPPORT), 'unknown'),
        note: f.optional('Note', 'A few words of explanation.', f.text(200)),
        claim: f.optional('Claim', 'The id of the claim that proves it.', f.reference('claims')),
      }),
    ),
    pricing: f.list(
      'Their pricing',
      'What is known of their prices, each with its date and source.',
      z.strictObject({
        tier: f.required('Tier', 'The plan’s name.', f.text(80), ''),
        amount: f.optional(
          'Amount',
          'A number without currency; leave empty when it is on request.',
          z.number().min(0),
        ),
        currency: f.optional(
          'Currency',
          'A three-letter code such as USD.',
          z.string().regex(/^[A-Z]{3}$/, { error: 'must be a three-letter code such as USD' }),
        ),
        per: f.optional('Per', 'What the amount is for, such as “user a month”.', f.text(60)),
        as_of: f.required('As of', 'A date: when this was the price.', f.day(), ''),
        source: f.optional('Source', 'Where it is from: a page, a buyer, an analyst.', f.text(200)),
      }),
    ),
    trap_questions: f.list(
      'Trap questions',
      'At most three questions that let the buyer discover the difference.',
      z.strictObject({
        question: f.required('Question', 'To be asked word for word.', f.text(), ''),
        why: f.optional('Why it works', 'One sentence: what the answer will show.', f.text()),
        evidence: f.optional('Evidence', 'One sentence or a {claim:id} to show afterwards.', f.text()),
      }),
      { max: 3, audience: 'partner' },
    ),
    their_claims_about_us: f.list(
      'Their claims about us',
      'What they say of us, and the answer.',
      z.strictObject({
        claim: f.required('What they say', 'One sentence, as they would say it.', f.text(), ''),
        response: f.required('Our answer', 'One or two sentences to say out loud.', f.text(600), ''),
      }),
      { audience: 'partner' },
    ),
    objections: f.list(
      'Objections',
      'Ids of objections that come up against this competitor.',
      f.reference('objections'),
    ),
    case_studies: f.list(
      'Case studies',
      'Ids of case studies of customers who chose us over them.',
      f.reference('case-studies'),
    ),
    do_not_say: f.list('Do not say', 'Lines that are wrong, unproven or unkind; seen by colleagues only.', f.text(), {
      audience: 'internal',
    }),
    news: f.list(
      'News',
      'What has changed with them lately, newest first; seen by colleagues only.',
      z.strictObject({
        on: f.required('On', 'A date.', f.day(), ''),
        text: f.required('What happened', 'One sentence.', f.text(), ''),
        implication: f.optional('What it means for us', 'One sentence.', f.text()),
      }),
      { audience: 'internal' },
    ),
    won: f.optional(
      'Deals won',
      'A whole number: deals won against them in the period; seen by colleagues only.',
      z.int().min(0),
      {
        audience: 'internal',
      },
    ),
    lost: f.optional(
      'Deals lost',
      'A whole number: deals lost to them in the period; seen by colleagues only.',
      z.int().min(0),
      {
        audience: 'internal',
      },
    ),
    period: f.optional(
      'Period',
      'The time the two counts are for, such as “Q1–Q3 2026”; seen by colleagues only.',
      f.text(60),
      {
        audience: 'internal',
      },
    ),
  });
