import { z } from 'zod';
import type { Fields } from '../fields.ts';
import { assetFields } from '../shared.ts';

export const SECURITY_STATES = ['yes', 'partial', 'planned', 'no', 'not applicable'] as const;

/** The answer to one question of a security questionnaire. */
export const securityAnswer = (f: Fields) =>
  z.strictObject({
    ...assetFields(f),
    question: f.required('Question', 'One question, as questionnaires ask it.', f.text(300), ''),
    short_answer: f.required('Short answer', 'Up to 60 words; the long answer is the text below.', f.words(60), ''),
    state: f.required('State', `One of ${SECURITY_STATES.join(', ')}.`, z.enum(SECURITY_STATES), 'no'),
    frameworks: f.list(
      'Frameworks',
      'Controls that this answers.',
      z.strictObject({
        framework: f.required('Framework', 'Such as SOC 2 or ISO 27001.', f.text(60), ''),
        control: f.required('Control', 'The control’s number or name.', f.text(80), ''),
      }),
    ),
    evidence: f.list(
      'Evidence',
      'Documents that prove it; what needs an NDA is named outside but its file is for colleagues only.',
      z.strictObject({
        label: f.required('Label', 'A few words: what it is.', f.text(120), ''),
        url: f.optional('Address', 'A web address.', f.url()),
        file: f.optional('File', 'A file in the media folder.', f.file()),
        nda: f.flag('Needs an NDA', 'Yes when it may be shown only under an NDA.'),
      }),
    ),
  });
