import { expect, test } from 'vitest';
import { editAt } from '../../../src/domain/edit.ts';

const DATA = {
  title: 'A',
  items: [
    { asset: 'a', why: 'first' },
    { asset: 'b', why: 'second' },
  ],
  tags: ['x', 'y'],
  source: { url: 'u' },
};

const drop = () => undefined;

test.each([
  [['title'], (value: unknown) => `${String(value)}!`, false, { ...DATA, title: 'A!' }],
  [['title'], drop, false, { items: DATA.items, tags: DATA.tags, source: DATA.source }],
  [['source', 'url'], drop, false, { ...DATA, source: {} }],
  [['tags', '*'], (value: unknown) => (value === 'x' ? undefined : value), false, { ...DATA, tags: ['y'] }],
  [
    ['items', '*', 'asset'],
    (value: unknown) => (value === 'a' ? undefined : value),
    false,
    { ...DATA, items: [{ why: 'first' }, DATA.items[1]] },
  ],
  [
    ['items', '*', 'asset'],
    (value: unknown) => (value === 'a' ? undefined : value),
    true,
    { ...DATA, items: [DATA.items[1]] },
  ],
] as const)('%j', (path, edit, needed, result) => {
  expect(editAt(DATA, path, edit, needed)).toEqual(result);
});

test('what does not change stays the same object, so that nothing is copied for nothing', () => {
  expect(editAt(DATA, ['items', '*', 'asset'], (value) => value)).toBe(DATA);
  expect(editAt(DATA, ['absent'], drop)).toBe(DATA);
  expect(editAt(DATA, ['title', '*'], drop)).toBe(DATA);
  expect(editAt(DATA, ['tags', 'name'], drop)).toBe(DATA);
  expect(editAt(DATA, ['toString'], drop)).toBe(DATA);
  expect(editAt(DATA, [], drop)).toBe(DATA);
});

test('the original is never touched', () => {
  const before = structuredClone(DATA);
  editAt(DATA, ['items', '*', 'asset'], drop, true);
  editAt(DATA, ['source', 'url'], drop);
  expect(DATA).toEqual(before);
});
