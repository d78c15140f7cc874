import { expect, test } from 'vitest';
import { inOrder } from '../../../src/integrations/in-order.ts';

const collect = (order: readonly string[]) => {
  const done: string[] = [];
  const line = inOrder<string>(
    order,
    (item) => Promise.resolve(void done.push(item)),
    () => Promise.resolve(void done.push('all')),
  );
  return { done, line };
};

test('what comes in any order is handed on in the given one', async () => {
  const { done, line } = collect(['a', 'b', 'c']);
  for (const name of ['c', 'a', 'b']) await line.put(name, name);
  await line.end();
  expect(done).toEqual(['a', 'b', 'c', 'all']);
});

test('the end begins as soon as the last is done', async () => {
  const { done, line } = collect(['a']);
  await line.put('a', 'a');
  await new Promise(setImmediate);
  expect(done).toEqual(['a', 'all']);
});

test('what has another name is ignored, and what never comes is left out', async () => {
  const { done, line } = collect(['a', 'b', 'c']);
  for (const name of ['c', 'other', 'a']) await line.put(name, name);
  await line.end();
  expect(done).toEqual(['a', 'c', 'all']);
});

test('nothing at all has an end, too', async () => {
  const { done, line } = collect([]);
  await line.end();
  expect(done).toEqual(['all']);
});

test('what goes wrong is told at the end', async () => {
  const line = inOrder<string>(
    ['a'],
    () => Promise.resolve(),
    () => Promise.reject(new Error('no space left')),
  );
  await line.put('a', 'a');
  await expect(line.end()).rejects.toThrow('no space left');
});
