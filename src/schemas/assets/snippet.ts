import { z } from 'zod';
import type { Fields } from '../fields.ts';
import { assetFields } from '../shared.ts';

export const SNIPPET_CHANNELS = ['e-mail', 'LinkedIn', 'call', 'chat', 'meeting follow-up'] as const;

/** A text for one channel that a rep fills in and sends. */
export const snippet = (f: Fields) =>
  z.strictObject({
    ...assetFields(f),
    channel: f.required('Channel', `One of ${SNIPPET_CHANNELS.join(', ')}.`, z.enum(SNIPPET_CHANNELS), 'e-mail'),
    subject: f.optional('Subject', 'One line: the e-mail’s subject.', f.text(160)),
    text: f.required('Text', 'The message, with {{variables}} where the rep fills something in.', f.text(4_000), ''),
    when_to_use: f.optional('When to use it', 'One or two sentences; seen by colleagues only.', f.text(600), {
      audience: 'internal',
    }),
    send: f.list('Send with it', 'Ids of assets to attach or link.', f.reference('asset')),
  });
