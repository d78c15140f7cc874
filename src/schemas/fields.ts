/**
 * The shared vocabulary of all content schemas: how a field is declared, and what is known of it
 * beside its shape (label, a sentence for the author, audience, what it refers to).
 *
 * A schema is a factory `(f: Fields) => z.strictObject({...})` because one content type has two
 * readings: an `approved` entry must have every required field, a `draft` needs only a title. The
 * factory is called once for each, so both readings come from one declaration and give one type.
 */
import { z } from 'zod';

/** Who may read. Ordered: each audience may read all that the ones before it may. */
export const AUDIENCES = ['public', 'partner', 'internal'] as const;
export type Audience = (typeof AUDIENCES)[number];
export const audienceSchema = z.enum(AUDIENCES);

export const STATUSES = ['draft', 'in review', 'approved', 'archived'] as const;
export type Status = (typeof STATUSES)[number];

/** What a reference may point to: one collection, or `asset` for an asset of any type. */
export type ReferenceTarget =
  | 'asset'
  | 'stages'
  | 'personas'
  | 'industries'
  | 'company-sizes'
  | 'regions'
  | 'products'
  | 'use-cases'
  | 'competitors'
  | 'pipeline-stages'
  | 'funnel-statuses'
  | 'claims'
  | 'objections'
  | 'case-studies'
  | 'snippets'
  | 'metrics';

/** How a text is written; decides where links, media and claims are looked for. */
export type TextFormat = 'text' | 'markdown' | 'image' | 'file' | 'url';

/** What is known of a field beside its shape. Kept in a registry of our own, never in zod's global one. */
export interface FieldMeta {
  /** Name in forms and messages. */
  label?: string;
  /** One sentence for the author: format first, then what it does on the page. */
  hint?: string;
  /** The widest audience that may see the field; absent: whoever may see the entry. */
  audience?: Audience;
  /** Must be filled in once the entry is approved. */
  required?: boolean;
  refersTo?: ReferenceTarget;
  format?: TextFormat;
  /** A number written here should come from the claims ledger: the name of the sibling field that cites it. */
  provenBy?: string;
  /** The most words a text may have. */
  mostWords?: number;
  /** What is meant when the field is left out, where that is something. */
  absent?: string | number | boolean;
  /** One text field in the form for what may be a number or a text: what looks like a number is stored as one. */
  numberOrText?: boolean;
  /** The part of the form it stands in; absent: what the entry is about. */
  group?: FieldGroup;
}

/** Parts of the form that all types share, below what an entry is about. */
export const FIELD_GROUPS = ['fit', 'upkeep', 'release'] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

export const fieldMeta = z.registry<FieldMeta>();

/** An id is a file name: lower-case words joined by hyphens. */
export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Counts words as a person does: runs of anything but white space. */
export const countWords = (text: string): number => text.split(/\s+/u).filter(Boolean).length;

const describe = <S extends z.ZodType>(schema: S, meta: FieldMeta): S => {
  fieldMeta.add(schema, { ...fieldMeta.get(schema), ...meta });
  return schema;
};

/** Puts fields into a part of the form. */
export const inGroup = <T extends Record<string, z.ZodType>>(group: FieldGroup, fields: T): T => {
  for (const field of Object.values(fields)) describe(field, { group });
  return fields;
};

/** Marks what may be a number or a text: see {@link FieldMeta.numberOrText}. */
export const numberOrText = <S extends z.ZodType>(schema: S): S => describe(schema, { numberOrText: true });

type FieldOptions = Pick<FieldMeta, 'audience' | 'provenBy'>;

/** One line of text, or a few: shown as written, with `{claim:id}` replaced by the claim's value. */
const text = (max = 400) => describe(z.string().min(1).max(max), { format: 'text' });

/** Text of at most `most` words, for what must be said in one breath. */
const words = (most: number) =>
  describe(
    z
      .string()
      .min(1)
      .refine((value) => countWords(value) <= most, {
        error: (issue) => `has ${countWords(String(issue.input))} words, ${most} at most`,
      }),
    { format: 'text', mostWords: most },
  );

/** Markdown: paragraphs, lists, tables, links. */
const markdown = (max = 20_000) => describe(z.string().min(1).max(max), { format: 'markdown' });

const reference = (target: ReferenceTarget) => describe(z.string().min(1), { refersTo: target });
const references = (target: ReferenceTarget) => z.array(reference(target)).default([]);

/** A calendar day, `2026-03-15`. Kept as text: a day has no time zone, and such texts sort by date. */
const day = () => z.iso.date({ error: 'must be a date such as 2026-03-15' });

const url = () =>
  describe(
    z
      .string()
      .regex(/^(https:\/\/|http:\/\/|mailto:|\/)/, { error: 'must start with https://, mailto: or /' })
      .max(2_000),
    { format: 'url' },
  );

const image = () => describe(z.string().min(1), { format: 'image' });
const file = () => describe(z.string().min(1), { format: 'file' });

export const createFields = (reading: 'approved' | 'draft') => ({
  text,
  words,
  markdown,
  reference,
  references,
  day,
  url,
  image,
  file,

  /** A field that an approved entry must have. In a draft `blank` stands in for it. */
  required<T>(label: string, hint: string, schema: z.ZodType<T>, blank: T, options: FieldOptions = {}): z.ZodType<T> {
    const meta = { ...fieldMeta.get(schema), label, hint, required: true, ...options };
    if (reading === 'draft')
      return describe(
        schema.optional().transform((value) => value ?? blank),
        meta,
      );
    return describe(schema.refine(isFilled, { error: 'must not be empty' }), meta);
  },

  /** A field that may be left out. */
  optional<T>(label: string, hint: string, schema: z.ZodType<T>, options: FieldOptions = {}) {
    return describe(schema.optional(), { ...fieldMeta.get(schema), label, hint, ...options });
  },

  /** A list that may be empty. */
  list<T>(label: string, hint: string, item: z.ZodType<T>, options: FieldOptions & { max?: number } = {}) {
    const { max, ...meta } = options;
    const list = max === undefined ? z.array(item) : z.array(item).max(max);
    return describe(list.default([]), { label, hint, ...meta });
  },

  /** A yes/no field; no when left out. */
  flag(label: string, hint: string, options: FieldOptions = {}) {
    return describe(z.boolean().default(false), { label, hint, ...options });
  },

  /** A field with a value of its own when left out. */
  defaulted<T extends string | number | boolean>(
    label: string,
    hint: string,
    schema: z.ZodType<T>,
    value: T,
    options: FieldOptions = {},
  ) {
    return describe(
      schema.optional().transform((given): T => given ?? value),
      { ...fieldMeta.get(schema), label, hint, absent: value, ...options },
    );
  },
});

export type Fields = ReturnType<typeof createFields>;

const isFilled = (value: unknown): boolean => !Array.isArray(value) || value.length > 0;
