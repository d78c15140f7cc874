import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { editorSchema } from '../../../../cms/form/editor-schemas.ts';
import { formNames, isFileForm, nameField, type FormName } from '../../../../cms/form/forms.ts';
import { parseContentFile } from '../../../../src/domain/content-file.ts';
import { allEntries, collectionNames } from '../../../../src/domain/entries.ts';
import { collections } from '../../../../src/schemas/index.ts';
import { loadLibrary } from '../../../../src/library/load-library.ts';

const containing = (text: string): unknown => expect.stringContaining(text);

/** The validator that Decap brings along: the same as most editors use. */
const require = createRequire(createRequire(import.meta.url).resolve('decap-cms-core'));
type Validate = ((data: unknown) => boolean) & { errors?: { instancePath: string; keyword: string }[] | null };
const Ajv = z
  .custom<new (options: Record<string, unknown>) => { compile: (schema: unknown) => Validate }>(
    (value) => typeof value === 'function',
  )
  .parse(require('ajv'));
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });

const validators = new Map(formNames().map((name) => [name, ajv.compile(editorSchema(name))]));
const errorsOf = (name: FormName, data: unknown): string[] => {
  const validate = validators.get(name);
  if (!validate) throw new Error(name);
  validate(data);
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
};

const { library, labels } = await loadLibrary('content');

describe('schemas for editors', () => {
  it('accept all of the example', async () => {
    for (const entry of allEntries(library)) expect(errorsOf(entry.collection, entry.data), entry.file).toEqual([]);
    const settings = parseContentFile('settings.yml', await readFile('content/settings.yml', 'utf8')).parsed?.data;
    expect(errorsOf('settings', settings)).toEqual([]);
    expect(errorsOf('labels', labels)).toEqual([]);
  });

  it.each(collectionNames())('know what %s must have, and when', (name) => {
    const bare = { [nameField(name)]: 'A name' };
    const missing = errorsOf(name, { ...bare, status: 'approved' }).filter((error) => error.endsWith('required'));
    if (collections[name].kind === 'taxonomy') {
      expect(errorsOf(name, {})).toContain(' required');
    } else {
      expect(errorsOf(name, { ...bare, status: 'draft' })).toEqual([]);
      expect(errorsOf(name, {})).toContain(' required');
      expect(missing).not.toEqual([]);
    }
  });

  it('know what a field inside a list must have', () => {
    const kit = { title: 'A', summary: 'B', owner: 'C', items: [{ why: 'D' }] };
    expect(errorsOf('kits', { ...kit, status: 'approved' })).toContain('/items/0 required');
    expect(errorsOf('kits', { ...kit, status: 'draft' })).toEqual([]);
    expect(errorsOf('kits', { ...kit, items: [], status: 'approved' })).toContain('/items minItems');
  });

  it('refuse what is no field, and what is none of the words', () => {
    expect(errorsOf('claims', { statement: 'A', sorce: {} })).toContain(' additionalProperties');
    expect(errorsOf('claims', { statement: 'A', confidence: 'certain' })).toContain('/confidence enum');
  });

  it('show editors the name and the sentence of a field', () => {
    expect(editorSchema('claims')).toMatchObject({
      properties: { statement: { title: 'Statement', description: containing('One sentence') } },
    });
    expect(JSON.stringify(formNames().map(editorSchema))).not.toContain('"x-');
  });

  it('are the generated ones, and editors are told which is for which files', async () => {
    for (const name of formNames()) {
      const written: unknown = JSON.parse(await readFile(`cms/generated/schemas/${name}.json`, 'utf8'));
      expect(written, name).toEqual(editorSchema(name));
    }
    const settings = z
      .object({ 'yaml.schemas': z.record(z.string(), z.string()) })
      .parse(JSON.parse(await readFile('.vscode/settings.json', 'utf8')));
    expect(settings['yaml.schemas']['./cms/generated/schemas/claims.json']).toBe('content/claims/*.{yml,yaml}');
    expect(Object.keys(settings['yaml.schemas'])).toHaveLength(formNames().length);
    expect(formNames().filter(isFileForm)).toEqual(['settings', 'labels']);
  });
});
