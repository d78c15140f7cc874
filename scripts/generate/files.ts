/** All files that are made from the schemas, by path. */
import { formConfig } from '../../cms/form/config.ts';
import { editorSchema } from '../../cms/form/editor-schemas.ts';
import { FILE_FORMS, formNames, isFileForm, type FormName } from '../../cms/form/forms.ts';
import { collections } from '../../src/schemas/index.ts';
import { fieldReference } from './field-reference.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const schemaFile = (name: FormName): string => `cms/generated/schemas/${name}.json`;

/** Files that a schema is for. Editors know YAML files; the fields above a Markdown text they leave alone. */
const filesOf = (name: FormName): string =>
  isFileForm(name) ? `content/${FILE_FORMS[name].file}` : `content/${collections[name].folder}/*.{yml,yaml}`;

const editorSettings = () => ({
  'yaml.schemas': Object.fromEntries(formNames().map((name) => [`./${schemaFile(name)}`, filesOf(name)])),
});

/** Nothing in them may depend on content: a new term must not make the code stale. */
export const generatedFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ['docs/fields.md', fieldReference()],
    ['cms/generated/decap.json', json(formConfig())],
    ...formNames().map((name) => [schemaFile(name), json(editorSchema(name))] as const),
    ['.vscode/settings.json', json(editorSettings())],
  ]);
