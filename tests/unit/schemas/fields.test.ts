/** What authors are told of each field, and what is asked of them. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { collectionNames } from '../../../src/domain/entries.ts';
import { fieldPlan, planOf, type PlannedField } from '../../../src/schemas/field-plan.ts';
import { collections } from '../../../src/schemas/index.ts';
import { settingsSchema } from '../../../src/schemas/settings.ts';

const PROJECT = path.resolve(import.meta.dirname, '../../..');

/** Items of a list of texts have no name of their own. */
const isNamed = ({ path: steps }: PlannedField): boolean => steps.at(-1) !== '*';

const plans: (readonly [name: string, plan: readonly PlannedField[]])[] = [
  ...collectionNames().map((name) => [name, fieldPlan(name)] as const),
  ['settings', planOf(settingsSchema)],
];
const fields = plans.flatMap(([name, plan]) =>
  plan.filter(isNamed).map((field) => [`${name}.${field.path.join('.')}`, field] as const),
);

test('every type has fields', () => {
  for (const [name, plan] of plans) expect(plan.length, name).toBeGreaterThan(3);
  expect(fields.length).toBeGreaterThan(400);
});

describe('every field has a label and a sentence for the author', () => {
  test.each(fields)('%s', (_, { label, hint }) => {
    expect(label).toMatch(/^\S(.*\S)?$/);
    expect(label?.length).toBeLessThanOrEqual(40);
    // A capital, words, an end: it is shown below the field, and after "✗ …" in the check.
    expect(hint).toMatch(/^\p{Lu}.*[.?]$/su);
    expect(hint).not.toMatch(/\s{2}|\.\.|\bTODO\b/);
    expect(hint?.split(/\s+/).length ?? 0, hint).toBeGreaterThanOrEqual(2);
  });
});

/** What every asset has; a type’s own required fields come on top. */
const SHARED = ['title', 'summary', 'stages', 'personas', 'owner', 'reviewed_on'];

describe('forms are short', () => {
  test.each(collectionNames())('%s asks for seven fields of its own at most', (name) => {
    const required = fieldPlan(name).filter(({ required, path: steps }) => required && steps.length === 1);
    const own = required
      .map(({ path: steps }) => steps[0] ?? '')
      .filter((field) => collections[name].kind !== 'asset' || !SHARED.includes(field));
    expect(own.length, own.join(', ')).toBeLessThanOrEqual(7);
    if (collections[name].kind === 'asset') expect(own.length).toBeGreaterThan(0);
  });
});

test('a guarded field is at the top of its entry, where the gate looks', () => {
  const deep = fields.filter(([, { audience, path: steps }]) => audience !== undefined && steps.length > 1);
  expect(deep.map(([name]) => name)).toEqual([]);
});

test('a number that needs a claim names a field beside it', () => {
  for (const [name, plan] of plans) {
    for (const { path: steps, provenBy } of plan) {
      if (provenBy === undefined) continue;
      const sibling = [...steps.slice(0, -1), provenBy].join('.');
      expect(plan.find((field) => field.path.join('.') === sibling)?.refersTo, `${name}.${sibling}`).toBe('claims');
    }
  }
});

test('a reference points to a type that exists', () => {
  for (const [, plan] of plans) {
    for (const { refersTo } of plan)
      if (refersTo !== undefined && refersTo !== 'asset') expect(Object.keys(collections)).toContain(refersTo);
  }
});

test('both readings of a type have the same fields', () => {
  for (const name of collectionNames()) {
    const paths = (reading: 'approved' | 'draft') =>
      planOf(collections[name][reading]).map((field) => field.path.join('.'));
    expect(paths('draft')).toEqual(paths('approved'));
  }
});

test('the draft reading of a title alone gives every field a value', () => {
  const parsed = collections.battlecards.draft.parse({ title: 'A' });
  expect(parsed).toMatchObject({
    title: 'A',
    summary: '',
    stages: [],
    audience: 'internal',
    status: 'draft',
    comparison: [],
  });
});

const copiesOf = async (name: string, folder: string): Promise<string[]> => {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
    const inside = path.join(folder, entry.name);
    if (entry.name.startsWith('@')) found.push(...(await copiesOf(name, inside)));
    else {
      if (entry.name === name) found.push(inside);
      const nested = path.join(inside, 'node_modules');
      found.push(...(await copiesOf(name, nested).catch(() => [])));
    }
  }
  return found;
};

test('there is one copy of zod: with two, schemas of one are strangers to the other', async () => {
  const copies = await copiesOf('zod', path.join(PROJECT, 'node_modules'));
  expect(copies.map((copy) => path.relative(PROJECT, copy))).toEqual(['node_modules/zod']);
  const lock = await readFile(path.join(PROJECT, 'package-lock.json'), 'utf8');
  expect([...lock.matchAll(/"(node_modules\/(?:[^"]*\/)?zod)": \{/g)].map((match) => match[1])).toEqual([
    'node_modules/zod',
  ]);
});
