/** Whatever goes through the form comes back as it was: through our formats and Decap's own code. */
import { readdir, readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { formConfig } from '../../../../cms/form/config.ts';
import { contentFormat } from '../../../../cms/form/content-format.ts';
import type { CmsCollection } from '../../../../cms/form/decap.ts';
import {
  endingOf,
  FILE_FORMS,
  formatName,
  formNames,
  formPlan,
  isFileForm,
  type FormName,
} from '../../../../cms/form/forms.ts';
import { OWN_KEY } from '../../../../cms/form/own-data.ts';
import { toForm } from '../../../../cms/form/values.ts';
import { parseContentFile } from '../../../../src/domain/content-file.ts';
import { collections } from '../../../../src/schemas/index.ts';
import { decap } from '../../../fixtures/decap.ts';
import { AWKWARD_TEXTS, sampleOf } from '../../../fixtures/form-samples.ts';

const config = formConfig();
const collectionOf = (name: FormName): CmsCollection => {
  const found = config.collections.find((collection) => collection.name === name);
  if (!found) throw new Error(`no form ${name}`);
  return found;
};

const read = (name: FormName, text: string) => parseContentFile(`file.${endingOf(name)}`, text);
const dataOf = (name: FormName, text: string) => read(name, text).parsed?.data;

beforeAll(() => {
  for (const name of formNames()) decap.registerFormat(formatName(name), endingOf(name), contentFormat(name));
});

const filesOf = async (name: FormName): Promise<{ file: string; text: string }[]> => {
  if (isFileForm(name)) {
    const file = `content/${FILE_FORMS[name].file}`;
    return [{ file, text: await readFile(file, 'utf8') }];
  }
  const folder = `content/${collections[name].folder}`;
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith(`.${endingOf(name)}`));
  return Promise.all(
    files.map(async (file) => ({ file: `${folder}/${file}`, text: await readFile(`${folder}/${file}`, 'utf8') })),
  );
};

/** Lines that a file did not have. */
const newLines = (before: string, after: string): string[] => {
  const kept = new Set(before.split('\n'));
  return after.split('\n').filter((line) => !kept.has(line));
};

describe.each(formNames())('%s', (name) => {
  const collection = collectionOf(name);
  const plan = formPlan(name);

  it.each(plan.map((field) => [field.name, field] as const))('%s comes back as it was written', (_, field) => {
    for (const turn of [0, 1, 2, 3]) {
      const content = { [field.name]: sampleOf(field, turn) };
      const text = decap.save(collection, toForm(name, content));
      expect(dataOf(name, text)).toEqual(content);
      const again = decap.open(collection, text);
      expect(decap.save(collection, again)).toBe(text);
    }
  });

  it('comes back as it was written with all fields at once', () => {
    const content = Object.fromEntries(plan.map((field, i) => [field.name, sampleOf(field, i)]));
    const text = decap.save(collection, toForm(name, content));
    expect(dataOf(name, text)).toEqual(content);
  });

  it('keeps every file to the letter that is opened and saved', async () => {
    for (const { file, text } of await filesOf(name))
      expect(decap.save(collection, decap.open(collection, text)), file).toBe(text);
  });

  it('forgets a field that is cleared, and touches no other', async () => {
    for (const { file, text } of (await filesOf(name)).slice(0, 2)) {
      const before = dataOf(name, text) ?? {};
      const opened = decap.open(collection, text);
      for (const [i, key] of Object.keys(before).entries()) {
        const saved = decap.save(collection, { ...opened, [key]: ['', null, [], {}][i % 4] });
        const { [key]: _, ...rest } = before;
        expect(dataOf(name, saved), `${file}: ${key}`).toEqual(rest);
        expect(newLines(text, saved), `${file}: ${key}`).toEqual([]);
      }
    }
  });

  it('changes no line but those of the field that is changed', async () => {
    for (const { file, text } of (await filesOf(name)).slice(0, 2)) {
      const opened = decap.open(collection, text);
      for (const field of plan.filter((one) => one.kind === 'text').slice(0, 4)) {
        const saved = decap.save(collection, { ...opened, [field.name]: 'Something new: “ü”' });
        expect(dataOf(name, saved), file).toEqual({ ...dataOf(name, text), [field.name]: 'Something new: “ü”' });
        expect(newLines(text, saved), `${file}: ${field.name}`).toHaveLength(1);
      }
    }
  });
});

const objections = collectionOf('objections');
const save = (data: Record<string, unknown>) => decap.save(objections, data);
const open = (text: string) => decap.open(objections, text);

describe('a file that is written back', () => {
  const text = [
    '---',
    '# Written by hand.',
    'title: "It is too expensive"   # said a lot',
    'summary: >-',
    '  A folded text that goes on',
    '  and on.',
    'stages: [ decision,   awareness ]',
    '',
    '# What they say next:',
    'variants:',
    '  - First   # the usual one',
    '  - "Second"',
    '  # rare',
    '  - Third',
    "keywords: ['a, b', c]",
    '---',
    '',
    'The body,  with two spaces.  ',
    '',
  ].join('\n');

  it('keeps comments, quotes, spaces and folds of all it did not change', () => {
    expect(save({ ...open(text), keywords: ['a, b', 'c', 'd'] })).toBe(text.replace("['a, b', c]", "['a, b', c, d]"));
  });

  it('keeps comments inside a list that is reordered', () => {
    const saved = save({ ...open(text), variants: ['Third', 'First', 'Second'] });
    expect(dataOf('objections', saved)?.['variants']).toEqual(['Third', 'First', 'Second']);
    for (const comment of ['# the usual one', '# rare', '# What they say next:', '# Written by hand.'])
      expect(saved).toContain(comment);
  });

  it('leaves the items of a list alone that have not changed', () => {
    const variants = ['First', 'Second', 'Changed', 'New'];
    expect(save({ ...open(text), variants })).toBe(text.replace('  - Third', '  - Changed\n  - New'));
    const kit = 'title: A\nitems:\n  - { asset: a,  why: "x" } # one\n  - { asset: b }\n\n# owner\nowner: Me\n';
    const kits = collectionOf('kits');
    const items = [{ asset: 'b', why: 'y' }, { asset: 'c' }];
    const opened = decap.open(kits, kit);
    expect(decap.save(kits, { ...opened, items: [{ asset: 'a', why: 'x' }, ...items] })).toBe(
      kit.replace('  - { asset: b }\n', '  - { asset: b, why: y }\n  - { asset: c }\n'),
    );
  });

  it('puts a new field where the form has it', () => {
    const lines = save({ ...open(text), category: 'price' }).split('\n');
    expect(lines.indexOf('category: price')).toBe(lines.indexOf('  and on.') + 1);
  });

  it('keeps the body when only fields change, and fields when only the body does', () => {
    expect(save({ ...open(text), title: 'New' })).toContain('\n---\n\nThe body,  with two spaces.  \n');
    expect(save({ ...open(text), body: 'Another.' })).toBe(text.replace('The body,  with two spaces.  ', 'Another.'));
    expect(save({ ...open(text), body: '' })).toBe(text.slice(0, text.indexOf('\nThe body')));
  });

  it('keeps fields that are none: the check names them, the form does not drop them', () => {
    const odd = text.replace('keywords:', 'nonsense: 1\nkeywords:');
    expect(dataOf('objections', save({ ...open(odd), title: 'New' }))).toMatchObject({ nonsense: 1 });
  });

  it('reads and writes files with Windows line ends and a byte order mark', () => {
    const windows = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    expect(save(open(windows))).toBe(windows);
    expect(read('objections', save({ ...open(windows), title: 'New' })).problems).toEqual([]);
  });

  it('is not written over when it could not be read', () => {
    const broken = '---\ntitle: a: b\n---\nBody\n';
    expect(() => save({ ...open(broken), title: 'New' })).toThrow(/cannot be read as YAML/);
  });

  it('says what anchors meant, however far apart they were used', () => {
    const anchored = '---\ntitle: One\nkeywords: &words [a, b]\nvariants: *words\n---\n';
    const saved = save({ ...open(anchored), keywords: ['c'] });
    expect(dataOf('objections', saved)).toEqual({ title: 'One', keywords: ['c'], variants: ['a', 'b'] });
  });
});

describe('texts', () => {
  it.each(AWKWARD_TEXTS)('come back: %j', (text) => {
    const content = { title: text, keywords: [text, 'plain', text], forces: { [text]: text } };
    expect(dataOf('objections', save(content))).toEqual(content);
    expect(dataOf('objections', save({ ...open('---\ntitle: old\nkeywords: [x]\n---\n'), ...content }))).toEqual(
      content,
    );
  });
});

/** What a form can hold: no blanks, which are no content. */
const filled = fc
  .string({ minLength: 1, unit: 'grapheme' })
  .filter((text) => text.trim() !== '' && !/[\r\u0085\u2028\u2029\uFEFF\0]/.test(text));
const leaf = fc.oneof(filled, fc.integer(), fc.boolean(), fc.constantFrom(...AWKWARD_TEXTS, 0.1, -7.25));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('value'), { minLength: 1, maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), tie('value'), { minKeys: 1, maxKeys: 4 }),
  ),
}));
const entry = fc.dictionary(fc.constantFrom('title', 'summary', 'notes', 'extra', 'keywords', 'variants'), value, {
  minKeys: 1,
  noNullPrototype: true,
});

describe('any entry', () => {
  it('can be changed into any other', () => {
    fc.assert(
      fc.property(entry, entry, (before, after) => {
        const written = save(before);
        expect(dataOf('objections', written)).toEqual(before);
        const opened = open(written);
        const saved = save({ ...after, [OWN_KEY]: opened[OWN_KEY] });
        expect(dataOf('objections', saved)).toEqual(after);
      }),
      { numRuns: 150 },
    );
  });
});
