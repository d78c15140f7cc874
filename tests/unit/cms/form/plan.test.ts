import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { planForm, UnmappableField } from '../../../../cms/form/plan.ts';
import { widgetOf, type WidgetContext } from '../../../../cms/form/widgets.ts';
import { createFields, inGroup, numberOrText } from '../../../../src/schemas/fields.ts';

const f = createFields('approved');

const context: WidgetContext = {
  isNeeded: () => false,
  laterHint: undefined,
  terms: { stages: [{ id: 'decision', label: 'Decision' }] },
  lookup: () => ['title'],
};

const widget = (schema: z.ZodType, options: Partial<WidgetContext> = {}) => {
  const [field] = planForm('things', z.strictObject({ thing: schema }));
  if (!field) throw new Error('no field');
  return widgetOf(field, { ...context, ...options });
};

const TABLE: readonly (readonly [what: string, schema: z.ZodType, widget: Record<string, unknown>])[] = [
  ['a short text', f.text(120), { widget: 'string', pattern: ['^[\\s\\S]{1,120}$', '120 characters at most'] }],
  ['a longer text', f.text(600), { widget: 'text' }],
  ['a text of few words', f.words(3), { widget: 'text', pattern: [expect.any(String), '3 words at most'] }],
  [
    'a text of a form',
    z.string().regex(/^[A-Z]{3}$/, { error: 'must be a code such as EUR' }),
    { widget: 'string', pattern: ['^[A-Z]{3}$', 'must be a code such as EUR'] },
  ],
  [
    'a web address',
    f.url(),
    { widget: 'string', pattern: [expect.any(String), 'must start with https://, mailto: or /'] },
  ],
  ['Markdown', f.markdown(), { widget: 'markdown', modes: ['raw', 'rich_text'] }],
  ['one of a few words', z.enum(['a', 'b']), { widget: 'select', options: ['a', 'b'] }],
  [
    'some of a few words',
    z.array(z.enum(['a', 'b'])).max(1),
    { widget: 'select', multiple: true, options: ['a', 'b'], max: 1 },
  ],
  ['a number', z.number().min(0), { widget: 'number', value_type: 'float', min: 0 }],
  ['a whole number', z.int().max(10), { widget: 'number', value_type: 'int', max: 10 }],
  ['a number or a text', numberOrText(z.union([z.number(), z.string()])), { widget: 'string' }],
  ['yes or no', f.flag('Thing', 'Yes or no.'), { widget: 'boolean', default: false }],
  [
    'yes unless said otherwise',
    f.defaulted('Thing', 'Left out, yes.', z.boolean(), true),
    {
      widget: 'select',
      options: [
        { label: 'Yes', value: 'yes' },
        { label: 'No', value: 'no' },
      ],
    },
  ],
  ['a day', f.day(), { widget: 'datetime', format: 'YYYY-MM-DD', time_format: false }],
  ['a moment', z.iso.datetime({ offset: true }), { widget: 'datetime', format: 'YYYY-MM-DDTHH:mm:ssZ' }],
  ['a picture', f.image(), { widget: 'image' }],
  ['a file', f.file(), { widget: 'file' }],
  [
    'a term of a known vocabulary',
    f.reference('stages'),
    { widget: 'select', options: [{ label: 'Decision', value: 'decision' }] },
  ],
  [
    'an entry',
    f.reference('claims'),
    {
      widget: 'relation',
      collection: 'claims',
      value_field: '{{slug}}',
      search_fields: ['title'],
      display_fields: ['title'],
    },
  ],
  ['entries', z.array(f.reference('claims')).max(4), { widget: 'relation', multiple: true, max: 4 }],
  ['an asset of any type', f.reference('asset'), { widget: 'dealshelf-asset' }],
  [
    'a group',
    z.strictObject({ a: z.string() }),
    { widget: 'object', fields: [expect.objectContaining({ name: 'a', widget: 'string' })] },
  ],
  [
    'a group with known keys',
    z.record(z.enum(['a', 'b']), z.string()),
    { widget: 'object', fields: [expect.objectContaining({ name: 'a' }), expect.objectContaining({ name: 'b' })] },
  ],
  [
    'a group with keys of the author’s',
    z.record(z.string(), z.number()),
    {
      widget: 'list',
      default: [],
      fields: [expect.objectContaining({ name: 'key' }), expect.objectContaining({ name: 'value', widget: 'number' })],
    },
  ],
  [
    'a list of texts',
    z.array(z.string()),
    { widget: 'list', default: [], field: expect.objectContaining({ name: 'item', widget: 'string' }) },
  ],
  [
    'a list of groups',
    z.array(z.strictObject({ a: z.string() })).max(2),
    { widget: 'list', max: 2, default: [], summary: '{{fields.a}}', fields: [expect.objectContaining({ name: 'a' })] },
  ],
  ['one value and no other', z.literal('x'), { widget: 'hidden', default: 'x' }],
];

describe('widgets', () => {
  it.each(TABLE)('%s', (_, schema, expected) => {
    expect(widget(schema)).toMatchObject(expected);
  });

  it('say what the schema says of a field', () => {
    expect(widget(f.required('Owner', 'A team.', f.text(120), ''), { laterHint: 'Needed later.' })).toMatchObject({
      label: 'Owner',
      hint: 'A team. Needed later.',
      required: false,
    });
    expect(widget(f.defaulted('Status', 'One of a, b.', z.enum(['a', 'b']), 'b'))).toMatchObject({ default: 'b' });
  });

  it('never fill in a group that may be left out: that would call it into being', () => {
    const optional = widget(
      f.optional('Group', 'A group.', z.strictObject({ a: f.defaulted('A', 'A.', z.enum(['x']), 'x') })),
    );
    expect(optional).toMatchObject({ fields: [expect.not.objectContaining({ default: 'x' })] });
    const needed = widget(
      f.required('Group', 'A group.', z.strictObject({ a: f.defaulted('A', 'A.', z.enum(['x']), 'x') }), { a: 'x' }),
    );
    expect(needed).toMatchObject({ fields: [expect.objectContaining({ default: 'x' })] });
  });

  it('ask for nothing inside a group that may be left out', () => {
    const group = z.strictObject({ a: f.required('A', 'A.', f.text(), '') });
    const asked = (schema: z.ZodType) => widget(schema, { isNeeded: (field) => field.required });
    expect(asked(f.optional('Group', 'A group.', group))).toMatchObject({ fields: [{ required: false }] });
    expect(asked(f.required('Group', 'A group.', group, { a: '' }))).toMatchObject({ fields: [{ required: true }] });
    expect(asked(f.optional('Groups', 'Groups.', z.array(group)))).toMatchObject({ fields: [{ required: true }] });
  });

  it('count words as the schema does', () => {
    const { pattern } = widget(f.words(3));
    const matches = (text: string) => new RegExp(pattern?.[0] ?? '').test(text);
    expect(['one', 'one two three', '  one\n two\tthree  ', 'çä 支出 x'].map(matches)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(matches('one two three four')).toBe(false);
  });

  it('leave patterns that need a flag to the check', () => {
    expect(widget(z.string().regex(/^\p{L}+$/u))).not.toHaveProperty('pattern');
  });
});

describe('a field that no form can ask for', () => {
  const plan = (schema: z.ZodType) => () => planForm('things', schema);

  it.each([
    [
      'a number or a text without a word on how to ask',
      z.strictObject({ list: z.array(z.strictObject({ odd: z.union([z.number(), z.boolean()]) })) }),
      'list.*.odd',
    ],
    ['anything', z.strictObject({ odd: z.any() }), 'odd'],
    ['a list of anything', z.strictObject({ odd: z.array(z.any()) }), 'odd.*'],
    ['a list of lists', z.strictObject({ odd: z.array(z.array(z.string())) }), 'odd'],
    ['a tuple', z.strictObject({ odd: z.tuple([z.string(), z.number()]) }), 'odd'],
    [
      'a union of groups',
      z.strictObject({
        odd: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('a') }),
          z.strictObject({ kind: z.literal('b') }),
        ]),
      }),
      'odd',
    ],
    ['nothing', z.strictObject({ odd: z.null() }), 'odd'],
    ['a record of anything', z.strictObject({ odd: z.record(z.string(), z.any()) }), 'odd.*'],
  ])('is named: %s', (_, schema, field) => {
    expect(plan(schema)).toThrow(UnmappableField);
    expect(plan(schema)).toThrow(`things: the field "${field}" cannot be shown in a form`);
  });

  it('is no field at all', () => {
    expect(plan(z.string())).toThrow('it has no fields of its own');
  });
});

it('fields know the part of the form they stand in', () => {
  const plan = planForm(
    'things',
    z.strictObject({ a: z.string(), ...inGroup('fit', { b: f.list('B', 'B.', z.string()) }) }),
  );
  expect(plan.map(({ group }) => group)).toEqual([undefined, 'fit']);
});
