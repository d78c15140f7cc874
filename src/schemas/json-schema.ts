/**
 * A zod schema as JSON Schema, with what is known of each field under keys of our own. The one place
 * that turns schemas into data: the field plan, the editing form and the editors' schemas read it.
 */
import { z } from 'zod';
import { fieldMeta, type FieldMeta } from './fields.ts';

/** Under it stands the field's {@link FieldMeta}: plain keys would collide with JSON Schema's own, such as `format`. */
export const META_KEY = 'x-field';
/** Under it stand the words for a text that does not match its pattern. */
export const MESSAGE_KEY = 'x-message';

/** A node of JSON Schema: what we read of it, and whatever else it has. */
export interface SchemaNode {
  [key: string]: unknown;
  [META_KEY]?: FieldMeta | undefined;
  [MESSAGE_KEY]?: string | undefined;
  type?: string | string[] | undefined;
  format?: string | undefined;
  pattern?: string | undefined;
  enum?: string[] | undefined;
  const?: unknown;
  default?: unknown;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  maxItems?: number | undefined;
  required?: string[] | undefined;
  properties?: Record<string, SchemaNode> | undefined;
  items?: SchemaNode | undefined;
  propertyNames?: SchemaNode | undefined;
  additionalProperties?: boolean | SchemaNode | undefined;
  anyOf?: SchemaNode[] | undefined;
}

const own = {
  [META_KEY]: z.custom<FieldMeta>((value) => typeof value === 'object').optional(),
  [MESSAGE_KEY]: z.string().optional(),
};

const nodeSchema: z.ZodType<SchemaNode> = z.looseObject({
  ...own,
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  enum: z.array(z.string()).optional(),
  const: z.unknown().optional(),
  default: z.unknown().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxItems: z.number().optional(),
  required: z.array(z.string()).optional(),
  get properties() {
    return z.record(z.string(), nodeSchema).optional();
  },
  // `false` behind the items of a tuple: there is nothing more.
  get items() {
    return z.union([nodeSchema, z.boolean().transform(() => undefined)]).optional();
  },
  get propertyNames() {
    return nodeSchema.optional();
  },
  get additionalProperties() {
    return z.union([z.boolean(), nodeSchema]).optional();
  },
  get anyOf() {
    return z.array(nodeSchema).optional();
  },
});

const metaHolder = z.looseObject(own);

/** What a schema says of a text that breaks its pattern; undefined where it says nothing of its own. */
const patternMessage = (schema: z.core.$ZodType): string | undefined => {
  const issues = z.safeParse(schema, NOTHING_MATCHES).error?.issues ?? [];
  return issues.find((issue) => issue.code === 'invalid_format')?.message;
};

/** A character that no field allows. */
const NOTHING_MATCHES = '\u0000';

/** What an author writes (`io: input`), not what pages are given. Throws at cycles. */
export const jsonSchemaOf = (schema: z.ZodType): SchemaNode =>
  nodeSchema.parse(
    z.toJSONSchema(schema, {
      io: 'input',
      unrepresentable: 'any',
      reused: 'inline',
      cycles: 'throw',
      override: ({ zodSchema, jsonSchema }) => {
        const meta = fieldMeta.get(zodSchema);
        const inner = metaHolder.parse(jsonSchema)[META_KEY];
        if (meta) Object.assign(jsonSchema, { [META_KEY]: { ...inner, ...meta } });
        const message = jsonSchema.pattern === undefined ? undefined : patternMessage(zodSchema);
        if (message !== undefined) Object.assign(jsonSchema, { [MESSAGE_KEY]: message });
      },
    }),
  );
