import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseContentFile } from '../../../src/domain/content-file.ts';
import { labelsSchema } from '../../../src/schemas/labels.ts';
import { isRecord } from '../../../src/domain/entries.ts';

const PROJECT = path.resolve(import.meta.dirname, '../../..');

const shipped = async (): Promise<Record<string, unknown>> => {
  const file = path.join(PROJECT, 'content/labels/en.yml');
  return parseContentFile(file, await readFile(file, 'utf8')).parsed?.data ?? {};
};

test('the shipped words are complete, and no more than are known', async () => {
  expect(labelsSchema.safeParse(await shipped()).error?.issues).toBeUndefined();
});

test('one word less, or one more, is noticed', async () => {
  const labels = await shipped();
  for (const [group, words] of Object.entries(labels)) {
    if (!isRecord(words)) continue;
    const [first = ''] = Object.keys(words);
    const { [first]: _dropped, ...rest } = words;
    expect(labelsSchema.safeParse({ ...labels, [group]: rest }).success, `${group} without ${first}`).toBe(false);
    if (group !== 'collections')
      expect(
        labelsSchema.safeParse({ ...labels, [group]: { ...words, nonsense: 'x' } }).success,
        `${group} with more`,
      ).toBe(false);
  }
});

const sources = async (folder: string): Promise<string> => {
  const names = await readdir(folder, { recursive: true });
  const texts = await Promise.all(
    names.filter((name) => /\.(astro|ts|tsx)$/.test(name)).map((name) => readFile(path.join(folder, name), 'utf8')),
  );
  return texts.join('\n');
};

test('no page spells out words of its own where readers would hear English in any language', async () => {
  const markup = await sources(path.join(PROJECT, 'src/components'));
  const spoken = [...markup.matchAll(/\s(?:aria-label|placeholder|title|alt)="([^"{]*\p{L}[^"]*)"/gu)].map(
    (match) => match[1],
  );
  expect(spoken).toEqual([]);
});
