/**
 * A new draft that a page of the portal has begun: `#/collections/<c>/new?title=…&personas=a&personas=b`. Decap
 * reads such queries itself, but escapes what it reads as if it were HTML and knows no lists; so the values become
 * the defaults of the form's fields before it starts, and the query goes.
 */
import { isRecord } from '../../../src/domain/guards.ts';
import type { JsonObject } from '../settings.ts';

export interface Prefilled {
  config: JsonObject;
  /** The collection whose fields have been given values; undefined where none have. */
  collection: string | undefined;
}

const NEW_DRAFT = /^#\/collections\/([^/?]+)\/new\?(.+)$/;

/** @param hash of the page's address */
export const prefilled = (config: JsonObject, hash: string): Prefilled => {
  const [, name, query] = NEW_DRAFT.exec(hash) ?? [];
  const collections: unknown = config['collections'];
  if (name === undefined || query === undefined || !Array.isArray(collections))
    return { config, collection: undefined };
  const values = new URLSearchParams(query);
  return {
    collection: name,
    config: {
      ...config,
      collections: collections.map((collection: unknown) =>
        isRecord(collection) && collection['name'] === name ? withDefaults(collection, values) : collection,
      ),
    },
  };
};

const withDefaults = (collection: JsonObject, values: URLSearchParams): JsonObject => {
  const fields: unknown = collection['fields'];
  if (!Array.isArray(fields)) return collection;
  return {
    ...collection,
    fields: fields.map((field: unknown) => {
      if (!isRecord(field) || typeof field['name'] !== 'string' || !values.has(field['name'])) return field;
      const value = defaultOf(field, values.getAll(field['name']));
      return value === undefined ? field : { ...field, default: value };
    }),
  };
};

/** Undefined where the field takes no text: what cannot be put into it is left out. */
const defaultOf = (field: JsonObject, values: readonly string[]): unknown => {
  const [first = ''] = values;
  switch (field['widget']) {
    case 'list':
      return isRecord(field['field']) ? values : undefined;
    case 'select':
    case 'relation':
      return field['multiple'] === true ? values : first;
    case 'number':
      return first !== '' && Number.isFinite(Number(first)) ? Number(first) : undefined;
    case 'boolean':
      return first === 'true';
    case 'object':
    case 'image':
    case 'file':
      return undefined;
    default:
      return first;
  }
};

const FORM = /^#\/collections\/[^/?]+\/(?:new|entries\/)/;

/** Decap keeps the form that is open when only the address changes: the entry would be one and its text another's. */
const needsFreshPage = (from: string, to: string, collection: string | undefined): boolean =>
  NEW_DRAFT.test(to) ||
  (collection !== undefined && to.startsWith(`#/collections/${collection}/new`)) ||
  (FORM.test(from) && FORM.test(to) && !isSavedDraft(from, to));

/** A new draft that has just been saved gets the address of its entry. */
const isSavedDraft = (from: string, to: string): boolean =>
  from.endsWith('/new') && to.startsWith(from.replace(/new$/, 'entries/'));

/** The next new draft of the same type must not begin with the same values, and one with values of its own needs them. */
export const watchAddress = (collection: string | undefined): void => {
  if (collection !== undefined) history.replaceState(null, '', window.location.hash.replace(/\?.*$/, ''));
  let last = window.location.hash;
  window.addEventListener('hashchange', () => {
    const { hash } = window.location;
    if (hash !== last && needsFreshPage(last, hash, collection)) window.location.reload();
    last = hash;
  });
};
