import { z } from 'zod';
import type { Fields } from '../fields.ts';
import { assetFields, link, provenText } from '../shared.ts';

/** One page for one reader and one use case, to be forwarded inside the buyer's company. */
export const onePager = (f: Fields) =>
  z.strictObject({
    ...assetFields(f),
    persona: f.required('Persona', 'The one reader it is written for.', f.reference('personas'), ''),
    use_case: f.required('Use case', 'The one job it is about.', f.reference('use-cases'), ''),
    headline: f.required('Headline', 'Up to 16 words: what the reader gains.', f.words(16), ''),
    problem: f.required(
      'Problem',
      'Markdown, two to four sentences: the reader’s problem in the reader’s words.',
      f.markdown(2_000),
      '',
    ),
    cost_of_inaction: f.optional(
      'Cost of inaction',
      'The id of the claim that says what waiting costs.',
      f.reference('claims'),
    ),
    benefits: f.required(
      'Benefits',
      'One to three benefits, each with its claim.',
      z.array(provenText(f, 'One sentence: what gets better, for whom.')).max(3),
      [],
    ),
    how_it_works: f.list('How it works', 'Up to three steps, one line each.', f.text(240), { max: 3 }),
    quote: f.optional('Quote', 'The id of the case study whose first quote is shown.', f.reference('case-studies')),
    call_to_action: f.optional('Call to action', 'What the reader should do next.', link(f)),
  });
