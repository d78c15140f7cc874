import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { formConfig } from '../../../../cms/form/config.ts';
import { contentFormat } from '../../../../cms/form/content-format.ts';
import type { CmsCollection, CmsField, CmsFolder } from '../../../../cms/form/decap.ts';
import { endingOf, formatName, formNames } from '../../../../cms/form/forms.ts';
import { parseContentFile } from '../../../../src/domain/content-file.ts';
import { collectionNames, isAssetType } from '../../../../src/domain/entries.ts';
import { validateEntry } from '../../../../src/domain/validate.ts';
import { fieldPlan } from '../../../../src/schemas/field-plan.ts';
import { ID_PATTERN } from '../../../../src/schemas/fields.ts';
import { collections } from '../../../../src/schemas/index.ts';
import { settingsSchema } from '../../../../src/schemas/settings.ts';
import { idFor } from '../../../../cms/form/before-save.ts';
import { decap } from '../../../fixtures/decap.ts';

const containing = (text: string): unknown => expect.stringContaining(text);

const config = formConfig();
const folders = config.collections.filter((one): one is CmsFolder => 'folder' in one);
const folder = (name: string): CmsFolder => {
  const found = folders.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};
const fieldOf = (collection: CmsFolder, name: string): CmsField | undefined =>
  collection.fields.find((field) => field.name === name);

beforeAll(() => {
  for (const name of formNames()) decap.registerFormat(formatName(name), endingOf(name), contentFormat(name));
});

describe('the configuration', () => {
  it('is one that Decap accepts', () => {
    expect(() => decap.validateConfig(config)).not.toThrow();
    const broken: CmsCollection[] = [
      { ...folder('claims'), fields: [{ name: 'a', label: 'A', widget: 'select', required: true }] },
    ];
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    expect(() => decap.validateConfig({ ...config, collections: broken })).toThrow(/options/);
  });

  it('is the generated one, whatever is in the content', async () => {
    expect(JSON.parse(await readFile('cms/generated/decap.json', 'utf8'))).toEqual(config);
  });

  it('has every collection of the registry, where its files lie, and the two files', () => {
    expect(folders.map(({ name, folder, extension }) => [name, folder, extension])).toEqual(
      collectionNames().map((name) => [
        name,
        `content/${collections[name].folder}`,
        collections[name].folder.startsWith('assets/') ? 'md' : 'yml',
      ]),
    );
    expect(config.collections.flatMap((one) => ('files' in one ? one.files.map(({ file }) => file) : []))).toEqual([
      'content/settings.yml',
      'content/labels/en.yml',
    ]);
  });

  it.each(collectionNames())('asks for every field of %s, with its name and its sentence', (name) => {
    for (const { path, label, hint } of fieldPlan(name)) {
      if (hint === undefined || path.includes('*')) continue;
      const found = path.reduce<readonly CmsField[]>((fields, step) => {
        const field = fields.find((one) => one.name === step);
        return field ? (path.at(-1) === step ? [field] : (field.fields ?? [])) : [];
      }, folder(name).fields);
      expect(found[0], path.join('.')).toMatchObject({ label, hint: containing(hint) });
    }
  });

  it('lets a draft be saved with a name alone, and a term only when it is complete', () => {
    const needed = (name: string) =>
      folder(name)
        .fields.filter((field) => field.required && !field.name.startsWith('heading-'))
        .map((field) => field.name);
    expect(needed('battlecards')).toEqual(['title']);
    expect(needed('claims')).toEqual(['statement']);
    expect(needed('company-sizes')).toEqual(['label', 'employees_from']);
    expect(fieldOf(folder('battlecards'), 'owner')?.hint).toMatch(/Needed before it can be approved\.$/);
  });

  it.each(collectionNames())('begins %s with what is right so far', (name) => {
    const collection = folder(name);
    const begun = { ...decap.begin(collection), [collection.identifier_field]: 'A first try' };
    const { parsed } = parseContentFile(`a.${collection.extension}`, decap.save(collection, begun));
    const entry = { collection: name, id: 'a', file: 'a', data: parsed?.data ?? {}, body: '', valid: true };
    const expected = collections[name].kind === 'taxonomy' ? 'MISSING_FIELD' : 'none';
    expect(validateEntry(entry).filter(({ code }) => code !== expected)).toEqual([]);
  });

  it('offers the terms of small vocabularies as a list, and looks the others up', () => {
    const terms = { stages: [{ id: 'decision', label: 'Decision' }] };
    const known = formConfig(undefined, { terms }).collections.find(
      (one): one is CmsFolder => one.name === 'plays' || one.name === 'objections',
    );
    expect(known && fieldOf(known, 'stages')).toMatchObject({
      widget: 'select',
      multiple: true,
      options: [{ label: 'Decision', value: 'decision' }],
    });
    expect(known && fieldOf(known, 'personas')).toMatchObject({ widget: 'relation', collection: 'personas' });
    expect(known?.view_filters).toContainEqual({ label: 'Decision', field: 'stages', pattern: '"decision"' });
  });

  it('only looks up what is there, by a field that it has', () => {
    const relations = (fields: readonly CmsField[]): CmsField[] =>
      fields.flatMap((field) => [
        ...(field.widget === 'relation' ? [field] : []),
        ...relations(field.fields ?? []),
        ...relations(field.field ? [field.field] : []),
      ]);
    const found = folders.flatMap(({ fields }) => relations(fields));
    expect(found.length).toBeGreaterThan(40);
    for (const field of found) {
      const target = folder(String(field.collection));
      expect(field['search_fields']).toEqual([target.identifier_field]);
    }
  });

  it('never lets anybody delete round the review', () => {
    expect(config.collections.filter((one) => one.delete)).toEqual([]);
    expect(formConfig(undefined, { workflow: false }).collections.filter((one) => one.delete).length).toBe(
      folders.length,
    );
  });

  it.each(collectionNames())('filters and groups %s by what decides who sees it', (name) => {
    const { view_filters, view_groups, summary } = folder(name);
    const fields = new Set(view_filters.map(({ field }) => field));
    expect(fields.has('audience')).toBe(true);
    expect(fields.has('status')).toBe(collections[name].kind !== 'taxonomy');
    expect(fields.has('$.review')).toBe(isAssetType(name));
    expect(view_groups.some(({ label }) => label === 'Owner')).toBe(
      collections[name].kind !== 'taxonomy' && name !== 'claims',
    );
    expect(new Set(view_filters.map(({ field, pattern }) => `${field}${pattern}`)).size).toBe(view_filters.length);
    expect(summary).toContain('{{audience}}');
  });

  it('can filter and group by what is no text of the file', () => {
    const review = {
      settings: { review_every: settingsSchema.shape.review_every.parse({}), review_notice: 14 },
      today: '2026-11-22',
    };
    const format = contentFormat('battlecards', review);
    const own = (yaml: string) => format.fromFile(`---\n${yaml}\n---\n`)['$'];
    expect(own('stages: [awareness, decision]\nreviewed_on: 2026-11-20')).toMatchObject({
      review: 'fresh',
      joined: { stages: 'awareness, decision' },
    });
    expect(own('reviewed_on: 2026-09-01')).toMatchObject({ review: 'overdue' });
    expect(own('reviewed_on: 2026-09-01\nreview_every: 365')).toMatchObject({ review: 'fresh' });
    expect(own('title: A')).toMatchObject({ review: 'unreviewed' });
    expect(folder('battlecards').view_groups).toContainEqual({ label: 'Buying stages', field: '$.joined.stages' });
    expect(format.toFile(format.fromFile('---\ntitle: A\n---\n'))).toBe('---\ntitle: A\n---\n');
  });

  it('says how often a type is reviewed', async () => {
    const settings = settingsSchema.parse(
      parseContentFile('a.yml', await readFile('content/settings.yml', 'utf8')).parsed?.data,
    );
    const [first] = formConfig(settings).collections;
    expect(first).toMatchObject({ name: 'battlecards', description: 'Reviewed every 45 days.' });
  });
});

describe('file names', () => {
  const names = [
    'Grüße aus Zürich: was kostet das?',
    'It’s too expensive, isn’t it?',
    "It's 1.10 & more",
    'Halyard was available 99.97% of the time in the twelve months to September 2026, planned maintenance counted',
    '  Spaces   around  ',
    'Ærø Ørsted Straße',
    'CAPITALS',
  ];
  it.each(names)('are ids, and known before saving: %s', (statement) => {
    const made = decap.fileName(config, folder('claims'), { statement });
    expect(made).toMatch(ID_PATTERN);
    expect(made.length).toBeLessThanOrEqual(60);
    expect(ID_PATTERN.test(idFor('claims', { statement }))).toBe(true);
  });
  it('stay with plain names what they were foretold to be', () => {
    for (const title of ['Grüße aus Zürich: was kostet das?', 'It is 1.10 & more', 'ROI – in 3 months'])
      expect(idFor('objections', { title })).toBe(decap.fileName(config, folder('objections'), { title }));
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const inZone = (name: string): void => {
  vi.stubEnv('TZ', name);
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(name);
};

describe('days', () => {
  const ZONES = [
    'UTC',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'America/New_York',
    'Europe/Zurich',
    'Australia/Lord_Howe',
    'America/Sao_Paulo',
    'Africa/Cairo',
  ];
  it.each(ZONES)('are the same in %s', (name) => {
    inZone(name);
    const field = fieldOf(folder('objections'), 'reviewed_on');
    if (!field) throw new Error('no field');
    const { shows, stores } = decap.dateField(field);
    for (const day of [
      '2026-03-29',
      '2026-10-25',
      '2024-02-29',
      '2018-11-04',
      '2026-01-01',
      '2026-12-31',
      '2026-04-24',
    ]) {
      expect(shows(day)).toBe(day);
      expect(stores(day)).toBe(day);
    }
  });
  it.each(ZONES)('and moments are the same moment in %s', (name) => {
    inZone(name);
    const event = fieldOf(folder('resources'), 'event');
    const field = event?.fields?.find((one) => one.name === 'starts_at');
    if (!field) throw new Error('no field');
    const { shows, stores } = decap.dateField(field);
    for (const moment of ['2026-03-15T15:00:00+01:00', '2026-07-01T23:30:00-07:00', '2026-01-01T00:00:00Z']) {
      const stored = stores(shows(moment));
      expect(Date.parse(stored)).toBe(Date.parse(moment));
      expect(collections.resources.draft.safeParse({ title: 'A', event: { starts_at: stored } }).success).toBe(true);
    }
  });
});
