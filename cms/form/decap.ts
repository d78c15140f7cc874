/** The part of Decap's configuration that is generated, as plain JSON values. Decap checks all of it when it starts. */

export interface CmsField {
  name: string;
  label: string;
  widget: string;
  required: boolean;
  hint?: string;
  /** A regular expression without flags, and what is said to whoever breaks it. */
  pattern?: readonly [string, string];
  default?: string | number | boolean | readonly string[];
  /** Of an object, and of a list of objects. */
  fields?: readonly CmsField[];
  /** Of a list of values. */
  field?: CmsField;
  multiple?: boolean;
  /** Of a look-up: the collection that is looked through. */
  collection?: string;
  [option: string]: unknown;
}

export interface CmsView {
  label: string;
  field: string;
  pattern?: string;
}

interface CmsCollectionBase {
  name: string;
  label: string;
  label_singular?: string;
  description?: string;
  /** The formatter that {@link registerForm} registers for the collection. */
  format: string;
  delete: boolean;
}

export interface CmsFolder extends CmsCollectionBase {
  folder: string;
  extension: string;
  create: boolean;
  identifier_field: string;
  slug: string;
  summary: string;
  sortable_fields: readonly string[];
  view_filters: readonly CmsView[];
  view_groups: readonly CmsView[];
  fields: readonly CmsField[];
}

export interface CmsFiles extends CmsCollectionBase {
  files: readonly { name: string; label: string; description?: string; file: string; fields: readonly CmsField[] }[];
}

export type CmsCollection = CmsFolder | CmsFiles;

export interface FormConfig {
  /** How file names are made of titles: they are ids. */
  slug: { encoding: 'ascii'; clean_accents: true; sanitize_replacement: '-' };
  collections: CmsCollection[];
}
