import { z } from 'zod';
import type { Fields } from '../fields.ts';
import { editorialFields, link } from '../shared.ts';

/** What we say to one persona about one product: a house of one message and three pillars. */
export const messageMap = (f: Fields) =>
  z.strictObject({
    title: f.required('Title', 'A few words: for whom and about what.', f.text(120), ''),
    persona: f.required('Persona', 'Whom the messages are for.', f.reference('personas'), ''),
    product: f.optional('Product', 'What they are about.', f.reference('products')),
    positioning: f.optional(
      'Positioning',
      'The positioning statement, part by part.',
      z.strictObject({
        for: f.optional('For', 'Whom it is for.', f.text()),
        who: f.optional('Who', 'What they need.', f.text()),
        category: f.optional('Category', 'What kind of product it is.', f.text()),
        benefit: f.optional('Benefit', 'What it does for them.', f.text()),
        unlike: f.optional('Unlike', 'The main alternative.', f.text()),
        because: f.optional('Because', 'Why they can believe it.', f.text()),
      }),
    ),
    core_message: f.required('Core message', 'Up to 25 words: what should stay in their mind.', f.words(25), ''),
    pillars: f.required(
      'Pillars',
      'Up to three statements that carry the core message, each with proof.',
      z
        .array(
          z.strictObject({
            statement: f.required('Statement', 'One sentence.', f.text(), ''),
            support: f.optional('Support', 'One to three sentences that explain it.', f.text(800)),
            proof: f.list('Proof', 'Ids of claims that prove it.', f.reference('claims')),
          }),
        )
        .max(3),
      [],
    ),
    reframes: f.list(
      'Reframes',
      'The same message said for another member of the committee.',
      z.strictObject({
        persona: f.required('Persona', 'For whom.', f.reference('personas'), ''),
        message: f.required('Message', 'One or two sentences.', f.text(600), ''),
      }),
    ),
    pitch_10s: f.optional('Pitch, 10 seconds', 'One sentence to say out loud.', f.text(300)),
    pitch_30s: f.optional('Pitch, 30 seconds', 'Three or four sentences to say out loud.', f.text(900)),
    pitch_60s: f.optional('Pitch, 60 seconds', 'A short paragraph to say out loud.', f.text(1_800)),
    words_to_use: f.list('Words to use', 'Words this reader uses.', f.text(80)),
    words_to_avoid: f.list('Words to avoid', 'Words that cost trust.', f.text(80)),
    calls_to_action: f.list(
      'Calls to action',
      'What to ask for at each stage.',
      z.strictObject({
        stage: f.required('Stage', 'At which stage.', f.reference('stages'), ''),
        ask: f.required('Ask', 'One sentence.', f.text(), ''),
        link: f.optional('Link', 'Where it leads.', link(f)),
      }),
    ),
    owner: f.required('Owner', 'A team or an e-mail address.', f.text(120), '', { audience: 'internal' }),
    ...editorialFields(f),
  });
