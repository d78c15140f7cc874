import { z } from 'zod';
import type { Fields } from '../fields.ts';
import { assetFields } from '../shared.ts';

export const RESOURCE_FORMATS = [
  'report',
  'research',
  'article',
  'comparison guide',
  'how-to',
  'product tour',
  'webinar',
  'podcast',
  'video',
  'demo',
  'onboarding guide',
  'success story',
  'documentation',
] as const;

/** Whether it makes people want a solution, or meets those who already do. */
export const DEMANDS = ['creation', 'capture'] as const;

/** Anything to read, watch or attend that is none of the other types. */
export const resource = (f: Fields) =>
  z.strictObject({
    ...assetFields(f),
    format: f.required('Format', `One of ${RESOURCE_FORMATS.join(', ')}.`, z.enum(RESOURCE_FORMATS), 'article'),
    url: f.optional('Address', 'A web address: where it is, when it is not the text below.', f.url()),
    duration: f.optional('Duration', 'A whole number of minutes to watch or listen.', z.int().min(1)),
    event: f.optional(
      'Event',
      'When and where it takes place.',
      z.strictObject({
        starts_at: f.required(
          'Starts at',
          'Date and time with time zone, such as 2026-03-15T15:00:00+01:00.',
          z.iso.datetime({ offset: true, error: 'must be a date and time such as 2026-03-15T15:00:00+01:00' }),
          '',
        ),
        url: f.optional('Address', 'Where to register or join.', f.url()),
      }),
    ),
    file: f.optional('File', 'A file in the media folder to download, such as a PDF or a deck.', f.file()),
    demand: f.optional(
      'Demand',
      'One of creation, capture: whether it makes demand or meets it; seen by colleagues only.',
      z.enum(DEMANDS),
      {
        audience: 'internal',
      },
    ),
  });
