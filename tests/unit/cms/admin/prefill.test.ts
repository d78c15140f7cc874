import { describe, expect, test } from 'vitest';
import { newDraftPath } from '../../../../src/domain/cms-links.ts';
import { prefilled } from '../../../../cms/admin/client/prefill.ts';

const FIELDS = [
  { name: 'title', widget: 'string' },
  { name: 'stages', widget: 'select', multiple: true },
  { name: 'competitor', widget: 'relation' },
  { name: 'keywords', widget: 'list', field: { name: 'one', widget: 'string' } },
  { name: 'strengths', widget: 'list', fields: [{ name: 'text', widget: 'string' }] },
  { name: 'won', widget: 'number' },
  { name: 'flag', widget: 'boolean' },
  { name: 'logo', widget: 'image' },
  { name: 'body', widget: 'markdown' },
];
const CONFIG = {
  collections: [
    { name: 'battlecards', fields: FIELDS },
    { name: 'snippets', fields: FIELDS },
  ],
};

const defaultsFor = (values: Parameters<typeof newDraftPath>[1]) => {
  const hash = newDraftPath('battlecards', values).replace(/^[^#]*/, '');
  const { config, collection } = prefilled(CONFIG, hash);
  expect(collection).toBe('battlecards');
  return config;
};

const expected = (defaults: Record<string, unknown>) => ({
  collections: [
    {
      name: 'battlecards',
      fields: FIELDS.map((field) =>
        Object.hasOwn(defaults, field.name) ? { ...field, default: defaults[field.name] } : field,
      ),
    },
    CONFIG.collections[1],
  ],
});

describe('a draft that a page has begun', () => {
  test('fills the fields of its type, each in its own way', () => {
    const values = { title: 'A <b> & "c", d', stages: ['x', 'y'], competitor: 'corvane', keywords: ['a, b'], won: '7' };
    expect(defaultsFor({ ...values, flag: 'true', body: '# Hello\n\n=+&#?' })).toEqual(
      expected({ ...values, won: 7, flag: true, body: '# Hello\n\n=+&#?' }),
    );
  });

  test('leaves alone what takes no text, and what is no field', () => {
    expect(defaultsFor({ strengths: 'x', logo: 'y', won: 'many', unknown: 'z', title: 'T' })).toEqual(
      expected({ title: 'T' }),
    );
  });
});

test.each([
  '',
  '#/',
  '#/collections/battlecards',
  '#/collections/battlecards/new',
  '#/collections/battlecards/entries/a?title=x',
])('%s begins nothing', (hash) => expect(prefilled(CONFIG, hash)).toEqual({ config: CONFIG, collection: undefined }));
