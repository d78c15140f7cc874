/**
 * A mapping file: where each field of an entry comes from, and what is done to it on the way.
 * docs/importing.md describes it for the people who write one.
 */
import { z } from 'zod';
import { fieldPlan } from '../../schemas/field-plan.ts';
import { collections, type CollectionName } from '../../schemas/index.ts';
import { isCollectionName, isRecord } from '../entries.ts';
import { suggest } from '../suggest.ts';
import { DATE_ORDERS } from './dates.ts';

/** A short form is a text; it means the one key that is used most. */
const short = <S extends z.ZodType>(expand: (text: string) => unknown, schema: S) =>
  z.preprocess((value) => (typeof value === 'string' ? expand(value) : value), schema);

const oneOrMany = <S extends z.ZodType>(item: S) =>
  z.preprocess((value): unknown => (Array.isArray(value) ? value : [value]), z.array(item).min(1));

const exactlyOne = (keys: readonly string[]) => (value: object) =>
  keys.filter((key) => Object.hasOwn(value, key)).length === 1;

const pattern = z.string().transform((text, context) => {
  try {
    return new RegExp(text, 'imu');
  } catch (error) {
    context.addIssue(error instanceof Error ? error.message : 'is not a pattern');
    return z.NEVER;
  }
});

export const FILE_FACTS = ['path', 'name', 'stem', 'parent', 'extension'] as const;
const KINDS_OF_SOURCE = ['field', 'column', 'file', 'body', 'constant', 'html', 'section', 'template'];

/** `$body` and `$file.stem` are told from the fields of the data by their `$`. */
const expandSource = (text: string): unknown =>
  text === '$body'
    ? { body: true }
    : text.startsWith('$file.')
      ? { file: text.slice('$file.'.length) }
      : { field: text };

const sourceSchema = short(
  expandSource,
  z
    .strictObject({
      /** A path into the front matter, the row or the group: `metadata.industries`, `quotes.*.content`. */
      field: z.string().min(1).optional(),
      /** A key as it is, dots and all. */
      column: z.string().min(1).optional(),
      file: z.enum(FILE_FACTS).optional(),
      body: z.literal(true).optional(),
      constant: z.union([z.string(), z.number(), z.boolean()]).optional(),
      /** Elements of an HTML page: `div.details b`. */
      html: z.string().min(1).optional(),
      /** Only the element with these words right before it: `Industry`. */
      labelled: z.string().min(1).optional(),
      /** The text below a heading of the body. */
      section: z.string().min(1).optional(),
      /** `{$file.parent} {name}` */
      template: z.string().min(1).optional(),
    })
    .refine(exactlyOne(KINDS_OF_SOURCE), { error: `must have exactly one of ${KINDS_OF_SOURCE.join(', ')}` }),
);
export type Source = z.output<typeof sourceSchema>;

const STEPS = [
  'text',
  'markdown',
  'date',
  'number',
  'first_sentence',
  'first',
  'lines',
  'split',
  'join',
  'truncate',
  'match',
  'keep',
  'drop',
  'remove',
  'replace',
  'values',
];

const stepSchema = short(
  (name) => ({ [name]: true }),
  z
    .strictObject({
      /** Markup away. */
      text: z.literal(true).optional(),
      /** HTML and components to Markdown. */
      markdown: z.literal(true).optional(),
      date: z.union([z.literal(true), z.enum(DATE_ORDERS)]).optional(),
      /** Words that may stand beside the number, such as employees. */
      number: z.union([z.literal(true), z.strictObject({ of: z.array(z.string().min(1)) })]).optional(),
      first_sentence: z.literal(true).optional(),
      first: z.literal(true).optional(),
      lines: z.literal(true).optional(),
      split: oneOrMany(z.string().min(1)).optional(),
      join: z.string().optional(),
      truncate: z.int().min(10).optional(),
      match: pattern.optional(),
      keep: pattern.optional(),
      drop: pattern.optional(),
      remove: pattern.optional(),
      replace: z.strictObject({ find: pattern, with: z.string() }).optional(),
      /** Another word for each; what is not named is left as it is, or becomes `otherwise`. */
      values: z
        .strictObject({ of: z.record(z.string(), z.union([z.string(), z.null()])), otherwise: z.string().optional() })
        .optional(),
    })
    .refine(exactlyOne(STEPS), { error: `must be exactly one of ${STEPS.join(', ')}` }),
);
export type Step = z.output<typeof stepSchema>;

/** A source alone, or a list of them, needs no `from`. */
const expandReading = (value: unknown): unknown =>
  isRecord(value) && Object.hasOwn(value, 'from') ? value : { from: value };

const readingSchema = z.preprocess(
  expandReading,
  z.strictObject({
    /** The first that has something is taken. */
    from: oneOrMany(sourceSchema),
    // `then` on a value would make it a promise in the eyes of JavaScript.
    steps: z.array(stepSchema).default([]),
  }),
);
export type Reading = z.output<typeof readingSchema>;

/** A list of groups: one group for each value of a source. */
const groupsSchema = z.strictObject({
  each: sourceSchema,
  fields: z.record(z.string(), readingSchema),
});
export type Groups = z.output<typeof groupsSchema>;

const ruleSchema = z.preprocess(
  (value) => (isRecord(value) && Object.hasOwn(value, 'each') ? { groups: value } : { reading: value }),
  z.strictObject({ groups: groupsSchema.optional(), reading: readingSchema.optional() }),
);
export type Rule = z.output<typeof ruleSchema>;

const mappingSchema = z.strictObject({
  type: z.string().optional(),
  /** Which files of a folder are meant, `**` and `*` allowed; left out, all that can be read. */
  files: oneOrMany(z.string().min(1)).default(['**']),
  /** In JSON and YAML: where the entries are inside a file, `catalog.groups.*.controls.*`. */
  rows: z.string().min(1).optional(),
  /** Rows that are not wanted, and why. */
  skip: z
    .array(
      z
        .strictObject({
          reading: readingSchema,
          matches: pattern.optional(),
          empty: z.literal(true).optional(),
          reason: z.string().min(1),
        })
        .refine(exactlyOne(['matches', 'empty']), { error: 'must have exactly one of matches, empty' }),
    )
    .default([]),
  /** The file name; left out, made of the title. */
  id: readingSchema.optional(),
  fields: z.record(z.string(), ruleSchema),
  body: readingSchema.optional(),
  /** Words for terms that neither label nor synonyms have; `null` for what has no term and need not be reported. */
  terms: z.record(z.string(), z.record(z.string(), z.union([z.string(), z.null()]))).default({}),
  links: z
    .strictObject({
      /** The address of the page that relative links are meant from. */
      base: z.url({ protocol: /^https?$/ }).optional(),
    })
    .default({}),
  /** Where the material is from: kept in a line below the text. */
  source: z
    .strictObject({
      title: readingSchema.optional(),
      url: readingSchema.optional(),
      licence: z.string().min(1).optional(),
    })
    .optional(),
});
export type Mapping = z.output<typeof mappingSchema>;

export type ReadMapping = { mapping: Mapping; problems?: undefined } | { mapping?: undefined; problems: string[] };

/** @returns the mapping, or all that is wrong with it, each as `field: reason` */
export const readMapping = (data: unknown, type: CollectionName): ReadMapping => {
  const result = mappingSchema.safeParse(data);
  if (!result.success) return { problems: result.error.issues.flatMap((issue) => issueLines(issue)) };
  const problems = [...fieldProblems(result.data, type), ...termProblems(result.data)];
  return problems.length > 0 ? { problems } : { mapping: result.data };
};

const KNOWN_KEYS = [
  ...Object.keys(mappingSchema.shape),
  ...STEPS,
  ...KINDS_OF_SOURCE,
  'from',
  'steps',
  'each',
  'labelled',
];

/** The wrapping that a rule gets while it is read means nothing to whoever wrote it. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map(String)
    .filter((step) => step !== 'groups' && step !== 'reading')
    .join('.') || 'the mapping';

const issueLines = (issue: z.core.$ZodIssue): string[] => {
  const place = placeOf(issue.path);
  if (issue.code !== 'unrecognized_keys') return [`${place}: ${issue.message}`];
  return issue.keys.map((key) => {
    const near = suggest(key, KNOWN_KEYS);
    return `${place}: "${key}" is not known here.${near === undefined ? '' : ` Did you mean "${near}"?`}`;
  });
};

const fieldProblems = ({ fields }: Mapping, type: CollectionName): string[] => {
  const known = fieldPlan(type).map(({ path }) => path.join('.'));
  const isKnown = (name: string) => known.includes(name) && !name.includes('*');
  return Object.entries(fields).flatMap(([name, rule]) => {
    if (name === 'status') return ['fields.status: what is imported is a draft; its status is set when it is reviewed'];
    if (!isKnown(name)) return [unknown(`fields.${name}`, name, type, known)];
    if (!rule.groups) return [];
    const items = known.filter((path) => path.startsWith(`${name}.*.`)).map((path) => path.slice(name.length + 3));
    return Object.keys(rule.groups.fields)
      .filter((field) => !items.includes(field))
      .map((field) => unknown(`fields.${name}.fields.${field}`, field, `${type} ${name}`, items));
  });
};

const unknown = (place: string, name: string, owner: string, known: readonly string[]): string => {
  const near = suggest(name, known);
  return `${place}: ${owner} has no field "${name}".${near === undefined ? '' : ` Did you mean "${near}"?`}`;
};

const termProblems = ({ terms }: Mapping): string[] =>
  Object.keys(terms).flatMap((name) =>
    isCollectionName(name) && collections[name].kind === 'taxonomy'
      ? []
      : [`terms.${name}: there is no such taxonomy. Use the name of a folder in content/taxonomy.`],
  );
