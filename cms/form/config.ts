/**
 * The collections of Decap's configuration, made from the schemas: nothing about a field is written
 * twice. Backend, media folders and the place of the CMS are not in it.
 *
 * Needs {@link registerForm} before `CMS.init`: the formats and two of the widgets are our own.
 */
import { isAssetType } from '../../src/domain/entries.ts';
import { FIELD_GROUPS, type FieldGroup } from '../../src/schemas/fields.ts';
import { collections, type CollectionName } from '../../src/schemas/index.ts';
import type { Labels } from '../../src/schemas/labels.ts';
import type { Settings } from '../../src/schemas/settings.ts';
import type { CmsField, CmsFiles, CmsFolder, CmsView, FormConfig } from './decap.ts';
import {
  endingOf,
  FILE_FORMS,
  formatName,
  formNames,
  formPlan,
  groupedLists,
  isFileForm,
  nameField,
  type FileForm,
} from './forms.ts';
import type { PlannedQuestion } from './plan.ts';
import { joinedField, REVIEW_FIELD } from './own-data.ts';
import { HEADING_WIDGET, widgetOf, type WidgetContext } from './widgets.ts';

export type { CmsCollection, FormConfig } from './decap.ts';

export interface FormOptions {
  /** What collections are called; left out, they are called by their names. */
  labels?: Pick<Labels, 'collections'>;
  /** The terms there are, by vocabulary: those given are offered as a list, the others are looked up while typing. */
  terms?: WidgetContext['terms'];
  /** Drafts are reviewed before they are published: then deleting must not go round it. Left out, yes. */
  workflow?: boolean;
  /** How the content folder is called in the repository. */
  folder?: string;
}

/** @param settings say how often assets are reviewed; left out, the descriptions are silent about it */
export const formConfig = (settings?: Pick<Settings, 'review_every'>, options: FormOptions = {}): FormConfig => ({
  slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
  collections: formNames().map((name) =>
    isFileForm(name) ? fileCollection(name, options) : folderCollection(name, settings, options),
  ),
});

const folderOf = ({ folder = 'content' }: FormOptions) => folder;
const mayDelete = ({ workflow = true }: FormOptions) => !workflow;

const readable = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');

const folderCollection = (
  name: CollectionName,
  settings: Pick<Settings, 'review_every'> | undefined,
  options: FormOptions,
): CmsFolder => {
  const plan = formPlan(name);
  const words = options.labels?.collections[name];
  const title = nameField(name);
  return {
    name,
    label: words?.many ?? readable(name),
    label_singular: words?.one ?? readable(name),
    description: describe(name, words?.about, settings),
    folder: `${folderOf(options)}/${collections[name].folder}`,
    extension: endingOf(name),
    format: formatName(name),
    create: true,
    delete: mayDelete(options),
    identifier_field: title,
    // A statement is long, a file name is not. Nothing stands for what was cut off.
    slug: `{{${title} | truncate(60, '-')}}`,
    summary: summaryOf(plan, title),
    sortable_fields: [title, ...['status', 'reviewed_on', 'expires_on', 'owner', 'order'].filter(hasField(plan))],
    view_filters: filtersOf(name, plan, options),
    view_groups: groupsOf(name, plan),
    fields: fieldsOf(name, plan, options),
  };
};

const hasField = (plan: readonly PlannedQuestion[]) => (name: string) => plan.some((field) => field.name === name);

const describe = (
  name: CollectionName,
  about: string | undefined,
  settings?: Pick<Settings, 'review_every'>,
): string => {
  const days = settings && isAssetType(name) ? settings.review_every[name] : undefined;
  return [about, days && `Reviewed every ${days} days.`].filter(Boolean).join(' ');
};

/** Below the name: what decides whether, and to whom, an entry is shown. */
const summaryOf = (plan: readonly PlannedQuestion[], title: string): string =>
  [title, ...['status', 'audience'].filter(hasField(plan))].map((field) => `{{${field}}}`).join(' · ');

const optionsIn = (plan: readonly PlannedQuestion[], name: string): readonly string[] => {
  const field = plan.find((one) => one.name === name);
  return field?.kind === 'option' ? field.options : [];
};

/** Decap compares a field with a pattern. A list reads `List [ "awareness", "decision" ]` there. */
const filtersOf = (name: CollectionName, plan: readonly PlannedQuestion[], { terms }: FormOptions): CmsView[] => [
  ...optionsIn(plan, 'status').map((status) => ({
    label: `Status: ${status}`,
    field: 'status',
    pattern: `^${status}$`,
  })),
  ...optionsIn(plan, 'audience').map((audience) => ({
    label: `Audience: ${audience}`,
    field: 'audience',
    pattern: `^${audience}$`,
  })),
  ...(isAssetType(name) ? REVIEW_FILTERS : []),
  ...(hasField(plan)('stages') ? (terms?.stages ?? []) : []).map(({ id, label }) => ({
    label,
    field: 'stages',
    pattern: `"${id}"`,
  })),
];

const REVIEW_FILTERS: readonly CmsView[] = [
  { label: 'Review overdue', field: REVIEW_FIELD, pattern: '^overdue$' },
  { label: 'Review due soon', field: REVIEW_FIELD, pattern: '^due$' },
  { label: 'Never reviewed', field: REVIEW_FIELD, pattern: '^unreviewed$' },
];

/** By whatever an entry is exactly one of, and by the stages and people it is for. */
const groupsOf = (name: CollectionName, plan: readonly PlannedQuestion[]): CmsView[] => [
  ...plan.filter(({ kind }) => kind === 'option').map((field) => ({ label: field.label, field: field.name })),
  ...plan.filter((field) => field.name === 'owner').map((field) => ({ label: field.label, field: field.name })),
  ...plan
    .filter((field) => field.kind === 'reference' && !field.many && field.required)
    .map((field) => ({ label: field.label, field: field.name })),
  ...plan
    .filter((field) => groupedLists(name).includes(field.name))
    .map((field) => ({ label: field.label, field: joinedField(field.name) })),
  ...(isAssetType(name) ? [{ label: 'Review', field: REVIEW_FIELD }] : []),
];

const HEADINGS: Readonly<Record<FieldGroup, { label: string; hint: string }>> = {
  fit: { label: 'Where it fits', hint: 'Stages, people and topics: by these it is found and matched.' },
  upkeep: { label: 'Upkeep', hint: 'Who keeps it true, and when somebody last checked.' },
  release: { label: 'Release', hint: 'Who may read it, and from when to when.' },
};

/** What must be there comes first, then what always has some value, then what may be left out. */
const urgency = ({ required, absent }: PlannedQuestion): number => (required ? 0 : absent === undefined ? 2 : 1);

/** What the entry is about first, then the parts that all types share. */
const fieldsOf = (name: CollectionName, plan: readonly PlannedQuestion[], options: FormOptions): CmsField[] => {
  const context = contextFor(name, plan, options);
  const inPart = (part: FieldGroup | undefined) => {
    const fields = plan.filter(({ group }) => group === part);
    return fields.toSorted((a, b) => urgency(a) - urgency(b));
  };
  const widgets = (fields: readonly PlannedQuestion[]) => fields.map((field) => widgetOf(field, context));
  return [
    ...widgets(inPart(undefined)),
    ...(endingOf(name) === 'md' ? [BODY] : []),
    ...FIELD_GROUPS.flatMap((group) => {
      const fields = inPart(group);
      return fields.length === 0 ? [] : [headingField(group), ...widgets(fields)];
    }),
  ];
};

/** The text below the fields. */
const BODY: CmsField = {
  name: 'body',
  label: 'Text',
  widget: 'markdown',
  modes: ['raw', 'rich_text'],
  required: false,
  hint: 'Markdown: what else there is to say, below everything above.',
};

/** Shows where a part begins, and holds nothing. */
const headingField = (group: FieldGroup): CmsField => ({
  name: `heading-${group}`,
  label: HEADINGS[group].label,
  widget: HEADING_WIDGET,
  required: true,
  hint: HEADINGS[group].hint,
});

const contextFor = (name: CollectionName, plan: readonly PlannedQuestion[], options: FormOptions): WidgetContext => {
  // Terms of a vocabulary have no drafts. Everything else may be saved with a name alone.
  const hasDrafts = collections[name].kind !== 'taxonomy';
  const title = plan.find((field) => field.name === nameField(name));
  return {
    isNeeded: (field) => (hasDrafts ? field === title : field.required),
    laterHint: hasDrafts ? 'Needed before it can be approved.' : undefined,
    terms: options.terms ?? {},
    lookup: (target) => [nameField(target)],
  };
};

const fileCollection = (name: FileForm, options: FormOptions): CmsFiles => {
  const label = readable(name);
  const context = {
    isNeeded: (field: PlannedQuestion) => field.required,
    laterHint: undefined,
    terms: options.terms ?? {},
    lookup: (target: CollectionName) => [nameField(target)],
  };
  return {
    name,
    label,
    format: formatName(name),
    delete: false,
    files: [
      {
        name,
        label,
        file: `${folderOf(options)}/${FILE_FORMS[name].file}`,
        fields: formPlan(name).map((field) => widgetOf(field, context)),
      },
    ],
  };
};
