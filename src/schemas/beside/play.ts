import { z } from 'zod';
import type { Fields } from '../fields.ts';
import { editorialFields } from '../shared.ts';

/** What to do when something happens in a deal: know, say, show, do. */
export const play = (f: Fields) =>
  z.strictObject({
    title: f.required('Title', 'A few words that name the play.', f.text(120), ''),
    trigger: f.required('Trigger', 'One sentence: the sign that starts it.', f.text(), ''),
    goal: f.required('Goal', 'One sentence: what should be true afterwards.', f.text(), ''),
    pipeline_stage: f.required(
      'Pipeline stage',
      'Where in our sales process it belongs.',
      f.reference('pipeline-stages'),
      '',
    ),
    personas: f.list('Personas', 'Whom it concerns.', f.reference('personas')),
    know: f.list('Know', 'What to know before the talk.', f.text()),
    say: f.list(
      'Say',
      'What to say and to ask.',
      z.strictObject({
        line: f.required('Line', 'To be said out loud.', f.text(), ''),
        question: f.optional('Question', 'To be asked afterwards.', f.text()),
      }),
    ),
    show: f.list('Show', 'Ids of assets to show.', f.reference('asset')),
    do: f.list(
      'Do',
      'Steps, with who and by when.',
      z.strictObject({
        step: f.required('Step', 'One sentence.', f.text(), ''),
        role: f.optional('Role', 'Who does it.', f.text(80)),
        due: f.optional('Due', 'By when, such as “within 2 days”.', f.text(80)),
        snippet: f.optional('Snippet', 'The id of the text to use.', f.reference('snippets')),
      }),
    ),
    exit_criteria: f.required(
      'Exit criteria',
      'At least one line: how to know that the play is over.',
      z.array(f.text()),
      [],
    ),
    success_metric: f.optional(
      'Success metric',
      'How well it works.',
      z.strictObject({
        name: f.required('Name', 'What is counted.', f.text(120), ''),
        value: f.required('Value', 'A number.', z.number(), 0),
        unit: f.required('Unit', 'Such as % or days.', f.text(40), ''),
      }),
    ),
    owner: f.required('Owner', 'A team or an e-mail address.', f.text(120), '', { audience: 'internal' }),
    ...editorialFields(f),
  });
