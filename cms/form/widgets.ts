/** What a form has to ask → Decap's widgets. The table in docs/cms-form.md says the same in words. */
import type { CollectionName } from '../../src/schemas/index.ts';
import type { ReferenceTarget } from '../../src/schemas/fields.ts';
import type { CmsField } from './decap.ts';
import { KEY, type Pattern, type PlannedQuestion, type Question } from './plan.ts';

/** Widgets of our own: see register.ts. */
export const ASSET_WIDGET = 'dealshelf-asset';
export const HEADING_WIDGET = 'dealshelf-heading';

export interface Term {
  id: string;
  label: string;
}

export interface WidgetContext {
  /** Only what this says must be there before anything is saved; the rest may wait. */
  isNeeded: (field: PlannedQuestion) => boolean;
  /** Words below a field that must be there only later. */
  laterHint: string | undefined;
  /** The terms of small vocabularies: they are offered as a list. Other references are looked up. */
  terms: Readonly<Partial<Record<ReferenceTarget, readonly Term[]>>>;
  /** By which fields entries are looked up: the first one is their name. */
  lookup: (target: CollectionName) => readonly string[];
}

/** How many entries a look-up shows before anything is typed. */
const LOOKUP_LENGTH = 200;

/** Inside a group that may be left out nothing is filled in or asked for: it would call the group into being. */
interface Place {
  optional: boolean;
}

export const widgetOf = (
  field: PlannedQuestion,
  context: WidgetContext,
  place: Place = { optional: false },
): CmsField => {
  const required = !place.optional && context.isNeeded(field);
  const hint = [field.hint, field.required && !required ? context.laterHint : undefined].filter(Boolean).join(' ');
  const value = place.optional && field.kind !== 'list' && field.kind !== 'pairs' ? undefined : defaultOf(field);
  return {
    name: field.name,
    label: field.label,
    ...optionsOf(field, context, { optional: place.optional || (field.kind === 'group' && !field.required) }),
    required,
    ...(hint === '' ? {} : { hint }),
    ...(value === undefined ? {} : { default: value }),
  };
};

const defaultOf = (field: PlannedQuestion): CmsField['default'] => {
  switch (field.kind) {
    case 'flag':
      // A switch that is off where nothing is written would lie about what is on unless said otherwise: that is a choice.
      return field.absent === true ? undefined : false;
    // Without it Decap starts every new entry with one empty item.
    case 'list':
    case 'pairs':
      return [];
    case 'constant':
      return field.value;
    default:
      return field.absent;
  }
};

type Options = { widget: string } & Record<string, unknown>;

const optionsOf = (field: PlannedQuestion, context: WidgetContext, place: Place): Options => {
  switch (field.kind) {
    case 'text':
      return { widget: field.long ? 'text' : 'string', ...patternOf(field.pattern) };
    case 'markdown':
      // Never the widget `richtext`: it rewrites a text that nobody touched.
      return { widget: 'markdown', modes: ['raw', 'rich_text'], ...patternOf(field.pattern) };
    case 'option':
      return { widget: 'select', options: field.options };
    case 'options':
      return { widget: 'select', multiple: true, options: field.options, ...maxOf(field.most) };
    case 'number':
      return {
        widget: 'number',
        value_type: field.whole ? 'int' : 'float',
        ...(field.min === undefined ? {} : { min: field.min }),
        ...(field.max === undefined ? {} : { max: field.max }),
      };
    case 'number-or-text':
      return { widget: 'string', ...patternOf(field.pattern) };
    case 'flag':
      return field.absent === true ? { widget: 'select', options: YES_NO } : { widget: 'boolean' };
    case 'day':
      // Not in UTC: “Now” would be another day than the author’s.
      return { widget: 'datetime', format: 'YYYY-MM-DD', date_format: 'YYYY-MM-DD', time_format: false };
    case 'moment':
      return { widget: 'datetime', format: 'YYYY-MM-DDTHH:mm:ssZ' };
    case 'image':
    case 'file':
      return { widget: field.kind, choose_url: false };
    case 'reference':
      return { ...referenceOptions(field, context), ...(field.many ? { multiple: true, ...maxOf(field.most) } : {}) };
    case 'constant':
      return { widget: 'hidden' };
    case 'list':
      return listOptions(field.item, field.most, context);
    case 'group':
      return { widget: 'object', collapsed: true, fields: field.fields.map((one) => widgetOf(one, context, place)) };
    case 'pairs':
      return {
        widget: 'list',
        collapsed: true,
        summary: `{{fields.${KEY}}}`,
        fields: [keyField, widgetOf(field.value, context)],
      };
  }
};

const YES_NO = [
  { label: 'Yes', value: 'yes' },
  { label: 'No', value: 'no' },
];

const keyField: CmsField = { name: KEY, label: 'Id', widget: 'string', required: false };

const patternOf = (pattern: Pattern | undefined) =>
  pattern === undefined ? {} : { pattern: [pattern.source, pattern.message] as const };

const maxOf = (most: number | undefined) => (most === undefined ? {} : { max: most });

const referenceOptions = (
  { target }: Extract<Question, { kind: 'reference' }>,
  { terms, lookup }: WidgetContext,
): Options => {
  const known = terms[target];
  if (known) return { widget: 'select', options: known.map(({ id, label }) => ({ label, value: id })) };
  const fields = target === 'asset' ? ['title'] : lookup(target);
  return {
    widget: target === 'asset' ? ASSET_WIDGET : 'relation',
    collection: target,
    value_field: '{{slug}}',
    search_fields: fields,
    display_fields: fields.slice(0, 1),
    options_length: LOOKUP_LENGTH,
  };
};

const listOptions = (item: PlannedQuestion, most: number | undefined, context: WidgetContext): Options => {
  const shared = { widget: 'list', ...maxOf(most) };
  // Folded up, a group shows its first field; a single value would show nothing.
  if (item.kind !== 'group') return { ...shared, collapsed: false, field: widgetOf(item, context) };
  const [first] = item.fields.filter(({ kind }) => kind === 'text' || kind === 'reference' || kind === 'option');
  return {
    ...shared,
    collapsed: true,
    ...(first ? { summary: `{{fields.${first.name}}}` } : {}),
    fields: item.fields.map((one) => widgetOf(one, context)),
  };
};
