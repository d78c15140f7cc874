/** Every form there is: one a collection of the registry, and those of the two files that are none. */
import { collectionNames, isCollectionName } from '../../src/domain/entries.ts';
import { collections, type CollectionName } from '../../src/schemas/index.ts';
import { labelsSchema } from '../../src/schemas/labels.ts';
import { settingsSchema } from '../../src/schemas/settings.ts';
import { planForm, type PlannedQuestion } from './plan.ts';

/** Single files that have a form of their own. */
export const FILE_FORMS = {
  settings: { schema: settingsSchema, file: 'settings.yml' },
  labels: { schema: labelsSchema, file: 'labels/en.yml' },
};
export type FileForm = keyof typeof FILE_FORMS;

/** What Decap calls a collection. */
export type FormName = CollectionName | FileForm;

export const isFileForm = (name: string): name is FileForm => Object.hasOwn(FILE_FORMS, name);
export const isFormName = (name: string): name is FormName => isCollectionName(name) || isFileForm(name);

export const formNames = (): FormName[] => [...collectionNames(), 'settings', 'labels'];

/** How a form's files end: what lies below `assets/` is a text with fields above it, everything else is fields alone. */
export const endingOf = (name: FormName): 'md' | 'yml' =>
  !isFileForm(name) && collections[name].folder.startsWith('assets/') ? 'md' : 'yml';

/** The format that reads and writes a form's files: one a form, because fields are turned over in it. */
export const formatName = (name: FormName): string => `dealshelf-${name}`;

const plans = new Map<FormName, readonly PlannedQuestion[]>();

/** What a form asks for, by the reading that is complete. @throws UnmappableField */
export const formPlan = (name: FormName): readonly PlannedQuestion[] => {
  const known = plans.get(name);
  if (known) return known;
  const plan = planForm(name, isFileForm(name) ? FILE_FORMS[name].schema : collections[name].approved);
  plans.set(name, plan);
  return plan;
};

/** The field that names an entry, and that its file is called after. */
export const nameField = (name: CollectionName): string => {
  const field = formPlan(name).find((one) => one.kind === 'text' && one.required);
  if (!field) throw new Error(`${name}: no required text can name an entry.`);
  return field.name;
};

/** Lists of references that every entry has: what it can be grouped by beside what it is exactly one of. */
export const groupedLists = (name: FormName): readonly string[] =>
  formPlan(name).flatMap((field) => (field.kind === 'reference' && field.many && field.required ? [field.name] : []));
