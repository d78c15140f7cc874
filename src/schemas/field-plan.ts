/**
 * The fields of a content type as a flat list of paths with what is known of them, read off the
 * schema once. Whatever walks content (audiences, references, claims, links) walks it by this plan.
 */
import type { z } from 'zod';
import type { FieldMeta } from './fields.ts';
import { collections, type CollectionName } from './index.ts';
import { jsonSchemaOf, META_KEY, type SchemaNode } from './json-schema.ts';

/** `*` stands for every item of a list: `strengths.*.claim`. */
export interface PlannedField extends FieldMeta {
  path: readonly string[];
  /** The words a field may hold, where it is one of a few. */
  options: readonly string[] | undefined;
}

const walk = (node: SchemaNode, path: readonly string[], plan: PlannedField[]): PlannedField[] => {
  if (path.length > 0) plan.push({ ...node[META_KEY], path, options: node.enum });
  for (const [key, child] of Object.entries(node.properties ?? {})) walk(child, [...path, key], plan);
  if (node.items) walk(node.items, [...path, '*'], plan);
  return plan;
};

/** The plan of any schema built from {@link fieldMeta} fields. */
export const planOf = (schema: z.ZodType): readonly PlannedField[] => walk(jsonSchemaOf(schema), [], []);

const plans = new Map<CollectionName, readonly PlannedField[]>();

/** All fields of a collection, outer ones before the ones inside them. */
export const fieldPlan = (collection: CollectionName): readonly PlannedField[] => {
  const known = plans.get(collection);
  if (known) return known;
  const plan = planOf(collections[collection].approved);
  plans.set(collection, plan);
  return plan;
};
