/** JSON Schemas for people who write content in an editor of their own: names, sentences and what must be there. */
import { collections } from '../../src/schemas/index.ts';
import { jsonSchemaOf, MESSAGE_KEY, META_KEY, type SchemaNode } from '../../src/schemas/json-schema.ts';
import { FILE_FORMS, isFileForm, nameField, type FormName } from './forms.ts';

type Json = Readonly<Record<string, unknown>>;

/** What YAML editors understand best. */
const DIALECT = 'http://json-schema.org/draft-07/schema#';

/** A draft needs a name only; once its status is approved, all that an approved entry must have. */
export const editorSchema = (name: FormName): Json => {
  if (isFileForm(name)) return { $schema: DIALECT, ...withWords(jsonSchemaOf(FILE_FORMS[name].schema)) };
  const { kind, approved, draft } = collections[name];
  if (kind === 'taxonomy') return { $schema: DIALECT, ...withWords(jsonSchemaOf(approved)) };
  return {
    $schema: DIALECT,
    ...withWords(jsonSchemaOf(draft)),
    required: [nameField(name)],
    if: { required: ['status'], properties: { status: { const: 'approved' } } },
    then: requirementsOf(jsonSchemaOf(approved)),
  };
};

/** Our own keys as those that editors show. */
const withWords = (node: SchemaNode): Json => {
  const { [META_KEY]: meta, [MESSAGE_KEY]: message, $schema: _, ...rest } = node;
  return {
    ...(meta?.label === undefined ? {} : { title: meta.label }),
    ...(meta?.hint === undefined ? {} : { description: meta.hint }),
    ...rest,
    ...(message === undefined ? {} : { patternErrorMessage: message }),
    ...(node.properties ? { properties: eachOf(node.properties, withWords) } : {}),
    ...(node.items ? { items: withWords(node.items) } : {}),
    ...(typeof node.additionalProperties === 'object'
      ? { additionalProperties: withWords(node.additionalProperties) }
      : {}),
    ...(node.anyOf ? { anyOf: node.anyOf.map(withWords) } : {}),
  };
};

/** Only what must be there. */
const requirementsOf = (node: SchemaNode): Json => {
  const properties = Object.entries(node.properties ?? {})
    .map(([key, child]) => [key, requirementsOf(child)] as const)
    .filter(([, child]) => Object.keys(child).length > 0);
  const items = node.items ? requirementsOf(node.items) : {};
  return {
    ...(node.required?.length ? { required: node.required } : {}),
    ...(node.type === 'array' && node[META_KEY]?.required ? { minItems: 1 } : {}),
    ...(properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
    ...(Object.keys(items).length > 0 ? { items } : {}),
  };
};

const eachOf = (nodes: Readonly<Record<string, SchemaNode>>, turn: (node: SchemaNode) => Json): Json =>
  Object.fromEntries(Object.entries(nodes).map(([key, node]) => [key, turn(node)]));
